"""The people of this installation: who is enrolled, and enrolling one more."""

import unicodedata

from PySide6.QtCore import QObject, Signal

from app.state.session import Session
from app.state.validity import Held, Newcomer
from vsa_core.desk.people import Habilitation, NewPerson
from vsa_core.domain.case import Aipd, Person, Role

SHORTEST = 12
"""Characters of the shortest passphrase that the desk takes (KEY-001)."""

HOLDERS = frozenset({Role.ANALYST, Role.SUPERVISOR, Role.MAGISTRATE})
"""Who may be given the key of a case (KEY-007)."""


class People(QObject):
    """Knows the people only while somebody is signed in: nobody is listed before that."""

    changed = Signal()
    enrolled = Signal(str)
    failed = Signal(object)  # Fault

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._people: tuple[Person, ...] = ()
        session.signed_out.connect(self._forget)

    @property
    def everybody(self) -> tuple[Person, ...]:
        """Everybody enrolled, in order of name, as last read; empty while nobody is signed in."""
        return self._people

    @property
    def holders(self) -> tuple[Person, ...]:
        """Those who may be named in a case beside the person who opens it."""
        own = self._session.person
        return tuple(p for p in self._people if p.role in HOLDERS and p != own)

    def refresh(self) -> None:
        """Read the list again, which is recorded; without effect while nobody is signed in."""
        if self._session.person is None:
            return
        desks = self._session.desks

        def take(people: tuple[Person, ...]) -> None:
            if self._session.person is not None and self._session.desks is desks:
                self._people = people
                self.changed.emit()

        self._session.tasks.ask(desks.people.listed, take, self.failed.emit)

    def enrol(self, new: Newcomer, passphrase: str, aipd: Aipd | None = None) -> None:
        """Enrol one person; `enrolled` follows with their name, or the session's `failed`.

        aipd: the impact assessment, which only the first person may tell.
        """
        held = new.held
        person = NewPerson(
            name=new.name,
            role=new.role,
            full_name=new.full_name,
            habilitation=held.reference,
            signatory=held.signatory,
            data=held.data,
            begins=held.begins,
            ends=held.ends,
        )
        self._session.enrol(person, passphrase, lambda: self._added(new.name), aipd)

    def named(self, name: str) -> Person:
        """The person of that short name; KeyError when nobody is."""
        return {person.name: person for person in self._people}[name]

    def renew(self, name: str, held: Held) -> None:
        """Put another habilitation in the place of a person's; recorded, by an administrator."""
        desks, who = self._session.desks, self._session.who
        habilitation = Habilitation(
            held.reference, held.signatory, held.data, held.begins, held.ends
        )
        self._session.ask(
            lambda: desks.people.change(who, name, habilitation), lambda _: self.refresh()
        )

    def end(self, name: str) -> None:
        """End a person's habilitation now; recorded, by an administrator."""
        desks, who = self._session.desks, self._session.who
        self._session.ask(lambda: desks.people.end(who, name), lambda _: self.refresh())

    def _added(self, name: str) -> None:
        self.enrolled.emit(name)
        self.refresh()

    def _forget(self) -> None:
        self._people = ()
        self.changed.emit()


def length(passphrase: str) -> int:
    """How many characters the desk counts in a passphrase."""
    return len(unicodedata.normalize("NFC", passphrase))
