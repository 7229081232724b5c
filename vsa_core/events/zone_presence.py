"""A track is in a zone, for however long: one event for each visit."""

from typing import ClassVar

from vsa_core.domain.geometry import Place
from vsa_core.domain.query import Query
from vsa_core.domain.track import Tracks
from vsa_core.events.cells import cells_below
from vsa_core.events.interface import Finding, Parameter
from vsa_core.events.presence import MIDDLE, SHARED, Visits, visits, zone_of
from vsa_core.events.visit import gap_measure, inside_measure, score_of, short_visits


class ZonePresence:
    """One event for each visit, from its beginning to its end.

    The rule says how the visit began and how it ended, as far as that was
    seen: who is lost from view inside was not seen to leave, and who appears
    inside may have been there all along.
    """

    KIND: ClassVar[str] = "zone_presence"
    VERSION: ClassVar[int] = 1
    PLACES: ClassVar[tuple[str, ...]] = ("zone",)
    DIRECTIONS: ClassVar[tuple[str, ...]] = ()
    PARAMETERS: ClassVar[tuple[Parameter, ...]] = SHARED
    MANY: ClassVar[bool] = False

    def find(self, tracks: Tracks, query: Query) -> list[Finding]:
        """Visits, in order of track row, then time. Raises WrongUsage (EVT-002)."""
        found = visits(tracks, query, zone_of(query, self.KIND))
        return [_visit(tracks, query, found, i) for i in range(len(found))]

    def misses(self, tracks: Tracks, query: Query) -> list[Finding]:
        """Visits taken for jitter."""
        return short_visits(tracks, query, zone_of(query, self.KIND), "")

    def cells(self, place: Place | None) -> int:
        """The zone's cells and those below it."""
        return cells_below(place)


def _visit(tracks: Tracks, query: Query, found: Visits, i: int) -> Finding:
    row, first, last = int(found.row[i]), int(found.first[i]), int(found.last[i])
    gaps = ((found.came[i], found.came_gap[i]), (found.went[i], found.went_gap[i]))
    unseen = [gap_measure(int(gap), query) for how, gap in gaps if how == MIDDLE]
    measures = (inside_measure(found, i, query), *dict.fromkeys(unseen))
    at, until, score = int(found.since[i]), int(found.until[i]), score_of(tracks, row)
    return Finding(row, first, last, at, until, "", score, _rule(found, i), measures)


def _rule(found: Visits, i: int) -> str:
    """What was seen of the beginning and of the end of the visit."""
    began = "film_begins" if found.opens[i] else "appears" if found.came[i] == MIDDLE else ""
    ended = "film_ends" if found.closes[i] else "lost" if found.went[i] == MIDDLE else ""
    return "_".join(filter(None, ("zone_presence", began, ended)))
