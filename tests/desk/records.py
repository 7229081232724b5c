"""What the journal of a small installation holds, and the people who come and go there."""

from pathlib import Path
from typing import Any

from tests.desk.scene import SECRET, Office
from vsa_core.audit.review import read
from vsa_core.desk.desks import Desks
from vsa_core.desk.people import NewPerson
from vsa_core.desk.tickets import SignedIn
from vsa_core.domain.case import Act, Role


def records(home: Path) -> list[dict[str, Any]]:
    """Every record of the journal, whole."""
    return [dict(logged.fields) for logged in read(home / "audit")]


def acts(at: Office, since: int = 0) -> list[Act]:
    """The acts recorded, from one place on."""
    return [Act(record["act"]) for record in records(at.home)[since:]]


def count(at: Office) -> int:
    """How many records there are."""
    return len(records(at.home))


def last(home: Path) -> dict[str, Any]:
    """The newest record."""
    return records(home)[-1]


def denied(home: Path) -> tuple[str, str, str]:
    """Who was refused what last, and with which code; the newest record must say so."""
    record = last(home)
    assert record["act"] == Act.DENIED
    return record["who"], record["about"]["act"], record["about"]["code"]


def enrol(desks: Desks, name: str, role: Role, by: SignedIn | None = None) -> SignedIn:
    """One more person, signed in."""
    desks.people.add(NewPerson(name, role, name.title(), "H-2"), SECRET, by)
    return desks.people.sign_in(name, SECRET)


def quiet(done: int, total: int, what: str) -> None:
    """Progress that nobody watches."""
