"""A track enters a zone: across its border, by the picture's edge, or by appearing in it."""

from typing import ClassVar

from vsa_core.domain.geometry import Place
from vsa_core.domain.query import Query
from vsa_core.domain.track import Tracks
from vsa_core.events.asked import directed
from vsa_core.events.cells import cells_below
from vsa_core.events.interface import Finding, Parameter, value
from vsa_core.events.presence import BORDER, MIDDLE, SHARED, Visits, visits, zone_of
from vsa_core.events.visit import (
    MIDDLE_TOO,
    between_measure,
    gap_measure,
    inside_measure,
    score_of,
    short_visits,
)

WORDS = ("enter", "edge", "appear")
"""In the order of presence.BORDER, EDGE_OF_PICTURE and MIDDLE."""


class ZoneEntry:
    """One event for each visit, at the instant it began, whatever way it began.

    A zone over the whole picture gives one entry per visitor. `appear` is
    said of what was first seen inside: it may have been there all along.
    """

    KIND: ClassVar[str] = "zone_entry"
    VERSION: ClassVar[int] = 1
    PLACES: ClassVar[tuple[str, ...]] = ("zone",)
    DIRECTIONS: ClassVar[tuple[str, ...]] = WORDS
    PARAMETERS: ClassVar[tuple[Parameter, ...]] = (*SHARED, MIDDLE_TOO)
    MANY: ClassVar[bool] = False

    def find(self, tracks: Tracks, query: Query) -> list[Finding]:
        """Entries, in order of track row, then time. Raises WrongUsage (EVT-002)."""
        found = visits(tracks, query, zone_of(query, self.KIND))
        middle = value(query, MIDDLE_TOO)
        told = [i for i in range(len(found)) if middle or found.came[i] != MIDDLE]
        return directed([_entry(tracks, query, found, i) for i in told], query)

    def misses(self, tracks: Tracks, query: Query) -> list[Finding]:
        """Visits taken for jitter."""
        return short_visits(tracks, query, zone_of(query, self.KIND), "")

    def cells(self, place: Place | None) -> int:
        """The zone's cells and those below it."""
        return cells_below(place)


def _entry(tracks: Tracks, query: Query, found: Visits, i: int) -> Finding:
    row, inner, came = int(found.row[i]), int(found.first[i]), int(found.came[i])
    word, at = WORDS[came], int(found.since[i])
    first = inner - 1 if came == BORDER or at < tracks.t[inner] else inner
    if came == BORDER:
        detail = between_measure(tracks, first, inner)
    else:
        detail = gap_measure(int(found.came_gap[i]), query)
    rule = "zone_entry_film_begins" if found.opens[i] else f"zone_entry_{word}"
    measures = (inside_measure(found, i, query), detail)
    return Finding(row, first, inner, at, at, word, score_of(tracks, row), rule, measures)
