"""Why a hit is one: its rule and measures, what nearly was one too, and what looked."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from vsa_core.desk.archive import Archive
from vsa_core.domain.case import Grant
from vsa_core.domain.event import Event, Measure, event_of
from vsa_core.domain.footage import Recording, recordings
from vsa_core.domain.moment import MICROSECONDS, Window
from vsa_core.domain.objects import CLASSES
from vsa_core.domain.ports import Wanted
from vsa_core.domain.query import Query, query_of
from vsa_core.domain.track import Tracks
from vsa_core.events.combining import on_camera, resolved
from vsa_core.events.interface import EventKind, Finding
from vsa_core.events.registry import kind_named
from vsa_core.store.answer_rows import KeptHit

NEAR = 300 * MICROSECONDS
"""Before and after a hit, what nearly was one is told."""

NEAREST = 3
"""Near misses told at most."""


@dataclass(frozen=True, slots=True)
class Miss:
    """What nearly was a hit: its measures, the one that fell short, and by how much.

    start, end: corrected microseconds, None without a clock claim; `by` is in
    the unit of `lacking`.
    """

    camera: str
    track: int
    object_class: str
    start: int | None
    end: int | None
    rule: str
    measures: tuple[Measure, ...]
    lacking: Measure | None
    by: int


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why one event answers its question; a combined one is explained by its parts too.

    `misses`: the nearest first; `runs`: digests of the runs of indexing whose
    settings hold.
    """

    hit: str
    kind: str
    version: int
    camera: str
    track: int
    object_class: str
    rule: str
    direction: str
    score: int
    measures: tuple[Measure, ...]
    misses: tuple[Miss, ...]
    detector: str
    tracker: str
    runs: tuple[str, ...]
    program: str
    segments: tuple[str, ...]
    footage: tuple[str, ...]
    parts: tuple["Explanation", ...] = ()


def explained(archive: Archive, kept: KeptHit, grant: Grant) -> Explanation:
    """The explanation of a kept hit; nothing of the misses lies outside the grant."""
    event = event_of(kept.fields)
    query = query_of(archive.catalogue.answers.get(kept.sequence).query)
    return _told(kept.name, event, _misses(archive, query, event, grant))


def _told(name: str, event: Event, misses: tuple[Miss, ...] = ()) -> Explanation:
    ancestors = event.pedigree
    return Explanation(
        hit=name,
        kind=event.kind,
        version=event.version,
        camera=event.camera,
        track=event.track,
        object_class=event.object_class,
        rule=event.rule,
        direction=event.direction,
        score=event.score,
        measures=event.measures,
        misses=misses,
        detector=ancestors.detector,
        tracker=ancestors.tracker,
        runs=tuple(filter(None, ancestors.settings.split(","))),
        program=ancestors.program,
        segments=ancestors.segments,
        footage=ancestors.footage,
        parts=tuple(_told(name, part) for part in event.parts),
    )


def _misses(archive: Archive, query: Query, event: Event, grant: Grant) -> tuple[Miss, ...]:
    """The nearest misses around an event, by how little they fell short; none of combined ones."""
    leaf = next((one for one in resolved(query).leaves() if one.kind == event.kind), None)
    if leaf is None:
        return ()
    kind, asked = kind_named(leaf.kind), on_camera(leaf, event.camera)
    known = {measure.name: measure for measure in event.measures}
    with archive.alone:
        shelf = archive.shelf()
        found = [
            _miss(recording, tracks, finding, known)
            for recording, wanted in _around(archive, event, grant)
            for tracks in [shelf.tracks(recording, wanted)]
            for finding in _near(kind, tracks, asked, wanted)
        ]
    found.sort(key=lambda miss: (_share(miss), miss.start or 0, miss.track))
    return tuple(found[:NEAREST])


def _around(archive: Archive, event: Event, grant: Grant) -> Iterator[tuple[Recording, Wanted]]:
    """The recordings of the event's camera, and the minutes around it within the grant."""
    files = archive.catalogue.footage.of_camera(event.camera)
    for recording in recordings(files):
        own = {footage.digest: footage for footage in recording.files}
        dated = event.start.corrected is not None and recording.files[0].clock is not None
        if not dated and event.start.footage not in own:
            continue
        home = next((f for f in files if f.digest == event.start.footage), None)
        if home is None:
            continue
        at, until = home.corrected(event.start.pts), home.corrected(event.start.pts)
        if event.end.corrected is not None:
            until = max(until, event.end.corrected)
        yield recording, _minutes(at, until, grant.window if dated else None)


def _minutes(at: int, until: int, window: Window | None) -> Wanted:
    start, end = at - NEAR, until + NEAR
    if window is not None:
        start, end = max(start, window.start), min(end, window.end)
    return Wanted(start=start, end=end)


def _near(kind: EventKind, tracks: Tracks, asked: Query, wanted: Wanted) -> Iterator[Finding]:
    start, end = wanted.start, wanted.end
    assert start is not None
    assert end is not None
    for finding in kind.misses(tracks, asked):
        if start <= finding.at and finding.until < end:
            yield finding


def _miss(
    recording: Recording, tracks: Tracks, finding: Finding, known: Mapping[str, Measure]
) -> Miss:
    dated = recording.files[0].clock is not None
    short = lacking(finding.measures, known)
    by = abs(short.value - (short.threshold or 0)) if short else 0
    return Miss(
        camera=recording.camera,
        track=int(tracks.number[finding.row]),
        object_class=CLASSES[int(tracks.kind[finding.row])],
        start=finding.at if dated else None,
        end=finding.until if dated else None,
        rule=finding.rule,
        measures=finding.measures,
        lacking=short,
        by=by,
    )


def lacking(measures: Sequence[Measure], known: Mapping[str, Measure]) -> Measure | None:
    """The measure that failed its threshold by the greatest share of it.

    On which side a measure must lie is read off the hit, which passed: below
    its threshold there, it is one of those that must not go over it.
    """
    failed = [m for m in measures if m.threshold is not None and _fails(m, known.get(m.name))]
    return max(failed, key=_short, default=None)


def _fails(measure: Measure, passed: Measure | None) -> bool:
    threshold = measure.threshold or 0
    if passed is not None and passed.value < (passed.threshold or 0):
        return measure.value > threshold
    return measure.value < threshold


def _short(measure: Measure) -> float:
    threshold = measure.threshold or 0
    return abs(measure.value - threshold) / max(abs(threshold), 1)


def _share(miss: Miss) -> float:
    return _short(miss.lacking) if miss.lacking else float("inf")
