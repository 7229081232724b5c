"""Opening a case with its legal basis, entering it, and reading its sheet."""

import json
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path

from vsa_core.desk.archive import Archive
from vsa_core.desk.machine import Machine
from vsa_core.desk.register import Deed, Register
from vsa_core.desk.roll import Roll
from vsa_core.desk.tickets import InCase, SignedIn, Tickets
from vsa_core.domain.case import Act, Aipd, Basis, Case, Person
from vsa_core.domain.provenance import Canonical
from vsa_core.errors import Fault, Refused, Tampered, Unreadable
from vsa_core.keys.people import Unlocked
from vsa_core.keys.subkeys import commitment
from vsa_core.keys.vault import HOLDERS
from vsa_core.legal.basis import check_case, check_open
from vsa_core.legal.calendar import date_of
from vsa_core.legal.form import Asked, form
from vsa_core.legal.motives import check_motive
from vsa_core.store.durable import write_durably

NAME_FILE = "case.json"
"""Names the case that a folder holds; everything else in the folder is sealed."""


@dataclass(frozen=True, slots=True)
class NewCase:
    """A case to open: number, basis, the people who may enter it, and when it must be erased.

    aipd: the impact assessment it is opened under; None for the one told when
    the installation was founded.
    """

    number: str
    basis: Basis
    people: tuple[str, ...]
    erase_by: int
    aipd: Aipd | None = None


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

        Raises Refused when the basis is incomplete (LAW-…), without an impact
        assessment (LAW-030), when somebody named may not hold a case key, or
        when the folder is not empty (CAS-020); Unreadable (CAS-024) when it
        cannot be made.
        """
        self._tickets.keys(who)
        case = self._case(who, new)
        case_key = self._machine.vault.new_key()
        deed = Deed(Act.CASE_OPEN, case, motive, about=_about(case, case_key))
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
        self._machine.vault.new_case(case.number, holders, case_key)
        archive = self._create(path, case_key, case)
        name = {"v": 1, "number": case.number, "commitment": commitment(case_key)}
        write_durably(path / NAME_FILE, json.dumps(name, ensure_ascii=False).encode())
        return self._tickets.enter(who, case, str(path), archive)

    def form(self) -> tuple[Asked, ...]:
        """What is asked when a case is opened, with the article that asks for it, as of today."""
        return form(date_of(self._register.now()))

    def close(self, who: SignedIn, where: InCase, motive: str) -> InCase:
        """Close a case: from then on its footage is out of reach, and it is due to be erased.

        Recorded. Its papers stay readable, by the stay that is given back.
        Raises Refused (LAW-001, LAW-020, LAW-035).
        """
        archive = self._tickets.archive(who, where)
        deed = Deed(Act.CASE_CLOSE, where.case, motive)
        self._register.grant(who.person, deed)
        try:
            check_motive(motive)
            check_open(where.case)
        except Refused as refusal:
            self._register.deny(who.person, deed, refusal)
            raise
        self._register.write(who.person, deed)
        closed = replace(where.case, closed=self._register.latest())
        archive.catalogue.set_case(closed)
        return self._tickets.amend(who, where, closed)

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

    def _case(self, who: SignedIn, new: NewCase) -> Case:
        return Case(
            number=new.number,
            basis=new.basis,
            people=tuple(sorted({who.person.name, *new.people})),
            erase_by=new.erase_by,
            opened=self._register.now(),
            opened_by=who.person.name,
            aipd=self._machine.aipd if new.aipd is None else new.aipd,
        )

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


def _about(case: Case, case_key: bytes) -> dict[str, Canonical]:
    """What of a new case stands in clear beside its basis."""
    return {
        "people": list(case.people),
        "modules": list(case.basis.modules),
        "erase_by_us": case.erase_by,
        "aipd": case.aipd.fields(),
        "commitment": commitment(case_key),
    }


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
