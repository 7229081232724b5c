"""The one rule that links tracks across a cut: boxes and motion carry over, appearance never does.

Slices start with fresh trackers. A row that ends near its slice's end and a
row that begins near the next slice's start are one track when the motion of
both meets in the cut, their sizes agree and their classes may be one object.
The rule looks at boxes and times alone, so any machine links alike.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from vsa_core.domain.moment import MICROSECONDS
from vsa_core.domain.objects import CLASSES, UNNAMED, VEHICLES
from vsa_core.domain.track import Structured

Floats = NDArray[np.float64]
Rows = NDArray[np.intp]

REACH = MICROSECONDS
"""A row may go on across the cut when it lies within this many microseconds of it."""

WIDEST_CUT = 2 * MICROSECONDS
"""Slices farther apart than this are not joined (domain.footage.JOIN_GAP)."""

OVERLAP = MICROSECONDS // 2
"""Files stamped to the second may overlap by this much (domain.footage)."""

# In seconds, and in sizes: the square root of a box's area in frame units.
_LOOK = 1.0  # seconds of each end that tell its speed
_SLACK = 0.5  # sizes by which the prediction may miss
_GROWTH = 1.0  # and so many more for each second between the two points
_STRETCH = 0.5  # natural logarithm of the ratio of sides that may differ
_TURN = 2.0  # change of speed, sizes a second, that counts in full
_TURN_WEIGHT = 0.25  # the turn chooses between candidates; it forbids nothing
_STILL = 0.06  # seconds: points nearer in time than this tell no speed
_LIMIT = 1.0


@dataclass(frozen=True, slots=True)
class Slice:
    """The tracks of one slice: TRACK rows and their points, row after row.

    t: (m,) int64 corrected microseconds; x, y (the foot), w, h: (m,) float64
    frame units; row i owns `table["count"][i]` points, in order of time.
    start, end: the slice's own span in corrected microseconds.
    """

    table: Structured
    t: NDArray[np.int64]
    x: Floats
    y: Floats
    w: Floats
    h: Floats
    start: int
    end: int


def link(slices: Sequence[Slice]) -> list[NDArray[np.uint32]]:
    """The track number of every row of every slice, equal where rows are one track.

    `slices` are those of one recording, in order of time. Numbers count from 0
    in order of first appearance: time of the first point, slice, row.
    """
    leaders = [np.arange(len(s.table), dtype=np.int64) for s in slices]
    offset = 0
    for index, current in enumerate(slices):
        leaders[index] += offset
        if index:
            ended, begun = _meetings(slices[index - 1], current)
            leaders[index][begun] = leaders[index - 1][ended]
        offset += len(current.table)
    return _renumbered(slices, leaders)


def _renumbered(
    slices: Sequence[Slice], leaders: list[NDArray[np.int64]]
) -> list[NDArray[np.uint32]]:
    """Leaders are rows of the whole; the first row of each track tells when it appeared."""
    if not slices:
        return []
    born = np.concatenate([s.t[_starts(s)] for s in slices])
    whole = np.concatenate(leaders)
    first = np.unique(whole)
    order = np.lexsort((first, born[first]))
    number = np.empty(len(whole), np.uint32)
    number[first[order]] = np.arange(len(first), dtype=np.uint32)
    return [number[rows] for rows in leaders]


def _meetings(before: Slice, after: Slice) -> tuple[Rows, Rows]:
    """Rows of `before` and rows of `after` that are one track, pairwise."""
    ending = _near_cut(before, before.t[_starts(before) + before.table["count"] - 1], before.end)
    beginning = _near_cut(after, after.t[_starts(after)], after.start)
    if after.start - before.end > WIDEST_CUT or not len(ending) or not len(beginning):
        return np.zeros(0, np.intp), np.zeros(0, np.intp)
    from scipy.optimize import linear_sum_assignment  # slow to import: not before a window shows

    cost, gate = _costs(before, ending, after, beginning)
    # Two poor meetings are not better than one good one: what may not be costs no more than poor.
    first, second = linear_sum_assignment(np.where(gate <= _LIMIT, cost, _LIMIT + _TURN_WEIGHT))
    good = gate[first, second] <= _LIMIT
    return ending[first[good]], beginning[second[good]]


def _near_cut(piece: Slice, t: NDArray[np.int64], cut: int) -> Rows:
    """Rows whose end `t` lies near the cut, in an order that does not depend on theirs."""
    rows = np.flatnonzero(np.abs(t - cut) <= REACH)
    point = _starts(piece)[rows]
    keys = (piece.table["number"][rows], piece.h[point], piece.w[point], piece.y[point])
    return rows[np.lexsort((*keys, piece.x[point], t[rows]))]


def _costs(before: Slice, ending: Rows, after: Slice, beginning: Rows) -> tuple[Floats, Floats]:
    """(n, m) cost of each meeting, and the part of it that decides whether it may be at all."""
    tails = np.array([_end(before, points, at_tail=True) for points in _points(before, ending)])
    heads = np.array([_end(after, points, at_tail=False) for points in _points(after, beginning)])
    gap = (heads[None, :, 7] - tails[:, None, 7]) / MICROSECONDS
    size = np.sqrt(_sizes(tails)[:, None] * _sizes(heads)[None, :])
    speed = _common_speed(tails, heads)
    apart = heads[None, :, :2] - tails[:, None, :2] - speed * gap[..., None]
    place = np.hypot(apart[..., 0], apart[..., 1]) / (size * (_SLACK + _GROWTH * np.abs(gap)))
    stretch = np.abs(np.log(heads[None, :, 2:4]) - np.log(tails[:, None, 2:4])) / _STRETCH
    gate = np.hypot(place, stretch.mean(axis=2))
    gate[~_alike(before, ending, after, beginning) | (gap * MICROSECONDS < -OVERLAP)] = np.inf
    return gate + _TURN_WEIGHT * _turn(tails, heads, size), gate


def _sizes(ends: Floats) -> Floats:
    sizes: Floats = np.sqrt(ends[:, 2] * ends[:, 3])
    return sizes


def _common_speed(tails: Floats, heads: Floats) -> Floats:
    """(n, m, 2) speed across the cut: of the side that was watched longer, mostly."""
    weight = tails[:, None, 6] + heads[None, :, 6]
    both = tails[:, None, 4:6] * tails[:, None, 6:7] + heads[None, :, 4:6] * heads[None, :, 6:7]
    speed: Floats = both / np.maximum(weight, 1e-9)[..., None]
    return speed


def _turn(tails: Floats, heads: Floats, size: Floats) -> Floats:
    """(n, m) change of speed across the cut, as far as both speeds are known; at most 1."""
    change = np.hypot(heads[None, :, 4] - tails[:, None, 4], heads[None, :, 5] - tails[:, None, 5])
    known = np.minimum(tails[:, None, 6], heads[None, :, 6]) / _LOOK
    turn: Floats = np.minimum(known, 1.0) * np.minimum(change / (size * _TURN), 1.0)
    return turn


def _alike(before: Slice, ending: Rows, after: Slice, beginning: Rows) -> NDArray[np.bool_]:
    """(n, m) whether the two classes may be one object: *unnamed* may be any."""
    first = _GROUPS[before.table["kind"][ending]][:, None]
    second = _GROUPS[after.table["kind"][beginning]][None, :]
    alike: NDArray[np.bool_] = (first == second) | (first == UNNAMED) | (second == UNNAMED)
    return alike


def _groups() -> NDArray[np.int64]:
    """One number for all vehicles (a car now, a truck then), one for each other class."""
    vehicle = len(CLASSES)
    return np.array(
        [vehicle if name in VEHICLES else kind for kind, name in enumerate(CLASSES)], np.int64
    )


_GROUPS = _groups()


def _starts(piece: Slice) -> NDArray[np.int64]:
    counts = piece.table["count"].astype(np.int64)
    starts: NDArray[np.int64] = np.cumsum(counts) - counts
    return starts


def _points(piece: Slice, rows: Rows) -> list[slice]:
    starts = _starts(piece)[rows]
    ends = starts + piece.table["count"][rows]
    return [slice(int(a), int(b)) for a, b in zip(starts, ends, strict=True)]


def _end(piece: Slice, points: slice, at_tail: bool) -> Floats:
    """(8,) x, y, w, h at one end, speed x, y a second, seconds watched, and the end's own time.

    A line is fitted to the last or first second, drawn towards rest so that
    two points close in time make no speed.
    """
    own = int(piece.t[points][-1 if at_tail else 0])
    when = (piece.t[points] - own) / MICROSECONDS
    near = np.abs(when) <= _LOOK
    when = when[near]
    columns = (piece.x, piece.y, np.maximum(piece.w, 1.0), np.maximum(piece.h, 1.0))
    place = np.stack([column[points][near] for column in columns], axis=1)
    middle, mean = when.mean(), place.mean(axis=0)
    spread = ((when - middle) ** 2).sum() + _STILL**2
    speed = ((when - middle)[:, None] * (place - mean)).sum(axis=0) / spread
    fitted = mean - speed * middle
    watched = abs(float(when[0] - when[-1]))
    sides = np.maximum(fitted[2:], 1.0)
    return np.concatenate([fitted[:2], sides, speed[:2], [watched, own]])
