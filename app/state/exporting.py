"""An export on its way: what is to leave, how far it is, what came of it."""

from dataclasses import dataclass
from enum import StrEnum
from itertools import count
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.state.session import Session
from app.tasks import Job
from app.times import iso
from vsa_core.desk.exports import CheckedExport, Exported
from vsa_core.desk.reviews import Judged
from vsa_core.desk.scope import INSTANT, LONGEST, Wish
from vsa_core.domain.event import Hit
from vsa_core.domain.moment import Window
from vsa_core.errors import Fault

STOPPED = "EXP-007"
"""The code by which the desk says that it stopped because it was asked to."""


class Step(StrEnum):
    """How far the export has come."""

    CHOOSING = "choosing"
    WRITING = "writing"
    STOPPING = "stopping"
    STOPPED = "stopped"
    WRITTEN = "written"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Leaving:
    """What is to leave: hits of one recording, or a window of one camera."""

    hits: tuple[Hit, ...] = ()
    camera: str = ""
    window: Window | None = None

    @property
    def empty(self) -> bool:
        """Whether nothing was chosen yet."""
        return not self.hits and self.window is None

    @property
    def cameras(self) -> tuple[str, ...]:
        """The cameras it was seen by, each once."""
        return tuple(dict.fromkeys(hit.event.camera for hit in self.hits)) or (self.camera,)

    def span(self, margin: int) -> Window | None:
        """The stretch with that margin (microseconds), before the recording cuts it.

        None where no time is known: without a clock claim, or without a window.
        """
        if not self.hits:
            return self.window
        ends = [t.corrected for hit in self.hits for t in (hit.event.start, hit.event.end)]
        known = [t for t in ends if t is not None]
        if len(known) < len(ends):
            return None
        start, end = min(known), max(known)
        wide = margin if start < end else max(margin, INSTANT)
        return Window(start - wide, end + wide) if wide or start < end else None


@dataclass(frozen=True, slots=True)
class Paper:
    """How it is to leave; folder "" for one in the case; margin in microseconds."""

    margin: int
    folder: str
    recipient: str
    language: str
    motive: str


class Exporting(QObject):
    """One export at a time; it goes on when nobody looks.

    `unmasked`: tracks of the camera that a person accepted, None until it is
    known; `done`, `total`: pictures, 0 before the first.
    """

    changed = Signal()
    failed = Signal(object)  # Fault

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._job: Job | None = None
        self.step = Step.CHOOSING
        self.leaving = Leaving()
        self.unmasked: tuple[int, ...] | None = None
        self.done, self.total = 0, 0
        self.exported: Exported | None = None
        self.checked: CheckedExport | None = None
        self.fault: Fault | None = None
        session.left.connect(self._leave)

    @property
    def busy(self) -> bool:
        """Whether an export is being written."""
        return self.step in (Step.WRITING, Step.STOPPING)

    @property
    def longest(self) -> int:
        """Microseconds that one export covers at most."""
        return LONGEST

    def offer(self, leaving: Leaving) -> None:
        """Get ready to export that; while one is being written, that one stays."""
        if self.busy:
            return
        self._forget(leaving)
        self.review()
        self.changed.emit()

    def review(self) -> None:
        """Read again who will be unmasked: a decision may have changed it."""
        leaving = self.leaving
        desk, who, where = self._session.desks.reviews, self._session.who, self._session.where
        self._session.tasks.ask(
            lambda: desk.judged(who, where),
            lambda judged: self._know(leaving, judged),
            self.failed.emit,
        )

    def again(self) -> None:
        """Go back from an outcome to what is to leave, to export it otherwise."""
        self.offer(self.leaving)

    def beside(self, folder: str) -> str:
        """A folder of a new name in `folder`, named after the camera and the time."""
        window = self.leaving.span(0) or self.leaving.span(INSTANT)
        digits = "".join(c for c in iso(window.start)[:19] if c.isdigit()) if window else ""
        camera = "".join(c if c.isalnum() else "-" for c in self.leaving.cameras[0])
        name = "-".join(part for part in ("export", camera, digits) if part)
        tried = (f"{name}-{n}" if n else name for n in count())
        return next(str(path) for one in tried if not (path := Path(folder) / one).exists())

    def export(self, paper: Paper) -> None:
        """Write it, unless one is being written; `changed` tells how far, and how it ended."""
        if self.busy:
            return
        desk, who, where = self._session.desks.exports, self._session.who, self._session.where
        wish = _wish(self.leaving, paper)
        self.step, self.done, self.total, self.fault = Step.WRITING, 0, 0, None
        self._job = self._session.tasks.errand(
            lambda progress, cancel: desk.export(who, where, wish, paper.motive, progress, cancel),
            self._written,
            self._fail,
            self._advanced,
        )
        self.changed.emit()

    def cancel(self) -> None:
        """Stop at the next picture; nothing of it stays on the disk, and the journal says so."""
        if self._job is None or self.step is not Step.WRITING:
            return
        never = self._job.withdraw()
        self._job.cancel()
        self._go(Step.STOPPED if never else Step.STOPPING)

    def verify(self) -> None:
        """Check the written package from its own bytes alone."""
        if self.exported is None:
            return
        desk, folder = self._session.desks.exports, self.exported.folder
        self._session.tasks.ask(lambda: desk.verify(folder), self._verified, self._not_whole)

    def _know(self, leaving: Leaving, judged: tuple[Judged, ...]) -> None:
        if leaving is not self.leaving:
            return
        accepted = (j.track for j in judged if j.accepted and j.camera in leaving.cameras)
        self.unmasked = tuple(sorted(set(accepted)))
        self.changed.emit()

    def _advanced(self, done: int, total: int, what: str) -> None:
        self.done, self.total = done, total
        self.changed.emit()

    def _written(self, exported: Exported) -> None:
        self.exported = exported
        self._go(Step.WRITTEN)

    def _verified(self, checked: CheckedExport) -> None:
        self.checked = checked
        self.changed.emit()

    def _not_whole(self, fault: Fault) -> None:
        self.checked, self.fault = None, fault
        self.changed.emit()
        self.failed.emit(fault)

    def _fail(self, fault: Fault) -> None:
        self.fault = fault
        self._go(Step.STOPPED if fault.code == STOPPED else Step.FAILED)
        if fault.code != STOPPED:
            self.failed.emit(fault)

    def _go(self, step: Step) -> None:
        self.step = step
        self.changed.emit()

    def _leave(self) -> None:
        if self._job is not None:
            self._job.drop()
        self._forget(Leaving())
        self.changed.emit()

    def _forget(self, leaving: Leaving) -> None:
        self._job, self.leaving = None, leaving
        self.step, self.done, self.total = Step.CHOOSING, 0, 0
        self.unmasked, self.exported, self.checked, self.fault = None, None, None, None


def _wish(leaving: Leaving, paper: Paper) -> Wish:
    return Wish(
        hits=tuple(hit.name for hit in leaving.hits),
        camera=leaving.camera,
        window=leaving.window,
        margin=paper.margin,
        folder=paper.folder,
        recipient=paper.recipient,
        language=paper.language,
    )
