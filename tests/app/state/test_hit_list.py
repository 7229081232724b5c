from collections.abc import Iterable

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from app.state.hit_list import HIT, HitList
from app.state.hit_order import Order, Sieve, arranged
from tests.app.answers import hit, hits
from tests.app.state.test_hit_order import answers
from vsa_core.domain.event import Hit
from vsa_core.domain.verdict import Verdict

steps = st.lists(
    st.one_of(
        st.tuples(st.just("add"), st.lists(st.integers(0, 29), max_size=6)),
        st.tuples(st.just("judge"), st.tuples(st.integers(0, 29), st.sampled_from(Verdict))),
        st.tuples(st.just("arrange"), st.tuples(st.sampled_from(Order), st.sampled_from(Sieve))),
    ),
    max_size=12,
)


def names(listed: HitList) -> list[str]:
    """The names of the rows, from the top."""
    rows = (listed.data(listed.index(row), HIT) for row in range(listed.rowCount()))
    return [one.name for one in rows]


def by_name(found: Iterable[tuple[object, Hit]]) -> list[str]:
    """The names of arranged hits."""
    return [one.name for _, one in found]


@given(answers, steps)
def test_whatever_happens_the_rows_are_the_hits_that_the_sieve_keeps(
    told: list[Hit], what: list[tuple[str, object]]
) -> None:
    verdicts: dict[str, Verdict] = {}
    listed = HitList(verdicts.get)
    tester = QAbstractItemModelTester(listed, QAbstractItemModelTester.FailureReportingMode.Fatal)
    added: dict[str, Hit] = {}
    for act, value in what:
        if act == "add" and isinstance(value, list):
            some = [told[n] for n in value if n < len(told)]
            added |= {one.name: one for one in some}
            listed.add(some)
        elif act == "judge" and isinstance(value, tuple) and value[0] < len(told):
            verdicts[told[value[0]].name] = value[1]
            listed.rejudged((told[value[0]].name,))
        elif act == "arrange" and isinstance(value, tuple):
            listed.arrange(*value)
        expected = arranged(added.values(), listed.order, listed.sieve, verdicts.get)
        assert names(listed) == by_name(expected)
        assert [listed.row(name) for name in names(listed)] == list(range(listed.rowCount()))
    assert sorted(one.name for one in listed.hits) == sorted(added)
    assert listed.total == len(added)
    del tester


def test_hits_that_stand_together_come_in_by_one_insertion(qtbot: QtBot) -> None:
    listed = HitList(lambda _: None)
    first, second, third, fourth = hits(4)
    listed.add((first, fourth))
    told: list[tuple[int, int]] = []
    listed.rowsInserted.connect(lambda _, start, end: told.append((start, end)))
    listed.add((third, second))
    assert told == [(1, 2)]


def test_a_verdict_paints_its_row_anew_and_no_other(qtbot: QtBot) -> None:
    listed = HitList(lambda _: None)
    first, second = hits(2)
    listed.add((first, second))
    painted: list[int] = []
    listed.dataChanged.connect(lambda top, _: painted.append(top.row()))
    listed.rejudged((second.name, "of another answer"))
    assert painted == [1]


def test_a_row_has_no_children_and_what_is_outside_is_nothing() -> None:
    listed = HitList(lambda _: None)
    listed.add(hits(2))
    assert listed.rowCount(listed.index(0)) == 0
    assert listed.hit(2) is None
    assert listed.hit(-1) is None
    assert listed.row("nobody") is None
    assert listed.data(QModelIndex(), HIT) is None


def test_what_is_cleared_keeps_its_order_and_its_sieve() -> None:
    listed = HitList(lambda _: None)
    listed.add((hit(0),))
    listed.arrange(Order.SCORE, Sieve.TO_VERIFY)
    listed.clear()
    assert (listed.rowCount(), listed.total) == (0, 0)
    assert (listed.order, listed.sieve) == (Order.SCORE, Sieve.TO_VERIFY)
