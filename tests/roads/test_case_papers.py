"""The papers of a case: what is asked of it, and what its closing leaves within reach."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.desk.records import denied, enrol, last
from tests.desk.scene import HOUR, MOTIVE, START, basis, crossing, enrolled
from vsa_core.desk.cases import NewCase
from vsa_core.desk.desks import Desks
from vsa_core.desk.tickets import SignedIn
from vsa_core.domain.case import Act, Role
from vsa_core.errors import Refused

NEW = NewCase("2024/17", basis(), (), START + 100 * HOUR)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def desk(home: Path) -> tuple[Desks, SignedIn]:
    return enrolled(home)


def test_a_closed_case_lets_papers_be_read_and_nothing_else(
    desk: tuple[Desks, SignedIn], home: Path, tmp_path: Path
) -> None:
    desks, who = desk
    bob = enrol(desks, "bob", Role.SUPERVISOR)
    old = desks.cases.open(who, str(tmp_path / "case"), replace(NEW, people=("bob",)), MOTIVE)
    desks.cases.leave(who, old)
    where = desks.cases.close(bob, desks.cases.enter(bob, str(tmp_path / "case")), MOTIVE)
    assert last(home)["act"] == Act.CASE_CLOSE
    assert where.case.closed is not None
    assert desks.footage.listed(bob, where) == ()
    with pytest.raises(Refused, match="LAW-035"):
        desks.queries.ask(bob, where, crossing(), MOTIVE)
    with pytest.raises(Refused, match="LAW-035"):
        desks.cases.close(bob, where, MOTIVE)
    assert denied(home) == ("bob", "case_close", "LAW-035")


@pytest.mark.parametrize(
    ("role", "motive", "code"),
    [
        (Role.ANALYST, MOTIVE, "LAW-001"),
        (Role.SUPERVISOR, "", "LAW-020"),
    ],
)
def test_only_a_supervisor_with_a_motive_closes_a_case(
    role: Role, motive: str, code: str, desk: tuple[Desks, SignedIn], home: Path, tmp_path: Path
) -> None:
    desks, who = desk
    bob = enrol(desks, "bob", role)
    old = desks.cases.open(who, str(tmp_path / "case"), replace(NEW, people=("bob",)), MOTIVE)
    desks.cases.leave(who, old)
    where = desks.cases.enter(bob, str(tmp_path / "case"))
    with pytest.raises(Refused, match=code):
        desks.cases.close(bob, where, motive)
    assert denied(home) == ("bob", "case_close", code)
    assert desks.footage.listed(bob, where) == ()


def test_the_form_says_which_article_asks_for_what(desk: tuple[Desks, SignedIn]) -> None:
    fields = {field.key: field for field in desk[0].cases.form()}
    assert fields["aipd"].required
    assert fields["erase_by"].article == "CPP art. 230-22"
