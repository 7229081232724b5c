"""The installation's list of people, signed by the machine so that a role cannot be edited in."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from vsa_core.desk.machine import Machine
from vsa_core.domain.case import Person, Role
from vsa_core.domain.provenance import Canonical, canonical
from vsa_core.errors import Refused, Tampered
from vsa_core.keys.private_file import read_private, write_private
from vsa_core.keys.signatures import verify


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
        if not self._path.exists():
            if self._machine.founded:
                raise Tampered("CAS-010", file=self._path.name)
            return ()
        body, _, signature = read_private(self._path).partition(b"\t")
        try:
            good = verify(self._machine.public_key, body, bytes.fromhex(signature.decode("ascii")))
        except ValueError:
            good = False
        if not good:
            raise Tampered("CAS-010", file=self._path.name)
        return tuple(_enrolled(fields) for fields in json.loads(body))

    def find(self, name: str) -> Enrolled:
        """The person of that name; Refused (CAS-011) when nobody is enrolled under it."""
        for enrolled in self.everyone():
            if enrolled.person.name == name:
                return enrolled
        raise Refused("CAS-011", name=name)

    def check_free(self, name: str) -> None:
        """Refused (CAS-012) when the name is taken: one person, one role."""
        if any(other.person.name == name for other in self.everyone()):
            raise Refused("CAS-012", name=name)

    def add(self, enrolled: Enrolled) -> None:
        """Add one person, whose name must be free (CAS-012)."""
        self.check_free(enrolled.person.name)
        self._write(sorted([*self.everyone(), enrolled], key=lambda e: e.person.name))

    def _write(self, people: Sequence[Enrolled]) -> None:
        body = canonical([_fields(e) for e in people])
        write_private(self._path, body + b"\t" + self._machine.sign(body).hex().encode("ascii"))


def _fields(enrolled: Enrolled) -> dict[str, Canonical]:
    person = enrolled.person
    return {
        "name": person.name,
        "role": person.role.value,
        "full_name": person.full_name,
        "habilitation": person.habilitation,
        "signing_key": person.signing_key,
        "sealing_key": person.sealing_key,
        "locked": enrolled.locked.hex(),
    }


def _enrolled(fields: dict[str, str]) -> Enrolled:
    person = Person(
        name=fields["name"],
        role=Role(fields["role"]),
        full_name=fields["full_name"],
        habilitation=fields["habilitation"],
        signing_key=fields["signing_key"],
        sealing_key=fields["sealing_key"],
    )
    return Enrolled(person, bytes.fromhex(fields["locked"]))
