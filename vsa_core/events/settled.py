"""On which side of a border a track is for good: jitter across it is not a change of side."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from vsa_core.events.anchor import Floats, Ints, Paths

MILLISECOND = 1000
"""Microseconds in a millisecond."""

Sides = NDArray[np.int8]
Booleans = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Flips:
    """Steps of a path from one side to the other, as columns of k rows, in point order.

    before: point before the step (the step ends at `before + 1`);
    share: where on the step the border lies, 0 to 1; at: that instant,
    corrected microseconds.
    """

    before: Ints
    share: Floats
    at: Ints


@dataclass(frozen=True, slots=True)
class Holds:
    """Stretches of a path on one side, jitter removed, as columns of n rows, in order.

    path: which path; side: -1 or +1, never twice the same in a row within a
    path; first, last: its first and last points that are surely on that side;
    since, until: corrected microseconds, from border to border, or to the
    ends of the path.
    """

    path: Ints
    side: Sides
    first: Ints
    last: Ints
    since: Ints
    until: Ints

    @property
    def follows(self) -> Booleans:
        """(n,) whether the stretch follows another of the same path."""
        return np.concatenate([np.zeros(1, np.bool_), self.path[1:] == self.path[:-1]])[
            : len(self.path)
        ]


def sides(paths: Paths, field: Floats) -> Sides:
    """(m,) the sign of `field`; a point on the border keeps the side that its track came from.

    A track that begins on the border has the side that it first takes.
    """
    signs = np.sign(field).astype(np.int8)
    on = np.flatnonzero(signs == 0)
    if len(on) == 0 or len(on) == len(signs):
        return signs
    where = np.arange(len(signs))
    known = np.maximum.accumulate(np.where(signs != 0, where, -1))[on]
    ahead = np.minimum.accumulate(np.where(signs != 0, where, len(signs))[::-1])[::-1][on]
    path = paths.path[on]
    begin, end = paths.starts[path], paths.starts[path + 1]
    source = np.where(known >= begin, known, np.where(ahead < end, ahead, on))
    signs[on] = signs[source]
    return signs


def flip_steps(paths: Paths, signs: Sides) -> Ints:
    """The points after which the side changes within the same path."""
    changed = (signs[1:] != signs[:-1]) & (signs[1:] != 0) & (signs[:-1] != 0)
    changed[paths.starts[1:-1] - 1] = False
    return np.flatnonzero(changed).astype(np.int64)


def flips_at(paths: Paths, before: Ints, share: Floats) -> Flips:
    """Flips with their instants, interpolated in time at constant speed."""
    span = paths.t[before + 1] - paths.t[before]
    return Flips(before, share, paths.t[before] + np.floor(share * span).astype(np.int64))


def settled(paths: Paths, signs: Sides, sure: Booleans, flips: Flips, settle: int) -> Holds:
    """The stretches held by each path.

    `sure` (m,) says which points are clear of the border; the others decide
    nothing. A stretch shorter than `settle` milliseconds from border to
    border is jitter and leaves no trace, unless the path begins or ends with
    it: then nobody saw how long it lasted.
    """
    points = np.flatnonzero(sure & (signs != 0)).astype(np.int64)
    if len(points) == 0:
        return _holds(paths, np.zeros(0, np.int64), np.zeros(0, np.int64), signs, flips)
    path = paths.path[points]
    begins = _changes(path, signs[points])
    first = points[begins]
    last = points[np.concatenate([begins[1:], [len(points)]]) - 1]
    raw = _holds(paths, first, last, signs, flips)
    inner = raw.follows & np.concatenate([raw.follows[1:], np.zeros(1, np.bool_)])
    kept = ~(inner & (raw.until - raw.since < settle * MILLISECOND))
    return _merged(paths, raw, np.flatnonzero(kept).astype(np.int64))


def _changes(path: Ints, side: Sides) -> Ints:
    """Rows that begin a new stretch: another path or another side than the row before."""
    new = np.ones(len(path), np.bool_)
    new[1:] = (path[1:] != path[:-1]) | (side[1:] != side[:-1])
    return np.flatnonzero(new).astype(np.int64)


def _holds(paths: Paths, first: Ints, last: Ints, signs: Sides, flips: Flips) -> Holds:
    path = np.searchsorted(paths.starts, first, "right") - 1
    since = paths.t[paths.starts[path]] if len(first) else np.zeros(0, np.int64)
    follows = np.flatnonzero(path[1:] == path[:-1]) + 1
    opening = np.searchsorted(flips.before, first[follows], "left") - 1
    since[follows] = flips.at[opening]
    return Holds(path, signs[first], first, last, since, _ends(paths, path, since))


def _ends(paths: Paths, path: Ints, since: Ints) -> Ints:
    until = paths.t[paths.starts[path + 1] - 1] if len(path) else np.zeros(0, np.int64)
    followed = np.flatnonzero(path[1:] == path[:-1])
    until[followed] = since[followed + 1]
    return until


def _merged(paths: Paths, raw: Holds, kept: Ints) -> Holds:
    begins = _changes(raw.path[kept], raw.side[kept])
    heads = kept[begins]
    tails = kept[np.concatenate([begins[1:], [len(kept)]]) - 1]
    path, since = raw.path[heads], raw.since[heads]
    until = _ends(paths, path, since)
    return Holds(path, raw.side[heads], raw.first[heads], raw.last[tails], since, until)
