"""Enrolment, signing in and out: who may stand at the desk."""

from dataclasses import dataclass, replace

from vsa_core.desk.attempts import Attempts
from vsa_core.desk.machine import Machine
from vsa_core.desk.register import Deed, Register
from vsa_core.desk.roll import Enrolled, Roll
from vsa_core.desk.tickets import SignedIn, Tickets
from vsa_core.domain.case import Act, Aipd, Person, Role
from vsa_core.domain.provenance import Canonical
from vsa_core.errors import Refused, WrongUsage
from vsa_core.keys.people import Cost, PersonKeys, Unlocked, make_keys, unlock
from vsa_core.legal.habilitation import check_habilitation


@dataclass(frozen=True, slots=True)
class NewPerson:
    """Someone to enrol, with their habilitation (CPP art. 230-25).

    habilitation: its reference; signatory: who signed it; data: the nature of
    the data it covers; begins, ends: microseconds since 1970 UTC between which
    it holds, `ends` None when none is set.
    """

    name: str
    role: Role
    full_name: str
    habilitation: str
    signatory: str = ""
    data: str = ""
    begins: int = 0
    ends: int | None = None

    def fields(self) -> dict[str, Canonical]:
        """What of it the journal says in clear."""
        return {"name": self.name, "role": self.role.value, **_dates(self.begins, self.ends)}


@dataclass(frozen=True, slots=True)
class Habilitation:
    """A habilitation in the place of an older one: reference, signatory, data, dates (as above)."""

    reference: str
    signatory: str = ""
    data: str = ""
    begins: int = 0
    ends: int | None = None


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
        self._attempts = Attempts(machine)

    def add(
        self, new: NewPerson, passphrase: str, by: SignedIn | None = None, aipd: Aipd | None = None
    ) -> Person:
        """Enrol a person; by an administrator, as soon as there is one.

        The first enrolment founds the installation: keys, vault, journal. It
        alone may tell the impact assessment (`aipd`) that cases are opened
        under which name no other.

        Raises WrongUsage: CAS-013 for an empty name or habilitation, CAS-086
        for one that ends before it begins, CAS-081 for an assessment told
        later. Raises Refused for a name taken (CAS-012), a full name that
        holds another role (CAS-080), a short passphrase, or somebody else than
        the administrator (CAS-014).
        """
        _check_new(new)
        if aipd is not None and self._machine.founded:
            raise WrongUsage("CAS-081")
        if by is not None:
            self._tickets.keys(by)
        deed = Deed(Act.PERSON_ADD, about=new.fields())
        keys = make_keys(new.name, passphrase, self._cost)
        if not self._machine.founded:
            self._machine.found(new.name, aipd)
            self._roll.begin()
        self._check_enroller(by, new, deed)
        person = _person(new, keys)
        self._register.write(by.person if by else person, deed)
        self._roll.add(Enrolled(person, keys.locked))
        return person

    def change(self, by: SignedIn, name: str, habilitation: Habilitation) -> Person:
        """Renew a person's habilitation, or replace it; by an administrator, recorded.

        Binds those who are signed in, from their next act. Raises Refused
        (LAW-001, CAS-011), WrongUsage (CAS-013, CAS-086).
        """
        _check_dates(name, habilitation.reference, habilitation.begins, habilitation.ends)
        about: dict[str, Canonical] = {
            "name": name,
            "habilitation": habilitation.reference,
            **_dates(habilitation.begins, habilitation.ends),
        }
        person = self._changed(by, name, about)
        changed = replace(
            person,
            habilitation=habilitation.reference,
            signatory=habilitation.signatory,
            data=habilitation.data,
            begins=habilitation.begins,
            ends=habilitation.ends,
        )
        self._roll.change(changed)
        return changed

    def end(self, by: SignedIn, name: str) -> Person:
        """End a person's habilitation now; by an administrator, recorded. Errors as `change`."""
        ends = self._register.latest()
        person = self._changed(by, name, {"name": name, "ends_us": ends})
        changed = replace(person, ends=ends)
        self._roll.change(changed)
        return changed

    def founded(self) -> bool:
        """Whether anybody is enrolled here; says nothing of anybody.

        Raises Tampered (CAS-010) when the list of people is not as signed.
        """
        return bool(self._roll.everyone())

    def aipd(self) -> Aipd:
        """The impact assessment told when the installation was founded; empty when none was."""
        return self._machine.aipd

    def listed(self) -> tuple[Person, ...]:
        """Everybody enrolled here, in order of name; the reading is recorded."""
        self._register.write(None, Deed(Act.CONSULT, about={"what": "people"}))
        return tuple(enrolled.person for enrolled in self._roll.everyone())

    def wait(self, name: str) -> int:
        """Seconds before `name` may try a passphrase again; 0 for now. Records nothing."""
        return self._attempts.seconds(name, self._register.latest())

    def sign_in(self, name: str, passphrase: str) -> SignedIn:
        """Unlock a person's keys; a wrong passphrase is recorded, then refused.

        Raises Refused: CAS-011 nobody of that name, KEY-002 a wrong passphrase,
        KEY-020 (with `seconds`) while the name must wait, LAW-003, LAW-033,
        LAW-034 for a habilitation that does not hold now.
        """
        person: Person | None = None
        try:
            enrolled = self._roll.find(name)
            person = enrolled.person
            keys = self._unlocked(enrolled, passphrase)
        except Refused as refusal:
            # Never the name typed: it may be a passphrase typed in the wrong place.
            self._register.deny(person, Deed(Act.SESSION_OPEN), refusal)
            raise
        self._register.write(person, Deed(Act.SESSION_OPEN))
        return self._tickets.admit(person, keys)

    def sign_out(self, who: SignedIn, reason: str = "") -> None:
        """Forget the person's keys and close what they opened; Refused (CAS-001) a second time.

        reason: "" for a person who leaves, else what closed their session (idle, suspend, asked).
        Also where the journal cannot be written, which is raised: keys never outlive their person.
        """
        self._tickets.keys(who)
        try:
            self._tickets.farewell(who)
            about: dict[str, Canonical] = {"reason": reason} if reason else {}
            self._register.write(who.person, Deed(Act.SESSION_CLOSE, about=about))
        finally:
            self._tickets.leave(who)

    def _unlocked(self, enrolled: Enrolled, passphrase: str) -> Unlocked:
        person, now = enrolled.person, self._register.latest()
        self._attempts.begin(person.name, now)
        keys = unlock(enrolled.locked, person.name, passphrase)
        self._attempts.forgive(person.name)
        check_habilitation(person, now)
        return keys

    def _changed(self, by: SignedIn, name: str, about: dict[str, Canonical]) -> Person:
        """The person as they were; the change is permitted, and recorded."""
        self._tickets.keys(by)
        deed = Deed(Act.PERSON_CHANGE, about=about)
        self._register.grant(by.person, deed)
        try:
            person = self._roll.find(name).person
        except Refused as refusal:
            self._register.deny(by.person, deed, refusal)
            raise
        self._register.write(by.person, deed)
        return person

    def _check_enroller(self, by: SignedIn | None, new: NewPerson, deed: Deed) -> None:
        try:
            self._check_administrator(by)
            self._roll.check_free(new.name)
            self._roll.check_one_role(new.full_name, new.role)
        except Refused as refusal:
            self._register.deny(by.person if by else None, deed, refusal)
            raise

    def _check_administrator(self, by: SignedIn | None) -> None:
        administrators = [e for e in self._roll.everyone() if e.person.role is Role.ADMINISTRATOR]
        if administrators and (by is None or by.person.role is not Role.ADMINISTRATOR):
            raise Refused("CAS-014", name=administrators[0].person.name)


def _person(new: NewPerson, keys: PersonKeys) -> Person:
    return Person(
        name=new.name,
        role=new.role,
        full_name=new.full_name,
        habilitation=new.habilitation,
        signing_key=keys.signing_public,
        sealing_key=keys.sealing_public,
        signatory=new.signatory,
        data=new.data,
        begins=new.begins,
        ends=new.ends,
    )


def _check_new(new: NewPerson) -> None:
    if not new.name.strip() or not new.name.isprintable():
        raise WrongUsage("CAS-013", name=new.name)
    _check_dates(new.name, new.habilitation, new.begins, new.ends)


def _check_dates(name: str, reference: str, begins: int, ends: int | None) -> None:
    if not reference.strip():
        raise WrongUsage("CAS-013", name=name)
    if ends is not None and ends <= begins:
        raise WrongUsage("CAS-086", name=name)


def _dates(begins: int, ends: int | None) -> dict[str, Canonical]:
    """The dates that were told."""
    told: dict[str, Canonical] = {"begins_us": begins} if begins else {}
    return told if ends is None else {**told, "ends_us": ends}
