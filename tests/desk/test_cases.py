import json
from dataclasses import replace
from pathlib import Path

import pytest

from tests.desk.records import denied, enrol, last, records
from tests.desk.scene import (
    AIPD,
    CHEAP,
    HOUR,
    MOTIVE,
    START,
    FixedClock,
    basis,
    crossing,
    enrolled,
    settings,
)
from vsa_core import engine
from vsa_core.desk.cases import NewCase
from vsa_core.desk.desks import Desks
from vsa_core.desk.tickets import SignedIn
from vsa_core.domain.case import Act, Aipd, Framework, Role
from vsa_core.errors import Refused, Tampered, Unreadable
from vsa_core.legal.calendar import years_after

NEW = NewCase("2024/17", basis(), (), START + 100 * HOUR)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def desk(home: Path) -> tuple[Desks, SignedIn]:
    return enrolled(home)


def test_opening_is_recorded_with_its_basis_and_people(
    desk: tuple[Desks, SignedIn], home: Path, tmp_path: Path
) -> None:
    desks, who = desk
    where = desks.cases.open(who, str(tmp_path / "new" / "case"), NEW, MOTIVE)
    record = last(home)
    assert (record["act"], record["case"], record["motive"]) == (Act.CASE_OPEN, "2024/17", MOTIVE)
    assert record["basis"]["requisition"] == "R1"
    name = json.loads((tmp_path / "new" / "case" / "case.json").read_text("utf-8"))
    assert record["about"] == {
        "people": ["alice"],
        "modules": [],
        "erase_by_us": NEW.erase_by,
        "aipd": AIPD.fields(),
        "commitment": name["commitment"],
    }
    assert where.case.people == ("alice",)
    assert where.case.opened_by == "alice"


def test_nothing_of_the_case_can_be_read_in_its_folder(
    desk: tuple[Desks, SignedIn], tmp_path: Path
) -> None:
    desks, who = desk
    desks.cases.open(who, str(tmp_path / "case"), NEW, MOTIVE)
    kept = b"".join(path.read_bytes() for path in (tmp_path / "case").rglob("*") if path.is_file())
    assert b"Mme X" not in kept
    assert (tmp_path / "case").stat().st_mode & 0o777 == 0o700
    name = json.loads((tmp_path / "case" / "case.json").read_text("utf-8"))
    assert set(name) == {"v", "number", "commitment"}


BROKEN = [
    ({"requisition": " "}, {}, "LAW-010"),
    ({"magistrate": ""}, {}, "LAW-011"),
    ({"framework": Framework.PRELIMINARY}, {}, "LAW-006"),
    ({"framework": Framework.ARTICLE_74_1}, {}, "LAW-006"),
    ({"cameras": ()}, {}, "LAW-009"),
    ({"cameras": ("rue", "rue")}, {}, "LAW-017"),
    ({"offence": ""}, {}, "LAW-013"),
    ({"expires": START}, {}, "LAW-018"),
    ({}, {"number": " "}, "LAW-014"),
    ({}, {"erase_by": years_after(START + 3 * HOUR, 3)}, "LAW-015"),
    ({}, {"erase_by": START}, "LAW-016"),
    ({}, {"aipd": Aipd()}, "LAW-030"),
    ({"modules": ("faces",)}, {}, "LAW-031"),
    ({}, {"people": ("nobody",)}, "CAS-011"),
    ({}, {"people": ("dan",)}, "KEY-007"),
    ({}, {"people": ("adele",)}, "KEY-007"),
]


@pytest.mark.parametrize(("of_basis", "of_case", "code"), BROKEN, ids=[row[2] for row in BROKEN])
def test_a_case_without_its_law_is_refused_recorded_and_leaves_nothing(
    of_basis: dict[str, object],
    of_case: dict[str, object],
    code: str,
    desk: tuple[Desks, SignedIn],
    home: Path,
    tmp_path: Path,
) -> None:
    desks, who = desk
    if "people" in of_case:
        admin = enrol(desks, "adele", Role.ADMINISTRATOR)
        enrol(desks, "dan", Role.DPO, admin)
    new = replace(NEW, basis=basis(**of_basis), **of_case)  # type: ignore[arg-type]
    with pytest.raises(Refused, match=code):
        desks.cases.open(who, str(tmp_path / "case"), new, MOTIVE)
    assert denied(home) == ("alice", "case_open", code)
    assert not (tmp_path / "case").exists()
    desks.cases.open(who, str(tmp_path / "case"), NEW, MOTIVE)  # the number is free still


def test_three_years_are_allowed(desk: tuple[Desks, SignedIn], tmp_path: Path) -> None:
    desks, who = desk
    latest = years_after(START + HOUR, 3)
    where = desks.cases.open(who, str(tmp_path / "case"), replace(NEW, erase_by=latest), MOTIVE)
    assert where.case.erase_by == latest


def test_flagrance_alone_needs_no_written_authorisation(
    desk: tuple[Desks, SignedIn], tmp_path: Path
) -> None:
    desks, who = desk
    given = basis(framework=Framework.PRELIMINARY, authorisation="PR 2024-3")
    desks.cases.open(who, str(tmp_path / "a"), replace(NEW, basis=given), MOTIVE)
    desks.cases.open(who, str(tmp_path / "b"), replace(NEW, number="2024/18"), MOTIVE)


def test_a_folder_that_holds_something_is_refused_and_left_alone(
    desk: tuple[Desks, SignedIn], home: Path, tmp_path: Path
) -> None:
    desks, who = desk
    (tmp_path / "case").mkdir()
    (tmp_path / "case" / "notes.txt").write_text("mine")
    with pytest.raises(Refused, match="CAS-020"):
        desks.cases.open(who, str(tmp_path / "case"), NEW, MOTIVE)
    assert denied(home) == ("alice", "case_open", "CAS-020")
    assert [path.name for path in (tmp_path / "case").iterdir()] == ["notes.txt"]


def test_a_folder_that_cannot_be_one_is_said(
    desk: tuple[Desks, SignedIn], home: Path, tmp_path: Path
) -> None:
    desks, who = desk
    (tmp_path / "file").write_text("mine")
    for folder in (tmp_path / "file", tmp_path / "file" / "case"):
        with pytest.raises(Unreadable, match="CAS-024"):
            desks.cases.open(who, str(folder), NEW, MOTIVE)
        assert denied(home) == ("alice", "case_open", "CAS-024")


def test_a_number_is_used_once(desk: tuple[Desks, SignedIn], home: Path, tmp_path: Path) -> None:
    desks, who = desk
    desks.cases.open(who, str(tmp_path / "case"), NEW, MOTIVE)
    with pytest.raises(Refused, match="CAS-021"):
        desks.cases.open(who, str(tmp_path / "other"), NEW, MOTIVE)
    assert denied(home) == ("alice", "case_open", "CAS-021")
    assert not (tmp_path / "other").exists()


@pytest.mark.parametrize("role", [Role.DPO, Role.ADMINISTRATOR, Role.MAGISTRATE])
def test_who_may_not_open_a_case_is_refused(
    role: Role, desk: tuple[Desks, SignedIn], home: Path, tmp_path: Path
) -> None:
    desks, _ = desk
    other = enrol(desks, "dan", role)
    with pytest.raises(Refused, match="LAW-001"):
        desks.cases.open(other, str(tmp_path / "case"), NEW, MOTIVE)
    assert denied(home) == ("dan", "case_open", "LAW-001")
    assert not (tmp_path / "case").exists()


def test_a_case_is_entered_again_by_its_people(
    desk: tuple[Desks, SignedIn], home: Path, tmp_path: Path
) -> None:
    desks, who = desk
    bob = enrol(desks, "bob", Role.SUPERVISOR)
    first = desks.cases.open(who, str(tmp_path / "case"), replace(NEW, people=("bob",)), MOTIVE)
    desks.people.sign_out(who)
    again = desks.cases.enter(bob, str(tmp_path / "case"))
    assert again.case == first.case
    assert last(home)["act"] == Act.CASE_READ
    assert (last(home)["who"], last(home)["case"]) == ("bob", "2024/17")


def test_another_program_finds_the_case(
    desk: tuple[Desks, SignedIn], home: Path, tmp_path: Path
) -> None:
    desks, who = desk
    desks.cases.open(who, str(tmp_path / "case"), NEW, MOTIVE)
    desks.people.sign_out(who)
    later = engine.desks(settings(home), CHEAP, FixedClock())
    back = later.people.sign_in("alice", "a passphrase long enough")
    assert later.cases.enter(back, str(tmp_path / "case")).case.number == "2024/17"


def test_while_one_program_writes_another_waits_outside(
    desk: tuple[Desks, SignedIn], home: Path, tmp_path: Path
) -> None:
    desks, who = desk
    desks.cases.open(who, str(tmp_path / "case"), NEW, MOTIVE)
    with pytest.raises(Refused, match="STO-007"):
        desks.cases.enter(who, str(tmp_path / "case"))
    assert denied(home) == ("alice", "case_read", "STO-007")


@pytest.mark.parametrize("role", [Role.ANALYST, Role.MAGISTRATE, Role.DPO, Role.ADMINISTRATOR])
def test_who_is_not_of_the_case_does_not_enter_and_the_case_is_named(
    role: Role, desk: tuple[Desks, SignedIn], home: Path, tmp_path: Path
) -> None:
    desks, who = desk
    desks.cases.open(who, str(tmp_path / "case"), NEW, MOTIVE)
    desks.people.sign_out(who)
    other = enrol(desks, "eve", role)
    with pytest.raises(Refused, match="KEY-008"):
        desks.cases.enter(other, str(tmp_path / "case"))
    assert denied(home) == ("eve", "case_read", "KEY-008")
    assert last(home)["about"]["number"] == "2024/17"


def test_a_folder_without_a_case_is_said(desk: tuple[Desks, SignedIn], tmp_path: Path) -> None:
    desks, who = desk
    for text in (None, "", "{}", "[]", '{"number": '):
        if text is not None:
            (tmp_path / "case.json").write_text(text)
        with pytest.raises(Unreadable, match="CAS-023"):
            desks.cases.enter(who, str(tmp_path))


def test_a_case_of_another_installation_stays_closed(
    desk: tuple[Desks, SignedIn], home: Path, tmp_path: Path
) -> None:
    desks, _ = desk
    far, mallory = enrolled(tmp_path / "far")
    far.cases.open(mallory, str(tmp_path / "case"), NEW, MOTIVE)
    far.people.sign_out(mallory)
    with pytest.raises(Refused, match="KEY-013"):
        desks.cases.enter(desk[1], str(tmp_path / "case"))
    assert denied(home) == ("alice", "case_read", "KEY-013")


def test_a_folder_under_another_number_is_tampered_with(
    desk: tuple[Desks, SignedIn], home: Path, tmp_path: Path
) -> None:
    desks, who = desk
    desks.cases.open(who, str(tmp_path / "a"), NEW, MOTIVE)
    desks.cases.open(who, str(tmp_path / "b"), replace(NEW, number="2024/18"), MOTIVE)
    desks.people.sign_out(who)
    (tmp_path / "a" / "case.json").write_bytes((tmp_path / "b" / "case.json").read_bytes())
    back = desks.people.sign_in("alice", "a passphrase long enough")
    with pytest.raises(Tampered, match="STO-008"):
        desks.cases.enter(back, str(tmp_path / "a"))
    assert denied(home) == ("alice", "case_read", "STO-008")


def test_a_catalogue_of_another_case_is_tampered_with(
    desk: tuple[Desks, SignedIn], home: Path, tmp_path: Path
) -> None:
    desks, who = desk
    where = desks.cases.open(who, str(tmp_path / "case"), NEW, MOTIVE)
    archive = desks.cases._tickets.archive(who, where)
    archive.catalogue.set_case(replace(where.case, number="2024/99"))
    archive.close()
    with pytest.raises(Tampered, match="CAS-022"):
        desks.cases.enter(who, str(tmp_path / "case"))
    assert denied(home) == ("alice", "case_read", "CAS-022")
    archive = desks.cases._reopen(tmp_path / "case", _key(desks, who))
    archive.close()  # nothing was left open


def test_an_expired_basis_lets_papers_be_read_and_nothing_else(home: Path, tmp_path: Path) -> None:
    clock = FixedClock()
    desks, who = enrolled(home, clock)
    desks.cases.open(who, str(tmp_path / "case"), NEW, MOTIVE)
    desks.people.sign_out(who)
    clock.time = START + 50 * HOUR
    back = desks.people.sign_in("alice", "a passphrase long enough")
    where = desks.cases.enter(back, str(tmp_path / "case"))
    assert desks.footage.listed(back, where) == ()
    with pytest.raises(Refused, match="LAW-005"):
        desks.queries.ask(back, where, crossing(), MOTIVE)
    assert denied(home)[2] == "LAW-005"


def test_an_unknown_motive_opens_no_case(
    desk: tuple[Desks, SignedIn], home: Path, tmp_path: Path
) -> None:
    desks, who = desk
    with pytest.raises(Refused, match="LAW-020"):
        desks.cases.open(who, str(tmp_path / "case"), NEW, "M99")
    assert denied(home) == ("alice", "case_open", "LAW-020")
    assert len([r for r in records(home) if r["act"] == Act.CASE_OPEN]) == 0


def _key(desks: Desks, who: SignedIn) -> bytes:
    return desks.cases._machine.vault.open_case("2024/17", desks.cases._tickets.keys(who))
