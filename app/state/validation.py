"""A measurement on its way: which folder, how far it is, what was found; recorded, then shown."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.state import validation_record
from app.state.course import Course
from app.state.looking import milliseconds
from app.state.session import Session
from app.tasks import Job
from vsa_core.domain.assessment import Assessment
from vsa_core.domain.case import Role
from vsa_core.domain.coverage import Level
from vsa_core.domain.ports import Cancel, Progress
from vsa_core.errors import Fault

MEASURERS = frozenset({Role.ANALYST, Role.SUPERVISOR, Role.ADMINISTRATOR})
"""Whose role the law's table lets do Act.VALIDATE; the desk decides again."""

Validate = Callable[[Path, Level, Progress, Cancel], Assessment]
"""Measures every labelled film of a folder in an installation that is thrown away."""

Report = Callable[[Assessment, Path, str], Path]
"""Writes what was found as a folder, new or empty, in that language; the folder."""

STOPPED = "VAL-041"
"""The code by which the room says that it stopped because it was asked to."""


@dataclass(frozen=True, slots=True)
class Instruments:
    """What measures, and what writes it down; both are made where the program starts."""

    validate: Validate
    report: Report


class Step(StrEnum):
    """How far the measurement has come."""

    CHOOSING = "choosing"
    MEASURING = "measuring"
    STOPPING = "stopping"
    MEASURED = "measured"


class Validation(QObject):
    """One measurement at a time; it goes on when nobody looks.

    `found` comes once its record is in the journal, and stays until something
    else is found; `stopped`: the last one was stopped; `course` tells how far
    it is.
    """

    changed = Signal()

    def __init__(
        self,
        session: Session,
        validate: Validate,
        parent: QObject | None = None,
        *,
        clock: Callable[[], int] = milliseconds,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._validate = validate
        self._job: Job | None = None
        self.course = Course(self, clock=clock)
        self.step = Step.CHOOSING
        self.folder, self.level = "", Level.STANDARD
        self.found: Assessment | None = None
        self.fault: Fault | None = None
        self.stopped = False
        session.left.connect(self._leave)
        session.signed_out.connect(self._forget)

    @property
    def busy(self) -> bool:
        """Whether a folder is being measured."""
        return self.step in (Step.MEASURING, Step.STOPPING)

    def measure(self, folder: str, level: Level) -> None:
        """Measure a folder, unless one is being measured; `changed` tells how it ended."""
        if self.busy:
            return
        desk, who = self._session.desks.models, self._session.who
        self.folder, self.level = folder, level
        self.fault, self.stopped = None, False

        def call(progress: Progress, cancel: Cancel) -> Assessment:
            desk.assessed(who, validation_record.begun(folder, level))
            found = self._validate(Path(folder), level, progress, cancel)
            desk.assessed(who, validation_record.measured(found))
            return found

        self.course.start()
        self._job = self._session.tasks.errand(
            call, self._measured, self._failed, self.course.advance
        )
        self._go(Step.MEASURING)

    def cancel(self) -> None:
        """Stop at the next safe place; nothing of it is kept."""
        if self._job is None or self.step is not Step.MEASURING:
            return
        if self._job.withdraw():
            self._end(Step.CHOOSING, stopped=True)
            return
        self._job.cancel()
        self._go(Step.STOPPING)

    def again(self) -> None:
        """Go back to the choice of a folder; `look` shows again what was found."""
        if self.step is Step.MEASURED:
            self._go(Step.CHOOSING)

    def look(self) -> None:
        """Go back to what was found last."""
        if self.step is Step.CHOOSING and self.found is not None:
            self.fault, self.stopped = None, False
            self._go(Step.MEASURED)

    def dismiss(self) -> None:
        """Say nothing any more of how the last one failed."""
        self.fault, self.stopped = None, False
        self.changed.emit()

    def _measured(self, found: Assessment) -> None:
        self.found = found
        self._end(Step.MEASURED)

    def _failed(self, fault: Fault) -> None:
        stopped = fault.code == STOPPED
        self.fault = None if stopped else fault
        self._end(Step.CHOOSING, stopped=stopped)

    def _end(self, step: Step, *, stopped: bool = False) -> None:
        self.course.end()
        self._job, self.stopped = None, stopped
        self._go(step)

    def _go(self, step: Step) -> None:
        self.step = step
        self.changed.emit()

    def _leave(self) -> None:
        """Leaving a case stops what runs; what was found is of no case, and stays."""
        if self._job is not None:
            self._job.drop()
            self._end(Step.CHOOSING)

    def _forget(self) -> None:
        self.folder, self.level = "", Level.STANDARD
        self.found, self.fault, self.stopped = None, None, False
        self._go(Step.CHOOSING)
