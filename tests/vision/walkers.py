"""A small world of boxes that walk straight ahead, each in its own lane."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from vsa_core.domain.objects import PERSON
from vsa_core.domain.ports import Tracker, Trail
from vsa_core.domain.track import Sightings, no_sightings

BASE = Fraction(1, 1000)
SIZE = (1920, 1080)


@dataclass(frozen=True)
class Walker:
    """A box of `sides` pixels that leaves `place` (its centre) at `speed` pixels a second."""

    place: tuple[float, float]
    speed: tuple[float, float] = (60.0, 0.0)
    sides: tuple[float, float] = (40.0, 100.0)
    kind: int = PERSON
    score: float = 0.9
    hidden: tuple[tuple[float, float], ...] = ()
    look: int = 0

    def seen(self, seconds: float) -> bool:
        """Whether it is in sight at that time."""
        return not any(start <= seconds < end for start, end in self.hidden)

    def box(self, seconds: float) -> list[float]:
        """Left, top, right, bottom at that time."""
        x, y = (p + v * seconds for p, v in zip(self.place, self.speed, strict=True))
        w, h = self.sides
        return [x - w / 2, y - h / 2, x + w / 2, y + h / 2]


def lanes(count: int, speeds: Sequence[float] = (60.0, -45.0, 80.0, -70.0, 30.0)) -> list[Walker]:
    """Walkers one above the other, never nearer than their own height."""
    rows = [(200.0 + 60 * k, 80.0 + 120.0 * k) for k in range(count)]
    return [Walker(place, (speeds[k % len(speeds)], 0.0)) for k, place in enumerate(rows)]


def sightings_of(walkers: Sequence[Walker], seconds: float) -> Sightings:
    """What is seen at that time, in the order of the walkers."""
    here = [w for w in walkers if w.seen(seconds)]
    if not here:
        return no_sightings()
    return Sightings(
        np.array([w.box(seconds) for w in here], np.float32),
        np.array([w.score for w in here], np.float32),
        np.array([w.kind for w in here], np.uint8),
    )


def looks_of(walkers: Sequence[Walker], seconds: float) -> NDArray[np.float32]:
    """A unit vector per sighting: walkers of one `look` look the same."""
    here = [w.look for w in walkers if w.seen(seconds)]
    return np.eye(8, dtype=np.float32)[here].reshape(-1, 8)


def every(milliseconds: int, seconds: float) -> list[int]:
    """pts of frames at a steady pace, in ticks of BASE."""
    return list(range(0, int(seconds * 1000), milliseconds))


def walk(
    tracker: Tracker, walkers: Sequence[Walker], instants: Sequence[int], looks: bool = False
) -> list[Trail]:
    """Show the world to a tracker at those instants (ticks of BASE); its trails."""
    for pts, seen, features in scenes(walkers, instants):
        tracker.update(pts, seen, features if looks else None)
    return tracker.finish()


def scenes(
    walkers: Sequence[Walker], instants: Sequence[int]
) -> Iterator[tuple[int, Sightings, NDArray[np.float32]]]:
    """pts, sightings and looks, frame by frame."""
    for pts in instants:
        seconds = pts / 1000
        yield pts, sightings_of(walkers, seconds), looks_of(walkers, seconds)


def retimed(trail: Trail, shift: int, factor: int) -> Trail:
    """A trail whose pts are shifted, then scaled."""
    return replace(trail, at=(trail.at + shift) * factor)


def same(first: Sequence[Trail], second: Sequence[Trail]) -> bool:
    """Whether two lists of trails are equal bit for bit."""
    return len(first) == len(second) and all(
        a.number == b.number
        and a.kind == b.kind
        and a.at.tobytes() == b.at.tobytes()
        and a.boxes.tobytes() == b.boxes.tobytes()
        and a.scores.tobytes() == b.scores.tobytes()
        for a, b in zip(first, second, strict=True)
    )
