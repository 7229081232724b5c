"""The installation's list of people, signed by the machine so that a role cannot be edited in."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from vsa_core.desk.machine import Machine
from vsa_core.desk.signed_file import read_signed, write_signed
from vsa_core.domain.case import Person, Role
from vsa_core.domain.provenance import Canonical
from vsa_core.errors import Refused, Tampered


@dataclass(frozen=True, slots=True)
class Enrolled:
    """A person and their private keys, locked under their passphrase."""

    person: Person
    locked: bytes


class Roll:
    """The people of one installation, in one signed private file that is replaced whole."""

    def __init__(self, path: Path, machine: Machine) -> None:
        self._path = path
        self._machine = machine

    def begin(self) -> None:
        """Sign the empty list of a new installation: from then on a missing one is noticed."""
        self._write([])

    def everyone(self) -> tuple[Enrolled, ...]:
        """All people, in order of name; Tampered (CAS-010) when the file is not as signed.

        A list that is gone is not as signed: an empty one would let anybody
        enrol without the administrator.
        """
        found = read_signed(self._path, self._machine)
        if found is None:
            if self._machine.founded:
                raise Tampered("CAS-010", file=self._path.name)
            return ()
        return tuple(_enrolled(fields) for fields in found)

    def find(self, name: str) -> Enrolled:
        """The person of that name; Refused (CAS-011) when nobody is enrolled under it."""
        for enrolled in self.everyone():
            if enrolled.person.name == name:
                return enrolled
        raise Refused("CAS-011", name=name)

    def standing(self, person: Person) -> Person:
        """The person as they are enrolled now.

        Refused (CAS-001) where their role or keys are no longer those they
        signed in with, CAS-011 where nobody is enrolled under the name.
        """
        now = self.find(person.name).person
        if (now.role, now.signing_key) != (person.role, person.signing_key):
            raise Refused("CAS-001", name=person.name)
        return now

    def check_free(self, name: str) -> None:
        """Refused (CAS-012) when the name is taken: one person, one role."""
        if any(other.person.name == name for other in self.everyone()):
            raise Refused("CAS-012", name=name)

    def check_one_role(self, full_name: str, role: Role) -> None:
        """Refused (CAS-080) when somebody of that full name holds another role here.

        Compared without case, accents' encoding or spacing. Namesakes in one
        role are two people, and may be.
        """
        for other in (enrolled.person for enrolled in self.everyone()):
            if other.role is not role and _folded(other.full_name) == _folded(full_name):
                raise Refused("CAS-080", full_name=full_name, role=other.role.value)

    def add(self, enrolled: Enrolled) -> None:
        """Add one person, whose name must be free (CAS-012)."""
        self.check_free(enrolled.person.name)
        self._write(sorted([*self.everyone(), enrolled], key=lambda e: e.person.name))

    def change(self, person: Person) -> None:
        """Put other facts in the place of a person's; their keys stay. Refused (CAS-011)."""
        self.find(person.name)
        self._write(
            [
                replace(one, person=person) if one.person.name == person.name else one
                for one in self.everyone()
            ]
        )

    def _write(self, people: Sequence[Enrolled]) -> None:
        write_signed(self._path, self._machine, [_fields(e) for e in people])


def _folded(full_name: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", full_name).casefold().split())


def _fields(enrolled: Enrolled) -> dict[str, Canonical]:
    person = enrolled.person
    return {
        "name": person.name,
        "role": person.role.value,
        "full_name": person.full_name,
        "habilitation": person.habilitation,
        "signing_key": person.signing_key,
        "sealing_key": person.sealing_key,
        "signatory": person.signatory,
        "data": person.data,
        "begins_us": person.begins,
        "ends_us": person.ends,
        "locked": enrolled.locked.hex(),
    }


def _enrolled(fields: dict[str, Any]) -> Enrolled:
    person = Person(
        name=fields["name"],
        role=Role(fields["role"]),
        full_name=fields["full_name"],
        habilitation=fields["habilitation"],
        signing_key=fields["signing_key"],
        sealing_key=fields["sealing_key"],
        signatory=fields.get("signatory", ""),
        data=fields.get("data", ""),
        begins=fields.get("begins_us", 0),
        ends=fields.get("ends_us"),
    )
    return Enrolled(person, bytes.fromhex(fields["locked"]))
