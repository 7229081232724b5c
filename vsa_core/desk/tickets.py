"""Who stands at the desk and in which case: tickets outside, keys and files inside."""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from itertools import count

from vsa_core.desk.archive import Archive
from vsa_core.domain.case import Case, Person
from vsa_core.errors import Refused
from vsa_core.keys.people import Unlocked


@dataclass(frozen=True, slots=True)
class SignedIn:
    """A person who gave their passphrase; the ticket opens what they may do until they leave."""

    ticket: int
    person: Person


@dataclass(frozen=True, slots=True)
class InCase:
    """A case that a signed-in person entered."""

    ticket: int
    case: Case
    folder: str


Farewell = Callable[[SignedIn, InCase | None], None]
"""What is done before a person leaves one case, or all of them (None)."""

Intrusion = Callable[[SignedIn, InCase, Refused], None]
"""What is done before somebody is refused a case that they did not enter."""


class Tickets:
    """Keeps the unlocked keys and the open archives of this process, by ticket number.

    Threads may share it.
    """

    def __init__(self) -> None:
        self._numbers = count(1)
        self._people: dict[int, tuple[Person, Unlocked]] = {}
        self._archives: dict[int, tuple[int, InCase, Archive]] = {}
        self._farewells: list[Farewell] = []
        self._intrusions: list[Intrusion] = []
        self._alone = threading.Lock()

    def admit(self, person: Person, keys: Unlocked) -> SignedIn:
        """A ticket for a person whose keys are unlocked."""
        with self._alone:
            number = next(self._numbers)
            self._people[number] = (person, keys)
        return SignedIn(number, person)

    def keys(self, who: SignedIn) -> Unlocked:
        """The unlocked keys of a signed-in person.

        Refused (CAS-001) after they left, and to a ticket that gives itself
        another name or role than it was made for.
        """
        with self._alone:
            person, keys = self._people.get(who.ticket, (None, None))
        if keys is None or person != who.person:
            raise Refused("CAS-001", name=who.person.name)
        return keys

    def enter(self, who: SignedIn, case: Case, folder: str, archive: Archive) -> InCase:
        """A ticket for a case whose archive is open."""
        with self._alone:
            where = InCase(next(self._numbers), case, folder)
            self._archives[where.ticket] = (who.ticket, where, archive)
        return where

    def archive(self, who: SignedIn, where: InCase) -> Archive:
        """The open archive of a case.

        Refused (CAS-002) unless this person entered it, and to a ticket that
        gives itself another basis or folder than the case has.
        """
        self.keys(who)
        with self._alone:
            owner, entered, archive = self._archives.get(where.ticket, (0, None, None))
        if archive is None or owner != who.ticket or entered != where:
            refusal = Refused("CAS-002", case=where.case.number)
            for intrusion in self._intrusions:
                intrusion(who, where, refusal)
            raise refusal
        return archive

    def amend(self, who: SignedIn, where: InCase, case: Case) -> InCase:
        """The same stay in a case whose papers changed; the old one opens nothing any more.

        Refused (CAS-002) as by `archive`.
        """
        archive = self.archive(who, where)
        amended = InCase(where.ticket, case, where.folder)
        with self._alone:
            self._archives[where.ticket] = (who.ticket, amended, archive)
        return amended

    def before_leaving(self, farewell: Farewell) -> None:
        """Have something done, while keys and archives are still there, when a person leaves."""
        self._farewells.append(farewell)

    def before_refusing(self, intrusion: Intrusion) -> None:
        """Have something done when a person asks for a case that they did not enter."""
        self._intrusions.append(intrusion)

    def farewell(self, who: SignedIn, where: InCase | None = None) -> None:
        """Do what is to be done before a person leaves a case, or all of them."""
        for farewell in self._farewells:
            farewell(who, where)

    def leave_case(self, who: SignedIn, where: InCase) -> None:
        """Close the archive of one case; the person stays. Refused (CAS-002) as by `archive`."""
        archive = self.archive(who, where)
        with self._alone:
            self._archives.pop(where.ticket, None)
        archive.close()

    def leave(self, who: SignedIn) -> None:
        """Close the archives that this person entered and forget their keys.

        A thread still at work in one of them is refused (STO-020) from then on.
        """
        with self._alone:
            mine = [n for n, (owner, _, _) in self._archives.items() if owner == who.ticket]
            archives = [self._archives.pop(number)[2] for number in mine]
            self._people.pop(who.ticket, None)
        for archive in archives:
            archive.close()
