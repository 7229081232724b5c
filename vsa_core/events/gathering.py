"""Several tracks stay close together for a while, whoever joins them or leaves."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from vsa_core.domain.event import Measure
from vsa_core.domain.geometry import Place
from vsa_core.domain.query import Query
from vsa_core.domain.track import Tracks
from vsa_core.events.anchor import ANCHOR, Ints, Paths
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
from vsa_core.events.groups_met import Met, Rules, met
from vsa_core.events.hour_norm import THOUSANDTHS, HourNorm, hour_norm
from vsa_core.events.instants import GAP, Instants, instants
from vsa_core.events.interface import Finding, Parameter, value
from vsa_core.events.settled import MILLISECOND

PEOPLE = Parameter("people", 3, 2, 100, "objects")
"""How many tracks make a gathering."""

MINIMUM = Parameter("minimum", 10_000, 0, 86_400_000, "ms")
"""Time during which so many are together, interruptions not counted, from which it is told."""

ABOVE_NORM = Parameter("above_norm", 0, 0, 100_000, "per_mille_norm")
"""How many must be together, per mille of what is usual at that hour; 0: it does not matter."""


class Gathering:
    """A group of at least PEOPLE tracks, each near another of it, that lasts.

    At each instant, whoever is within DISTANCE of another is of one group
    with it. A gathering goes on while a group shares a member with the one
    before it, and with interruptions of at most ABSENCE; gatherings that meet
    or part are one. The event runs from the first instant with enough members
    to the last; the track is the one that was in it for the longest time.
    Where the film is at least three days long, the number together is told
    beside what is usual at that hour of the other days, and held against it
    by ABOVE_NORM.
    """

    KIND: ClassVar[str] = "gathering"
    VERSION: ClassVar[int] = 1
    PLACES: ClassVar[tuple[str, ...]] = ("", "zone")
    DIRECTIONS: ClassVar[tuple[str, ...]] = ()
    PARAMETERS: ClassVar[tuple[Parameter, ...]] = (
        PEOPLE, DISTANCE, MINIMUM, ABSENCE, ABOVE_NORM, GAP, ANCHOR,
    )  # fmt: skip
    MANY: ClassVar[bool] = True

    def find(self, tracks: Tracks, query: Query) -> list[Finding]:
        """Gatherings, in order of track row, then time. Raises WrongUsage (EVT-002)."""
        seen = _seen(tracks, query, value(query, PEOPLE), self.KIND)
        found = [one.told(query, one.rule) for one in seen if one.long(query) and one.high(query)]
        return sorted(found, key=lambda f: (f.row, f.at))

    def misses(self, tracks: Tracks, query: Query) -> list[Finding]:
        """What was too short, no more than usual, or one track short of enough."""
        people = value(query, PEOPLE)
        seen = list(_seen(tracks, query, people, self.KIND))
        found = [one.told(query, "gathering_too_short") for one in seen if not one.long(query)]
        usual = [one for one in seen if one.long(query) and not one.high(query)]
        found += [one.told(query, "gathering_usual") for one in usual]
        if people > PEOPLE.low:
            fewer = _seen(tracks, query, people - 1, self.KIND)
            few = [one for one in fewer if one.long(query) and one.most < people]
            found += [one.told(query, "gathering_too_few") for one in few]
        return sorted(found, key=lambda f: (f.row, f.at))

    def cells(self, place: Place | None) -> int:
        """The zone's cells and those below it."""
        return cells_below(place)


@dataclass(frozen=True, slots=True)
class _Group:
    """One gathering: who was in it (path, first and last instant), and how many when."""

    tracks: Tracks
    paths: Paths
    asked: Instants
    who: Ints
    at: Ints
    sizes: Ints
    lasted: int
    absent: int
    norm: int | None

    @property
    def most(self) -> int:
        return int(self.sizes.max())

    @property
    def median(self) -> int:
        """The lower median over its instants."""
        return int(np.sort(self.sizes)[(len(self.sizes) - 1) // 2])

    @property
    def rule(self) -> str:
        return "gathering" if self.norm is None else "gathering_norm"

    def long(self, query: Query) -> bool:
        return self.lasted >= value(query, MINIMUM) * MILLISECOND

    def high(self, query: Query) -> bool:
        wanted = value(query, ABOVE_NORM)
        return not wanted or not self.norm or self._above(self.norm) >= wanted

    def told(self, query: Query, rule: str) -> Finding:
        rows = self._rows()
        at, until = int(self.asked.times[self.at.min()]), int(self.asked.times[self.at.max()])
        first, last = self._own_times(rows[0])
        points = framed(self.tracks, rows[0], first, last)
        score, others = score_of_all(self.tracks, rows), tuple(sorted(rows[1:]))
        return Finding(rows[0], *points, at, until, "", score, rule, self._measures(query), others)

    def _measures(self, query: Query) -> tuple[Measure, ...]:
        told: tuple[Measure, ...] = (
            Measure("most", self.most, value(query, PEOPLE), "objects"),
            Measure("median", self.median, None, "objects"),
            Measure("together", self.lasted // MILLISECOND, value(query, MINIMUM), "ms"),
            Measure("apart", self.absent // MILLISECOND, value(query, ABSENCE), "ms"),
        )
        if self.norm is None:
            return told
        told = (*told, Measure("norm", self.norm, None, "thousandths"))
        if self.norm == 0:
            return told
        wanted = value(query, ABOVE_NORM) or None
        return (*told, Measure("above_norm", self._above(self.norm), wanted, "per_mille_norm"))

    def _above(self, norm: int) -> int:
        """The median, per mille of the norm."""
        return self.median * THOUSANDTHS * 1000 // norm

    def _rows(self) -> list[int]:
        """Track rows, the one that was in it for the longest time first."""
        path, first, counts = np.unique(self.who, return_index=True, return_counts=True)
        begins, ends = self.at[first], self.at[first + counts - 1]
        stayed = self.asked.times[ends] - self.asked.times[begins]
        return ranked(self.tracks, self.paths.row[path], stayed)

    def _own_times(self, row: int) -> tuple[int, int]:
        mine = self.asked.times[self.at[self.paths.row[self.who] == row]]
        return int(mine[0]), int(mine[-1])


def _seen(tracks: Tracks, query: Query, people: int, kind: str) -> Iterator[_Group]:
    """Everything of at least so many people, however short."""
    zone = zone_asked(query, kind)
    paths = company(tracks, query, zone)
    asked = instants(paths, value(query, GAP), people)
    rules = Rules(people, value(query, DISTANCE), value(query, ABSENCE), shape(tracks))
    found = met(paths, asked, zone, rules)
    norm = _norm(tracks, asked, found)
    for number, (first, last) in enumerate(zip(found.stays.first, found.stays.last, strict=True)):
        members = found.members(number)
        yield _Group(
            tracks,
            paths,
            asked,
            found.who[members],
            found.at[members],
            found.most[first : last + 1],
            int(found.stays.lasted[number]),
            int(found.stays.absent[number]),
            norm.at(int(asked.times[found.when[first]])) if norm else None,
        )


def _norm(tracks: Tracks, asked: Instants, found: Met) -> HourNorm | None:
    """How many are together at each hour of the film."""
    if len(tracks.t) == 0 or len(asked.times) == 0:
        return None
    away = np.diff(asked.times, append=asked.times[-1:])
    follows = np.append(np.diff(asked.order) == 1, False) & (away <= asked.gap)
    film = int(tracks.t.min()), int(tracks.t.max())
    return hour_norm(asked.times, np.where(follows, away, 0), found.total, film)
