"""A track stays in a zone at least so long, short absences forgiven."""

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from vsa_core.domain.event import Measure
from vsa_core.domain.geometry import Place
from vsa_core.domain.query import Query
from vsa_core.domain.track import Tracks
from vsa_core.events.anchor import Ints
from vsa_core.events.cells import cells_below
from vsa_core.events.interface import Finding, Parameter, value
from vsa_core.events.presence import MIDDLE, SHARED, Visits, visits, zone_of
from vsa_core.events.settled import MILLISECOND, Booleans
from vsa_core.events.visit import score_of

MINIMUM = Parameter("minimum", 20_000, 0, 86_400_000, "ms")
"""Time inside, absences not counted, from which a stay is told."""

ABSENCE = Parameter("absence", 2000, 0, 3_600_000, "ms")
"""An absence of at most this length does not end a stay."""


class Dwell:
    """A stay: visits of one track with absences of at most ABSENCE between them.

    The event runs from the beginning of the first visit to the end of the
    last; its time inside leaves the absences out. Where the stay began or
    ended out of our sight (appeared, lost, film begins or ends inside), the
    rule says "at least". Two tracks are never taken for one person.
    """

    KIND: ClassVar[str] = "dwell"
    VERSION: ClassVar[int] = 1
    PLACES: ClassVar[tuple[str, ...]] = ("zone",)
    DIRECTIONS: ClassVar[tuple[str, ...]] = ()
    PARAMETERS: ClassVar[tuple[Parameter, ...]] = (MINIMUM, ABSENCE, *SHARED)
    MANY: ClassVar[bool] = False

    def find(self, tracks: Tracks, query: Query) -> list[Finding]:
        """Stays, in order of track row, then time. Raises WrongUsage (EVT-002)."""
        found, stays = _stays(tracks, query, self.KIND)
        long = stays.inside >= value(query, MINIMUM) * MILLISECOND
        return _told(tracks, query, found, stays, long)

    def misses(self, tracks: Tracks, query: Query) -> list[Finding]:
        """Stays that were too short; `inside` says by how much."""
        found, stays = _stays(tracks, query, self.KIND)
        short = stays.inside < value(query, MINIMUM) * MILLISECOND
        return _told(tracks, query, found, stays, short)

    def cells(self, place: Place | None) -> int:
        """The zone's cells and those below it."""
        return cells_below(place)


@dataclass(frozen=True, slots=True)
class Stays:
    """Visits joined over short absences, as columns of n rows.

    first, last: rows of the visits; inside, absent: microseconds in the zone
    in all, and of the longest absence.
    """

    first: Ints
    last: Ints
    inside: Ints
    absent: Ints


def _stays(tracks: Tracks, query: Query, kind: str) -> tuple[Visits, Stays]:
    found = visits(tracks, query, zone_of(query, kind))
    return found, stays_of(found.row, found.since, found.until, value(query, ABSENCE))


def stays_of(row: Ints, since: Ints, until: Ints, absence: int) -> Stays:
    """Visits (n,), in order of track row and time, joined over absences of so many milliseconds."""
    none = np.zeros(0, np.int64)
    if len(row) == 0:
        return Stays(none, none, none, none)
    away = since[1:] - until[:-1]
    apart = (row[1:] != row[:-1]) | (away > absence * MILLISECOND)
    first = np.append(0, np.flatnonzero(apart) + 1)
    last = np.append(first[1:], len(row)) - 1
    inside = np.add.reduceat(until - since, first)
    absent = np.maximum.reduceat(np.append(0, np.where(apart, 0, away)), first)
    return Stays(first, last, inside, absent)


def _told(
    tracks: Tracks, query: Query, found: Visits, stays: Stays, chosen: Booleans
) -> list[Finding]:
    return [_stay(tracks, query, found, stays, int(i)) for i in np.flatnonzero(chosen)]


def _stay(tracks: Tracks, query: Query, found: Visits, stays: Stays, i: int) -> Finding:
    first, last = int(stays.first[i]), int(stays.last[i])
    row, since, until = int(found.row[first]), int(found.since[first]), int(found.until[last])
    inside, absent = (int(column[i]) // MILLISECOND for column in (stays.inside, stays.absent))
    measures = (
        Measure("inside", inside, value(query, MINIMUM), "ms"),
        Measure("absent", absent, value(query, ABSENCE), "ms"),
        Measure("visits", last - first + 1, None, "count"),
    )
    unseen = MIDDLE in (int(found.came[first]), int(found.went[last]))
    opened = bool(found.opens[first] or found.closes[last])
    rule = "dwell_at_least" if unseen or opened else "dwell"
    points = int(found.first[first]), int(found.last[last])
    return Finding(row, *points, since, until, "", score_of(tracks, row), rule, measures)
