"""The events of a question without parts, counted in a hall to the letter of its kind."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from vsa_core.domain.geometry import Line, Zone
from vsa_core.domain.query import Query
from vsa_core.events.crossing import LEFT, MARGIN, SETTLE
from vsa_core.events.dwell import ABSENCE, MINIMUM, stays_of
from vsa_core.events.interface import value
from vsa_core.events.seen import MINIMUM as LEAST
from vsa_core.events.settled import MILLISECOND
from vsa_core.events.visit import MIDDLE_TOO
from vsa_core.search.lane_line import steps
from vsa_core.search.lane_zone import passed, runs
from vsa_core.store.hall import Hall

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Booleans = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Instants:
    """k instants of a hall: of each sorted point, or on the step that leaves it.

    stepped: (k,) whether it lies on the step; share: (k,) how far along the
    step, None when that is where it passes the border of `zone`.
    """

    point: Ints
    stepped: Booleans
    share: Floats | None
    zone: Zone | None = None
    lifted: bool = False

    def times(self, hall: Hall) -> Ints:
        """(k,) corrected microseconds, as the event kinds interpolate."""
        at = hall.times(self.point)
        moved = np.flatnonzero(self.stepped)
        before = self.point[moved]
        if self.share is not None:
            share = self.share[moved]
        else:
            assert self.zone is not None
            share = passed(hall, self.zone, before, self.lifted)
        step = hall.times(before + 1) - at[moved]
        at[moved] += np.floor(share * step).astype(np.int64)
        return at

    def only(self, chosen: Booleans | Ints) -> "Instants":
        """The instants chosen, in order."""
        share = None if self.share is None else self.share[chosen]
        return Instants(self.point[chosen], self.stepped[chosen], share, self.zone, self.lifted)


@dataclass(frozen=True, slots=True)
class Events:
    """k events: the track of each, when it begins, when it ends; in order of point.

    unsure: tracks that are to be judged by their kind; none of their events is here.
    """

    track: Ints
    begin: Instants
    end: Instants
    unsure: Ints

    def only(self, chosen: Booleans | Ints) -> "Events":
        """The events chosen, in order."""
        begin = self.begin.only(chosen)
        end = begin if self.end is self.begin else self.end.only(chosen)
        return Events(self.track[chosen], begin, end, self.unsure)


def events(hall: Hall, query: Query, tracks: Booleans, lifted: bool) -> Events:
    """The events of the `tracks`, whose anchors all are `lifted` or all are not.

    Where jitter is to be told from change of side, or a word of the kind
    hangs on the picture's edge, all tracks that came near are unsure.
    """
    if query.kind == "seen":
        return _seen(hall, query, tracks)
    if isinstance(query.place, Line):
        return _crossings(hall, query, query.place, tracks, lifted)
    assert isinstance(query.place, Zone)
    return _visits(hall, query, query.place, tracks, lifted)


def _seen(hall: Hall, query: Query, tracks: Booleans) -> Events:
    long = hall.end - hall.start >= value(query, LEAST) * MILLISECOND
    track = np.flatnonzero(tracks & long)
    still, none = np.zeros(len(track), np.bool_), np.zeros(len(track))
    begin = Instants(hall.begin[track], still, none)
    return Events(track, begin, Instants(hall.stop[track] - 1, still, none), track[:0])


def _crossings(hall: Hall, query: Query, line: Line, tracks: Booleans, lifted: bool) -> Events:
    found = steps(hall, line, tracks, lifted)
    if value(query, MARGIN) or value(query, SETTLE):
        return _unsure(np.concatenate([found.track, found.unsure]))
    at = Instants(found.before, np.ones(len(found.before), np.bool_), found.share)
    chosen = ~np.isin(found.track, found.unsure)
    if query.direction:
        chosen &= found.left == (query.direction == LEFT)
    return Events(found.track, at, at, found.unsure).only(chosen)


def _visits(hall: Hall, query: Query, zone: Zone, tracks: Booleans, lifted: bool) -> Events:
    sides = {"zone_entry": (0,), "zone_exit": (1,)}.get(query.kind, (0, 1))
    ends = runs(hall, zone, tracks, lifted, sides)
    track = ends[0].track
    worded = len(sides) == 1 and (query.direction or not value(query, MIDDLE_TOO))
    if worded or value(query, MARGIN) or value(query, SETTLE):
        return _unsure(track)
    begin, end = (
        Instants(one.point - (one.crossed if side == 0 else 0), one.crossed, None, zone, lifted)
        for side, one in zip((sides * 2)[:2], (ends * 2)[:2], strict=True)
    )
    if len(sides) == 1:
        end = begin
    if query.kind != "dwell":
        return Events(track, begin, end, track[:0])
    held = stays_of(track, begin.times(hall), end.times(hall), value(query, ABSENCE))
    long = held.inside >= value(query, MINIMUM) * MILLISECOND
    first, last = held.first[long], held.last[long]
    return Events(track[first], begin.only(first), end.only(last), track[:0])


def _unsure(tracks: Ints) -> Events:
    none = Instants(tracks[:0], np.zeros(0, np.bool_), np.zeros(0))
    return Events(tracks[:0], none, none, np.unique(tracks))
