"""When each track's anchor is in a zone, how it came there and how it went."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from vsa_core.domain.geometry import UNITS, Zone
from vsa_core.domain.query import Query
from vsa_core.domain.track import Tracks
from vsa_core.errors import WrongUsage
from vsa_core.events.anchor import ANCHOR, Floats, Ints, Paths, anchored, blocks, lift
from vsa_core.events.asked import may_answer
from vsa_core.events.border import EDGE, clearance, passing, within
from vsa_core.events.interface import Parameter, value
from vsa_core.events.settled import Booleans, Flips, Holds, flip_steps, flips_at, settled

MARGIN = Parameter("margin", 100, 0, 1000, "per_mille_size")
"""How far outside the border a track must be to have left, per mille of the box."""

SETTLE = Parameter("settle", 200, 0, 10_000, "ms")
"""A visit, or an absence between two visits, that is shorter than this is jitter."""

REACH = Parameter("edge", 250, 0, 2000, "per_mille_size")
"""A box this near the picture's edge comes in, or goes out, by the edge."""

SHARED = (ANCHOR, MARGIN, SETTLE, REACH)
"""The sliders of every kind that stands on presence."""

BORDER, EDGE_OF_PICTURE, MIDDLE = 0, 1, 2
"""How a visit began or ended: across the zone's border, by the picture's edge, in full view."""

FILM = 500_000
"""Microseconds from the first or last picture within which the film, not the object, decides."""


@dataclass(frozen=True, slots=True)
class Visits:
    """Times that tracks spent in a zone, as columns of n rows, in order of track row and time.

    row: track row; first, last: point rows of the first and last point
    inside; since, until: corrected microseconds; came, went: BORDER,
    EDGE_OF_PICTURE or MIDDLE; came_gap, went_gap: the box's distance to the
    picture's edge at that point, per mille of the box; opens, closes: whether
    the film begins or ends with the object inside.
    """

    row: Ints
    first: Ints
    last: Ints
    since: Ints
    until: Ints
    came: NDArray[np.int8]
    went: NDArray[np.int8]
    came_gap: Ints
    went_gap: Ints
    opens: Booleans
    closes: Booleans

    def __len__(self) -> int:
        return len(self.row)


def zone_of(query: Query, kind: str) -> Zone:
    """The question's zone. Raises WrongUsage (EVT-002) when it has none."""
    if isinstance(query.place, Zone):
        return query.place
    raise WrongUsage("EVT-002", kind=kind, place="zone")


def visits(tracks: Tracks, query: Query, zone: Zone, settle: int | None = None) -> Visits:
    """Every visit to the zone by the tracks of the question.

    A track is inside as soon as its anchor is; it has left once it is clear
    of the border by MARGIN, and the instant is its last step over the border.
    A visit that begins at the border began outside in plain view; one that
    begins with the track itself is told by the picture's edge, or is MIDDLE.
    Lost from view is never left. `settle` replaces the question's SETTLE.
    """
    lifts = lift(tracks, query)
    rows = may_answer(_visitors(tracks, zone, lifts), tracks, query)
    paths = anchored(tracks, rows, lifts)
    inner = within(zone, paths.x, paths.y)
    signs = np.where(inner, 1, -1).astype(np.int8)
    flips = _flips(paths, zone, flip_steps(paths, signs))
    sure = inner | _clear(paths, zone, inner, value(query, MARGIN))
    patience = value(query, SETTLE) if settle is None else settle
    holds = settled(paths, signs, sure, flips, patience)
    return _visits(tracks, paths, flips, holds, value(query, REACH))


def _visitors(tracks: Tracks, zone: Zone, lifts: Floats) -> Ints:
    found = [np.zeros(0, np.int64)]
    for block in blocks(tracks, lifts):
        inner = within(zone, block.x, block.y)
        found.append(block.rows[np.logical_or.reduceat(inner, block.starts)])
    return np.concatenate(found)


def _clear(paths: Paths, zone: Zone, inner: Booleans, margin: int) -> Booleans:
    """(m,) points outside by at least `margin` per mille of the box."""
    clear = ~inner
    out = np.flatnonzero(clear)
    away = clearance(zone, paths.x[out], paths.y[out], paths.w[out], paths.h[out])
    clear[out] = away * 1000 >= margin
    return clear


def _flips(paths: Paths, zone: Zone, before: Ints) -> Flips:
    after = before + 1
    share = passing(zone, paths.x[before], paths.y[before], paths.x[after], paths.y[after])
    return flips_at(paths, before, share)


def _visits(tracks: Tracks, paths: Paths, flips: Flips, holds: Holds, reach: int) -> Visits:
    chosen = np.flatnonzero(holds.side > 0)
    left = np.append(holds.follows[1:], False)[: len(holds.path)]
    first, last, path = holds.first[chosen], holds.last[chosen], holds.path[chosen]
    crossed_in, crossed_out = holds.follows[chosen], left[chosen]
    came_gap = _edge_gap(tracks, paths.point[first])
    went_gap = _edge_gap(tracks, paths.point[last])
    return Visits(
        row=paths.row[path],
        first=paths.point[first],
        last=paths.point[last],
        since=_instants(paths, flips, first - 1, first, paths.starts[path] < first),
        until=_instants(paths, flips, last, last, last < paths.starts[path + 1] - 1),
        came=_how(crossed_in, came_gap <= reach),
        went=_how(crossed_out, went_gap <= reach),
        came_gap=came_gap,
        went_gap=went_gap,
        opens=~crossed_in & (_into_film(tracks, paths.point[first]) <= FILM),
        closes=~crossed_out & (_left_of_film(tracks, paths.point[last]) <= FILM),
    )


def _instants(paths: Paths, flips: Flips, step: Ints, point: Ints, flipped: Booleans) -> Ints:
    """The instant of the step over the border where there is one, of the point where not."""
    at = paths.t[point]
    if len(flips.before):
        found = np.searchsorted(flips.before, step[flipped], "left")
        at[flipped] = flips.at[found]
    return at


def _how(crossed: Booleans, near: Booleans) -> NDArray[np.int8]:
    seen = np.where(near, EDGE_OF_PICTURE, MIDDLE)
    return np.where(crossed, BORDER, seen).astype(np.int8)


def _edge_gap(tracks: Tracks, point: Ints) -> Ints:
    """(n,) distance of each box to the nearest edge of the picture, per mille of the box."""
    x, y, w, h = (column[point] for column in (tracks.x, tracks.y, tracks.w, tracks.h))
    wide, tall = np.maximum(w, 1.0), np.maximum(h, 1.0)
    gaps = (
        (x - w / 2 - EDGE) / wide,
        (UNITS - x - w / 2 - EDGE) / wide,
        (y - h - EDGE) / tall,
        (UNITS - y - EDGE) / tall,
    )
    nearest: Floats = np.minimum.reduce(gaps)
    gap: Ints = np.floor(np.maximum(nearest, 0.0) * 1000).astype(np.int64)
    return gap


def _into_film(tracks: Tracks, point: Ints) -> Floats:
    """(n,) how far into the film each point lies, in microseconds.

    The files of a recording are laid end to end: the pauses between them, of
    at most two seconds, are left out.
    """
    ticks = np.array([float(part.time_base * 1_000_000) for part in tracks.parts])
    starts = np.array([part.span.start for part in tracks.parts], np.int64)
    lengths = _lengths(tracks)
    before, part = np.cumsum(lengths) - lengths, tracks.part[point]
    into: Floats = before[part] + (tracks.pts[point] - starts[part]) * ticks[part]
    return into


def _left_of_film(tracks: Tracks, point: Ints) -> Floats:
    """(n,) how much of the film is left after each point, in microseconds."""
    left: Floats = _lengths(tracks).sum() - _into_film(tracks, point)
    return left


def _lengths(tracks: Tracks) -> Floats:
    spans = [(part.span.end - part.span.start) * part.time_base for part in tracks.parts]
    return np.array([float(span * 1_000_000) for span in spans])
