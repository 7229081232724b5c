"""What a range is held against: size, speed, duration and score of tracks, and the metric ones."""

from collections.abc import Callable, Mapping

import numpy as np
from numpy.typing import NDArray

from vsa_core.domain.geometry import UNITS
from vsa_core.domain.ground import Ground
from vsa_core.domain.query import Query
from vsa_core.domain.track import Tracks
from vsa_core.errors import Bug
from vsa_core.events.anchor import Floats, Ints, Paths, anchored, lift
from vsa_core.events.colour_share import NONE
from vsa_core.events.ground_plane import Plane, fitted, heights, places

STRIDE = 500_000
"""Microseconds over which a speed is taken: from one picture to the next, a box that shakes by
one pixel would seem to run."""

MOST = 2**53 - 1
"""The greatest measure: what canonical numbers hold."""

Booleans = NDArray[np.bool_]


def measured(what: str, tracks: Tracks, rows: Ints, query: Query) -> Ints:
    """(n,) the measure of that name (`filters.RANGES`) of tracks in `rows`, which have points.

    Integers, rounded down, in the units of `filters.RANGES`; NONE where there
    is nothing to measure: beyond the horizon of the calibrated ground.
    """
    found = _MEASURES[what](tracks, rows, query)
    known = np.isfinite(found)
    return np.where(known, np.minimum(np.where(known, found, 0.0), MOST), NONE).astype(np.int64)


def plane_of(query: Query) -> Plane:
    """The ground of the question's one camera.

    Raises Bug (EVT-058) when the question was not put to one calibrated
    camera (`combining.on_camera`), WrongUsage as `ground_plane.fitted` does.
    """
    if len(query.grounds) != 1:
        raise Bug("EVT-058", grounds=len(query.grounds))
    ground: Ground = query.grounds[0]
    return fitted(ground)


def steps(paths: Paths) -> tuple[Ints, Ints]:
    """Pairs of points STRIDE apart on each path: from each point to the first so much later.

    A path shorter than that gives one pair, of its ends; two (k,) columns of
    points, in order of path.
    """
    length = np.diff(paths.starts)
    begin = np.repeat(paths.t[paths.starts[:-1]], length)
    room = int((paths.t - begin).max(initial=0)) + 2 * STRIDE + 2
    spread = paths.t - begin + paths.path * room
    ahead = np.searchsorted(spread, spread + STRIDE, "left").astype(np.int64)
    last = np.repeat(paths.starts[1:] - 1, length)
    first = np.arange(len(spread)) == np.repeat(paths.starts[:-1], length)
    near = (ahead <= last) | first
    return np.flatnonzero(near).astype(np.int64), np.minimum(ahead, last)[near]


def medians(values: Floats, starts: Ints) -> Floats:
    """(n,) median of the values `starts[i]` to `starts[i + 1]`, NaN left out; NaN of none."""
    owner = np.repeat(np.arange(len(starts) - 1), np.diff(starts))
    known = np.isfinite(values)
    order = np.lexsort((values[known], owner[known]))
    ordered = np.append(values[known][order], np.nan)
    counts = np.bincount(owner[known], minlength=len(starts) - 1)
    ends = np.cumsum(counts)
    begins, none = ends - counts, len(ordered) - 1
    low = np.where(counts > 0, begins + (counts - 1) // 2, none)
    high = np.where(counts > 0, begins + counts // 2, none)
    middle: Floats = (ordered[low] + ordered[high]) / 2
    return middle


def _size(tracks: Tracks, rows: Ints, query: Query) -> Floats:
    paths = _feet(tracks, rows)
    return medians(paths.h, paths.starts) * 1000 / UNITS


def _speed(tracks: Tracks, rows: Ints, query: Query) -> Floats:
    paths = anchored(tracks, rows, lift(tracks, query))
    width, height = tracks.picture
    before, after = steps(paths)
    across = (paths.x[after] - paths.x[before]) * (width / height)
    tall = np.maximum((paths.h[after] + paths.h[before]) / 2, 1.0)
    moved = np.hypot(across, paths.y[after] - paths.y[before]) / tall
    return _paced(paths, before, after, moved * 1000)


def _duration(tracks: Tracks, rows: Ints, query: Query) -> Floats:
    first, last = tracks.starts[rows], tracks.starts[rows + 1] - 1
    return ((tracks.t[last] - tracks.t[first]) // 1000).astype(np.float64)


def _score(tracks: Tracks, rows: Ints, query: Query) -> Floats:
    return tracks.score[rows].astype(np.float64) * 1000 / 255


def _metres(tracks: Tracks, rows: Ints, query: Query) -> Floats:
    paths = _feet(tracks, rows)
    return medians(heights(plane_of(query), paths.x, paths.y, paths.h), paths.starts)


def _metric_speed(tracks: Tracks, rows: Ints, query: Query) -> Floats:
    paths = _feet(tracks, rows)
    east, north = places(plane_of(query), paths.x, paths.y)
    before, after = steps(paths)
    moved = np.hypot(east[after] - east[before], north[after] - north[before])
    return _paced(paths, before, after, moved)


def _feet(tracks: Tracks, rows: Ints) -> Paths:
    return anchored(tracks, rows, np.zeros(len(tracks)))


def _paced(paths: Paths, before: Ints, after: Ints, moved: Floats) -> Floats:
    """(n,) median over the steps of each path of what it moved in a second; 0 of a lone point."""
    lasted = np.maximum(paths.t[after] - paths.t[before], 1)  # a lone point moves nothing
    pace = moved * 1_000_000 / lasted
    starts = np.searchsorted(before, paths.starts).astype(np.int64)
    return medians(pace, starts)


_MEASURES: Mapping[str, Callable[[Tracks, Ints, Query], Floats]] = {
    "size": _size,
    "speed": _speed,
    "duration": _duration,
    "score": _score,
    "metres": _metres,
    "metric_speed": _metric_speed,
}
