"""The files of the case as the window knows them, and the errand that admits more."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from app.state.admission import Intake, Outcome, admit_each
from app.state.session import Session
from app.tasks import Job
from vsa_core.desk.footage import FootageSheet
from vsa_core.domain.footage import Footage
from vsa_core.domain.moment import ClockClaim, Window
from vsa_core.errors import Fault


@dataclass(frozen=True, slots=True)
class Entering:
    """How far an admission is: `done` files of `total`, and the one that is being read."""

    done: int
    total: int
    name: str


class ArchiveState(QObject):
    """The files of the case; `known` is False until they were read once.

    The desk records every reading of the list: `refresh` on entering and
    after indexing only; admitting and a clock refresh by themselves.
    `entering` and `outcome` tell of the admission that runs, and of the last.
    """

    changed = Signal()
    advanced = Signal(object)  # Entering
    admitted = Signal(object)  # Outcome
    clocked = Signal(object)  # Footage
    failed = Signal(object)  # Fault

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._reading: Job | None = None
        self._admitting: Job | None = None
        self._stating: Job | None = None
        self._stopping = False
        self._by_digest: dict[str, FootageSheet] = {}
        self.sheets: tuple[FootageSheet, ...] = ()
        self.known = False
        self.fault: Fault | None = None
        self.entering = Entering(0, 0, "")
        self.outcome: Outcome | None = None
        session.left.connect(self._leave)

    @property
    def busy(self) -> bool:
        """Whether files are being admitted."""
        return self._admitting is not None

    @property
    def stopping(self) -> bool:
        """Whether the admission was asked to stop, and ends with the file it reads."""
        return self._stopping

    @property
    def cameras(self) -> tuple[str, ...]:
        """The cameras of the basis, () outside a case."""
        return self._session.where.case.basis.cameras if self._session.in_case else ()

    @property
    def window(self) -> Window | None:
        """The window of the basis, None outside a case."""
        return self._session.where.case.basis.window if self._session.in_case else None

    @property
    def motive(self) -> str:
        """The motive with which ordinary acts of this session are recorded."""
        return self._session.motive

    def sheet(self, digest: str) -> FootageSheet | None:
        """The sheet of that file, None when the case holds none."""
        return self._by_digest.get(digest)

    def refresh(self) -> None:
        """Read the list again; the reading is recorded."""
        desk, who, where = self._session.desks.footage, self._session.who, self._session.where
        self._drop(self._reading)
        self._reading = self._session.tasks.ask(
            lambda: desk.listed(who, where), self._listed, self._not_listed
        )

    def admit(self, intake: Intake, motive: str) -> None:
        """Admit files one after the other; `admitted` follows. One admission at a time."""
        if self.busy:
            return
        desk, who, where = self._session.desks.footage, self._session.who, self._session.where
        self.entering, self.outcome, self._stopping = (
            Entering(0, len(intake.paths), ""),
            None,
            False,
        )
        self._admitting = self._session.tasks.errand(
            lambda progress, cancel: admit_each(
                lambda admission: desk.admit(who, where, admission, motive),
                intake,
                progress,
                cancel,
            ),
            self._admitted,
            self._not_admitted,
            self._advance,
        )
        self.changed.emit()

    def cancel(self) -> None:
        """Stop before the next file; what went in stays in."""
        if self._admitting is None:
            return
        if self._admitting.withdraw():
            self._over(Outcome((), (), self.entering.total))
            return
        self._stopping = True
        self._admitting.cancel()
        self.changed.emit()

    def claim_clock(self, digest: str, claim: ClockClaim, motive: str) -> None:
        """State the time of a file; `clocked` follows, or `failed`."""
        desk, who, where = self._session.desks.footage, self._session.who, self._session.where
        self._stating = self._session.tasks.ask(
            lambda: desk.claim_clock(who, where, digest, claim, motive),
            self._clocked,
            self.failed.emit,
        )

    def _begin(self, entering: Entering) -> None:
        self.entering, self.outcome, self._stopping = entering, None, False

    def _listed(self, sheets: tuple[FootageSheet, ...]) -> None:
        self.sheets, self.known, self.fault = sheets, True, None
        self._by_digest = {sheet.footage.digest: sheet for sheet in sheets}
        self.changed.emit()

    def _not_listed(self, fault: Fault) -> None:
        self.fault = fault
        self.changed.emit()
        self.failed.emit(fault)

    def _advance(self, done: int, total: int, name: str) -> None:
        self.entering = Entering(done, total, name)
        self.advanced.emit(self.entering)

    def _admitted(self, outcome: Outcome) -> None:
        self._over(outcome)
        self.refresh()

    def _not_admitted(self, fault: Fault) -> None:
        """What went in before stays in."""
        self._admitting, self._stopping = None, False
        self.refresh()
        self.changed.emit()
        self.failed.emit(fault)

    def _over(self, outcome: Outcome) -> None:
        self._admitting, self._stopping, self.outcome = None, False, outcome
        self.changed.emit()
        self.admitted.emit(outcome)

    def _clocked(self, footage: Footage) -> None:
        self.refresh()
        self.clocked.emit(footage)

    def _leave(self) -> None:
        for job in (self._reading, self._admitting, self._stating):
            self._drop(job)
        self._reading = self._admitting = self._stating = None
        self.sheets, self._by_digest = (), {}
        self.known, self.fault = False, None
        self._begin(Entering(0, 0, ""))
        self.changed.emit()

    def _drop(self, job: Job | None) -> None:
        if job is not None:
            job.drop()
