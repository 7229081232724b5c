"""What a pair of boxes costs, and who goes with whom."""

import numpy as np
import pytest
from numpy.typing import NDArray

from vsa_core.domain.objects import class_number
from vsa_core.vision.association import (
    APART,
    Affinity,
    Crowd,
    assigned,
    contested,
    costs,
    lonely,
    overlaps,
    strange,
)
from vsa_core.vision.voting import GROUPS

PLAIN = Affinity(margin=0.0, height=0.0, strange=0.0, looks_weight=0.0)
Floats = NDArray[np.float64]


def crowd(
    *places: tuple[float, float, float, float], kinds: str = "", looks: Floats | None = None
) -> Crowd:
    names = kinds.split() or ["unnamed"] * len(places)
    groups = GROUPS[[class_number(name) for name in names]]
    shown = None if looks is None else looks.astype(np.float32)
    return Crowd(np.array(places, np.float64).reshape(-1, 4), groups, shown)


def sure(count: int) -> NDArray[np.float32]:
    return np.ones(count, np.float32)


def test_overlap_is_intersection_over_union() -> None:
    square, shifted, far = (5, 5, 10, 10), (10, 5, 10, 10), (50, 5, 10, 10)
    found = overlaps(np.float64([square]), np.float64([square, shifted, far]), 0.0)
    assert found[0] == pytest.approx([1, 1 / 3, 0])


def test_a_small_box_inside_a_large_one_overlaps_by_its_share() -> None:
    found = overlaps(np.float64([(0, 0, 10, 10)]), np.float64([(1, 1, 2, 2)]), 0.0)
    assert found[0, 0] == pytest.approx(0.04)


def test_a_margin_lets_near_boxes_meet() -> None:
    pair = np.float64([(0, 0, 10, 10)]), np.float64([(12, 0, 10, 10)])
    assert overlaps(*pair, 0.0)[0, 0] == 0
    assert overlaps(*pair, 0.15)[0, 0] > 0


def test_boxes_that_miss_can_never_be_one() -> None:
    one, other = crowd((0, 0, 10, 10)), crowd((100, 0, 10, 10))
    assert costs(one, other, sure(1), Affinity())[0, 0] == APART


def test_the_overlap_of_an_unsure_box_counts_less() -> None:
    one = crowd((0, 0, 10, 10))
    found = [costs(one, one, np.float32([score]), PLAIN)[0, 0] for score in (1.0, 0.5)]
    assert found == pytest.approx([0, 0.5])


def test_a_different_height_and_a_strange_name_cost() -> None:
    one = crowd((0, 0, 10, 10), kinds="person")
    same = crowd((0, 0, 10, 10), kinds="person")
    taller = crowd((0, 0, 10, 14), kinds="person")
    car = crowd((0, 0, 10, 10), kinds="car")
    how = Affinity()
    base, tall, named = (costs(one, c, sure(1), how)[0, 0] for c in (same, taller, car))
    assert named == pytest.approx(base + how.strange)
    assert tall > base + how.height * np.log(1.4)


def test_names_are_strange_only_when_both_are_known_and_of_different_groups() -> None:
    known = crowd(*[(0, 0, 1, 1)] * 3, kinds="person car unnamed")
    seen = crowd(*[(0, 0, 1, 1)] * 3, kinds="person truck unnamed")
    assert strange(known, seen).tolist() == [
        [False, True, False],
        [True, False, False],
        [False, False, False],
    ]


def test_looks_tip_the_balance_between_equal_overlaps() -> None:
    looks = np.eye(3)
    known = crowd((0, 0, 10, 10), (6, 0, 10, 10), looks=looks[[0, 1]])
    seen = crowd((3, 0, 10, 10), (3, 0, 10, 10), looks=looks[[1, 0]])
    rows, columns = assigned(costs(known, seen, sure(2), Affinity()), 0.85)
    assert dict(zip(rows.tolist(), columns.tolist(), strict=True)) == {0: 1, 1: 0}


def test_a_good_look_is_a_gain_and_an_indifferent_one_is_neither() -> None:
    how = Affinity()
    one = crowd((0, 0, 10, 10), looks=np.float64([[1, 0]]))
    angle = np.arccos(1 - how.indifferent)
    rivals = np.float64([[np.cos(angle), np.sin(angle)], [1, 0]])
    seen = crowd((0, 0, 10, 10), (0, 0, 10, 10), looks=rivals)
    indifferent, alike = costs(one, seen, sure(2), how)[0]
    assert indifferent == pytest.approx(0, abs=1e-6)
    assert alike < 0


def test_nobody_is_paired_beyond_the_limit() -> None:
    cost = np.array([[0.2, 0.9], [0.9, 0.95]])
    rows, columns = assigned(cost, 0.85)
    assert (rows.tolist(), columns.tolist()) == ([0], [0])


def test_the_least_total_is_taken_not_the_first_best() -> None:
    rows, columns = assigned(np.array([[0.1, 0.2], [0.15, 0.8]]), 0.85)
    assert (rows.tolist(), columns.tolist()) == ([0, 1], [1, 0])


def test_nobody_among_none() -> None:
    rows, columns = assigned(np.zeros((0, 3)), 1.0)
    assert (len(rows), len(columns)) == (0, 0)
    assert [len(part) for part in lonely(crowd(), crowd((0, 0, 1, 1)), 3.0)] == [0, 0]


def test_a_leap_needs_a_single_candidate_on_both_sides() -> None:
    known = crowd((0, 0, 10, 10))
    near, also = (25.0, 0.0, 10.0, 10.0), (-25.0, 0.0, 10.0, 10.0)
    assert [p.tolist() for p in lonely(known, crowd(near), 3.0)] == [[0], [0]]
    assert [p.tolist() for p in lonely(known, crowd(near, also), 3.0)] == [[], []]
    assert [p.tolist() for p in lonely(known, crowd(near), 2.0)] == [[], []]
    assert [p.tolist() for p in lonely(known, crowd((25, 0, 10, 20)), 3.0)] == [[], []]


def test_looks_are_asked_only_where_a_pair_has_a_rival() -> None:
    alone = np.array([[True, False], [False, True]])
    assert not contested(alone).any()
    shared = np.array([[True, True], [False, True]])
    assert contested(shared).tolist() == [[True, True], [False, True]]


def test_a_vehicle_is_never_told_by_its_looks() -> None:
    places = np.array([[50.0, 50, 20, 20], [58.0, 50, 20, 20]])
    looks = np.eye(2, dtype=np.float32)
    person, car = GROUPS[1], GROUPS[4]
    for group, asked in ((person, True), (car, False)):
        known = Crowd(places, np.full(2, group), looks)
        seen = Crowd(places, np.full(2, group), looks[::-1].copy())
        plain = Crowd(places, np.full(2, group), None)
        scores = np.ones(2, np.float32)
        told = costs(known, seen, scores, Affinity())
        assert (told != costs(plain, plain, scores, Affinity())).any() == asked
