"""Who walks or drives where and when before the two cameras; truth is computed from this."""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from tools.sample.street import DOOR
from tools.sample.yard import GATE

Floats = NDArray[np.float64]

ROUND = 180.0
"""Length of the play in seconds; a longer archive plays it again."""


@dataclass(frozen=True, slots=True)
class Act:
    """One figure on its way: knots of (seconds, x, y), straight and steady between them."""

    figure: str
    knots: tuple[tuple[float, float, float], ...]

    def at(self, seconds: Floats) -> Floats:
        """(n,) seconds to (n, 2) metres on the ground; NaN while it is not there."""
        times, x, y = np.array(self.knots).T
        spots = np.stack([np.interp(seconds, times, x), np.interp(seconds, times, y)], axis=1)
        spots[(seconds < times[0]) | (seconds > times[-1])] = np.nan
        return spots

    def walked(self, second: float) -> float:
        """Metres walked since the first knot."""
        times, x, y = np.array(self.knots).T
        done = np.concatenate([[0], np.cumsum(np.hypot(np.diff(x), np.diff(y)))])
        return float(np.interp(second, times, done))

    def leftwards(self, second: float) -> bool:
        """Whether the figure faces the left: it goes there, or last went there."""
        knots = [knot for knot in self.knots if knot[0] <= second]
        following = self.knots[len(knots) :][:1]
        path = [x for _, x, _ in (*knots, *following)]
        moves = [b - a for a, b in pairwise(path) if abs(b - a) > 1e-9]
        return bool(moves) and moves[-1] < 0


@dataclass(frozen=True, slots=True)
class Patch:
    """A rectangle on the ground: left, right, near, far in metres."""

    left: float
    right: float
    near: float
    far: float

    def holds(self, spots: Floats) -> NDArray[np.bool_]:
        """Which of (n, 2) spots lie in it."""
        x, y = spots.T
        return np.asarray((x >= self.left) & (x <= self.right) & (y >= self.near) & (y <= self.far))


def _through(figure: str, start: float, y: float, speed: float, left: bool = False) -> Act:
    """Straight across the street at distance y."""
    a, b = (8.4, -8.4) if left else (-8.4, 8.4)
    return Act(figure, ((start, a, y), (start + abs(b - a) / speed, b, y)))


def _ride(start: float, y: float, speed: float, reach: float = 13.0) -> Act:
    return Act("bus", ((start, reach, y), (start + 2 * reach / speed, -reach, y)))


STREET_LINE = 0.9
"""The line to cross on « rue »: all points of the ground with this x."""

DOORSTEP = Patch(DOOR[0] - 0.35, DOOR[1] + 0.35, 8.12, 9.0)
"""The zone before the door on « rue »."""

_STEP = (DOOR[0] + DOOR[1]) / 2

STREET = (
    _through("beige", 2.0, 7.35, 1.40),
    _through("red", 15.0, 7.55, 1.35, left=True),
    Act("dark", ((28.0, -8.4, 7.4), (35.6, 2.0, 7.4), (36.7, _STEP, 8.55), (41.0, _STEP + 0.2, 8.5),
                 (47.5, _STEP - 0.1, 8.6), (48.6, 3.9, 7.45), (52.2, 8.4, 7.45))),
    # On the line 40 ms after the first file ends: neither file alone shows the crossing.
    _through("green", 54.271, 7.3, 1.30, left=True),
    _ride(69.0, 4.35, 6.0),
    _through("navy", 77.0, 7.2, 1.45),
    Act("beige", ((92.0, -8.4, 7.4), (98.4, -0.6, 7.3), (100.4, -0.6, 7.3), (106.8, -8.4, 7.4))),
    Act("red", ((107.5, 8.4, 7.5), (110.8, 3.9, 7.5), (111.9, _STEP, 8.6),
                (114.5, _STEP - 0.2, 8.5), (117.0, _STEP, 8.6), (118.1, 3.9, 7.5),
                (121.4, 8.4, 7.5))),
    _through("dark", 131.0, 7.35, 1.35),
    _through("green", 146.0, 2.75, 1.40, left=True),
    _ride(159.5, 4.4, 6.5),
    _through("navy", 166.0, 7.4, 1.45, left=True),
)  # fmt: skip

WAIT = Patch(GATE[0] - 0.5, GATE[1] + 0.6, 7.3, 9.9)
"""The zone before the gate on « parking »."""

LONG = 15.0
"""Seconds that make a stay before the gate a long one."""

NIGHT = 96.0
"""When the camera of « parking » turns to infrared, in seconds."""

YARD = (
    _through("beige", 3.0, 5.4, 1.40),
    Act("dark", ((17.0, -9.5, 6.2), (26.5, 3.4, 7.9), (29.0, 4.1, 8.5), (33.0, 3.7, 8.4),
                 (39.0, 4.5, 8.7), (43.0, 4.2, 8.4), (47.0, 3.9, 8.6), (49.5, 6.3, 7.6),
                 (52.8, 10.5, 6.2))),
    _ride(57.0, 3.9, 4.4),
    _through("red", 70.0, 8.1, 1.30),
    Act("green", ((100.0, 10.0, 6.0), (104.5, 4.9, 8.3), (111.0, 4.2, 8.7), (118.0, 4.8, 8.4),
                  (124.0, 4.3, 8.6), (127.0, 1.9, 7.0), (135.0, -8.5, 5.6))),
    Act("navy", ((140.0, -8.5, 5.8), (149.0, 3.2, 7.8), (151.0, 3.8, 8.3), (156.0, 3.8, 8.3),
                 (158.5, 6.4, 6.9), (161.5, 10.0, 5.8))),
    _through("beige", 166.0, 5.2, 1.50, left=True),
)  # fmt: skip
