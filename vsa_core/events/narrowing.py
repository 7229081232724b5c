"""Which tracks a question's filters let through, and what they measured."""

import numpy as np
from numpy.typing import NDArray

from vsa_core.domain.event import Measure
from vsa_core.domain.filters import METRIC, Colours, Filter, Heading, Hours, Range
from vsa_core.domain.query import Query
from vsa_core.domain.track import Tracks
from vsa_core.events.anchor import Ints
from vsa_core.events.bearing import aside, bearings
from vsa_core.events.colour_share import NONE, shares
from vsa_core.events.ground_plane import height_error, speed_error
from vsa_core.events.motion_measures import measured, plane_of

UNITS_OF = {
    "size": "per_mille_picture",
    "speed": "per_mille_height_s",
    "duration": "ms",
    "score": "per_mille",
    "metres": "mm",
    "metric_speed": "mm_s",
}
"""The unit of each range, a key of `kinds.toml`."""

Booleans = NDArray[np.bool_]


def let_through(rows: Ints, tracks: Tracks, query: Query) -> Ints:
    """Those of the track rows that every filter lets through, in the same order.

    Hours are about an event, not a track: they rule nothing out here. A track
    without points has nothing to be measured by. Metric ranges need the
    question as it is put to one camera (`combining.on_camera`): Bug (EVT-058).
    """
    asked = track_filters(query)
    if asked:
        rows = rows[np.diff(tracks.starts)[rows] > 0]
    for narrowed in asked:
        rows = rows[_passing(narrowed, tracks, rows, query)]
    return rows


def track_filters(query: Query) -> tuple[Filter, ...]:
    """The filters that are about tracks."""
    return tuple(narrowed for narrowed in query.filters if not isinstance(narrowed, Hours))


def filter_measures(tracks: Tracks, row: int, query: Query) -> tuple[Measure, ...]:
    """What each filter measured of one track, beside its thresholds; it has points."""
    rows = np.array([row], np.int64)
    told: list[Measure] = []
    for narrowed in track_filters(query):
        match narrowed:
            case Colours(where, _, share):
                value = int(shares(tracks, rows, narrowed)[0])
                told.append(Measure(f"colour_{where}", value, share, "per_mille_part"))
            case Heading(towards, spread):
                value = int(aside(bearings(tracks, rows, query), towards)[0])
                told.append(Measure("heading_aside", value, spread, "degrees"))
            case Range():
                told += _range_measures(narrowed, tracks, rows, query)
            case Hours():
                pass
    return tuple(told)


def _passing(narrowed: Filter, tracks: Tracks, rows: Ints, query: Query) -> Booleans:
    match narrowed:
        case Colours(_, _, share):
            borne: Booleans = shares(tracks, rows, narrowed) >= share
            return borne
        case Range(what, low, high):
            value = measured(what, tracks, rows, query)
            kept: Booleans = value != NONE
            if low is not None:
                kept &= value >= low
            return kept if high is None else kept & (value <= high)
        case Heading(towards, spread):
            off = aside(bearings(tracks, rows, query), towards)
            ahead: Booleans = (off != NONE) & (off <= spread)
            return ahead
        case Hours():
            return np.ones(len(rows), np.bool_)


def _range_measures(asked: Range, tracks: Tracks, rows: Ints, query: Query) -> list[Measure]:
    value, unit = int(measured(asked.what, tracks, rows, query)[0]), UNITS_OF[asked.what]
    told: list[Measure] = []
    if asked.low is not None:
        told.append(Measure(f"{asked.what}_least", value, asked.low, unit))
    if asked.high is not None:
        told.append(Measure(f"{asked.what}_most", value, asked.high, unit))
    if asked.what in METRIC:
        told += _error(asked.what, tracks, int(rows[0]), query, unit)
    return told


def _error(what: str, tracks: Tracks, row: int, query: Query, unit: str) -> list[Measure]:
    """By how much clicks that are a little off may have changed the measure.

    Of a height at the middle of the track, of a speed from end to end; nothing
    when the ground as fitted again ends before the track does.
    """
    plane, points = plane_of(query), tracks.points_of(row)
    x, y, h = (column[points].tolist() for column in (tracks.x, tracks.y, tracks.h))
    if what == "metres":
        middle = len(x) // 2
        off = height_error(plane, x[middle], y[middle], h[middle])
    else:
        lasted = int(tracks.t[points.stop - 1] - tracks.t[points.start])
        off = speed_error(plane, (x[0], y[0]), (x[-1], y[-1]), lasted)
    return [Measure(f"{what}_error", int(np.ceil(off)), None, unit)] if np.isfinite(off) else []
