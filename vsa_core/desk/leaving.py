"""The files of an export: each one verified, open, and looked at afresh before it leaves."""

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass

from vsa_core.desk.archive import Archive
from vsa_core.desk.identity import Identity
from vsa_core.desk.scope import Scope
from vsa_core.desk.watched import Watched
from vsa_core.domain.footage import Footage
from vsa_core.domain.moment import Span
from vsa_core.domain.ports import Cancel, FrameOpener, FrameSource, Progress
from vsa_core.errors import Refused
from vsa_core.legal.fresh import Fresh, unlooked
from vsa_core.pipeline.sweep import Lens, sweep

STAGE = "masks"
"""What progress is told of while the pictures are looked at."""


@dataclass(frozen=True, slots=True)
class Leaving:
    """One file's share of what leaves, open for reading; looked: pts spans, as `Watched` says."""

    footage: Footage
    frames: FrameSource
    span: Span
    looked: tuple[Span, ...]
    fresh: Fresh


@dataclass(frozen=True, slots=True)
class Gate:
    """What opens a file that leaves, and what looks at it; how that is told, and stopped."""

    opener: FrameOpener
    identity: Identity
    lens: Callable[[], Lens]
    progress: Progress
    cancel: Cancel

    def poll(self) -> None:
        """Refused (EXP-007) once somebody asks to stop."""
        if self.cancel():
            raise Refused("EXP-007", frames=0)


def leaving(
    archive: Archive, scope: Scope, seen: Watched, gate: Gate, open_files: ExitStack
) -> tuple[Leaving, ...]:
    """Each file of the scope, in order of time; closed with `open_files`.

    Raises Refused: CAS-050 where nobody looked closely yet, EXP-007 when
    stopped; Tampered (SRC-009); what opening and reading raise.
    """
    for footage, _ in scope.shares():
        gate.identity.verify(footage, gate.poll)
    opened = []
    for footage, span in scope.shares():
        source = gate.opener(footage, archive.packets.read(footage.digest))
        open_files.callback(source.close)
        gate.identity.same(footage)
        opened.append(Leaving(footage, source, span, seen.looked[footage.digest], unlooked()))
    if not any(one.span.overlaps(span) for one in opened for span in one.looked):
        raise Refused("CAS-050", name=opened[0].footage.name)
    lens = gate.lens()
    done = 0
    total = sum(_length(one.footage, one.span) for one in opened)
    looked = []
    for one in opened:
        looked.append(_afresh(one, lens, gate, done, total))
        done += _length(one.footage, one.span)
    return tuple(looked)


def _afresh(one: Leaving, lens: Lens, gate: Gate, done: int, total: int) -> Leaving:
    """The share with what a fresh look at it told; `done`: milliseconds looked at before it."""
    stream = one.footage.stream
    if stream is None or not any(one.span.overlaps(span) for span in one.looked):
        return one

    def tell(pts: int) -> None:
        passed = Span(one.span.start, max(min(pts, one.span.end), one.span.start + 1))
        gate.progress(done + _length(one.footage, passed), total, STAGE)

    fresh = sweep(one.frames, stream, one.span, one.looked, lens, gate.poll, tell)
    return Leaving(one.footage, one.frames, one.span, one.looked, fresh)


def _length(footage: Footage, span: Span) -> int:
    """Milliseconds of a span."""
    assert footage.stream is not None  # what leaves has pictures
    return int(1000 * (span.end - span.start) * footage.stream.time_base)
