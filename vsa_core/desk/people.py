"""Enrolment, signing in and out: who may stand at the desk."""

from dataclasses import dataclass

from vsa_core.desk.machine import Machine
from vsa_core.desk.register import Deed, Register
from vsa_core.desk.roll import Enrolled, Roll
from vsa_core.desk.tickets import SignedIn, Tickets
from vsa_core.domain.case import Act, Person, Role
from vsa_core.errors import Refused, WrongUsage
from vsa_core.keys.people import Cost, make_keys, unlock


@dataclass(frozen=True, slots=True)
class NewPerson:
    """Someone to enrol; `habilitation` is the reference of their designation (CPP art. 230-25)."""

    name: str
    role: Role
    full_name: str
    habilitation: str


class People:
    """The people of this installation."""

    def __init__(
        self, machine: Machine, register: Register, roll: Roll, tickets: Tickets, cost: Cost
    ) -> None:
        self._machine = machine
        self._register = register
        self._roll = roll
        self._tickets = tickets
        self._cost = cost

    def add(self, new: NewPerson, passphrase: str, by: SignedIn | None = None) -> Person:
        """Enrol a person; by an administrator, as soon as there is one.

        The first enrolment founds the installation: keys, vault, journal.

        Raises WrongUsage (CAS-013) for an empty name or habilitation, Refused
        for a name taken, a short passphrase, or somebody else than the
        administrator.
        """
        if not new.name.strip() or not new.habilitation.strip() or not new.name.isprintable():
            raise WrongUsage("CAS-013", name=new.name)
        if by is not None:
            self._tickets.keys(by)
        deed = Deed(Act.PERSON_ADD, about={"name": new.name, "role": new.role.value})
        keys = make_keys(new.name, passphrase, self._cost)
        if not self._machine.founded:
            self._machine.found(new.name)
            self._roll.begin()
        self._check_enroller(by, new, deed)
        person = Person(
            new.name,
            new.role,
            new.full_name,
            new.habilitation,
            keys.signing_public,
            keys.sealing_public,
        )
        self._register.write(by.person if by else person, deed)
        self._roll.add(Enrolled(person, keys.locked))
        return person

    def founded(self) -> bool:
        """Whether anybody is enrolled here; says nothing of anybody.

        Raises Tampered (CAS-010) when the list of people is not as signed.
        """
        return bool(self._roll.everyone())

    def listed(self) -> tuple[Person, ...]:
        """Everybody enrolled here, in order of name; the reading is recorded."""
        self._register.write(None, Deed(Act.CONSULT, about={"what": "people"}))
        return tuple(enrolled.person for enrolled in self._roll.everyone())

    def sign_in(self, name: str, passphrase: str) -> SignedIn:
        """Unlock a person's keys; a wrong passphrase is recorded, then refused."""
        person: Person | None = None
        try:
            enrolled = self._roll.find(name)
            person = enrolled.person
            keys = unlock(enrolled.locked, name, passphrase)
        except Refused as refusal:
            # Never the name typed: it may be a passphrase typed in the wrong place.
            self._register.deny(person, Deed(Act.SESSION_OPEN), refusal)
            raise
        self._register.write(person, Deed(Act.SESSION_OPEN))
        return self._tickets.admit(person, keys)

    def sign_out(self, who: SignedIn) -> None:
        """Forget the person's keys and close what they opened; Refused (CAS-001) a second time.

        Also where the journal cannot be written, which is raised: keys never outlive their person.
        """
        self._tickets.keys(who)
        try:
            self._tickets.farewell(who)
            self._register.write(who.person, Deed(Act.SESSION_CLOSE))
        finally:
            self._tickets.leave(who)

    def _check_enroller(self, by: SignedIn | None, new: NewPerson, deed: Deed) -> None:
        try:
            self._check_administrator(by)
            self._roll.check_free(new.name)
        except Refused as refusal:
            self._register.deny(by.person if by else None, deed, refusal)
            raise

    def _check_administrator(self, by: SignedIn | None) -> None:
        administrators = [e for e in self._roll.everyone() if e.person.role is Role.ADMINISTRATOR]
        if administrators and (by is None or by.person.role is not Role.ADMINISTRATOR):
            raise Refused("CAS-014", name=administrators[0].person.name)
