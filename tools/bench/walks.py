"""Who walks where, and when: straight walks at a walker's own pace, drawn from a seed."""

from dataclasses import dataclass

import numpy as np

WIDTH, HEIGHT = 1920, 1080
HORIZON = 0.22
"""Height of the horizon, of the picture, from the top."""

TALL = 0.42
"""Pixels of a walker's height for each pixel that the foot stands below the horizon."""

PACE = 0.8
"""Own heights walked in a second: 1.4 m/s for 1.75 m."""

QUIET_SHARE = 0.2
"""Share of the seconds of a quiet film in which somebody is in the picture."""

CROWD = 5
"""People in the picture at once in a busy film, on the average."""


@dataclass(frozen=True, slots=True)
class Walk:
    """One walk: seconds it begins and ends at, foot in pixels then, and the figure's number."""

    begin: float
    end: float
    start: tuple[float, float]
    stop: tuple[float, float]
    figure: int

    def foot(self, second: float) -> tuple[float, float]:
        """Where the foot is at that second of the walk."""
        share = (second - self.begin) / (self.end - self.begin)
        (x0, y0), (x1, y1) = self.start, self.stop
        return x0 + share * (x1 - x0), y0 + share * (y1 - y0)

    def tall(self, second: float) -> float:
        """Pixels of the walker's height at that second: people far away are small."""
        return tall_at(self.foot(second)[1])


def tall_at(y: float) -> float:
    """Pixels of a walker's height whose foot stands at row `y`."""
    return TALL * (y - HORIZON * HEIGHT)


def walks(seed: int, seconds: float, busy: bool) -> tuple[Walk, ...]:
    """The walks of a film of so many seconds, in order of their beginning.

    Quiet: one walker at a time, in QUIET_SHARE of the seconds. Busy: CROWD
    people at once on the average, from the first second to the last.
    """
    rng = np.random.default_rng([seed, busy])
    found: list[Walk] = []
    clock = 0.0 if busy else float(rng.uniform(2, 10))
    while True:
        one = _walk(rng, clock)
        if one.end > seconds:
            return tuple(found)
        found.append(one)
        length = one.end - one.begin
        wait = length / CROWD if busy else length / QUIET_SHARE
        clock += float(wait * rng.uniform(0.6, 1.4)) if busy else float(wait)


def _walk(rng: np.random.Generator, begin: float) -> Walk:
    """In by one side of the picture and out by the other, at some depth, a little aslant."""
    near = float(rng.uniform(0.5, 0.95)) * HEIGHT
    far = float(np.clip(near + rng.uniform(-0.12, 0.12) * HEIGHT, 0.45 * HEIGHT, 0.97 * HEIGHT))
    edge = 0.25 * max(tall_at(near), tall_at(far))
    ends = [(-edge, near), (WIDTH + edge, far)]
    if rng.random() < 0.5:
        ends.reverse()
    (x0, y0), (x1, y1) = ends
    length = float(np.hypot(x1 - x0, y1 - y0))
    pace = PACE * (tall_at(y0) + tall_at(y1)) / 2 * float(rng.uniform(0.85, 1.25))
    return Walk(begin, begin + length / pace, (x0, y0), (x1, y1), int(rng.integers(0, 1 << 16)))
