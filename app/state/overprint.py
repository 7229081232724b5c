"""What is drawn over a picture, as columns: boxes of the tracks there, and their trails."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from vsa_core.domain.moment import MICROSECONDS, Window
from vsa_core.domain.replay import Present, present
from vsa_core.domain.track import Tracks

HOLD = 500_000
"""Microseconds by which a box comes before its track's first point and stays after its last."""

TAIL = 8 * MICROSECONDS
"""How far back a trail reaches."""

MOST = 32
"""Points of one trail at most: longer ones are thinned evenly."""


@dataclass(frozen=True, slots=True)
class Boxes:
    """Boxes on one picture, columns of n rows.

    number: track numbers; kind: class numbers; edges: (n, 4) left, top,
    right, bottom in frame units; observed: false where the box is only held
    or interpolated over a long time; matched, examined: (n,).
    """

    number: NDArray[np.int64]
    kind: NDArray[np.uint8]
    edges: NDArray[np.float64]
    observed: NDArray[np.bool_]
    matched: NDArray[np.bool_]
    examined: NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.number)

    def row(self, number: int) -> int | None:
        """The row of a track, None when it is not on this picture."""
        found = np.flatnonzero(self.number == number)
        return int(found[0]) if len(found) else None


@dataclass(frozen=True, slots=True)
class Trails:
    """Foot points of the tracks on one picture over the last seconds, the oldest first.

    Trail i, of the box in row i, owns points `starts[i]` to `starts[i + 1]`;
    x, y: (m,) frame units; age: (m,) from 0, now, to 1, about to be forgotten.
    """

    starts: NDArray[np.int64]
    x: NDArray[np.float64]
    y: NDArray[np.float64]
    age: NDArray[np.float64]


NO_BOXES = Boxes(
    np.zeros(0, np.int64),
    np.zeros(0, np.uint8),
    np.zeros((0, 4)),
    *(np.zeros(0, np.bool_) for _ in range(3)),
)
NO_TRAILS = Trails(np.zeros(1, np.int64), *(np.zeros(0) for _ in range(3)))


@dataclass(frozen=True, slots=True)
class Drawn:
    """Everything drawn over one picture."""

    boxes: Boxes
    trails: Trails


NOTHING_DRAWN = Drawn(NO_BOXES, NO_TRAILS)


def drawn_at(tracks: Tracks, at: int, matched: frozenset[int], examined: frozenset[int]) -> Drawn:
    """Boxes and trails of the tracks on show at corrected time `at`."""
    here = present(tracks, at, HOLD)
    return Drawn(_boxes(tracks, here, at, matched, examined), _trails(tracks, here, at))


def _boxes(
    tracks: Tracks, here: Present, at: int, matched: frozenset[int], examined: frozenset[int]
) -> Boxes:
    number = tracks.number[here.rows].astype(np.int64)
    first = tracks.t[tracks.starts[here.rows]]
    last = tracks.t[tracks.starts[here.rows + 1] - 1]
    return Boxes(
        number=number,
        kind=tracks.kind[here.rows],
        edges=here.boxes,
        observed=here.observed & (first <= at) & (at <= last),
        matched=np.isin(number, list(matched)),
        examined=np.isin(number, list(examined - matched)),
    )


def _trails(tracks: Tracks, here: Present, at: int) -> Trails:
    tails = [_tail(tracks, int(row), at) for row in here.rows]
    counts = [len(tail) for tail in tails]
    kept = np.concatenate([np.zeros(0, np.int64), *tails])
    return Trails(
        starts=np.cumsum([0, *counts], dtype=np.int64),
        x=tracks.x[kept],
        y=tracks.y[kept],
        age=(at - tracks.t[kept]) / TAIL,
    )


def _tail(tracks: Tracks, row: int, at: int) -> NDArray[np.int64]:
    """Points of a track in the last seconds, thinned to MOST, the newest always kept."""
    own = tracks.points_of(row)
    times = tracks.t[own]
    since = int(np.searchsorted(times, at - TAIL, side="left"))
    until = int(np.searchsorted(times, at, side="right"))
    every = -(-max(until - since, 1) // MOST)
    back = own.start + np.arange(until - 1, since - 1, -every, dtype=np.int64)
    kept: NDArray[np.int64] = back[::-1]
    return kept


def span_in(tracks: Tracks, number: int, within: Window) -> Window | None:
    """From the first to the last point of a track inside `within`; None when it has none there."""
    found = np.flatnonzero(tracks.number == number)
    if not len(found):
        return None
    times = tracks.t[tracks.points_of(int(found[0]))]
    inside = times[(times >= within.start) & (times < within.end)]
    return Window(int(inside[0]), int(inside[-1]) + 1) if len(inside) else None
