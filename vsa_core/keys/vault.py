"""Case keys at rest: sealed to each person of a case, and again under the machine's key."""

import json
import os
from collections.abc import Collection, Sequence
from pathlib import Path

from vsa_core.domain.case import Person, Role
from vsa_core.domain.provenance import canonical
from vsa_core.errors import Refused, Tampered
from vsa_core.keys.box import seal_to
from vsa_core.keys.master import Master, destroy_others, keep, load, new_master
from vsa_core.keys.people import Unlocked
from vsa_core.keys.private_file import alone, read_private, write_private
from vsa_core.keys.wrap import Random, unwrap, wrap

HOLDERS = frozenset({Role.ANALYST, Role.SUPERVISOR, Role.MAGISTRATE})
"""Roles that may hold a case key; the DPO and the administrator never see footage."""

CASE_KEY = 32
MAGIC = b"RELVAULT\x01"
_NAME = 8  # bytes of the master key's name

Shares = dict[str, dict[str, bytes]]
"""Case number to person's name to the case key sealed to that person."""


class Vault:
    """The case keys of one machine, in one private file that is replaced whole.

    Every change is atomic and serialised between processes. Without the
    master key nothing of it can be read, not even case numbers; without a
    person's own key, no case key.
    """

    def __init__(self, folder: Path, random: Random = os.urandom) -> None:
        """Open the vault of `folder`, finishing a rotation that was interrupted.

        Raises Unreadable (KEY-005) when it or its master key is absent,
        Tampered (KEY-009) when it was altered.
        """
        self._folder = folder
        self._random = random
        with alone(folder):
            master, _ = self._read()
            destroy_others(folder, master.name)
            self._path.with_name(self._path.name + ".tmp").unlink(missing_ok=True)

    @classmethod
    def create(cls, folder: Path, random: Random = os.urandom) -> "Vault":
        """An empty vault with a new master key; Refused (KEY-012) when there is one."""
        with alone(folder):
            path = folder / "vault"
            if path.exists():
                raise Refused("KEY-012", file=path.name)
            master = new_master(random)
            keep(folder, master)
            write_private(path, _sealed(master, {}, random))
        return cls(folder, random)

    def new_key(self) -> bytes:
        """A case key (32 bytes), not yet kept: its commitment may be recorded first."""
        return self._random(CASE_KEY)

    def new_case(
        self, number: str, people: Sequence[Person], case_key: bytes | None = None
    ) -> bytes:
        """Seal the key of a new case, made here unless given, to `people`, and return it.

        Raises Refused: KEY-007 for a role that may not hold it, KEY-010 when
        the case has a key.
        """
        case_key = case_key or self.new_key()
        boxes = {person.name: self._box(number, case_key, person) for person in people}
        with alone(self._folder):
            master, shares = self._read()
            if number in shares:
                raise Refused("KEY-010", case=number)
            self._write(master, {**shares, number: boxes})
        return case_key

    def open_case(self, number: str, person: Unlocked) -> bytes:
        """The key of a case, for one of its people.

        Raises Refused: KEY-013 when this machine holds no key for the case,
        KEY-008 when it was not sealed to this person; Tampered (KEY-009).
        """
        boxes = _of_case(self._shares(), number)
        if person.name not in boxes:
            raise Refused("KEY-008", name=person.name, case=number)
        return person.open_sealed(boxes[person.name], number)

    def assign(self, number: str, case_key: bytes, person: Person) -> None:
        """Seal the key of a case to one more person; Refused KEY-007, KEY-013."""
        box = self._box(number, case_key, person)
        with alone(self._folder):
            master, shares = self._read()
            boxes = {**_of_case(shares, number), person.name: box}
            self._write(master, {**shares, number: boxes})

    def withdraw(self, number: str, name: str) -> None:
        """Take a person's share away, and rotate so that no old copy of it opens (KEY-013)."""
        with alone(self._folder):
            _, shares = self._read()
            boxes = {held: box for held, box in _of_case(shares, number).items() if held != name}
            self._rotate({**shares, number: boxes})

    def rotate_master(self, forget: Collection[str] = ()) -> None:
        """Put everything but the cases of `forget` under a new master key; destroy the old one.

        Needs nobody. After it returns, no copy of the vault's files opens the
        forgotten cases. Killed at any instant, the vault is the old one or the
        new one, and opening it finishes the work. Raises Refused (KEY-013)
        when a case to forget is not there.
        """
        with alone(self._folder):
            _, shares = self._read()
            for number in forget:
                _of_case(shares, number)
            self._rotate({n: boxes for n, boxes in shares.items() if n not in forget})

    def cases(self) -> tuple[str, ...]:
        """The numbers of the cases that have a key here, in order."""
        return tuple(sorted(self._shares()))

    def holders(self, number: str) -> tuple[str, ...]:
        """The names to whom the key of a case is sealed, in order; Refused (KEY-013)."""
        return tuple(sorted(_of_case(self._shares(), number)))

    @property
    def _path(self) -> Path:
        return self._folder / "vault"

    def _box(self, number: str, case_key: bytes, person: Person) -> bytes:
        if person.role not in HOLDERS:
            raise Refused("KEY-007", name=person.name, role=person.role.value)
        return seal_to(person.sealing_key, case_key, number, person.name, self._random)

    def _shares(self) -> Shares:
        with alone(self._folder):
            return self._read()[1]

    def _read(self) -> tuple[Master, Shares]:
        data = read_private(self._path)
        front = data[: len(MAGIC) + _NAME]
        if not front.startswith(MAGIC):
            raise Tampered("KEY-009")
        master = load(self._folder, front[len(MAGIC) :].hex())
        return master, _parsed(unwrap(master.key, data[len(front) :], front))

    def _write(self, master: Master, shares: Shares) -> None:
        write_private(self._path, _sealed(master, shares, self._random))

    def _rotate(self, shares: Shares) -> None:
        master = new_master(self._random)
        keep(self._folder, master)
        self._write(master, shares)
        destroy_others(self._folder, master.name)


def _of_case(shares: Shares, number: str) -> dict[str, bytes]:
    if number not in shares:
        raise Refused("KEY-013", case=number)
    return shares[number]


def _sealed(master: Master, shares: Shares, random: Random) -> bytes:
    front = MAGIC + bytes.fromhex(master.name)
    cases = [
        {"case": number, "boxes": [[name, boxes[name].hex()] for name in sorted(boxes)]}
        for number, boxes in sorted(shares.items())
    ]
    return front + wrap(master.key, canonical(cases), front, random)


def _parsed(text: bytes) -> Shares:
    return {
        case["case"]: {name: bytes.fromhex(box) for name, box in case["boxes"]}
        for case in json.loads(text)
    }
