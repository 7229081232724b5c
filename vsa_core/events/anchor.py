"""The point of the box that stands for the object on the ground."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from vsa_core.domain.objects import CLASSES, TWO_WHEELERS
from vsa_core.domain.query import Query
from vsa_core.domain.track import Tracks
from vsa_core.events.interface import Parameter, value

AUTO, FOOT, CENTRE = 0, 1, 2

ANCHOR = Parameter("anchor", AUTO, AUTO, CENTRE, "anchor")
"""0 chooses by class, 1 is the foot of the box, 2 its centre.

Whoever stands upright touches the ground at the foot of the box: people,
bags, animals, and two-wheelers with their rider. A car, bus, lorry or other
vehicle fills its box with its own length, so the foot is its bumper and swaps
ends with the direction of travel; its centre does not. What moves without a
name is mostly a vehicle or a piece of one seen from above (DESIGN section 1):
centre too.
"""

AT_FOOT = frozenset({"person", "bag", "animal"}) | TWO_WHEELERS

_FOOTED = np.array([name in AT_FOOT for name in CLASSES], dtype=np.bool_)
_FOOTED.flags.writeable = False

BLOCK = 1 << 16
"""Points looked at together: their columns stay in the processor's cache."""

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Paths:
    """Anchors of chosen tracks, as columns; path i owns points `starts[i]` to `starts[i + 1]`.

    row: (n,) rows of the Tracks; point: (m,) point rows of the Tracks;
    t: (m,) corrected microseconds; x, y: (m,) anchor; w, h: (m,) box size,
    all in frame units.
    """

    row: Ints
    starts: Ints
    point: Ints
    t: Ints
    x: Floats
    y: Floats
    w: Floats
    h: Floats

    @property
    def path(self) -> Ints:
        """(m,) which path each point belongs to."""
        return np.repeat(np.arange(len(self.row)), np.diff(self.starts))


def lift(tracks: Tracks, query: Query) -> Floats:
    """(n,) how far above the foot each track's anchor lies, as a share of the box height."""
    return lifts(tracks.kind, query)


def lifts(kind: NDArray[np.uint8], query: Query) -> Floats:
    """The same for tracks of these classes, (n,)."""
    how = value(query, ANCHOR)
    if how == AUTO:
        known = np.minimum(kind, len(CLASSES) - 1)
        return np.where(_FOOTED[known], 0.0, 0.5)
    return np.full(len(kind), 0.5 if how == CENTRE else 0.0)


def anchored(tracks: Tracks, rows: Ints, lifts: Floats) -> Paths:
    """The anchors of the tracks in `rows`, which all have points; `lifts` is from `lift`."""
    counts = np.diff(tracks.starts)[rows]
    starts = np.concatenate([np.zeros(1, np.int64), np.cumsum(counts, dtype=np.int64)])
    shift = np.repeat(tracks.starts[rows] - starts[:-1], counts)
    point = np.arange(starts[-1], dtype=np.int64) + shift
    h = tracks.h[point]
    y = tracks.y[point] - h * np.repeat(lifts[rows], counts)
    return Paths(rows, starts, point, tracks.t[point], tracks.x[point], y, tracks.w[point], h)


@dataclass(frozen=True, slots=True)
class Block:
    """A run of neighbouring tracks, small enough to stay in the cache.

    rows: (n,) rows of the Tracks, each with points; starts: (n,) where each
    begins in x and y, the anchors (m,) in frame units.
    """

    rows: Ints
    starts: Ints
    x: Floats
    y: Floats


def blocks(tracks: Tracks, lifts: Floats) -> Iterator[Block]:
    """The anchors of all tracks that have points, block by block."""
    filled = np.flatnonzero(np.diff(tracks.starts) > 0).astype(np.int64)
    at = 0
    while at < len(filled):
        begin = tracks.starts[filled[at]]
        end = int(np.searchsorted(tracks.starts[filled + 1], begin + BLOCK, "right"))
        rows = filled[at : max(end, at + 1)]
        yield _block(tracks, rows, lifts[rows])
        at += len(rows)


def _block(tracks: Tracks, rows: Ints, lifts: Floats) -> Block:
    first, last = int(tracks.starts[rows[0]]), int(tracks.starts[rows[-1] + 1])
    y = tracks.y[first:last]
    if lifts.any():
        counts = tracks.starts[rows + 1] - tracks.starts[rows]
        y = y - tracks.h[first:last] * np.repeat(lifts, counts)
    return Block(rows, tracks.starts[rows] - first, tracks.x[first:last], y)
