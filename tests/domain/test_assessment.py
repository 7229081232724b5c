from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vsa_core.domain.assessment import (
    Assessment,
    EventFigures,
    Rate,
    Subject,
    TrackFigures,
    added,
)
from vsa_core.domain.coverage import Level

MINUTE = 60_000_000
FIGURES = EventFigures(
    clip="a", question="q", kind="dwell", tolerance=1_000, matched=2, missed=1, false_alarms=1,
    looked=MINUTE, mean_error=10.0, largest_error=15, ended=1, mean_end_error=40.0,
)  # fmt: skip
OTHER = replace(
    FIGURES, clip="b", tolerance=3_000, matched=6, missed=0, mean_error=30.0, largest_error=90,
    ended=3, mean_end_error=80.0,
)  # fmt: skip
NOTHING = replace(
    FIGURES, matched=0, mean_error=None, largest_error=None, ended=0, mean_end_error=None
)


@pytest.mark.parametrize(
    ("count", "of", "low", "high"),
    [
        (0, 10, 0.0, 0.2775),
        (10, 10, 0.7225, 1.0),
        (5, 10, 0.2366, 0.7634),
        (81, 263, 0.2553, 0.3662),
    ],
)
def test_wilson_intervals(count: int, of: int, low: float, high: float) -> None:
    assert Rate(count, of).interval == pytest.approx((low, high), abs=5e-5)


def test_of_nothing_there_is_no_share_and_nothing_is_known() -> None:
    assert Rate(0, 0).value is None
    assert Rate(0, 0).interval == (0.0, 1.0)


@given(st.integers(0, 500), st.integers(0, 500))
def test_a_share_lies_in_its_interval(count: int, more: int) -> None:
    rate = Rate(count, count + more)
    low, high = rate.interval
    assert 0 <= low <= high <= 1
    if rate.value is not None:
        assert low - 1e-12 <= rate.value <= high + 1e-12


def test_precision_and_recall_are_counts_first() -> None:
    assert FIGURES.precision == Rate(2, 3)
    assert FIGURES.recall == Rate(2, 3)


def test_added_figures_pool_each_error_over_what_it_is_a_mean_of() -> None:
    both = added((FIGURES, OTHER), "dwell")
    assert (both.matched, both.missed, both.false_alarms, both.looked) == (8, 1, 2, 2 * MINUTE)
    assert both.mean_error == pytest.approx((2 * 10 + 6 * 30) / 8)
    assert (both.largest_error, both.tolerance) == (90, 3_000)
    assert (both.ended, both.mean_end_error) == (4, pytest.approx((40 + 3 * 80) / 4))


def test_what_matched_nothing_has_no_say_in_the_errors() -> None:
    assert added((FIGURES, NOTHING), "dwell").mean_error == 10.0
    assert added((NOTHING,), "dwell").mean_end_error is None
    assert added((), "dwell").largest_error is None


def test_kinds_are_not_added_to_each_other() -> None:
    with pytest.raises(ValueError, match="zone_entry"):
        added((FIGURES,), "zone_entry")


def test_an_assessment_tells_its_kinds_in_order() -> None:
    subject = Subject("p", "motion", "0", False, "twostage", "0", Level.FULL, ())
    entry = replace(FIGURES, kind="zone_entry")
    told = Assessment("f", 0, subject, (), (entry, FIGURES, OTHER), (), 0, (), ())
    assert told.kinds == ("zone_entry", "dwell")
    assert told.of_kind("dwell") == (FIGURES, OTHER)
    assert told.of_kind("line_crossing") == ()


def test_shares_of_tracked_boxes() -> None:
    figures = TrackFigures(
        hota=0, deta=0, assa=0, loca=0, idf1=0, mota=0, id_switches=0, fragments=0,
        found=6, missed=2, invented=4, truths=1, tracks=1,
    )  # fmt: skip
    assert (figures.recall, figures.precision) == (0.75, 0.6)
    empty = replace(figures, found=0, missed=0, invented=0)
    assert (empty.recall, empty.precision) == (1.0, 1.0)
