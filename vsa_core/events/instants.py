"""Where tracks are at shared instants: those at which any of them was seen."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from vsa_core.domain.geometry import Zone
from vsa_core.events.anchor import Floats, Ints, Paths
from vsa_core.events.border import within
from vsa_core.events.interface import Parameter
from vsa_core.events.settled import MILLISECOND, Booleans

GAP = Parameter("gap", 3000, 0, 60_000, "ms")
"""Between two sightings no further apart than this a track is where a straight line puts it."""

BLOCK = 1 << 19
"""Samples looked at together: a crowd of days never lies in memory at once."""


@dataclass(frozen=True, slots=True)
class Instants:
    """The instants at which enough paths are there, g of them, for m points of paths.

    times: (g,) corrected microseconds, rising; order: (g,) their places among
    all instants; there: (g,) how many paths are there; lows, highs: (m,) each
    point stands for the instants `lows` to `highs`; gap: microseconds.
    """

    times: Ints
    order: Ints
    there: Ints
    lows: Ints
    highs: Ints
    gap: int


@dataclass(frozen=True, slots=True)
class Samples:
    """Paths at instants, as columns of n rows in order of instant.

    instant: row of `Instants`; path: row of the Paths; x, y: anchor, h: box
    height, in frame units.
    """

    instant: Ints
    path: Ints
    x: Floats
    y: Floats
    h: Floats

    def only(self, chosen: Booleans | Ints) -> "Samples":
        """The rows chosen by a boolean mask or by indices."""
        where = (self.x[chosen], self.y[chosen], self.h[chosen])
        return Samples(self.instant[chosen], self.path[chosen], *where)


def joined(paths: Paths, gap: int) -> Booleans:
    """(m,) whether each point is followed, within `gap` microseconds, by one of its own path."""
    follows = np.zeros(len(paths.t), np.bool_)
    follows[:-1] = np.diff(paths.t) <= gap
    follows[paths.starts[1:] - 1] = False
    return follows


def instants(paths: Paths, gap: int, least: int) -> Instants:
    """The instants at which at least `least` paths are there; `gap` in milliseconds.

    A path is there at each of its points, and between two of them that are no
    further apart than the gap.
    """
    follows = joined(paths, gap * MILLISECOND)
    times, lows = _moments(paths.t)
    highs = np.where(follows, np.append(lows[1:], 0)[: len(lows)], lows + 1)
    room = len(times) + 1
    there = np.cumsum(np.bincount(lows, minlength=room) - np.bincount(highs, minlength=room))[:-1]
    enough = there >= least
    rank = np.append(0, np.cumsum(enough)).astype(np.int64)
    order = np.flatnonzero(enough).astype(np.int64)
    at = rank[lows], rank[highs]
    return Instants(times[enough], order, there[enough], *at, gap * MILLISECOND)


def _moments(t: Ints) -> tuple[Ints, Ints]:
    """The different times, rising, and which of them each is: one sort does both."""
    turn = np.argsort(t, kind="stable")
    risen = t[turn]
    new = np.append(True, risen[1:] != risen[:-1])[: len(t)]
    lows = np.empty(len(t), np.int64)
    lows[turn] = np.cumsum(new) - 1
    return risen[new], lows


def samples(paths: Paths, asked: Instants, zone: Zone | None) -> Iterator[Samples]:
    """Every path at every instant at which it is there, in the zone if there is one.

    They come block by block; an instant never lies in two blocks.
    """
    points = np.argsort(asked.lows, kind="stable").astype(np.int64)
    lows = asked.lows[points]
    reached = np.maximum.accumulate(asked.highs[points])
    for begin, end in _blocks(asked.there):
        low = int(np.searchsorted(reached, begin, "right"))
        high = int(np.searchsorted(lows, end, "left"))
        found = _placed(paths, asked, points[low:high], begin, end)
        yield found if zone is None else found.only(within(zone, found.x, found.y))


def _blocks(there: Ints) -> Iterator[tuple[int, int]]:
    """Runs of instants of about BLOCK samples."""
    counted = np.cumsum(there)
    begin = 0
    while begin < len(there):
        done = int(counted[begin - 1]) if begin else 0
        end = max(begin + 1, int(np.searchsorted(counted, done + BLOCK, "right")))
        yield begin, end
        begin = end


def _placed(paths: Paths, asked: Instants, points: Ints, begin: int, end: int) -> Samples:
    lows = np.maximum(asked.lows[points], begin)
    counts = np.maximum(np.minimum(asked.highs[points], end) - lows, 0)
    point = np.repeat(points, counts)
    shift = np.repeat(lows - (np.cumsum(counts) - counts), counts)
    instant = np.arange(len(point), dtype=np.int64) + shift
    turn = np.argsort(instant, kind="stable")
    instant, point = instant[turn], point[turn]
    late = asked.times[instant] - paths.t[point]
    following = np.where(late > 0, point + 1, point)
    share = late / np.maximum(paths.t[following] - paths.t[point], 1)
    x, y, h = (c[point] + share * (c[following] - c[point]) for c in (paths.x, paths.y, paths.h))
    path = np.searchsorted(paths.starts, point, "right") - 1
    return Samples(instant, path, x, y, h)


@dataclass(frozen=True, slots=True)
class Stretches:
    """Runs of rows that hang together, as columns of k rows.

    first, last: the rows that they begin and end with; lasted, absent:
    microseconds in all without the interruptions, and of the longest one.
    """

    first: Ints
    last: Ints
    lasted: Ints
    absent: Ints


def stretches(key: Ints, instant: Ints, asked: Instants, absence: int) -> Stretches:
    """What holds at these instants, as stretches; rows are in order of key, then instant.

    Rows of one key hang together when nothing was seen between them, or when
    no more than `absence` milliseconds lie between them.
    """
    follows, apart = following(key, instant, asked, absence)
    if len(key) == 0:
        return Stretches(*(np.zeros(0, np.int64) for _ in range(4)))
    away = np.diff(asked.times[instant])
    first = np.append(0, np.flatnonzero(apart) + 1)
    last = np.append(first[1:], len(key)) - 1
    lasted = np.add.reduceat(np.append(0, np.where(follows, away, 0)), first)
    absent = np.maximum.reduceat(np.append(0, np.where(follows | apart, 0, away)), first)
    return Stretches(first, last, lasted, absent)


def following(key: Ints, instant: Ints, asked: Instants, absence: int) -> tuple[Booleans, Booleans]:
    """Between each row and the next: whether nothing was seen there, and whether they are apart.

    Shapes: (n,) to (n - 1,), or (0,).
    """
    away = np.diff(asked.times[instant])
    same = key[1:] == key[:-1]
    follows = same & (np.diff(asked.order[instant]) == 1) & (away <= asked.gap)
    return follows, ~(follows | (same & (away <= absence * MILLISECOND)))
