"""Footage to observations, slice by slice: what is finished stays finished, whatever happens."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field

from vsa_core.domain.coverage import Level
from vsa_core.domain.footage import Footage, PacketIndex, Stream
from vsa_core.domain.moment import Span
from vsa_core.domain.ports import Cancel, FrameOpener, FrameSource, Progress, SegmentShelf
from vsa_core.domain.provenance import Canonical
from vsa_core.errors import Unreadable
from vsa_core.pipeline.observe import Eyes, Observed, observe
from vsa_core.pipeline.slices import slices
from vsa_core.store.catalog import Catalog
from vsa_core.store.packets import Packets
from vsa_core.store.run_rows import Slice

MILLISECONDS = 1000


class Stopped(Exception):
    """The errand was asked to stop in the middle of something; what was finished is kept."""


@dataclass(frozen=True, slots=True)
class Means:
    """What indexing works with: how to open and check a file, what looks, and where it is kept.

    `allowed` gives the part of a footage that the basis lets be looked at, on
    its pts axis, or None. `check` reads the whole file against its digest and
    calls what it is given every few milliseconds; `same` says at once that
    nobody touched the file since. `alone` keeps other threads from the case's
    files while a slice is put down.
    """

    allowed: Callable[[Footage], Span | None]
    opener: FrameOpener
    check: Callable[[Footage, Callable[[], None]], None]
    same: Callable[[Footage], None]
    eyes: Eyes
    catalog: Catalog
    segments: SegmentShelf
    packets: Packets
    alone: AbstractContextManager[object]


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

    `progress` hears milliseconds of footage: of what is still to be looked at
    in this call, so that what an earlier call finished, or the basis leaves
    out, neither lengthens nor shortens an estimate. `cancel` is asked every
    few milliseconds, and may take its time: nothing is locked meanwhile.
    """
    report = Report(run=_run(means, files, fields))
    work = _Work(means, level, report, _Bar(progress), cancel)
    plans = work.plans(files)
    work.bar.begin(plans)
    for plan in plans:
        try:
            work.file(plan)
        except Unreadable as fault:
            report.failures.append((plan.footage.name, fault.code))
            work.bar.give_up(plan)
            continue
        except Stopped:
            report.cancelled = True
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
class _Plan:
    """What is to be done of one file; `done` grows in milliseconds as slices are finished."""

    footage: Footage
    stream: Stream
    packets: PacketIndex
    todo: list[Span]
    done: int = 0

    @property
    def left(self) -> int:
        """Milliseconds of footage still to be looked at."""
        return sum(self.length(span) for span in self.todo) - self.done

    def length(self, span: Span) -> int:
        return ((span.end - span.start) * self.stream.time_base * MILLISECONDS).__floor__()


@dataclass(slots=True)
class _Work:
    """One call of `index`, file after file, slice after slice."""

    means: Means
    level: Level
    report: Report
    bar: "_Bar"
    cancel: Cancel

    def plans(self, files: Sequence[Footage]) -> list[_Plan]:
        """What this call has to do of each file; one whose index is lost is a failure."""
        found = []
        for footage in files:
            allowed = self.means.allowed(footage)
            if footage.stream is None or allowed is None:
                continue
            try:
                packets = self.means.packets.read(footage.digest)
            except Unreadable as fault:
                self.report.failures.append((footage.name, fault.code))
                continue
            todo = self._unfinished(footage, footage.stream, packets, allowed)
            found.append(_Plan(footage, footage.stream, packets, todo))
        return found

    def file(self, plan: _Plan) -> None:
        if not plan.todo:
            return
        self.means.check(plan.footage, self._poll)
        try:
            self._slices(plan)
        except Stopped:
            # Not the whole reading again, which may take minutes: nobody touched the file.
            self.means.same(plan.footage)
            raise
        # The bytes that were looked at are the bytes that were admitted, still.
        self.means.check(plan.footage, self._poll)

    def _poll(self) -> None:
        if self.cancel():
            raise Stopped

    def _unfinished(
        self, footage: Footage, stream: Stream, packets: PacketIndex, allowed: Span
    ) -> list[Span]:
        known = self.means.catalog.runs.slices(footage.digest)
        finished = {s.span for s in known if s.run == self.report.run}
        inside = (span.clipped(allowed) for span in slices(stream, packets))
        return [span for span in inside if span is not None and span not in finished]

    def _slices(self, plan: _Plan) -> None:
        source = self.means.opener(plan.footage, plan.packets)
        try:
            for span in plan.todo:
                self._slice(source, plan, span)
        finally:
            source.close()

    def _slice(self, source: FrameSource, plan: _Plan, span: Span) -> None:
        def tell(pts: int) -> None:
            self.bar.reach(plan, Span(span.start, max(span.start, pts)))

        observed = observe(
            source,
            plan.footage,
            plan.stream,
            span,
            self.level,
            self.means.eyes,
            self._poll,
            tell,
        )
        self._put(plan.footage, span, observed)
        plan.done += plan.length(span)
        self.bar.finish(plan, span)

    def _put(self, footage: Footage, span: Span, observed: Observed) -> None:
        """Seal a slice and enter it in the catalogue; in between its file belongs to nobody."""
        segment, run = observed.segment, self.report.run
        with self.means.alone:
            record = None
            if len(segment.table):
                record = self.means.segments.write(segment, footage.camera, run)
            name = record.name if record else None
            done = Slice(run, footage.digest, span, name, observed.stretches)
            self.means.catalog.runs.finish(done, record)
        self.report.slices += 1
        self.report.frames += observed.frames
        self.report.tracks += len(segment.table)
        self.report.points += len(segment.points)


class _Bar:
    """Progress in milliseconds of footage, over what this call has to do."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._total = 0
        self._done = 0

    def begin(self, plans: Sequence[_Plan]) -> None:
        self._total = sum(plan.left for plan in plans)
        first = next((plan.footage.name for plan in plans if plan.todo), "")
        self._progress(0, self._total, first)

    def reach(self, plan: _Plan, passed: Span) -> None:
        self._progress(self._done + plan.length(passed), self._total, plan.footage.name)

    def finish(self, plan: _Plan, span: Span) -> None:
        self._done += plan.length(span)
        self._progress(self._done, self._total, plan.footage.name)

    def give_up(self, plan: _Plan) -> None:
        """What cannot be looked at is no longer to be done."""
        self._total -= plan.left
        self._progress(self._done, self._total, plan.footage.name)
