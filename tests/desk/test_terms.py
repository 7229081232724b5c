from pathlib import Path

import pytest

from tests.desk.scene import HOUR, MOTIVE, START, basis
from tests.desk.staff import NUMBER, Staff, staff
from tests.desk.years import DAY, MIDDLE, NOW, OLD, YEARS_LATER, YOUNG, years_later
from vsa_core.desk.cases import NewCase
from vsa_core.desk.terms import terms
from vsa_core.domain.erasure import Ground
from vsa_core.domain.term import CaseTerm, Term, Terms
from vsa_core.domain.widening import Wider

ERASE_BY = START + 100 * HOUR


@pytest.fixture
def at(tmp_path: Path) -> Staff:
    return staff(tmp_path)


def found(at: Staff, now: int) -> Terms:
    return terms(at.desks.cases._machine, now)


@pytest.mark.parametrize(
    ("now", "stands"),
    [
        (ERASE_BY - 31 * DAY, Term.AHEAD),
        (ERASE_BY - 30 * DAY, Term.SOON),
        (ERASE_BY - 1, Term.SOON),
        (ERASE_BY, Term.PASSED),
    ],
)
def test_a_case_is_known_by_its_number_and_date_alone(now: int, stands: Term, at: Staff) -> None:
    assert found(at, now).cases == (CaseTerm(NUMBER, ERASE_BY, None, stands),)


def test_a_widening_moves_the_date_and_the_closing_ends_it(at: Staff) -> None:
    where = at.enter(at.sophie)
    later = ERASE_BY + 9 * HOUR
    with_date = Wider("ORD 7", START, ("cour",))
    pending = at.desks.widening.ask(at.sophie, where, with_date)
    at.desks.approvals.approve(at.dan, pending.name)
    where = at.desks.widening.carry_out(at.sophie, where, pending.name)
    assert found(at, START).cases[0].erase_by == ERASE_BY != later
    at.desks.cases.close(at.sophie, where, MOTIVE)
    (case,) = found(at, at.clock.now()).cases
    assert case.closed is not None
    assert case.erase_by == case.closed < ERASE_BY
    assert case.term is Term.PASSED


def test_what_was_erased_is_told_no_more_and_others_come_by_date(at: Staff, tmp_path: Path) -> None:
    for number, days in (("2024/19", 9), ("2024/18", 5)):
        new = NewCase(number, basis(), (), START + days * DAY)
        where = at.desks.cases.open(at.alice, str(tmp_path / number[-2:]), new, MOTIVE)
        at.desks.cases.leave(at.alice, where)
    assert [case.number for case in found(at, START).cases] == [NUMBER, "2024/18", "2024/19"]
    pending = at.desks.erasing.ask(at.sophie, str(at.case), Ground.TERM, "230-22")
    at.desks.approvals.approve(at.marc, pending.name)
    at.desks.erasing.carry_out(at.sophie, pending.name, str(at.case))
    assert [case.number for case in found(at, START).cases] == ["2024/18", "2024/19"]


def test_a_case_of_which_no_record_tells_the_date_comes_first(at: Staff) -> None:
    vault = at.desks.cases._machine.vault
    vault.new_case("2024/99", [at.alice.person])
    (first, _) = found(at, START).cases
    assert first == CaseTerm("2024/99", None, None, Term.AHEAD)


def test_volumes_are_told_from_the_oldest_with_what_holds_them(tmp_path: Path) -> None:
    told = found(years_later(tmp_path), YEARS_LATER).shards
    assert [one.shard for one in told] == [OLD, MIDDLE, YOUNG, NOW]
    assert [one.may_go for one in told] == [False, True, False, False]
    assert told[0].held_by == (NUMBER,)
    assert [one.term for one in told] == [Term.PASSED, Term.PASSED, Term.AHEAD, Term.AHEAD]
