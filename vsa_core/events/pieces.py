"""When each path is in a place, as pieces of unbroken time."""

from dataclasses import dataclass

import numpy as np

from vsa_core.domain.geometry import Zone
from vsa_core.events.anchor import Ints, Paths
from vsa_core.events.border import passing, within
from vsa_core.events.instants import joined
from vsa_core.events.settled import MILLISECOND, Booleans


@dataclass(frozen=True, slots=True)
class Pieces:
    """Times that paths spend in a place, as columns of n rows, in order of path and time.

    path: row of the Paths; since, until: corrected microseconds, both within.
    """

    path: Ints
    since: Ints
    until: Ints

    def __len__(self) -> int:
        return len(self.path)


def pieces(paths: Paths, zone: Zone | None, gap: int) -> Pieces:
    """The times at which each path is there (in the zone, if there is one).

    From sighting to sighting no more than `gap` milliseconds apart; where the
    straight line between two of them passes the border, from or until that
    instant. A path that is out at both ends of a step is out all along.
    """
    follows = joined(paths, gap * MILLISECOND)
    inner = np.ones(len(paths.t), np.bool_) if zone is None else within(zone, paths.x, paths.y)
    onwards = follows[:-1] & inner[:-1] & inner[1:]
    begins = np.flatnonzero(inner & ~np.append(False, onwards)[: len(inner)])
    ends = np.flatnonzero(inner & ~np.append(onwards, False)[: len(inner)])
    since, until = paths.t[begins], paths.t[ends]
    if zone is not None:
        since = _passed(paths, zone, since, begins - 1, _stepped(follows, begins - 1))
        until = _passed(paths, zone, until, ends, _stepped(follows, ends))
    return Pieces(np.searchsorted(paths.starts, begins, "right") - 1, since, until)


def _stepped(follows: Booleans, before: Ints) -> Booleans:
    """Whether the path goes on from each of these points; never from before the first one."""
    return (before >= 0) & follows[before]


def _passed(paths: Paths, zone: Zone, at: Ints, before: Ints, stepped: Booleans) -> Ints:
    """`at`, but where a step leads over the border, the instant at which it does."""
    step = before[stepped]
    share = passing(zone, *(column[step + k] for k in (0, 1) for column in (paths.x, paths.y)))
    span = paths.t[step + 1] - paths.t[step]
    passed = at.copy()
    passed[stepped] = paths.t[step] + np.floor(share * span).astype(np.int64)
    return passed


@dataclass(frozen=True, slots=True)
class Crowds:
    """Stretches of time with enough pieces at once, k rows in order of time.

    since, until: corrected microseconds; lasted, absent: microseconds with
    enough of them, and of the longest time with too few; most: the most at once.
    """

    since: Ints
    until: Ints
    lasted: Ints
    absent: Ints
    most: Ints


def crowds(found: Pieces, least: int, absence: int) -> Crowds:
    """When at least `least` pieces hold at once, with at most `absence` milliseconds of fewer."""
    times = np.concatenate([found.since, found.until])
    change = np.repeat(np.array([1, -1], np.int64), len(found))
    order = np.lexsort((-change, times))  # who comes at an instant meets who goes at it
    times, level = times[order], np.cumsum(change[order])
    above = level >= least
    rises = np.flatnonzero(above & ~np.append(False, above[:-1])[: len(above)])
    falls = np.flatnonzero(~above & np.append(False, above[:-1])[: len(above)])
    if len(rises) == 0:
        return Crowds(*(np.zeros(0, np.int64) for _ in range(5)))
    since, until = times[rises], times[falls]
    away = since[1:] - until[:-1]
    apart = away > absence * MILLISECOND
    first = np.append(0, np.flatnonzero(apart) + 1)
    last = np.append(first[1:], len(rises)) - 1
    return Crowds(
        since[first],
        until[last],
        np.add.reduceat(until - since, first),
        np.maximum.reduceat(np.append(0, np.where(apart, 0, away)), first),
        np.maximum.reduceat(level, rises[first]),
    )
