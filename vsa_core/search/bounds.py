"""What may be told of a finding: the question's window is touched, the basis' window is kept."""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from vsa_core.domain.case import Grant
from vsa_core.domain.moment import Span, Window
from vsa_core.domain.query import Query
from vsa_core.domain.track import Part, Tracks
from vsa_core.events.interface import EventKind, Finding

Told = tuple[Tracks, Finding]
"""A finding, and the tracks whose rows it names."""


def within_bounds(
    kind: EventKind, tracks: Tracks, query: Query, camera: str, grant: Grant
) -> list[Told]:
    """What the kind finds and the question and its grant let through.

    Kinds see whole tracks, so that an instant near the edge of a window is
    right. A finding is told when it shares an instant with the question's
    window and lies wholly within the grant. One that sticks out of the grant
    is judged again on its track cut to the grant's window: a stay that began
    before it is told from the window's beginning if what is inside makes a
    stay, and nothing outside weighs in. What a kind finds in several tracks
    together is judged once, on all of them cut to the grant's window: what one
    track did outside would weigh in on what is told of another.
    """
    if camera not in grant.cameras:
        return []
    if kind.MANY:
        tracks = tracks if grant.window is None else all_cut_to(tracks, grant.window)
        together = kind.find(tracks, query)
        return [(tracks, finding) for finding in together if in_window(finding, query.window)]
    found = kind.find(tracks, query)
    told = [(tracks, finding) for finding in found if in_grant(finding, grant.window)]
    if grant.window is not None:
        told += _judged_again(kind, tracks, query, found, grant.window)
    return [pair for pair in told if in_window(pair[1], query.window)]


def in_window(finding: Finding, window: Window | None) -> bool:
    """Whether the finding shares an instant with the window."""
    return window is None or (finding.at < window.end and finding.until >= window.start)


def in_grant(finding: Finding, window: Window | None) -> bool:
    """Whether the finding begins and ends within the window."""
    return window is None or (window.start <= finding.at and finding.until < window.end)


def _judged_again(
    kind: EventKind, tracks: Tracks, query: Query, found: list[Finding], window: Window
) -> list[Told]:
    out = [f for f in found if in_window(f, window) and not in_grant(f, window)]
    told: list[Told] = []
    for row in dict.fromkeys(f.row for f in out):
        cut = cut_to(tracks, row, window)
        spans = [(f.at, f.until) for f in out if f.row == row]
        told += [
            (cut, finding)
            for finding in kind.find(cut, query)
            if any(finding.at <= until and at <= finding.until for at, until in spans)
        ]
    return told


def cut_to(tracks: Tracks, row: int, window: Window) -> Tracks:
    """One track with its points within the window; the film is cut to these points too.

    No track at all when none of its points lies there.
    """
    points = tracks.points_of(row)
    kept = np.arange(points.start, points.stop)
    return _of_points(tracks, kept[_inside(tracks.t[points], window)])


def all_cut_to(tracks: Tracks, window: Window) -> Tracks:
    """Every track that has points within the window, with these points; the film is cut too."""
    inside = _inside(tracks.t, window)
    return tracks if inside.all() else _of_points(tracks, np.flatnonzero(inside))


def _inside(times: NDArray[np.int64], window: Window) -> NDArray[np.bool_]:
    inside: NDArray[np.bool_] = (times >= window.start) & (times < window.end)
    return inside


def _of_points(tracks: Tracks, kept: NDArray[np.int64]) -> Tracks:
    """The tracks of these point rows, in order, and nothing else of them."""
    owner = np.searchsorted(tracks.starts, kept, "right") - 1
    rows, first = np.unique(owner, return_index=True)
    columns = {name: getattr(tracks, name)[kept] for name in ("t", "pts", "part", *"xywh")}
    heads = {name: getattr(tracks, name)[rows] for name in ("number", "kind", "score", "colours")}
    parts = tuple(
        _part(part, tracks.pts[kept[tracks.part[kept] == place]])
        for place, part in enumerate(tracks.parts)
    )
    starts = np.append(first, len(kept)).astype(np.int64)
    return replace(tracks, parts=parts, starts=starts, **columns, **heads)


def _part(part: Part, pts: NDArray[np.int64]) -> Part:
    start = int(pts.min()) if len(pts) else part.span.start
    return replace(part, span=Span(start, int(pts.max()) + 1 if len(pts) else start))
