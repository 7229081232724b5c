from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.desk.records import denied, last
from tests.desk.scene import HOUR, MOTIVE, START, crossing
from tests.desk.staff import NUMBER, Staff, staff
from vsa_core.domain.case import Act
from vsa_core.domain.moment import Window
from vsa_core.domain.request import Kind
from vsa_core.domain.widening import Wider
from vsa_core.errors import Refused
from vsa_core.store.catalog import Catalog

WIDER = Window(START, START + 2 * HOUR)


@pytest.fixture
def at(tmp_path: Path) -> Staff:
    return staff(tmp_path)


def wider(**changes: Any) -> Wider:
    return Wider(**{"decision": "ORD 7", "decided": START, **changes})


def test_a_basis_is_widened_by_one_who_asks_and_one_who_approves(at: Staff) -> None:
    where = at.enter(at.sophie)
    terms = wider(cameras=("cour",), window=WIDER, expires=START + 60 * HOUR)
    pending = at.desks.widening.ask(at.sophie, where, terms)
    assert pending.request.case == NUMBER
    at.desks.approvals.approve(at.marc, pending.name)
    stay = at.desks.widening.carry_out(at.sophie, where, pending.name)
    record = last(at.home)
    assert (record["act"], record["about"]["request"]) == (Act.BASIS_CHANGE, pending.name)
    assert record["basis"]["expires_us"] == START + 60 * HOUR
    assert stay.case.basis.cameras == ("rue", "cour")
    assert stay.case.basis.window == WIDER
    with pytest.raises(Refused, match="CAS-002"):
        at.desks.footage.listed(at.sophie, where)  # the old stay opens nothing any more
    at.desks.cases.leave(at.sophie, stay)
    assert at.enter(at.alice).case == stay.case


def test_before_the_approval_nothing_is_wider(at: Staff) -> None:
    where = at.enter(at.sophie)
    pending = at.desks.widening.ask(at.sophie, where, wider(cameras=("cour",)))
    with pytest.raises(Refused, match="CAS-094"):
        at.desks.widening.carry_out(at.sophie, where, pending.name)
    assert denied(at.home) == ("sophie", "basis_change", "CAS-094")
    with pytest.raises(Refused, match="LAW-007"):
        at.desks.queries.ask(at.sophie, where, replace(crossing(), cameras=("cour",)), MOTIVE)


@pytest.mark.parametrize(
    ("terms", "code"),
    [
        ({}, "LAW-038"),
        ({"cameras": ("cour",), "decision": ""}, "LAW-021"),
        ({"erase_by": START + 2000 * 24 * HOUR}, "LAW-022"),
    ],
)
def test_what_the_law_does_not_allow_is_not_even_asked(
    terms: dict[str, Any], code: str, at: Staff
) -> None:
    where = at.enter(at.sophie)
    with pytest.raises(Refused, match=code):
        at.desks.widening.ask(at.sophie, where, wider(**terms))
    assert denied(at.home) == ("sophie", "request", code)
    assert at.desks.approvals.listed(at.sophie) == ()


def test_an_analyst_neither_asks_nor_carries_out(at: Staff) -> None:
    where = at.enter(at.alice)
    with pytest.raises(Refused, match="LAW-001"):
        at.desks.widening.ask(at.alice, where, wider(cameras=("cour",)))
    with pytest.raises(Refused, match="LAW-001"):
        at.desks.widening.carry_out(at.alice, where, "0" * 16)


def test_a_widening_serves_once_and_in_its_own_case(at: Staff) -> None:
    where = at.enter(at.sophie)
    pending = at.desks.widening.ask(at.sophie, where, wider(cameras=("cour",)))
    at.desks.approvals.approve(at.dan, pending.name)
    stay = at.desks.widening.carry_out(at.sophie, where, pending.name)
    with pytest.raises(Refused, match="LAW-043"):
        at.desks.widening.carry_out(at.sophie, stay, pending.name)


def test_an_erasure_that_was_approved_widens_nothing(at: Staff) -> None:
    where = at.enter(at.sophie)
    terms = wider(cameras=("cour",)).fields()
    pending = at.desks.approvals.ask(at.sophie, Kind.ERASE_CASE, terms, NUMBER)
    at.desks.approvals.approve(at.marc, pending.name)
    with pytest.raises(Refused, match="CAS-093"):
        at.desks.widening.carry_out(at.sophie, where, pending.name)


def test_cut_short_after_its_record_it_is_carried_out_again(
    at: Staff, monkeypatch: pytest.MonkeyPatch
) -> None:
    where = at.enter(at.sophie)
    pending = at.desks.widening.ask(at.sophie, where, wider(cameras=("cour",)))
    at.desks.approvals.approve(at.marc, pending.name)

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(Catalog, "set_case", killed)
        with pytest.raises(KeyboardInterrupt):
            at.desks.widening.carry_out(at.sophie, where, pending.name)
    stay = at.desks.widening.carry_out(at.sophie, where, pending.name)
    assert stay.case.basis.cameras == ("rue", "cour")
