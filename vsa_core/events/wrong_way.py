"""A track travels against the usual direction, long enough and far enough."""

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from vsa_core.domain.event import Measure
from vsa_core.domain.geometry import FLOW_SIDE, NO_FLOW, Flow, Line, Place
from vsa_core.domain.query import Query
from vsa_core.domain.track import Tracks
from vsa_core.errors import WrongUsage
from vsa_core.events.anchor import ANCHOR, Floats, Ints, Paths, anchored, lift
from vsa_core.events.asked import may_answer
from vsa_core.events.interface import ANYWHERE, Finding, Parameter, value
from vsa_core.events.settled import (
    MILLISECOND,
    Booleans,
    Holds,
    flip_steps,
    flips_at,
    settled,
    sides,
)
from vsa_core.events.spells import highest, lowest
from vsa_core.events.travel import off_course, travelled
from vsa_core.events.visit import score_of

MINIMUM = Parameter("minimum", 500, 0, 60_000, "ms")
"""Time against the direction from which it is told: three looks at the Standard level."""

DISTANCE = Parameter("distance", 1000, 0, 20_000, "per_mille_size")
"""How far it must have gone meanwhile, in sizes of the object's own box."""

ANGLE = Parameter("angle", 120, 30, 170, "degrees")
"""From how far off the usual direction a travel is against it; less than that is across it."""

SETTLE = Parameter("settle", 400, 0, 10_000, "ms")
"""A change of way that is shorter than this, between two others, is jitter."""


class WrongWay:
    """The travel of a track is at least `angle` off the usual direction, for a time and a way.

    The usual direction is that of an arrow drawn on the picture, wherever the
    track is, or that of the cell of a flow; where no direction holds, and
    while the object stands, nothing is decided.
    """

    KIND: ClassVar[str] = "wrong_way"
    VERSION: ClassVar[int] = 1
    PLACES: ClassVar[tuple[str, ...]] = ("line", "flow")
    DIRECTIONS: ClassVar[tuple[str, ...]] = ()
    PARAMETERS: ClassVar[tuple[Parameter, ...]] = (MINIMUM, DISTANCE, ANGLE, SETTLE, ANCHOR)
    MANY: ClassVar[bool] = False

    def find(self, tracks: Tracks, query: Query) -> list[Finding]:
        """Ways against it, in order of track row, then time. Raises WrongUsage (EVT-002)."""
        ways = _ways(tracks, query)
        told = np.flatnonzero(_enough(ways, query, 1))
        return [_way(tracks, query, ways, int(i), "wrong_way") for i in told]

    def misses(self, tracks: Tracks, query: Query) -> list[Finding]:
        """Ways that were too short, in time or in distance, by half at most."""
        ways = _ways(tracks, query)
        near = np.flatnonzero(_enough(ways, query, 2) & ~_enough(ways, query, 1))
        return [_way(tracks, query, ways, int(i), "wrong_way_short") for i in near]

    def cells(self, place: Place | None) -> int:
        """Anywhere for an arrow; for a flow the cells where a direction holds, and those below."""
        return _flow_cells(place) if isinstance(place, Flow) else ANYWHERE


@dataclass(frozen=True, slots=True)
class _Ways:
    """Spells of paths against the direction, as columns of n rows, by path, then time.

    first, last: points of the paths; lasted: microseconds; far: how far the
    path reaches meanwhile, per mille of its middle box; off: (m,) degrees off
    the usual direction at each point, NaN where nothing is decided.
    """

    paths: Paths
    first: Ints
    last: Ints
    lasted: Ints
    far: Ints
    off: Floats


def _ways(tracks: Tracks, query: Query) -> _Ways:
    if not isinstance(query.place, Line | Flow):
        raise WrongUsage("EVT-002", kind=WrongWay.KIND, place="line, flow")
    lifts = lift(tracks, query)
    several = np.flatnonzero(np.diff(tracks.starts) > 1).astype(np.int64)
    paths = anchored(tracks, may_answer(several, tracks, query), lifts)
    travel = travelled(paths)
    shape = tracks.picture[0] / tracks.picture[1]
    off = np.where(travel.moving, off_course(query.place, paths, travel, shape), np.nan)
    holds = _holds(paths, off, query)
    against = np.flatnonzero(holds.side > 0)
    first, last = holds.first[against], holds.last[against]
    lasted = paths.t[last] - paths.t[first]
    return _Ways(paths, first, last, lasted, _reach(paths, first, last), off)


def _holds(paths: Paths, off: Floats, query: Query) -> Holds:
    """Spells of each path with (-1) and against (+1) the direction, jitter removed."""
    known: Booleans = ~np.isnan(off)
    against = np.where(off >= value(query, ANGLE), 1.0, -1.0)
    signs = sides(paths, np.where(known, against, 0.0))
    before = flip_steps(paths, signs)
    flips = flips_at(paths, before, np.full(len(before), 0.5))
    return settled(paths, signs, known, flips, value(query, SETTLE))


def _reach(paths: Paths, first: Ints, last: Ints) -> Ints:
    """(n,) greatest distance across each spell, per mille of the track's middle box."""
    wide = highest(paths.x, first, last) - lowest(paths.x, first, last)
    tall = highest(paths.y, first, last) - lowest(paths.y, first, last)
    path = paths.path[first]
    w, h = _middle(paths, paths.w)[path], _middle(paths, paths.h)[path]
    reach: Ints = np.floor(np.hypot(wide / w, tall / h) * 1000).astype(np.int64)
    return reach


def _middle(paths: Paths, size: Floats) -> Floats:
    """(n,) the median of each path's sizes (the lower of two), at least 1."""
    ordered = size[np.lexsort((size, paths.path))]
    middle: Floats = np.maximum(ordered[(paths.starts[:-1] + paths.starts[1:] - 1) // 2], 1.0)
    return middle


def _enough(ways: _Ways, query: Query, share: int) -> Booleans:
    """(n,) whether time and distance reach their thresholds, each divided by `share`."""
    long = ways.lasted * share >= value(query, MINIMUM) * MILLISECOND
    enough: Booleans = long & (ways.far * share >= value(query, DISTANCE))
    return enough


def _way(tracks: Tracks, query: Query, ways: _Ways, i: int, rule: str) -> Finding:
    first, last, paths = int(ways.first[i]), int(ways.last[i]), ways.paths
    row = int(paths.row[np.searchsorted(paths.starts, first, "right") - 1])
    off = ways.off[first : last + 1]
    against = off[off >= value(query, ANGLE)]
    measures = (
        Measure("against", int(ways.lasted[i]) // MILLISECOND, value(query, MINIMUM), "ms"),
        Measure("travelled", int(ways.far[i]), value(query, DISTANCE), "per_mille_size"),
        Measure("off_course", int(np.median(against)), value(query, ANGLE), "degrees"),
        _moved(paths, first, last),
    )
    points, score = (int(paths.point[first]), int(paths.point[last])), score_of(tracks, row)
    at, until = int(paths.t[first]), int(paths.t[last])
    return Finding(row, *points, at, until, "", score, rule, measures)


def _moved(paths: Paths, first: int, last: int) -> Measure:
    """The way in words of the picture, with how far the object moved so."""
    dx = float(paths.x[last] - paths.x[first])
    dy = float(paths.y[last] - paths.y[first])
    if abs(dx) >= abs(dy):
        word, units = ("moving_right" if dx > 0 else "moving_left"), dx
    else:
        word, units = ("moving_down" if dy > 0 else "moving_up"), dy
    return Measure(word, int(abs(units) * 1000 / 65_535), None, "per_mille_picture")


def _flow_cells(flow: Flow) -> int:
    mask = 0
    for cell, turn in enumerate(flow.cells):
        if turn != NO_FLOW:
            for lower in range(cell, FLOW_SIDE**2, FLOW_SIDE):
                mask |= 1 << lower
    return mask
