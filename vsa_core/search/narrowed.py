"""What one question without parts finds in the tracks of a recording, filters and hours kept."""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from vsa_core.domain.case import Grant
from vsa_core.domain.filters import Hours
from vsa_core.domain.moment import Window
from vsa_core.domain.query import Query
from vsa_core.domain.track import Tracks
from vsa_core.events.asked import may_answer
from vsa_core.events.combining import asks, on_camera
from vsa_core.events.hours import in_hours
from vsa_core.events.interface import Finding
from vsa_core.events.narrowing import filter_measures, track_filters
from vsa_core.events.registry import kind_named
from vsa_core.search.bounds import Told, all_cut_to, cut_to, within_bounds

Ints = NDArray[np.int64]


def judged(query: Query, tracks: Tracks, camera: str, grant: Grant) -> list[Told]:
    """The findings of a resolved question without parts that may be told, in the kind's order.

    Each carries what the filters measured beside its own measures. Where the
    basis has a window, the filters see of each track what lies in it, and
    nothing outside weighs in.
    """
    if not asks(query, camera) or camera not in grant.cameras:
        return []
    put = on_camera(query, camera)
    world, asked = _sieved(tracks, put, grant.window)
    hours = [narrowed for narrowed in query.filters if isinstance(narrowed, Hours)]
    found = within_bounds(kind_named(query.kind), world, asked, camera, grant)
    return [
        (told, _explained(told, finding, put, grant.window))
        for told, finding in found
        if all(in_hours(one, finding.at) for one in hours)
    ]


def _explained(tracks: Tracks, finding: Finding, query: Query, window: Window | None) -> Finding:
    """The finding with what each filter measured of its track, as far as it lies in the window."""
    if not track_filters(query):
        return finding
    row = finding.row
    if window is not None:
        tracks, row = cut_to(tracks, row, window), 0
    return replace(finding, measures=finding.measures + filter_measures(tracks, row, query))


def _sieved(tracks: Tracks, query: Query, window: Window | None) -> tuple[Tracks, Query]:
    """Tracks and question for the kind, which narrows down by itself where whole tracks count.

    When a track sticks out of the basis' window, the tracks are chosen here,
    by what of each lies within, and the kind is handed no filter any more.
    """
    if window is None or not track_filters(query) or not _sticks_out(tracks, window):
        return tracks, query
    inside = all_cut_to(tracks, window)
    rows = np.flatnonzero(np.isin(tracks.number, inside.number)).astype(np.int64)
    chosen = rows[may_answer(np.arange(len(inside)), inside, query)]
    return _only(tracks, chosen), replace(query, filters=())


def _sticks_out(tracks: Tracks, window: Window) -> bool:
    return bool(((tracks.t < window.start) | (tracks.t >= window.end)).any())


def _only(tracks: Tracks, rows: Ints) -> Tracks:
    """Some of the tracks, whole, in their order; the film is the same."""
    counts = np.diff(tracks.starts)
    chosen = np.zeros(len(tracks), np.bool_)
    chosen[rows] = True
    points = np.repeat(chosen, counts)
    columns = {name: getattr(tracks, name)[points] for name in ("t", "pts", "part", *"xywh")}
    heads = {name: getattr(tracks, name)[rows] for name in ("number", "kind", "score", "colours")}
    starts = np.append(0, np.cumsum(counts[rows])).astype(np.int64)
    return replace(tracks, starts=starts, **columns, **heads)
