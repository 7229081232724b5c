"""Two tracks are near each other for a while, in the zone if there is one."""

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from vsa_core.domain.event import Measure
from vsa_core.domain.geometry import Place, Zone
from vsa_core.domain.query import Query
from vsa_core.domain.track import Tracks
from vsa_core.events.anchor import ANCHOR, Floats, Ints, Paths
from vsa_core.events.cells import cells_below
from vsa_core.events.company import (
    ABSENCE,
    DISTANCE,
    company,
    framed,
    ranked,
    score_of_all,
    shape,
    zone_asked,
)
from vsa_core.events.instants import GAP, Instants, Stretches, instants, samples, stretches
from vsa_core.events.interface import Finding, Parameter, value
from vsa_core.events.nearness import nears
from vsa_core.events.settled import MILLISECOND

MINIMUM = Parameter("minimum", 2000, 0, 86_400_000, "ms")
"""Time near each other, interruptions not counted, from which it is told."""

MISSED_BY = 2
"""A pair that came within so many times the distance is told as a near miss."""


class Proximity:
    """One event for each pair of tracks and each time that they stay near each other.

    They are near at the instants at which both are there (`instants.GAP`) and
    their anchors are no farther apart than DISTANCE; interruptions of at most
    ABSENCE do not end it. The event runs from the first of these instants to
    the last. The track is the one that was seen first, the other is among the
    others. Nothing is said of who they are, nor of what they do.
    """

    KIND: ClassVar[str] = "proximity"
    VERSION: ClassVar[int] = 1
    PLACES: ClassVar[tuple[str, ...]] = ("", "zone")
    DIRECTIONS: ClassVar[tuple[str, ...]] = ()
    PARAMETERS: ClassVar[tuple[Parameter, ...]] = (DISTANCE, MINIMUM, ABSENCE, GAP, ANCHOR)
    MANY: ClassVar[bool] = True

    def find(self, tracks: Tracks, query: Query) -> list[Finding]:
        """Pairs, in order of track row, then time. Raises WrongUsage (EVT-002)."""
        near = _near(tracks, query, zone_asked(query, self.KIND), value(query, DISTANCE))
        long = near.stays.lasted >= value(query, MINIMUM) * MILLISECOND
        return _told(tracks, query, near, np.flatnonzero(long), "proximity")

    def misses(self, tracks: Tracks, query: Query) -> list[Finding]:
        """Pairs that were near too short a time, and those that stayed a little too far."""
        zone, distance = zone_asked(query, self.KIND), value(query, DISTANCE)
        near = _near(tracks, query, zone, distance)
        wide = _near(tracks, query, zone, MISSED_BY * distance)
        least = value(query, MINIMUM) * MILLISECOND
        short = np.flatnonzero(near.stays.lasted < least)
        known = np.isin(wide.pair[wide.stays.first], near.pair)
        far = np.flatnonzero((wide.stays.lasted >= least) & ~known)
        told = _told(tracks, query, near, short, "proximity_too_short")
        told += _told(tracks, query, wide, far, "proximity_too_far")
        return sorted(told, key=lambda f: (f.row, f.at))

    def cells(self, place: Place | None) -> int:
        """The zone's cells and those below it."""
        return cells_below(place)


@dataclass(frozen=True, slots=True)
class _Near:
    """Instants at which pairs are near, n rows in order of pair and time, and their stays."""

    paths: Paths
    asked: Instants
    pair: Ints
    instant: Ints
    apart: Floats
    stays: Stretches


def _near(tracks: Tracks, query: Query, zone: Zone | None, distance: int) -> _Near:
    paths = company(tracks, query, zone)
    asked = instants(paths, value(query, GAP), 2)
    n = len(paths.row)
    pairs, at, apart = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)], [np.zeros(0)]
    for seen in samples(paths, asked, zone):
        found = nears(seen, distance, shape(tracks))
        one, other = seen.path[found.one], seen.path[found.other]
        pairs.append(np.minimum(one, other) * n + np.maximum(one, other))
        at.append(seen.instant[found.one])
        apart.append(found.apart)
    pair, instant, away = np.concatenate(pairs), np.concatenate(at), np.concatenate(apart)
    order = np.lexsort((instant, pair))
    pair, instant = pair[order], instant[order]
    stays = stretches(pair, instant, asked, value(query, ABSENCE))
    return _Near(paths, asked, pair, instant, away[order], stays)


def _told(tracks: Tracks, query: Query, near: _Near, chosen: Ints, rule: str) -> list[Finding]:
    found = [_stay(tracks, query, near, int(i), rule) for i in chosen]
    return sorted(found, key=lambda f: (f.row, f.at))


def _stay(tracks: Tracks, query: Query, near: _Near, i: int, rule: str) -> Finding:
    first, last = int(near.stays.first[i]), int(near.stays.last[i])
    at, until = (int(near.asked.times[near.instant[end]]) for end in (first, last))
    pair = np.array(divmod(int(near.pair[first]), len(near.paths.row)))
    row, other = ranked(tracks, near.paths.row[pair], np.zeros(2, np.int64))
    lasted, absent = (int(c[i]) // MILLISECOND for c in (near.stays.lasted, near.stays.absent))
    measures = (
        Measure("together", lasted, value(query, MINIMUM), "ms"),
        Measure(
            "nearest",
            int(near.apart[first : last + 1].min()),
            value(query, DISTANCE),
            "per_mille_height",
        ),
        Measure("apart", absent, value(query, ABSENCE), "ms"),
    )
    score, points = score_of_all(tracks, (row, other)), framed(tracks, row, at, until)
    return Finding(row, *points, at, until, "", score, rule, measures, (other,))
