"""Requests for a replay on the screen: those of the DPO, and those that wait in a case."""

from PySide6.QtCore import QObject, Signal

from app.state.session import Session
from vsa_core.desk.audit_replays import Replay
from vsa_core.errors import Fault

ReplayRequest = Replay
"""A request as the desk tells it: views do not know the desk."""


class ReplayRequests(QObject):
    """All requests, as the DPO sees them: counts, never a result. `changed` when read anew."""

    changed = Signal()
    failed = Signal(object)  # Fault

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.listed: tuple[Replay, ...] = ()
        session.left.connect(self._forget)

    def refresh(self) -> None:
        """Read the requests; a reading of the journal, and recorded as one."""
        desks, who = self._session.desks, self._session.who
        self._session.tasks.ask(lambda: desks.replays.listed(who), self._fill, self.failed.emit)

    def ask(self, record: str) -> None:
        """Ask for a replay of a question, then read the requests again."""
        desks, who = self._session.desks, self._session.who
        self._session.tasks.ask(
            lambda: desks.replays.ask(who, record), lambda _: self.refresh(), self.failed.emit
        )

    def of(self, record: str) -> tuple[Replay, ...]:
        """The requests about one record, oldest first."""
        return tuple(one for one in self.listed if str(one.asked) == record)

    def _fill(self, listed: tuple[Replay, ...]) -> None:
        self.listed = listed
        self.changed.emit()

    def _forget(self) -> None:
        self.listed = ()


class WaitingReplays(QObject):
    """Open requests about the case that a keyholder entered, and how the last one ran.

    `changed` when the list or the outcome is another; `outcome` is None until
    one was run in this case.
    """

    changed = Signal()
    failed = Signal(object)  # Fault

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.waiting: tuple[Replay, ...] = ()
        self.outcome: Replay | None = None
        self.running = False
        session.entered.connect(self.refresh)
        session.left.connect(self._forget)

    def refresh(self) -> None:
        """Read what waits; nothing in the sample, where no DPO is."""
        session = self._session
        if session.in_sample:
            return
        desks, who, where = session.desks, session.who, session.where
        session.tasks.ask(lambda: desks.replays.waiting(who, where), self._fill, lambda _: None)

    def run(self) -> None:
        """Ask the first question that waits again; the counts go to the DPO too."""
        session = self._session
        if self.running or not self.waiting:
            return
        desks, who, where, place = session.desks, session.who, session.where, self.waiting[0].place
        self.running = True
        self.changed.emit()
        session.tasks.ask(lambda: desks.replays.run(who, where, place), self._ran, self._failed)

    def put_aside(self) -> None:
        """Show them no more in this session; they wait on."""
        self.waiting, self.outcome = (), None
        self.changed.emit()

    def _fill(self, waiting: tuple[Replay, ...]) -> None:
        self.waiting = waiting
        self.changed.emit()

    def _ran(self, replay: Replay) -> None:
        self.running, self.outcome = False, replay
        self.waiting = tuple(one for one in self.waiting if one.place != replay.place)
        self.changed.emit()

    def _failed(self, fault: Fault) -> None:
        self.running = False
        self.changed.emit()
        self.failed.emit(fault)

    def _forget(self) -> None:
        self.waiting, self.outcome, self.running = (), None, False
        self.changed.emit()
