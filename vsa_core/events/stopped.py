"""A track stays within a small radius of one place at least so long."""

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from vsa_core.domain.event import Measure
from vsa_core.domain.geometry import Place
from vsa_core.domain.query import Query
from vsa_core.domain.track import Tracks
from vsa_core.events.anchor import ANCHOR, Floats, Ints, lift
from vsa_core.events.asked import may_answer
from vsa_core.events.cells import cells_below
from vsa_core.events.interface import Finding, Parameter, value
from vsa_core.events.presence import MARGIN, visits, zone_of
from vsa_core.events.settled import MILLISECOND
from vsa_core.events.spells import Spells, highest, lowest, on_one_clock, parted
from vsa_core.events.steadied import steadied
from vsa_core.events.visit import score_of

MINIMUM = Parameter("minimum", 10_000, 500, 86_400_000, "ms")
"""Time within the radius from which a stop is told."""

RADIUS = Parameter("radius", 200, 0, 2000, "per_mille_size")
"""How far the anchor may be from the middle of the stop, in box widths and in box heights."""

SETTLE = Parameter("settle", 1000, 0, 10_000, "ms")
"""An excursion from the place, or from the zone, that is shorter than this is jitter."""

GAP = Parameter("gap", 5000, 200, 60_000, "ms")
"""Nothing is said of the time between two sightings further apart than this."""


class Stopped:
    """The anchor stays for `minimum` within `radius` of one place: every moment so spent, joined.

    Any moment that lies in a window of `minimum` milliseconds over which the
    anchor keeps within the radius is part of the stop. A stop that the track
    begins or ends with, or that a gap begins or ends, is "at least" so long.
    With a zone, each visit to it is judged by itself.
    """

    KIND: ClassVar[str] = "stopped"
    VERSION: ClassVar[int] = 1
    PLACES: ClassVar[tuple[str, ...]] = ("", "zone")
    DIRECTIONS: ClassVar[tuple[str, ...]] = ()
    PARAMETERS: ClassVar[tuple[Parameter, ...]] = (MINIMUM, RADIUS, SETTLE, GAP, ANCHOR, MARGIN)
    MANY: ClassVar[bool] = False

    def find(self, tracks: Tracks, query: Query) -> list[Finding]:
        """Stops, in order of track row, then time. Raises WrongUsage (EVT-002)."""
        ground = _ground(tracks, query, value(query, MINIMUM) * MILLISECOND)
        stops = _stops(ground, query)
        told = []
        for i in range(len(stops.first)):
            unseen = _unseen(tracks, query, ground, stops, i)
            rule = "stopped_at_least" if unseen else "stopped"
            told.append(_told(tracks, query, ground, stops, i, rule))
        return told

    def misses(self, tracks: Tracks, query: Query) -> list[Finding]:
        """Where a stop was nearest to be: half as long at least, or up to twice as spread."""
        ground = _ground(tracks, query, value(query, MINIMUM) * MILLISECOND // 2)
        near = _near(ground, query, _stops(ground, query))
        return [
            _told(tracks, query, ground, near, i, "stopped_nearly") for i in range(len(near.first))
        ]

    def cells(self, place: Place | None) -> int:
        """The zone's cells and those below it; anywhere without a zone."""
        return cells_below(place)


@dataclass(frozen=True, slots=True)
class _Ground:
    """Where stops may lie: spells without a gap, of m points; a zone's visits apart.

    row: (n,) track of each spell; point: (m,) point rows of the Tracks;
    x, y, w, h: (m,) anchors and boxes in frame units, without excursions.
    """

    row: Ints
    point: Ints
    spells: Spells
    x: Floats
    y: Floats
    w: Floats
    h: Floats

    def spread(self, first: Ints, last: Ints) -> Ints:
        """(n,) radius that holds each window, per mille of its smallest box, rounded up."""
        wide = highest(self.x, first, last) - lowest(self.x, first, last)
        tall = highest(self.y, first, last) - lowest(self.y, first, last)
        w, h = (np.maximum(lowest(size, first, last), 1.0) for size in (self.w, self.h))
        spread: Ints = np.ceil(np.maximum(wide / w, tall / h) * 500).astype(np.int64)
        return spread


@dataclass(frozen=True, slots=True)
class _Stops:
    """Columns of n rows: first, last points of the ground; spread of the stillest window."""

    first: Ints
    last: Ints
    spread: Ints


def _ground(tracks: Tracks, query: Query, least: int) -> _Ground:
    """The places of at least `least` microseconds."""
    row, first, last = _places(tracks, query)
    long = tracks.t[last] - tracks.t[first] >= least
    row, first, last = row[long], first[long], last[long]
    counts = last - first + 1
    starts = np.concatenate([np.zeros(1, np.int64), np.cumsum(counts, dtype=np.int64)])
    point = np.arange(starts[-1], dtype=np.int64) + np.repeat(first - starts[:-1], counts)
    t, own = tracks.t[point], np.repeat(row, counts)
    starts = parted(t, starts, value(query, GAP) * MILLISECOND)
    settle = value(query, SETTLE) * MILLISECOND
    spells = on_one_clock(t, starts, max(settle, value(query, MINIMUM) * MILLISECOND))
    columns = (tracks.x[point], tracks.y[point], tracks.w[point], tracks.h[point])
    x, y, w, h = (steadied(column, spells, settle) for column in columns)
    return _Ground(own[starts[:-1]], point, spells, x, y - h * lift(tracks, query)[own], w, h)


def _places(tracks: Tracks, query: Query) -> tuple[Ints, Ints, Ints]:
    """Track rows, and the first and last points of where each may have stopped."""
    if query.place is not None:
        zone = zone_of(query, Stopped.KIND)
        found = visits(tracks, query, zone, settle=value(query, SETTLE))
        return found.row, found.first, found.last
    filled = np.flatnonzero(np.diff(tracks.starts) > 0).astype(np.int64)
    rows = may_answer(filled, tracks, query)
    return rows, tracks.starts[rows], tracks.starts[rows + 1] - 1


def _stops(ground: _Ground, query: Query) -> _Stops:
    first, last = ground.spells.windows(value(query, MINIMUM) * MILLISECOND)
    spread = ground.spread(first, last)
    still = spread <= value(query, RADIUS)
    first, last, spread = first[still], last[still], spread[still]
    change = np.zeros(len(ground.point) + 1, np.int64)
    np.add.at(change, first, 1)
    np.add.at(change, last, -1)
    held = np.cumsum(change) > 0  # the step from each point to the next
    edges = np.diff(held.astype(np.int8), prepend=0)
    begins, ends = np.flatnonzero(edges > 0), np.flatnonzero(edges < 0)
    least = np.full(len(begins), np.iinfo(np.int64).max)
    np.minimum.at(least, np.searchsorted(begins, first, "right") - 1, spread)
    return _Stops(begins.astype(np.int64), ends.astype(np.int64), least)


def _near(ground: _Ground, query: Query, stops: _Stops) -> _Stops:
    """The stillest window of each spell without a stop; the whole of one that is too short."""
    starts, spell = ground.spells.starts, ground.spells.owner
    first, last = ground.spells.windows(value(query, MINIMUM) * MILLISECOND)
    whole = np.setdiff1d(np.arange(len(starts) - 1), spell[first])
    whole = whole[_lasted(ground, whole) * 2 >= value(query, MINIMUM) * MILLISECOND]
    first = np.concatenate([first, starts[whole]])
    last = np.concatenate([last, starts[whole + 1] - 1])
    spread = ground.spread(first, last)
    most = np.where(np.isin(spell[first], whole), 1, 2) * value(query, RADIUS)
    near = (spread <= most) & ~np.isin(spell[first], spell[stops.first])
    order = np.flatnonzero(near)[np.lexsort((first[near], spread[near], spell[first[near]]))]
    best = order[np.unique(spell[first[order]], return_index=True)[1]]
    return _Stops(first[best], last[best], spread[best])


def _lasted(ground: _Ground, spell: Ints) -> Ints:
    """(n,) microseconds from the first to the last point of the spells."""
    starts, clock = ground.spells.starts, ground.spells.clock
    lasted: Ints = clock[starts[spell + 1] - 1] - clock[starts[spell]]
    return lasted


def _told(
    tracks: Tracks, query: Query, ground: _Ground, stops: _Stops, i: int, rule: str
) -> Finding:
    row, first, last = _framed(ground, stops, i)
    at, until = int(tracks.t[first]), int(tracks.t[last])
    measures = (
        Measure("stopped", (until - at) // MILLISECOND, value(query, MINIMUM), "ms"),
        Measure("spread", int(stops.spread[i]), value(query, RADIUS), "per_mille_size"),
    )
    return Finding(row, first, last, at, until, "", score_of(tracks, row), rule, measures)


def _framed(ground: _Ground, stops: _Stops, i: int) -> tuple[int, int, int]:
    """Track row of a stop, and its first and last point rows of the Tracks."""
    first, last = int(stops.first[i]), int(stops.last[i])
    spell = int(np.searchsorted(ground.spells.starts, first, "right")) - 1
    return int(ground.row[spell]), int(ground.point[first]), int(ground.point[last])


def _unseen(tracks: Tracks, query: Query, ground: _Ground, stops: _Stops, i: int) -> bool:
    """Whether nobody saw the object come to its place, or go from it."""
    row, first, last = _framed(ground, stops, i)
    gap, points = value(query, GAP) * MILLISECOND, tracks.points_of(row)
    came = first > points.start and tracks.t[first] - tracks.t[first - 1] <= gap
    went = last < points.stop - 1 and tracks.t[last + 1] - tracks.t[last] <= gap
    return not (came and went)
