"""Where each track is at one instant: interpolated between its points, held a little beyond."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from vsa_core.domain.track import Tracks


@dataclass(frozen=True, slots=True)
class Present:
    """Tracks on show at one instant, as columns of n rows.

    rows: (n,) rows of the Tracks; boxes: (n, 4) float64, left, top, right,
    bottom in frame units; observed: (n,) whether a point lies within half a
    second, rather than a box held or interpolated over a longer time.
    """

    rows: NDArray[np.int64]
    boxes: NDArray[np.float64]
    observed: NDArray[np.bool_]


def present(tracks: Tracks, at: int, hold: int = 0) -> Present:
    """The tracks on show at corrected time `at`, each also `hold` microseconds before and after.

    Before its first and after its last point a track's box stays where it
    was: a mask must come early and leave late, never the other way round.
    """
    first = tracks.t[tracks.starts[:-1]] if len(tracks) else np.zeros(0, np.int64)
    last = tracks.t[tracks.starts[1:] - 1] if len(tracks) else np.zeros(0, np.int64)
    rows = np.flatnonzero((first - hold <= at) & (at <= last + hold)).astype(np.int64)
    boxes = np.array([_box(tracks, int(row), at) for row in rows], np.float64).reshape(-1, 4)
    near = np.array([_near(tracks, int(row), at) for row in rows], np.bool_)
    return Present(rows, boxes, near)


def box_of(tracks: Tracks, point: int) -> tuple[float, float, float, float]:
    """Left, top, right, bottom of one point's box, in frame units."""
    x, y = float(tracks.x[point]), float(tracks.y[point])
    w, h = float(tracks.w[point]), float(tracks.h[point])
    return (x - w / 2, y - h, x + w / 2, y)


def _box(tracks: Tracks, row: int, at: int) -> tuple[float, float, float, float]:
    points = tracks.points_of(row)
    times = tracks.t[points]
    x, y, w, h = (
        float(np.interp(at, times, column[points]))
        for column in (tracks.x, tracks.y, tracks.w, tracks.h)
    )
    return (x - w / 2, y - h, x + w / 2, y)


def _near(tracks: Tracks, row: int, at: int) -> bool:
    times = tracks.t[tracks.points_of(row)]
    return bool(np.abs(times - at).min() <= 500_000)
