"""Who stands at the desk and in which case: tickets outside, keys and files inside."""

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


class Tickets:
    """Keeps the unlocked keys and the open archives of this process, by ticket number."""

    def __init__(self) -> None:
        self._numbers = count(1)
        self._people: dict[int, tuple[Person, Unlocked]] = {}
        self._archives: dict[int, tuple[int, InCase, Archive]] = {}

    def admit(self, person: Person, keys: Unlocked) -> SignedIn:
        """A ticket for a person whose keys are unlocked."""
        number = next(self._numbers)
        self._people[number] = (person, keys)
        return SignedIn(number, person)

    def keys(self, who: SignedIn) -> Unlocked:
        """The unlocked keys of a signed-in person.

        Refused (CAS-001) after they left, and to a ticket that gives itself
        another name or role than it was made for.
        """
        person, keys = self._people.get(who.ticket, (None, None))
        if keys is None or person != who.person:
            raise Refused("CAS-001", name=who.person.name)
        return keys

    def enter(self, who: SignedIn, case: Case, folder: str, archive: Archive) -> InCase:
        """A ticket for a case whose archive is open."""
        where = InCase(next(self._numbers), case, folder)
        self._archives[where.ticket] = (who.ticket, where, archive)
        return where

    def archive(self, who: SignedIn, where: InCase) -> Archive:
        """The open archive of a case.

        Refused (CAS-002) unless this person entered it, and to a ticket that
        gives itself another basis or folder than the case has.
        """
        self.keys(who)
        owner, entered, archive = self._archives.get(where.ticket, (0, None, None))
        if archive is None or owner != who.ticket or entered != where:
            raise Refused("CAS-002", case=where.case.number)
        return archive

    def leave(self, who: SignedIn) -> None:
        """Close the archives that this person entered and forget their keys."""
        for number, (owner, _, archive) in list(self._archives.items()):
            if owner == who.ticket:
                archive.close()
                del self._archives[number]
        self._people.pop(who.ticket, None)


ArchiveOpener = Callable[[str, bytes], Archive]
"""Opens the archive in a case folder under the case key."""
