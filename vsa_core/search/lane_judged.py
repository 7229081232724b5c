"""Tracks of a hall, whole, put before their event kind: for what the bounds cannot decide."""

from collections.abc import Iterator
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from vsa_core.domain.geometry import Zone
from vsa_core.domain.moment import Span
from vsa_core.domain.query import Query
from vsa_core.domain.track import Part, Tracks
from vsa_core.events.crossing import LEFT, RIGHT, crossings, sides_held
from vsa_core.events.dwell import ABSENCE, MINIMUM, stays_of
from vsa_core.events.interface import value
from vsa_core.events.line_side import line_of, standing
from vsa_core.events.presence import MIDDLE, visits
from vsa_core.events.settled import MILLISECOND
from vsa_core.events.visit import MIDDLE_TOO
from vsa_core.events.zone_entry import WORDS as ENTRIES
from vsa_core.events.zone_exit import WORDS as EXITS
from vsa_core.store.assembly import ranges
from vsa_core.store.hall import FEET, SIZES, Hall

MOST = 2**19
"""Points put before a kind at once."""

Ints = NDArray[np.int64]
Told = tuple[Ints, Ints, Ints]
"""Track, begin, end of each event; corrected microseconds."""

_FILM = Part("", Fraction(1, 1_000_000), Span(0, 1))


def judged(hall: Hall, query: Query, tracks: Ints) -> Told:
    """The events of some tracks (sorted) as their kind finds them, in its own order.

    Of a film's begin and end nothing is known here: only rules and wording
    hang on them, never whether there is an event, or when.
    """
    found = [_found(part, some, query) for some, part in _portions(hall, tracks)]
    none = np.zeros(0, np.int64)
    track, at, until = map(np.concatenate, zip((none, none, none), *found, strict=True))
    return track, at, until


def _found(world: Tracks, tracks: Ints, query: Query) -> Told:
    row, at, until = _columns(world, query)
    return tracks[row], at, until


def _portions(hall: Hall, tracks: Ints) -> Iterator[tuple[Ints, Tracks]]:
    counts = np.cumsum(hall.stop[tracks] - hall.begin[tracks])
    first = 0
    while first < len(tracks):
        done = int(counts[first - 1]) if first else 0
        last = max(first + 1, int(np.searchsorted(counts, done + MOST, "right")))
        yield tracks[first:last], _world(hall, tracks[first:last])
        first = last


def _world(hall: Hall, tracks: Ints) -> Tracks:
    begin, counts = hall.begin[tracks], hall.stop[tracks] - hall.begin[tracks]
    points = ranges(begin, counts)
    x, y = hall.values(points, FEET).astype(np.float64)
    w, h = hall.values(points, SIZES).astype(np.float64)
    return Tracks(
        parts=(_FILM,),
        number=np.arange(len(tracks), dtype=np.uint32),
        kind=hall.kind[tracks],
        score=np.zeros(len(tracks), np.uint8),
        colours=np.zeros((len(tracks), 8), np.uint8),
        starts=np.concatenate([np.zeros(1, np.int64), np.cumsum(counts)]),
        t=hall.times(points),
        pts=np.zeros(len(points), np.int64),
        part=np.zeros(len(points), np.uint16),
        x=x,
        y=y,
        w=w,
        h=h,
    )


def _columns(world: Tracks, query: Query) -> Told:
    """Row, begin and end of what the kind finds."""
    if query.kind == "line_crossing":
        return _crossings(world, query)
    assert isinstance(query.place, Zone)
    found = visits(world, query, query.place)
    if query.kind == "dwell":
        runs = stays_of(found.row, found.since, found.until, value(query, ABSENCE))
        long = runs.inside >= value(query, MINIMUM) * MILLISECOND
        first, last = runs.first[long], runs.last[long]
        return found.row[first], found.since[first], found.until[last]
    if query.kind == "zone_presence":
        return found.row, found.since, found.until
    words, way, at = (
        (ENTRIES, found.came, found.since)
        if query.kind == "zone_entry"
        else (EXITS, found.went, found.until)
    )
    chosen = np.ones(len(found), np.bool_) if value(query, MIDDLE_TOO) else way != MIDDLE
    if query.direction:
        chosen &= way == words.index(query.direction)
    return found.row[chosen], at[chosen], at[chosen]


def _crossings(world: Tracks, query: Query) -> Told:
    stand = standing(world, query, line_of(query, query.kind))
    holds = sides_held(stand, query)
    turns, flips = crossings(stand, holds)
    if query.direction:
        chosen = np.where(holds.side[turns] < 0, LEFT, RIGHT) == query.direction
        flips = flips[chosen]
    before, at = stand.flips.before[flips], stand.flips.at[flips]
    path = np.searchsorted(stand.paths.starts, before, "right") - 1
    return stand.paths.row[path], at, at
