"""Footage to observations, slice by slice: what is finished stays finished, whatever happens."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from vsa_core.domain.coverage import Level
from vsa_core.domain.footage import Footage, PacketIndex, Stream
from vsa_core.domain.moment import Span
from vsa_core.domain.ports import Cancel, FrameOpener, FrameSource, Progress, SegmentShelf
from vsa_core.domain.provenance import Canonical
from vsa_core.errors import Unreadable
from vsa_core.pipeline.observe import Eyes, observe
from vsa_core.pipeline.slices import slices
from vsa_core.store.catalog import Catalog
from vsa_core.store.packets import Packets
from vsa_core.store.run_rows import Slice

MILLISECONDS = 1000


@dataclass(frozen=True, slots=True)
class Means:
    """What indexing works with: how to open and check a file, what looks, and where it is kept.

    `allowed` gives the part of a footage that the basis lets be looked at, on
    its pts axis, or None.
    """

    allowed: Callable[[Footage], Span | None]
    opener: FrameOpener
    check: Callable[[Footage], None]
    eyes: Eyes
    catalog: Catalog
    segments: SegmentShelf
    packets: Packets


@dataclass(slots=True)
class Report:
    """What a run of indexing did: files, slices, tracks, points, frames looked at, failures."""

    run: str = ""
    files: int = 0
    slices: int = 0
    tracks: int = 0
    points: int = 0
    frames: int = 0
    failures: list[tuple[str, str]] = field(default_factory=list)
    cancelled: bool = False


def index(
    means: Means,
    files: Sequence[Footage],
    level: Level,
    fields: Mapping[str, Canonical],
    progress: Progress,
    cancel: Cancel,
) -> Report:
    """Look at every slice of `files` that this run has not finished yet.

    `fields` describe the run (detector, tracker, level, settings, program)
    and name it. Each slice is sealed, synced and entered in the catalogue in
    one transaction before the next begins. A file that cannot be read goes
    into the failures and the rest goes on; Tampered stops everything. Files
    of which the basis lets nothing be looked at are not counted.
    """
    report = Report(run=_run(means, files, fields))
    chosen = [(f, f.stream) for f in files if f.stream and means.allowed(f)]
    work = _Work(means, level, report, _Bar(progress, [stream for _, stream in chosen]), cancel)
    for footage, stream in chosen:
        try:
            work.file(footage, stream)
        except Unreadable as fault:
            report.failures.append((footage.name, fault.code))
            continue
        if report.cancelled:
            break
        report.files += 1
    return report


def _run(means: Means, files: Sequence[Footage], fields: Mapping[str, Canonical]) -> str:
    """The run's digest; asking again for what was superseded, or lost, makes a new run."""
    catalog = means.catalog
    gone = {s.run for f in files for s in catalog.runs.slices(f.digest, superseded=True)}
    live = [s for f in files for s in catalog.runs.slices(f.digest)]
    gone |= {s.run for s in live if s.segment and not means.segments.path(s.segment).exists()}
    again = 0
    while (run := catalog.runs.add({**fields, "again": again}).digest) in gone:
        again += 1
    return run


@dataclass(slots=True)
class _Work:
    """One call of `index`, file after file, slice after slice."""

    means: Means
    level: Level
    report: Report
    bar: "_Bar"
    cancel: Cancel

    def file(self, footage: Footage, stream: Stream) -> None:
        packets = self.means.packets.read(footage.digest)
        todo = self._unfinished(footage, stream, packets)
        if todo:
            self.means.check(footage)
            self._slices(footage, stream, packets, todo)
            # The bytes that were looked at are the bytes that were admitted, still.
            self.means.check(footage)
        self.bar.finish(stream)

    def _unfinished(self, footage: Footage, stream: Stream, packets: PacketIndex) -> list[Span]:
        known = self.means.catalog.runs.slices(footage.digest)
        finished = {s.span for s in known if s.run == self.report.run}
        allowed = self.means.allowed(footage)
        if allowed is None:
            return []
        inside = (span.clipped(allowed) for span in slices(stream, packets))
        return [span for span in inside if span is not None and span not in finished]

    def _slices(
        self, footage: Footage, stream: Stream, packets: PacketIndex, todo: Sequence[Span]
    ) -> None:
        source = self.means.opener(footage, packets)
        try:
            for span in todo:
                if self.report.cancelled:
                    return
                self._slice(source, footage, stream, span)
        finally:
            source.close()

    def _slice(self, source: FrameSource, footage: Footage, stream: Stream, span: Span) -> None:
        def tell(pts: int) -> None:
            self.bar.reach(stream, pts, footage.name)

        eyes = self.means.eyes
        observed = observe(source, footage, stream, span, self.level, eyes, self.cancel, tell)
        if observed is None:
            self.report.cancelled = True
            return
        record = None
        if len(observed.segment.table):
            record = self.means.segments.write(observed.segment, footage.camera, self.report.run)
        name = record.name if record else None
        done = Slice(self.report.run, footage.digest, span, name, observed.stretches)
        self.means.catalog.runs.finish(done, record)
        self.report.slices += 1
        self.report.frames += observed.frames
        self.report.tracks += len(observed.segment.table)
        self.report.points += len(observed.segment.points)


class _Bar:
    """Progress in milliseconds of footage, over all files."""

    def __init__(self, progress: Progress, streams: Sequence[Stream]) -> None:
        self._progress = progress
        self._total = sum(_length(stream) for stream in streams)
        self._done = 0

    def reach(self, stream: Stream, pts: int, what: str) -> None:
        inside = (pts - stream.span.start) * stream.time_base * MILLISECONDS
        self._progress(self._done + inside.__floor__(), self._total, what)

    def finish(self, stream: Stream) -> None:
        self._done += _length(stream)


def _length(stream: Stream) -> int:
    return (stream.seconds * MILLISECONDS).__floor__()
