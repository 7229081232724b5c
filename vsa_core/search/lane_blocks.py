"""Which blocks of a hall can hold an answer, by their bounds alone, and which steps of them do."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from vsa_core.domain.geometry import Line
from vsa_core.store.hall import Hall
from vsa_core.store.lane import STEPS

CHUNK = 8192
"""Blocks looked at together: their columns stay in the processor's cache."""

Ints = NDArray[np.int64]
Small = NDArray[np.uint16]
Booleans = NDArray[np.bool_]
Box = tuple[int, int, int, int]
"""Left, top, right, bottom in frame units, inclusive."""


def near(hall: Hall, box: Box, lifted: bool) -> Ints:
    """Blocks with an anchor, or a straight step between two, that may touch the box; sorted.

    `lifted`: anchors may stand above the foot.
    """
    left, top, right, bottom = (np.uint16(edge) for edge in box)
    bounds = hall.bounds
    touches = bounds.right >= left
    touches &= bounds.left <= right
    touches &= bounds.bottom >= top
    touches &= (bounds.crown if lifted else bounds.top) <= bottom
    return np.flatnonzero(touches)


def straddling(hall: Hall, blocks: Ints, line: Line, lifted: bool) -> Ints:
    """Those of the blocks whose bounds do not lie wholly on one side of the line's carrier."""
    bounds = hall.bounds
    dx, dy = line.b.x - line.a.x, line.b.y - line.a.y
    high, low = (bounds.crown if lifted else bounds.top), bounds.bottom
    up, down = (edge[blocks].astype(np.int64) - line.a.y for edge in (high, low))
    near_x, far_x = (
        edge[blocks].astype(np.int64) - line.a.x for edge in (bounds.left, bounds.right)
    )
    if dx < 0:
        up, down = down, up
    if dy > 0:
        near_x, far_x = far_x, near_x
    return blocks[(up * dx <= near_x * dy) & (down * dx >= far_x * dy)]


def holding(hall: Hall, tracks: Booleans, blocks: Ints) -> Ints:
    """Those of the blocks in which a point of one of the tracks lies."""
    if 2 * np.count_nonzero(tracks) > len(tracks):
        return blocks
    chosen = np.flatnonzero(tracks)
    count = int(hall.blocks[-1]) + 1
    begun = np.bincount((hall.begin[chosen] - 1) // STEPS, minlength=count)
    ended = np.bincount(hall.stop[chosen] // STEPS + 1, minlength=count)
    return blocks[np.cumsum(begun[:count] - ended[:count])[blocks] > 0]


def chunks(blocks: Ints) -> Iterator[Ints]:
    """The blocks, some at a time."""
    for first in range(0, len(blocks), CHUNK):
        yield blocks[first : first + CHUNK]


def packed(points: Booleans) -> Small:
    """(k, 16) of each block's points as (k,) bits, bit i for point i."""
    return np.packbits(points.ravel(), bitorder="little").view("<u2")


def spread(blocks: Ints, bits: Small) -> tuple[Ints, Ints, Ints]:
    """Row, place and point of each bit set; `bits`: (k,) of these blocks."""
    row = np.flatnonzero(bits)
    pairs = bits[row].astype("<u2").view(np.uint8)
    flat = np.flatnonzero(np.unpackbits(pairs, bitorder="little").view(np.bool_))
    row, place = row[flat >> 4], flat & 15
    return row, place, blocks[row] * STEPS + place
