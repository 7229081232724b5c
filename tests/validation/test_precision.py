import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vsa_core.validation.precision import average_precision

HITS = st.lists(st.booleans(), max_size=30)


def area(true: list[bool], truths: int) -> float | None:
    scores = np.linspace(1, 0.1, len(true), dtype=np.float32)
    return average_precision(scores, np.array(true, np.bool_), truths)


def test_without_a_truth_there_is_no_precision() -> None:
    assert area([False], 0) is None
    assert area([], 3) == 0


def test_everything_right_is_one() -> None:
    assert area([True] * 4, 4) == 1


def test_half_of_what_there_is_gives_half_of_the_points() -> None:
    assert area([True], 2) == pytest.approx(51 / 101)


def test_an_invention_costs_by_where_it_stands() -> None:
    assert area([True, True, False], 2) == 1
    assert area([False, True, True], 2) == pytest.approx(2 / 3)
    assert area([True, False, True], 2) == pytest.approx((51 + 50 * 2 / 3) / 101)


def test_the_order_of_the_rows_does_not_matter() -> None:
    scores, true = np.array([0.2, 0.9, 0.5], np.float32), np.array([True, False, True])
    turned = average_precision(scores[::-1], true[::-1], 3)
    assert average_precision(scores, true, 3) == turned


@given(HITS, st.integers(0, 10))
def test_it_is_the_mean_of_the_best_precision_at_each_recall(true: list[bool], more: int) -> None:
    truths = sum(true) + more
    if not truths:
        return
    points = []
    for recall in np.linspace(0, 1, 101):
        reached = [
            sum(true[:n]) / n for n in range(1, len(true) + 1) if sum(true[:n]) / truths >= recall
        ]
        points.append(max(reached, default=0.0))
    assert area(true, truths) == pytest.approx(np.mean(points))


@given(HITS)
def test_inventions_after_everything_was_found_cost_nothing(true: list[bool]) -> None:
    truths = max(1, sum(true))
    if sum(true) == truths:
        assert area([*true, False, False], truths) == area(true, truths)
