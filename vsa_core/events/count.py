"""How many crossed a line, or came into a zone, in each period of time."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from vsa_core.domain.event import Measure
from vsa_core.domain.geometry import Line, Place, Zone
from vsa_core.domain.query import Query
from vsa_core.domain.track import Tracks
from vsa_core.errors import WrongUsage
from vsa_core.events.anchor import ANCHOR, Ints
from vsa_core.events.asked import directed
from vsa_core.events.cells import cells_below
from vsa_core.events.company import framed
from vsa_core.events.crossing import LEFT, MARGIN, RIGHT, SETTLE, crossings, sides_held
from vsa_core.events.interface import Finding, Parameter, value
from vsa_core.events.line_side import standing
from vsa_core.events.presence import MIDDLE, REACH, visits
from vsa_core.events.settled import MILLISECOND
from vsa_core.events.visit import MIDDLE_TOO

PERIOD = Parameter("period", 3_600_000, 1000, 86_400_000, "ms")
"""Length of a period; periods begin at its multiples since 1970 UTC."""

LEAST = Parameter("least", 1, 1, 100_000, "objects")
"""How many make a period worth telling."""

ENTERED = "entered"
WORDS = (LEFT, RIGHT, ENTERED)

FULL = 1000
"""The score of every count, per mille: a number has no likeness to be sure of."""


class Count:
    """One event for each period, and each direction, in which at least LEAST came.

    What counts is what `line_crossing` finds for a line and `zone_entry` for a
    zone (with the jitter of this kind's SETTLE), each crossing and each entry
    once, those outside the question's window left out: a period that the window
    cuts has the count of its part.
    The event runs from the first of them to the last; its track is the first
    one's, the others are the rest, each once however often it came.
    """

    KIND: ClassVar[str] = "count"
    VERSION: ClassVar[int] = 1
    PLACES: ClassVar[tuple[str, ...]] = ("line", "zone")
    DIRECTIONS: ClassVar[tuple[str, ...]] = WORDS
    PARAMETERS: ClassVar[tuple[Parameter, ...]] = (
        PERIOD, LEAST, ANCHOR, MARGIN, SETTLE, REACH, MIDDLE_TOO,
    )  # fmt: skip
    MANY: ClassVar[bool] = True

    def find(self, tracks: Tracks, query: Query) -> list[Finding]:
        """Counts, in order of track row, then time. Raises WrongUsage (EVT-002, EVT-040)."""
        least = value(query, LEAST)
        found = [g for g in _groups(tracks, query, self.KIND) if len(g.at) >= least]
        return _told(tracks, query, found, "count")

    def misses(self, tracks: Tracks, query: Query) -> list[Finding]:
        """Periods in which too few came."""
        least = value(query, LEAST)
        few = [g for g in _groups(tracks, query, self.KIND) if len(g.at) < least]
        return _told(tracks, query, few, "count_too_few")

    def cells(self, place: Place | None) -> int:
        """The zone's cells and those below it; for a line, anywhere."""
        return cells_below(place)


@dataclass(frozen=True, slots=True)
class _Came:
    """Crossings or entries, n rows: track row, instant, and which of WORDS."""

    row: Ints
    at: Ints
    word: Ints


@dataclass(frozen=True, slots=True)
class _Group:
    """Those of one period and direction, in order of time; start: where the period begins."""

    row: Ints
    at: Ints
    word: str
    start: int


def _groups(tracks: Tracks, query: Query, kind: str) -> Iterator[_Group]:
    came = _within(_came(tracks, query, kind), query)
    length = value(query, PERIOD) * MILLISECOND
    period = came.at // length
    order = np.lexsort((tracks.number[came.row], came.at, came.word, period))
    period, word = period[order], came.word[order]
    new = (np.diff(period) != 0) | (np.diff(word) != 0)
    for part in np.split(order, np.flatnonzero(new) + 1) if len(order) else []:
        start = int(came.at[part[0]]) // length * length
        yield _Group(came.row[part], came.at[part], WORDS[came.word[part[0]]], start)


def _came(tracks: Tracks, query: Query, kind: str) -> _Came:
    place = query.place
    if isinstance(place, Line):
        _refuse_direction(query, (ENTERED,))
        return _crossed(tracks, query, place)
    if isinstance(place, Zone):
        _refuse_direction(query, (LEFT, RIGHT))
        return _entered(tracks, query, place)
    raise WrongUsage("EVT-002", kind=kind, place="line, zone")


def _refuse_direction(query: Query, others: tuple[str, ...]) -> None:
    """Raises WrongUsage (EVT-040) for the direction of the other sort of place."""
    if query.direction in others:
        raise WrongUsage("EVT-040", direction=query.direction)


def _crossed(tracks: Tracks, query: Query, line: Line) -> _Came:
    stand = standing(tracks, query, line)
    holds = sides_held(stand, query)
    turns, flips = crossings(stand, holds)
    path = stand.paths.path[stand.flips.before[flips]]
    word = np.where(holds.side[turns] < 0, WORDS.index(LEFT), WORDS.index(RIGHT))
    return _Came(stand.paths.row[path], stand.flips.at[flips], word)


def _entered(tracks: Tracks, query: Query, zone: Zone) -> _Came:
    found = visits(tracks, query, zone, value(query, SETTLE))
    told = np.flatnonzero((found.came != MIDDLE) | (value(query, MIDDLE_TOO) == 1))
    word = np.full(len(told), WORDS.index(ENTERED))
    return _Came(found.row[told], found.since[told], word)


def _within(came: _Came, query: Query) -> _Came:
    window = query.window
    if window is None:
        return came
    kept = (came.at >= window.start) & (came.at < window.end)
    return _Came(came.row[kept], came.at[kept], came.word[kept])


def _told(tracks: Tracks, query: Query, found: list[_Group], rule: str) -> list[Finding]:
    told = [_finding(tracks, query, group, rule) for group in found]
    return directed(sorted(told, key=lambda f: (f.row, f.at)), query)


def _finding(tracks: Tracks, query: Query, group: _Group, rule: str) -> Finding:
    row, at, until = int(group.row[0]), int(group.at[0]), int(group.at[-1])
    others = sorted({int(r) for r in group.row} - {row})
    measures = (
        Measure("number", len(group.at), value(query, LEAST), "objects"),
        Measure("period", value(query, PERIOD), None, "ms"),
        Measure("into_period", (at - group.start) // MILLISECOND, None, "ms"),
    )
    points = framed(tracks, row, at, until)
    return Finding(row, *points, at, until, group.word, FULL, rule, measures, tuple(others))
