from pathlib import Path

import pytest

from tests.desk.records import denied, last, records
from tests.desk.staff import NUMBER, Staff, staff
from vsa_core.domain.case import Act
from vsa_core.domain.order import NewOrder, OrderKind, Origin
from vsa_core.errors import Refused

RECTIFY = NewOrder(OrderKind.RECTIFY, Origin.PERSON, "REQ 4", "la plaque est celle de M. X")
ERASE = NewOrder(OrderKind.ERASE, Origin.MAGISTRATE, "ORD 9")


@pytest.fixture
def at(tmp_path: Path) -> Staff:
    return staff(tmp_path)


def test_an_order_is_recorded_listed_and_carried_out(at: Staff) -> None:
    where = at.enter(at.marc)
    order = at.desks.orders.enter(at.marc, where, RECTIFY)
    record = last(at.home)
    assert (record["act"], record["case"], str(record["seq"])) == (Act.ORDER, NUMBER, order.name)
    assert record["about"] == {"order": "rectify", "origin": "person", "reference": "REQ 4"}
    at.desks.cases.leave(at.marc, where)
    where = at.enter(at.alice)
    assert at.desks.orders.listed(at.alice, where) == (order,)
    done = at.desks.orders.done(at.alice, where, order.name, "corrigé")
    assert (done.done_by, done.what) == ("alice", "corrigé")
    assert (last(at.home)["act"], last(at.home)["about"]) == (Act.ORDER_DONE, {"order": order.name})
    assert at.desks.orders.listed(at.alice, where) == (done,)


def test_what_an_order_says_stays_sealed_in_the_journal(at: Staff) -> None:
    where = at.enter(at.marc)
    order = at.desks.orders.enter(at.marc, where, RECTIFY)
    at.desks.cases.leave(at.marc, where)
    at.desks.orders.done(at.sophie, at.enter(at.sophie), order.name, "corrigé le nom de M. X")
    assert "M. X" not in str(records(at.home))


def test_a_supervisor_enters_an_order_with_its_reference_only(at: Staff) -> None:
    where = at.enter(at.sophie)
    with pytest.raises(Refused, match="LAW-051"):
        at.desks.orders.enter(at.sophie, where, NewOrder(OrderKind.ERASE, Origin.PERSON, " "))
    assert denied(at.home) == ("sophie", "order", "LAW-051")
    assert at.desks.orders.enter(at.sophie, where, ERASE).entered_by == "sophie"


def test_a_magistrate_at_the_desk_is_the_reference(at: Staff) -> None:
    where = at.enter(at.marc)
    new = NewOrder(OrderKind.COMPLETE, Origin.MAGISTRATE, "", "ajouter la suite donnée")
    assert at.desks.orders.enter(at.marc, where, new).reference == ""


def test_an_analyst_orders_nothing_and_a_magistrate_carries_nothing_out(at: Staff) -> None:
    where = at.enter(at.alice)
    with pytest.raises(Refused, match="LAW-001"):
        at.desks.orders.enter(at.alice, where, ERASE)
    at.desks.cases.leave(at.alice, where)
    where = at.enter(at.marc)
    order = at.desks.orders.enter(at.marc, where, RECTIFY)
    with pytest.raises(Refused, match="LAW-001"):
        at.desks.orders.done(at.marc, where, order.name, "fait")


def test_an_order_to_erase_is_answered_for_by_a_supervisor(at: Staff) -> None:
    where = at.enter(at.marc)
    order = at.desks.orders.enter(at.marc, where, ERASE)
    at.desks.cases.leave(at.marc, where)
    where = at.enter(at.alice)
    with pytest.raises(Refused, match="LAW-055"):
        at.desks.orders.done(at.alice, where, order.name, "effacé")
    assert denied(at.home) == ("alice", "order_done", "LAW-055")


@pytest.mark.parametrize(
    ("name", "what", "code"),
    [
        ("0", "fait", "CAS-097"),
        ("", " ", "CAS-096"),
        ("", "x" * 501, "CAS-096"),
    ],
)
def test_what_is_no_order_or_no_answer_is_refused(
    name: str, what: str, code: str, at: Staff
) -> None:
    where = at.enter(at.sophie)
    order = at.desks.orders.enter(at.sophie, where, RECTIFY)
    with pytest.raises(Refused, match=code):
        at.desks.orders.done(at.sophie, where, name or order.name, what)
    assert denied(at.home) == ("sophie", "order_done", code)


def test_an_order_is_carried_out_once(at: Staff) -> None:
    where = at.enter(at.sophie)
    order = at.desks.orders.enter(at.sophie, where, RECTIFY)
    at.desks.orders.done(at.sophie, where, order.name, "fait")
    with pytest.raises(Refused, match="CAS-098"):
        at.desks.orders.done(at.sophie, where, order.name, "refait")


def test_an_order_that_says_too_much_is_refused(at: Staff) -> None:
    where = at.enter(at.marc)
    with pytest.raises(Refused, match="CAS-096"):
        at.desks.orders.enter(at.marc, where, NewOrder(OrderKind.ERASE, Origin.PERSON, "x" * 501))
