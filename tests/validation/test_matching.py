import numpy as np
import pytest

from vsa_core.validation.labels import Labels
from vsa_core.validation.matching import NONE, fits, matched


def labels(boxes: list[list[float]], ignored: list[bool], crowd: list[bool]) -> Labels:
    n = len(boxes)
    return Labels(
        np.array(boxes, np.float64).reshape(-1, 4),
        np.ones(n, np.uint8),
        np.ones(n),
        np.array(ignored, np.bool_),
        np.array(crowd, np.bool_),
    )


def answers(fit: list[list[float]], ignored: list[bool], crowd: list[bool]) -> list[int]:
    table = np.array(fit, np.float64).reshape(len(fit), len(ignored))
    return matched(table, np.array(ignored, np.bool_), np.array(crowd, np.bool_)).tolist()


def test_a_crowd_is_fitted_by_what_lies_inside_it() -> None:
    found = np.array([[0, 0, 10, 10]], np.float64)
    told = labels([[0, 0, 100, 100]] * 2, [True, True], [False, True])
    assert fits(found, told) == pytest.approx(np.array([[0.01, 1]]))


def test_the_surest_takes_the_best_and_the_next_what_is_left() -> None:
    assert answers([[0.6, 0.9], [0.7, 0.95], [0.8, 0.8]], [False] * 2, [False] * 2) == [1, 0, NONE]


def test_half_is_enough_and_less_is_not() -> None:
    assert answers([[0.5]], [False], [False]) == [0]
    assert answers([[0.4999]], [False], [False]) == [NONE]


def test_a_box_that_counts_comes_before_one_that_fits_better_and_does_not() -> None:
    assert answers([[0.9, 0.6], [0.9, 0.6]], [True, False], [False, False]) == [1, 0]


def test_an_ignored_box_answers_once_and_a_crowd_as_often_as_asked() -> None:
    assert answers([[0.9], [0.8]], [True], [False]) == [0, NONE]
    assert answers([[0.9], [0.8]], [True], [True]) == [0, 0]


def test_nothing_against_nothing() -> None:
    assert answers([], [False], [False]) == []
    assert answers([[], []], [], []) == [NONE, NONE]
