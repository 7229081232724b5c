import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.state.audit_chart import GROUPS, SILENT, Bar, Group, bars, highest
from app.words import Words
from tests.desk.journalled import logged
from tests.desk.test_audit_hours import at
from vsa_core.desk.audit_overview import Rule, overview
from vsa_core.domain.case import Act

NOON = at("2026-11-24T12:00:00")


def test_a_bar_counts_what_was_done_and_not_what_followed(words: Words) -> None:
    acts = (
        Act.QUERY,
        Act.BATCH,
        Act.RESULT,
        Act.VIEW,
        Act.MATCH,
        Act.EXPORT,
        Act.DENIED,
        Act.INDEX,
    )
    seen = overview([logged(n, NOON, act) for n, act in enumerate(acts)], None, Rule(), NOON + 1)
    (bar,) = bars(seen, words)
    assert bar.parts == (1, 2, 1, 1, 1)
    assert (bar.day, bar.total) == ("24/11/2026", 6)


def test_nothing_is_both_counted_and_silent() -> None:
    assert not SILENT & set(GROUPS)
    assert len(Group) == 5


@pytest.mark.parametrize(
    ("most", "top"), [(0, 4), (1, 4), (4, 4), (5, 6), (10, 10), (11, 20), (28, 40), (101, 200)]
)
def test_the_scale_is_round(most: int, top: int) -> None:
    assert highest((Bar(0, 1, "", (most,)),)) == top


@given(st.integers(0, 10**7))
def test_no_bar_is_higher_than_the_scale_nor_lost_in_it(most: int) -> None:
    top = highest((Bar(0, 1, "", (most,)),))
    assert most <= top <= max(4, 2 * most + 2)
    assert top % 2 == 0
