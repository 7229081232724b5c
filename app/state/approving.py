"""What one person may not do alone: the requests that wait, signing them, carrying them out."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from app.state.session import PROVEN, Session
from vsa_core.desk.erasing import Erased
from vsa_core.desk.erasure_certificate import CheckedCertificate
from vsa_core.domain.case import Person, Role
from vsa_core.domain.request import Pending


@dataclass(frozen=True, slots=True)
class Destroyed:
    """A case that is gone, and its certificate as it was read back and found signed."""

    erased: Erased
    certificate: CheckedCertificate


class Approving(QObject):
    """The requests of the installation as last read; every reading and every act is recorded.

    What the desk refuses is the session's `failed`. `erased` carries a
    `Destroyed`, `given` the person whose role changed, `purged` the name of a
    volume of the journal that is gone.
    """

    changed = Signal()
    approved = Signal(object)  # Pending
    asked = Signal(object)  # Pending
    erased = Signal(object)  # Destroyed
    given = Signal(object)  # Person
    purged = Signal(str)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.pendings: tuple[Pending, ...] = ()
        self.is_known = False
        self.everything = False
        session.signed_out.connect(self._forget)

    @property
    def person(self) -> Person | None:
        """Who would sign."""
        return self._session.person

    def now(self) -> int:
        """The machine's time, in microseconds since 1970 UTC."""
        return self._session.now()

    def refresh(self) -> None:
        """Read the requests again: those that are open, or all (`everything`)."""
        desks, who, everything = self._session.desks, self._session.who, self.everything
        self._session.tasks.ask(
            lambda: desks.approvals.listed(who, everything), self._take, self._session.failed.emit
        )

    def approve(self, name: str, passphrase: str) -> None:
        """Sign somebody else's request; the passphrase is asked for although one is signed in."""
        desks, who = self._session.desks, self._session.who

        def call() -> Pending:
            desks.people.sign_out(desks.people.sign_in(who.person.name, passphrase), PROVEN)
            return desks.approvals.approve(who, name)

        self._session.ask(call, self._approved)

    def ask_role(self, name: str, role: Role) -> None:
        """Ask that a person be given another role; somebody of another role approves it."""
        desks, who = self._session.desks, self._session.who
        self._session.ask(lambda: desks.roles.ask(who, name, role), self._asked)

    def give_role(self, name: str) -> None:
        """Carry out an approved change of role."""
        desks, who = self._session.desks, self._session.who
        self._session.ask(lambda: desks.roles.carry_out(who, name), self._given)

    def ask_purge(self, shard: str) -> None:
        """Ask for an old volume of the journal to be destroyed."""
        desks, who = self._session.desks, self._session.who
        self._session.ask(lambda: desks.shards.ask(who, shard), self._asked)

    def purge(self, name: str) -> None:
        """Carry out an approved destruction of a volume, or finish one that was cut short."""
        desks, who = self._session.desks, self._session.who
        self._session.ask(lambda: desks.shards.carry_out(who, name), self._purged)

    def erase(self, name: str, folder: str) -> None:
        """Carry out an approved erasure, or go on with one that was cut short."""
        desks, who = self._session.desks, self._session.who

        def call() -> Destroyed:
            erased = desks.erasing.carry_out(who, name, folder)
            return Destroyed(erased, desks.erasing.check(erased.certificate))

        self._session.ask(self._session.once_closed(call), self._destroyed)

    def _take(self, pendings: tuple[Pending, ...]) -> None:
        if self._session.person is not None:
            self.pendings, self.is_known = pendings, True
            self.changed.emit()

    def _approved(self, pending: Pending) -> None:
        self.approved.emit(pending)
        self.refresh()

    def _asked(self, pending: Pending) -> None:
        self.asked.emit(pending)
        self.refresh()

    def _given(self, person: Person) -> None:
        self.given.emit(person)
        self.refresh()

    def _purged(self, shard: str) -> None:
        self.purged.emit(shard)
        self.refresh()

    def _destroyed(self, destroyed: Destroyed) -> None:
        self.erased.emit(destroyed)
        self.refresh()

    def _forget(self) -> None:
        self.pendings, self.is_known, self.everything = (), False, False
        self.changed.emit()
