"""What is to be erased, and when, as last told to the person signed in."""

from PySide6.QtCore import QObject, Signal

from app.state.session import Session
from vsa_core.domain.case import Person, Role
from vsa_core.domain.term import Terms

TOLD = frozenset({Role.SUPERVISOR, Role.MAGISTRATE, Role.DPO, Role.ADMINISTRATOR})
"""Who must see to it, and is told on signing in."""


class Retention(QObject):
    """Reads the terms when such a person signs in, and when asked; each reading is recorded."""

    changed = Signal()
    failed = Signal(object)  # Fault

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.terms: Terms | None = None
        session.signed_in.connect(self.refresh)
        session.signed_out.connect(self._forget)

    @property
    def person(self) -> Person | None:
        """To whom it is told."""
        return self._session.person

    def refresh(self) -> None:
        """Read the terms again; nothing for somebody who is not told, nor in the sample."""
        person = self._session.person
        if person is None or person.role not in TOLD or self._session.in_sample:
            return
        desks, who = self._session.desks, self._session.who

        def take(terms: Terms) -> None:
            if self._session.person == person:
                self.terms = terms
                self.changed.emit()

        self._session.tasks.ask(lambda: desks.retention.listed(who), take, self.failed.emit)

    def _forget(self) -> None:
        self.terms = None
        self.changed.emit()
