"""Findings become events: exact addresses, corrected times, a box, a pedigree."""

from collections.abc import Iterable, Mapping
from fractions import Fraction

import numpy as np

from vsa_core.domain.event import Event, Stamp
from vsa_core.domain.footage import Footage, Recording
from vsa_core.domain.geometry import UNITS
from vsa_core.domain.moment import MICROSECONDS
from vsa_core.domain.objects import CLASSES
from vsa_core.domain.provenance import Pedigree
from vsa_core.domain.track import Tracks
from vsa_core.events.interface import EventKind, Finding
from vsa_core.search.witness import parts_of, witness


def event_of(
    kind: EventKind,
    recording: Recording,
    tracks: Tracks,
    finding: Finding,
    pedigrees: Mapping[str, Pedigree],
) -> Event:
    """The event that a finding in these tracks of a recording is; `pedigrees` by footage digest."""
    begins = witness(tracks, finding, finding.at)
    ends = witness(tracks, finding, finding.until)
    return Event(
        kind=kind.KIND,
        version=kind.VERSION,
        camera=recording.camera,
        recording=recording.name,
        track=int(tracks.number[finding.row]),
        object_class=CLASSES[int(tracks.kind[finding.row])],
        start=stamp(recording, tracks, begins, finding.at),
        end=stamp(recording, tracks, ends, finding.until),
        box=_box(tracks, begins, finding.at),
        score=finding.score,
        direction=finding.direction,
        rule=finding.rule,
        measures=finding.measures,
        pedigree=_pedigree(tracks, finding, pedigrees),
        others=tuple(int(tracks.number[row]) for row in finding.others),
    )


def stamp(recording: Recording, tracks: Tracks, row: int, at: int) -> Stamp:
    """The address of corrected time `at` in the file where the track is then.

    Between two points of one file the pts follows the earlier point; between
    two files, the earlier file while it lasts, then the later one.
    """
    files = {footage.digest: footage for footage in recording.files}
    points = tracks.points_of(row)
    before = points.start + int(np.searchsorted(tracks.t[points], at, "right")) - 1
    before = max(before, points.start)
    footage, base = _file(tracks, before, files)
    pts = int(tracks.pts[before]) + _ticks(at - int(tracks.t[before]), base)
    after = before + 1
    if after < points.stop and tracks.part[after] != tracks.part[before] and _ended(footage, pts):
        footage, base = _file(tracks, after, files)
        pts = int(tracks.pts[after]) - _ticks(int(tracks.t[after]) - at, base)
        if footage.stream is not None:
            pts = max(pts, footage.stream.span.start)
    return Stamp(footage.digest, pts, base, at if footage.clock else None)


def joined(pedigrees: Iterable[Pedigree]) -> Pedigree:
    """Several pedigrees as one, each ancestor named once, in order."""
    found = list(pedigrees)
    return Pedigree(
        footage=tuple(dict.fromkeys(name for one in found for name in one.footage)),
        segments=tuple(dict.fromkeys(name for one in found for name in one.segments)),
        detector=_each(one.detector for one in found),
        tracker=_each(one.tracker for one in found),
        settings=_each(one.settings for one in found),
        program=_each(one.program for one in found),
    )


def _each(lists: Iterable[str]) -> str:
    return ",".join(dict.fromkeys(name for names in lists for name in names.split(",")))


def _file(tracks: Tracks, point: int, files: dict[str, Footage]) -> tuple[Footage, Fraction]:
    part = tracks.parts[int(tracks.part[point])]
    return files[part.footage], part.time_base


def _ticks(microseconds: int, time_base: Fraction) -> int:
    return (Fraction(microseconds, MICROSECONDS) / time_base).__floor__()


def _ended(footage: Footage, pts: int) -> bool:
    return footage.stream is not None and pts >= footage.stream.span.end


def _box(tracks: Tracks, row: int, at: int) -> tuple[int, int, int, int]:
    """Left, top, width, height at `at`, between the points around it, within the picture."""
    points = tracks.points_of(row)
    times = tracks.t[points] - at
    x, y, w, h = (
        float(np.interp(0, times, column[points]))
        for column in (tracks.x, tracks.y, tracks.w, tracks.h)
    )
    left, top = max(0, round(x - w / 2)), max(0, round(y - h))
    right, bottom = min(UNITS, round(x + w / 2)), min(UNITS, round(y))
    return left, top, max(0, right - left), max(0, bottom - top)


def _pedigree(tracks: Tracks, finding: Finding, pedigrees: Mapping[str, Pedigree]) -> Pedigree:
    """The pedigrees of the files from the first to the last point of the finding, as one."""
    parts = parts_of(tracks, finding)
    return joined(pedigrees[tracks.parts[part].footage] for part in parts)
