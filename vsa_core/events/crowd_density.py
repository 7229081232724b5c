"""So many tracks at once in the picture, or in a zone of it, for a while."""

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from vsa_core.domain.event import Measure
from vsa_core.domain.geometry import UNITS, Place, Zone, arrays
from vsa_core.domain.query import Query
from vsa_core.domain.track import Tracks
from vsa_core.events.anchor import ANCHOR, Ints, Paths
from vsa_core.events.cells import cells_below
from vsa_core.events.company import ABSENCE, company, framed, ranked, score_of_all, zone_asked
from vsa_core.events.instants import GAP
from vsa_core.events.interface import Finding, Parameter, value
from vsa_core.events.pieces import Crowds, Pieces, crowds, pieces
from vsa_core.events.settled import MILLISECOND

PEOPLE = Parameter("people", 10, 1, 1000, "objects")
"""How many tracks at once make a crowd."""

MINIMUM = Parameter("minimum", 5000, 0, 86_400_000, "ms")
"""Time with so many at once, interruptions not counted, from which it is told."""


class CrowdDensity:
    """A longest stretch of time with at least PEOPLE tracks at once in the place.

    A track is there from its first to its last sighting in the place, and
    between sightings no further apart than GAP. Fewer for at most ABSENCE
    does not end a crowd: boxes lost for a moment and jitter at the border of
    the zone are forgiven. The track is the one that was there longest. The
    density is said of the place's share of the picture, not of the ground.
    """

    KIND: ClassVar[str] = "crowd_density"
    VERSION: ClassVar[int] = 1
    PLACES: ClassVar[tuple[str, ...]] = ("zone", "")
    DIRECTIONS: ClassVar[tuple[str, ...]] = ()
    PARAMETERS: ClassVar[tuple[Parameter, ...]] = (PEOPLE, MINIMUM, ABSENCE, GAP, ANCHOR)
    MANY: ClassVar[bool] = True

    def find(self, tracks: Tracks, query: Query) -> list[Finding]:
        """Crowds, in order of track row, then time. Raises WrongUsage (EVT-002)."""
        seen = _seen(tracks, query, self.KIND)
        found = crowds(seen.found, value(query, PEOPLE), value(query, ABSENCE))
        long = found.lasted >= value(query, MINIMUM) * MILLISECOND
        return _told(seen, query, found, np.flatnonzero(long), "crowd_density")

    def misses(self, tracks: Tracks, query: Query) -> list[Finding]:
        """What was too short, or one track short of enough."""
        seen, people = _seen(tracks, query, self.KIND), value(query, PEOPLE)
        least = value(query, MINIMUM) * MILLISECOND
        found = crowds(seen.found, people, value(query, ABSENCE))
        told = _told(seen, query, found, np.flatnonzero(found.lasted < least), "crowd_too_short")
        if people > PEOPLE.low:
            fewer = crowds(seen.found, people - 1, value(query, ABSENCE))
            few = np.flatnonzero((fewer.lasted >= least) & (fewer.most < people))
            told += _told(seen, query, fewer, few, "crowd_too_few")
        return sorted(told, key=lambda f: (f.row, f.at))

    def cells(self, place: Place | None) -> int:
        """The zone's cells and those below it."""
        return cells_below(place)


@dataclass(frozen=True, slots=True)
class _Seen:
    """Who was in the place when, in order of coming; share: how much of the picture it is.

    reached: the latest going of all who came so far.
    """

    tracks: Tracks
    paths: Paths
    found: Pieces
    reached: Ints
    share: float

    def members(self, at: int, until: int) -> list[int]:
        """Track rows of who was there, who stayed longest first."""
        low = int(np.searchsorted(self.reached, at, "left"))
        high = int(np.searchsorted(self.found.since, until, "right"))
        since = np.maximum(self.found.since[low:high], at)
        ends = np.minimum(self.found.until[low:high], until)
        there = np.flatnonzero(since <= ends)
        path, which = np.unique(self.found.path[low + there], return_inverse=True)
        stayed = np.zeros(len(path), np.int64)
        np.add.at(stayed, which, (ends - since)[there])
        return ranked(self.tracks, self.paths.row[path], stayed)


def _seen(tracks: Tracks, query: Query, kind: str) -> _Seen:
    zone = zone_asked(query, kind)
    paths = company(tracks, query, zone)
    found = pieces(paths, zone, value(query, GAP))
    turn = np.argsort(found.since, kind="stable")
    found = Pieces(found.path[turn], found.since[turn], found.until[turn])
    reached = np.maximum.accumulate(found.until)
    return _Seen(tracks, paths, found, reached, 1.0 if zone is None else _area(zone))


def _area(zone: Zone) -> float:
    """The zone's share of the picture (shoelace rule); a zone without area has a unit's."""
    x, y = arrays(zone.corners)
    twice = abs(float((x * np.roll(y, -1) - np.roll(x, -1) * y).sum()))
    return max(twice / 2, 1.0) / UNITS**2


def _told(seen: _Seen, query: Query, found: Crowds, chosen: Ints, rule: str) -> list[Finding]:
    told = [_crowd(seen, query, found, int(i), rule) for i in chosen]
    return sorted(told, key=lambda f: (f.row, f.at))


def _crowd(seen: _Seen, query: Query, found: Crowds, i: int, rule: str) -> Finding:
    at, until, most = int(found.since[i]), int(found.until[i]), int(found.most[i])
    rows = seen.members(at, until)
    lasted, absent = (int(column[i]) // MILLISECOND for column in (found.lasted, found.absent))
    measures = (
        Measure("most", most, value(query, PEOPLE), "objects"),
        # Objects on the whole picture are tenths of an object on a tenth of it.
        Measure("density", int(most / seen.share), None, "per_tenth"),
        Measure("together", lasted, value(query, MINIMUM), "ms"),
        Measure("apart", absent, value(query, ABSENCE), "ms"),
    )
    points, score = framed(seen.tracks, rows[0], at, until), score_of_all(seen.tracks, rows)
    others = tuple(sorted(rows[1:]))
    return Finding(rows[0], *points, at, until, "", score, rule, measures, others)
