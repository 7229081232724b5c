"""Visits to a zone, in many recordings at once, to the same float as the event kinds."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from vsa_core.domain.geometry import UNITS, Zone
from vsa_core.events.border import EDGE, passing, within
from vsa_core.search.lane_blocks import Box, chunks, holding, near, packed, spread
from vsa_core.search.lane_raster import INSIDE, UNSURE
from vsa_core.search.lane_raster import told as raster_told
from vsa_core.store.hall import FEET, SIZES, Hall

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Booleans = NDArray[np.bool_]
Small = NDArray[np.uint16]

_ONE = np.uint16(1)
_STEPS = np.uint16(0x7FFF)
"""The bits of a block's steps."""


@dataclass(frozen=True, slots=True)
class Ends:
    """First, or last, points of runs inside, as columns of k rows, in order of point.

    track: track of the hall; point: that point; crossed: whether the track
    was seen outside just before it, or just after.
    """

    track: Ints
    point: Ints
    crossed: Booleans


def runs(
    hall: Hall, zone: Zone, tracks: Booleans, lifted: bool, sides: tuple[int, ...]
) -> tuple[Ends, ...]:
    """Ends of the runs of the `tracks`: of each side asked, 0 for first points and 1 for last.

    `lifted`: the anchor of these tracks is the centre of the box, not its
    foot. First and last points of the same runs come in the same order.
    """
    blocks = holding(hall, tracks, near(hall, _reach(zone), lifted))
    found = [_edges(hall, zone, chunk, lifted, sides) for chunk in chunks(blocks)]
    return tuple(
        _ends(hall, tracks, [edges[place] for edges in found]) for place in range(len(sides))
    )


def _ends(hall: Hall, tracks: Booleans, found: list[tuple[Ints, Booleans]]) -> Ends:
    none = (np.zeros(0, np.int64), np.zeros(0, np.bool_))
    point, crossed = map(np.concatenate, zip(none, *found, strict=True))
    track = hall.track_of(point)
    mine = (track >= 0) & tracks[track]
    return Ends(track[mine], point[mine], crossed[mine])


def _reach(zone: Zone) -> Box:
    """The zone's box, which reaches the picture's edge where the edge counts as part of it."""
    xs, ys = [corner.x for corner in zone.corners], [corner.y for corner in zone.corners]
    left, top = (low if low > EDGE else 0 for low in (min(xs), min(ys)))
    right, bottom = (high if high < UNITS - EDGE else UNITS for high in (max(xs), max(ys)))
    return left, top, right, bottom


def _edges(
    hall: Hall, zone: Zone, blocks: Ints, lifted: bool, sides: tuple[int, ...]
) -> list[tuple[Ints, Booleans]]:
    """First points of runs, and whether each was crossed into; last points, and crossed out of."""
    inner = packed(_inner(hall, zone, blocks, lifted))
    heads = hall.bounds.heads[blocks]
    following = inner >> _ONE
    bits = (following & (heads | ~inner), inner & (heads | ~following))
    return [_spread(blocks, heads, bits[side] & _STEPS, 1 - side) for side in sides]


def _spread(blocks: Ints, heads: Small, bits: Small, beyond: int) -> tuple[Ints, Booleans]:
    """The points `beyond` the beginnings of the steps of these bits, and which steps are real."""
    row, place, point = spread(blocks, bits)
    return point + beyond, heads[row] >> place.astype(np.uint16) & 1 == 0


def _inner(hall: Hall, zone: Zone, blocks: Ints, lifted: bool) -> Booleans:
    """(k, 16) which points of the blocks are in the zone: by a grid, then by its sides."""
    feet = hall.rows(blocks, FEET)
    x, y = feet[:, 0], feet[:, 1]
    foot, half = y, np.zeros(0, np.uint16)
    if lifted:
        half = hall.rows(blocks, SIZES)[:, 1]
        y = foot - np.minimum(foot, (half >> 1) + (half & 1))
    told = raster_told(zone, x, y)
    inner: Booleans = told == INSIDE
    place = np.flatnonzero(told == UNSURE)
    row, step = place >> 4, place & 15
    xs, ys = (values[row, step].astype(np.float64) for values in (x, foot))
    if lifted:
        ys -= half[row, step] * 0.5
    inner.reshape(-1)[place] = within(zone, xs, ys)
    return inner


def passed(hall: Hall, zone: Zone, before: Ints, lifted: bool) -> Floats:
    """Where each step passes the border, as `events.presence` says; `before`: sorted points."""
    x, y, to_x, to_y = (
        value for points in (before, before + 1) for value in _anchors(hall, points, lifted)
    )
    return passing(zone, x, y, to_x, to_y)


def _anchors(hall: Hall, points: Ints, lifted: bool) -> tuple[Floats, Floats]:
    x, y = hall.values(points, FEET).astype(np.float64)
    return x, y - hall.values(points, SIZES)[1] * 0.5 if lifted else y
