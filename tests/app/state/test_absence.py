from app.state.absence import Absence, Why
from vsa_core.domain.moment import Window
from vsa_core.errors import Unreadable


def test_two_absences_of_one_reason_are_the_same() -> None:
    assert Absence(Why.HOLE, Window(1, 2)) == Absence(Why.HOLE, Window(1, 2))
    assert Absence(Why.HOLE, Window(1, 2)) != Absence(Why.HOLE, Window(1, 3))


def test_a_fault_says_more_than_its_reason() -> None:
    fault = Unreadable("SRC-022")
    assert Absence(Why.FAULT, fault=fault).fault is fault
