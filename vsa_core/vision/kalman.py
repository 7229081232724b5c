"""A constant-velocity filter over the boxes of all tracks at once, timed in seconds.

Each of centre x, centre y, width and height is a place and a speed, driven by
white noise in the acceleration (Bar-Shalom, Li and Kirubarajan, 2001, 6.2.2),
so the uncertainty after a second does not depend on how many frames it held.
All deviations are in sizes, the square root of the box's area.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Rows = NDArray[np.intp]

_SMALLEST = 2.0


@dataclass(frozen=True, slots=True)
class Motion:
    """How boxes move.

    jerk, growth_jerk: deviation of the speed gained in one second, of the
    centre and of width and height; tremor: deviation of a measured edge;
    speed, growth: deviation of the unknown first speed, per second; settle:
    seconds after which a change of size has died out.
    """

    jerk: float = 0.4
    growth_jerk: float = 0.3
    tremor: float = 0.06
    speed: float = 1.5
    growth: float = 0.3
    settle: float = 0.5


class BoxFilter:
    """Columns of n tracks: place and speed (n, 4), and their variances and covariance (n, 4)."""

    def __init__(self, motion: Motion) -> None:
        self._motion = motion
        self._jerk = np.array([motion.jerk, motion.jerk, motion.growth_jerk, motion.growth_jerk])
        self._first = np.array([motion.speed, motion.speed, motion.growth, motion.growth])
        empty = np.zeros((0, 4))
        self.place, self.speed = empty, empty
        self._pp, self._pv, self._vv = empty, empty, empty

    def __len__(self) -> int:
        return len(self.place)

    def advance(self, step: float) -> None:
        """Predict all tracks `step` seconds ahead."""
        if step <= 0 or not len(self):
            return
        noise = (self._jerk * sizes(self.place)[:, None]) ** 2
        settle = self._motion.settle
        fade = float(np.exp(-step / settle))
        self.place = self.place + self.speed * np.array(
            [step, step, settle * (1 - fade), settle * (1 - fade)]
        )
        self.place[:, 2:] = np.maximum(self.place[:, 2:], _SMALLEST)
        self.speed = self.speed * np.array([1.0, 1.0, fade, fade])
        self._pp = self._pp + step * (2 * self._pv + step * self._vv) + noise * step**3 / 3
        self._pv = self._pv + step * self._vv + noise * step**2 / 2
        self._vv = self._vv + noise * step

    def correct(self, rows: Rows, measured: Floats) -> None:
        """Take in a measured box (k, 4: centre x, y, width, height) for each of `rows` (k,)."""
        variance = (self._motion.tremor * sizes(measured)[:, None]) ** 2
        pp, pv = self._pp[rows], self._pv[rows]
        gain, speed_gain = pp / (pp + variance), pv / (pp + variance)
        surprise = measured - self.place[rows]
        self.place[rows] += gain * surprise
        self.speed[rows] += speed_gain * surprise
        self._vv[rows] -= speed_gain * pv
        self._pp[rows] = (1 - gain) * pp
        self._pv[rows] = (1 - gain) * pv

    def add(self, measured: Floats) -> None:
        """Begin a track at each measured box (k, 4), at rest as far as is known."""
        size = sizes(measured)[:, None]
        self.place = np.concatenate([self.place, measured])
        self.speed = np.concatenate([self.speed, np.zeros_like(measured)])
        tremor = np.broadcast_to((self._motion.tremor * size) ** 2, measured.shape)
        self._pp = np.concatenate([self._pp, tremor])
        self._pv = np.concatenate([self._pv, np.zeros_like(measured)])
        self._vv = np.concatenate([self._vv, (self._first * size) ** 2])

    def keep(self, kept: NDArray[np.bool_]) -> None:
        """Forget the tracks that are not `kept` (n,)."""
        self.place, self.speed = self.place[kept], self.speed[kept]
        self._pp, self._pv, self._vv = self._pp[kept], self._pv[kept], self._vv[kept]


def sizes(places: Floats) -> Floats:
    """Square root of the area of boxes (n, 4: centre x, y, width, height), at least one pixel."""
    result: Floats = np.sqrt(np.maximum(places[:, 2] * places[:, 3], 1.0))
    return result


def centred(boxes: NDArray[np.float32]) -> Floats:
    """(n, 4) left, top, right, bottom to centre x, y, width, height; sides at least one pixel."""
    edges = boxes.astype(np.float64)
    places = np.empty_like(edges)
    places[:, :2] = (edges[:, :2] + edges[:, 2:]) / 2
    places[:, 2:] = np.maximum(edges[:, 2:] - edges[:, :2], 1.0)
    return places
