"""No footage is reachable from the DPO's or the administrator's desk: every call of it is made."""

import dataclasses
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

import numpy as np
import pytest

from tests.desk.conftest import left
from tests.desk.records import enrol, last, records
from tests.desk.scene import MOTIVE, SECRET, Office, crossing, film, hits, indexed, office
from tests.desk.test_desks import in_case, on_footage
from tests.desk.test_register import COUNTED, WITHOUT_DATA, calls, desk_calls
from vsa_core.desk.tickets import SignedIn
from vsa_core.domain.case import Act, Role
from vsa_core.domain.geometry import Line, Point
from vsa_core.domain.verdict import Verdict
from vsa_core.errors import Fault, Refused

CANARY = 31_337
"""A coordinate of the line that the analyst draws: it lies sealed in the journal."""

SHOWING = frozenset(
    "Picture Look Shot Frame Tracks Followed Hit Event Batch Query Line Zone Point Box Reel"
    " Thumbnail Footage FootageSheet Recording Stream Judged Masked Archive CaseKeys"
    " Unlocked".split()
)
"""What a result may never hold, by the name of its type."""

IMAGES = (b"\x89PNG", b"\xff\xd8\xff", b"ftyp", b"RELSEAL")
KINDS = {".jsonl", ".json", ".note", ".csv", ".txt", ".py", ""}

GUARDS = (Role.DPO, Role.ADMINISTRATOR)
FREE = {
    "people.listed",  # names and roles, to whoever stands at the door
    "people.sign_in",
    "people.sign_out",
    "audits.verify",
    "models.listed",
    "models.verify",
    "capabilities.listed",
    "capabilities.on",
}
"""Calls that say nothing of any case and are open to every role."""

ALLOWED = {
    Role.DPO: FREE
    | {
        "audits.read",
        "audits.overview",
        "audits.remark",
        "replays.listed",
        "witnessing.standing",
        "handover.export",
        "handover.prove",
        "approvals.listed",
        "approvals.ask",
        "roles.ask",  # a request, which somebody of another role approves
        "erasing.ask",  # the same
        "retention.listed",  # numbers of cases and dates
        "people.add",  # by anybody, while there is no administrator
    },
    Role.ADMINISTRATOR: FREE
    | {
        "people.add",
        "people.change",
        "people.end",
        "models.assessed",
        "approvals.listed",
        "approvals.ask",
        "roles.ask",
        "retention.listed",  # volumes of the journal alone
    },
}
"""Calls that may come to something; all the others end in a fault."""


def inquired(folder: Path) -> Office:
    """An indexed case in which a line was drawn and a hit retained."""
    made = indexed(office(folder))
    query = dataclasses.replace(crossing(), place=Line(Point(CANARY, 0), Point(CANARY, 65_535)))
    (found, *_) = hits(made, query)
    made.desks.reviews.judge(made.who, made.where, found.name, Verdict.MATCH, MOTIVE)
    return made


@pytest.fixture(scope="module")
def at(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """That case, shared by the tests that change nothing in it."""
    made = inquired(tmp_path_factory.mktemp("office"))
    yield made
    left(made)


def inner(value: object, depth: int = 12) -> Iterator[object]:
    """A value and all that it holds."""
    yield value
    if depth == 0:
        return
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        for field in dataclasses.fields(value):
            yield from inner(getattr(value, field.name), depth - 1)
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from inner(key, depth - 1)
            yield from inner(item, depth - 1)
    elif isinstance(value, (list, tuple, set, frozenset)):
        for item in value:
            yield from inner(item, depth - 1)


def shown(value: object) -> list[str]:
    """What of a result may not be there."""
    found = []
    for one in inner(value):
        if type(one).__name__ in SHOWING or isinstance(one, np.ndarray):
            found.append(type(one).__name__)
        if isinstance(one, (bytes, bytearray, memoryview)):
            found.append("bytes")
        if isinstance(one, (int, str)) and str(CANARY) in str(one):
            found.append(f"canary in {one!r:.40}")
    return found


@pytest.mark.slow
@pytest.mark.parametrize("role", GUARDS)
def test_every_call_of_every_desk_gives_a_guard_no_footage(role: Role, tmp_path: Path) -> None:
    at = inquired(_empty(tmp_path / "office"))
    guard = _guard(at, role)
    made = calls(at, _empty(tmp_path / "walk"), guard)
    made["cases.enter"] = lambda: at.desks.cases.enter(guard, at.where.folder)
    assert set(made) | WITHOUT_DATA | COUNTED == set(desk_calls())
    came = set()
    for name in sorted(made, key=lambda one: one == "people.sign_out"):
        try:
            result = made[name]()
        except Fault:
            continue
        came.add(name)
        assert shown(result) == [], name
    assert came <= ALLOWED[role], came - ALLOWED[role]
    left(at)


@pytest.mark.parametrize("role", GUARDS)
@pytest.mark.parametrize("forged", [False, True])
def test_every_call_about_a_case_is_refused_and_recorded(
    role: Role, forged: bool, at: Office, tmp_path: Path
) -> None:
    guard = _guard(at, role)
    look = at.desks.viewing.look(at.who, at.where, hits(at)[0].name, MOTIVE)
    where = dataclasses.replace(at.where, ticket=guard.ticket) if forged else at.where
    film(tmp_path / "b.mp4", 3)
    walked = on_footage(at, guard, where, look, _empty(tmp_path / "walk"))
    assert in_case() <= set(walked)
    for name, call in walked.items():
        before = len(records(at.home))
        with pytest.raises(Refused):
            call()
        told = [one for one in records(at.home)[before:] if one["act"] == Act.DENIED]
        assert (told[-1]["who"], told[-1]["role"]) == (guard.person.name, role.value), name
    at.desks.people.sign_out(guard)


def test_entering_a_case_is_refused_to_both_and_recorded(at: Office) -> None:
    for role in GUARDS:
        guard = _guard(at, role)
        with pytest.raises(Refused):
            at.desks.cases.enter(guard, at.where.folder)
        assert (last(at.home)["act"], last(at.home)["role"]) == (Act.DENIED, role.value)
        at.desks.people.sign_out(guard)


def test_what_is_handed_over_holds_no_picture_and_opens_nothing(at: Office, tmp_path: Path) -> None:
    guard = _guard(at, Role.DPO)
    at.desks.handover.export(guard, str(tmp_path / "out"), "CNIL")
    for path in (path for path in (tmp_path / "out").rglob("*") if path.is_file()):
        assert path.suffix in KINDS, path
        data = path.read_bytes()
        assert not any(mark in data[:16] for mark in IMAGES), path
        assert str(CANARY).encode() not in data, path
    sealed = [one for one in records(at.home) if one["sealed"]]
    assert sealed, "nothing was sealed: the canary proves nothing"
    at.desks.people.sign_out(guard)


def test_the_walk_sees_what_may_not_be_there(at: Office) -> None:
    """Seeded: what the analyst gets from the same calls is seen at once."""
    found = hits(at)
    look = at.desks.viewing.look(at.who, at.where, found[0].name, MOTIVE)
    assert {"Look", "ndarray"} & set(shown(look))
    assert "Hit" in shown(found)
    assert shown({"deep": [({"place": CANARY},)]})
    assert shown([b"\x89PNG"])
    assert shown(at.desks.footage.listed(at.who, at.where))


def _guard(at: Office, role: Role) -> SignedIn:
    """The guard of that role, enrolled once."""
    name = f"guard-{role.value}"
    with suppress(Fault):
        return at.desks.people.sign_in(name, SECRET)
    return enrol(at.desks, name, role)


def _empty(folder: Path) -> Path:
    folder.mkdir()
    return folder
