"""A track goes out of a zone: across its border, by the picture's edge, or lost from view."""

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

WORDS = ("leave", "edge", "lost")
"""In the order of presence.BORDER, EDGE_OF_PICTURE and MIDDLE."""


class ZoneExit:
    """One event for each visit, at the instant it ended, whatever way it ended.

    A zone over the whole picture gives one exit per visitor. `lost` is said
    of what was last seen inside: nobody saw it leave, and it may still be there.
    """

    KIND: ClassVar[str] = "zone_exit"
    VERSION: ClassVar[int] = 1
    PLACES: ClassVar[tuple[str, ...]] = ("zone",)
    DIRECTIONS: ClassVar[tuple[str, ...]] = WORDS
    PARAMETERS: ClassVar[tuple[Parameter, ...]] = (*SHARED, MIDDLE_TOO)
    MANY: ClassVar[bool] = False

    def find(self, tracks: Tracks, query: Query) -> list[Finding]:
        """Exits, in order of track row, then time. Raises WrongUsage (EVT-002)."""
        found = visits(tracks, query, zone_of(query, self.KIND))
        middle = value(query, MIDDLE_TOO)
        told = [i for i in range(len(found)) if middle or found.went[i] != MIDDLE]
        return directed([_exit(tracks, query, found, i) for i in told], query)

    def misses(self, tracks: Tracks, query: Query) -> list[Finding]:
        """Visits taken for jitter."""
        return short_visits(tracks, query, zone_of(query, self.KIND), "")

    def cells(self, place: Place | None) -> int:
        """The zone's cells and those below it."""
        return cells_below(place)


def _exit(tracks: Tracks, query: Query, found: Visits, i: int) -> Finding:
    row, inner, went = int(found.row[i]), int(found.last[i]), int(found.went[i])
    word, at = WORDS[went], int(found.until[i])
    last = inner + 1 if went == BORDER or at > tracks.t[inner] else inner
    if went == BORDER:
        detail = between_measure(tracks, inner, last)
    else:
        detail = gap_measure(int(found.went_gap[i]), query)
    rule = "zone_exit_film_ends" if found.closes[i] else f"zone_exit_{word}"
    measures = (inside_measure(found, i, query), detail)
    return Finding(row, inner, last, at, at, word, score_of(tracks, row), rule, measures)
