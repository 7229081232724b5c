"""A track stays in a zone at least so long, short absences forgiven."""

from collections.abc import Iterator
from itertools import groupby, pairwise
from typing import ClassVar

from vsa_core.domain.event import Measure
from vsa_core.domain.geometry import Place, Zone
from vsa_core.domain.query import Query
from vsa_core.domain.track import Tracks
from vsa_core.events.cells import zone_cells
from vsa_core.events.interface import ANYWHERE, Finding, Parameter, value
from vsa_core.events.presence import MIDDLE, SHARED, Visits, visits, zone_of
from vsa_core.events.settled import MILLISECOND
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
    PLACE: ClassVar[str] = "zone"
    DIRECTIONS: ClassVar[tuple[str, ...]] = ()
    PARAMETERS: ClassVar[tuple[Parameter, ...]] = (MINIMUM, ABSENCE, *SHARED)

    def find(self, tracks: Tracks, query: Query) -> list[Finding]:
        """Stays, in order of track row, then time. Raises WrongUsage (EVT-002)."""
        return [stay for stay, long in _stays(tracks, query, self.KIND) if long]

    def misses(self, tracks: Tracks, query: Query) -> list[Finding]:
        """Stays that were too short; `inside` says by how much."""
        return [stay for stay, long in _stays(tracks, query, self.KIND) if not long]

    def cells(self, place: Place | None) -> int:
        """The zone's cells and those below it."""
        return zone_cells(place) if isinstance(place, Zone) else ANYWHERE


def _stays(tracks: Tracks, query: Query, kind: str) -> Iterator[tuple[Finding, bool]]:
    """Every stay, and whether it is long enough."""
    found = visits(tracks, query, zone_of(query, kind))
    for group in _groups(found, value(query, ABSENCE) * MILLISECOND):
        inside = sum(int(found.until[i] - found.since[i]) for i in group) // MILLISECOND
        yield _stay(tracks, query, found, group, inside), inside >= value(query, MINIMUM)


def _groups(found: Visits, absence: int) -> list[list[int]]:
    """Visits of one track joined over absences of at most `absence` microseconds."""
    groups: list[list[int]] = []
    for _, rows in groupby(range(len(found)), key=lambda i: int(found.row[i])):
        members = list(rows)
        groups.append(members[:1])
        for i in members[1:]:
            if found.since[i] - found.until[i - 1] <= absence:
                groups[-1].append(i)
            else:
                groups.append([i])
    return groups


def _stay(tracks: Tracks, query: Query, found: Visits, group: list[int], inside: int) -> Finding:
    first, last = group[0], group[-1]
    row, since, until = int(found.row[first]), int(found.since[first]), int(found.until[last])
    pauses = [int(found.since[j] - found.until[i]) for i, j in pairwise(group)]
    measures = (
        Measure("inside", inside, value(query, MINIMUM), "ms"),
        Measure("absent", max(pauses, default=0) // MILLISECOND, value(query, ABSENCE), "ms"),
        Measure("visits", len(group), None, "count"),
    )
    unseen = MIDDLE in (int(found.came[first]), int(found.went[last]))
    opened = bool(found.opens[first] or found.closes[last])
    rule = "dwell_at_least" if unseen or opened else "dwell"
    points = int(found.first[first]), int(found.last[last])
    return Finding(row, *points, since, until, "", score_of(tracks, row), rule, measures)
