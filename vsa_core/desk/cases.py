"""Opening a case with its legal basis, entering it, and reading its sheet."""

import json
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from vsa_core.desk.archive import Archive
from vsa_core.desk.machine import Machine
from vsa_core.desk.register import Deed, Register
from vsa_core.desk.roll import Roll
from vsa_core.desk.tickets import InCase, SignedIn, Tickets
from vsa_core.domain.case import Act, Basis, Case, Person
from vsa_core.errors import Fault, Refused, Tampered, Unreadable
from vsa_core.keys.people import Unlocked
from vsa_core.keys.subkeys import commitment
from vsa_core.keys.vault import HOLDERS
from vsa_core.legal.basis import check_case
from vsa_core.store.durable import write_durably

NAME_FILE = "case.json"
"""Names the case that a folder holds; everything else in the folder is sealed."""


@dataclass(frozen=True, slots=True)
class NewCase:
    """A case to open: number, basis, the people who may enter it, and when it must be erased."""

    number: str
    basis: Basis
    people: tuple[str, ...]
    erase_by: int


class Cases:
    """The cases of this installation, each in a folder of its own."""

    def __init__(
        self,
        register: Register,
        roll: Roll,
        tickets: Tickets,
        machine: Machine,
        create: Callable[[Path, bytes, Case], Archive],
        reopen: Callable[[Path, bytes], Archive],
    ) -> None:
        self._register = register
        self._roll = roll
        self._tickets = tickets
        self._machine = machine
        self._create = create
        self._reopen = reopen

    def open(self, who: SignedIn, folder: str, new: NewCase, motive: str = "") -> InCase:
        """Open a case in an empty or new folder, and enter it.

        Raises Refused when the basis is incomplete (LAW-…), when somebody
        named may not hold a case key, or when the folder is not empty
        (CAS-020); Unreadable (CAS-024) when it cannot be made.
        """
        self._tickets.keys(who)
        case = Case(
            number=new.number,
            basis=new.basis,
            people=tuple(sorted({who.person.name, *new.people})),
            erase_by=new.erase_by,
            opened=self._register.now(),
            opened_by=who.person.name,
        )
        deed = Deed(Act.CASE_OPEN, case, motive, about={"people": list(case.people)})
        self._register.grant(who.person, deed)
        path = Path(folder).resolve()
        try:
            check_case(case)
            holders = self._holders(case)
            if case.number in self._machine.vault.cases():
                raise Refused("CAS-021", case=case.number)
            _make_empty(path)
        except (Refused, Unreadable) as fault:
            self._register.deny(who.person, deed, fault)
            raise
        self._register.write(who.person, deed)
        case_key = self._machine.vault.new_case(case.number, holders)
        archive = self._create(path, case_key, case)
        name = {"v": 1, "number": case.number, "commitment": commitment(case_key)}
        write_durably(path / NAME_FILE, json.dumps(name, ensure_ascii=False).encode())
        return self._tickets.enter(who, case, str(path), archive)

    def enter(self, who: SignedIn, folder: str) -> InCase:
        """Enter an open case that one is a person of; recorded, like a refusal."""
        path = Path(folder)
        number = _number(path)
        about = {"number": number}
        keys = self._tickets.keys(who)
        try:
            archive = self._opened(path, number, keys)
        except Fault as fault:
            self._register.deny(who.person, Deed(Act.CASE_READ, about=about), fault)
            raise
        with ExitStack() as undo:
            undo.callback(archive.close)
            case = archive.catalogue.case()
            self._register.permit(who.person, Deed(Act.CASE_READ, case, about=about))
            undo.pop_all()
        return self._tickets.enter(who, case, str(path), archive)

    def leave(self, who: SignedIn, where: InCase) -> None:
        """Close a case that one entered; recorded. It may then be entered again.

        Reels still open are closed first. A thread still at work in the case
        is refused (STO-020) from then on. Closed too where the journal cannot
        be written, which is raised.
        """
        self._tickets.archive(who, where)
        try:
            self._tickets.farewell(who, where)
            deed = Deed(Act.CONSULT, where.case, about={"what": "leave"})
            self._register.write(who.person, deed)
        finally:
            self._tickets.leave_case(who, where)

    def _opened(self, path: Path, number: str, keys: Unlocked) -> Archive:
        archive = self._reopen(path, self._machine.vault.open_case(number, keys))
        with ExitStack() as undo:
            undo.callback(archive.close)
            if archive.catalogue.case().number != number:
                raise Tampered("CAS-022", case=number, file=NAME_FILE)
            undo.pop_all()
        return archive

    def _holders(self, case: Case) -> list[Person]:
        people = [self._roll.find(name).person for name in case.people]
        for person in people:
            if person.role not in HOLDERS:
                raise Refused("KEY-007", name=person.name, role=person.role.value)
        return people


def _make_empty(folder: Path) -> None:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if any(folder.iterdir()):
            raise Refused("CAS-020", folder=str(folder))
    except OSError as error:
        raise Unreadable("CAS-024", folder=str(folder), why=error.strerror or "") from error


def _number(folder: Path) -> str:
    try:
        fields = json.loads((folder / NAME_FILE).read_text(encoding="utf-8"))
        return str(fields["number"])
    except (OSError, ValueError, KeyError, TypeError):
        raise Unreadable("CAS-023", folder=str(folder)) from None
