import numpy as np
import pytest

from tools.training.pack import Labelled
from tools.training.score import Curve, Found, Judged, curve, find, overlaps

HERE, THERE, NEAR = [0.0, 0, 10, 20], [50.0, 0, 60, 20], [0.0, 1, 10, 21]


def places(*boxes: list[float]) -> Labelled:
    return Labelled(np.array(boxes, np.float32).reshape(-1, 4), np.zeros(len(boxes), np.int64))


def found(*boxes: list[float]) -> Found:
    scores = np.linspace(0.9, 0.5, len(boxes), dtype=np.float32)
    return Found(places(*boxes).boxes, np.zeros(len(boxes), np.int64), scores)


def test_all_right_is_one_and_nothing_found_is_nought() -> None:
    assert curve([Judged(found(HERE), places(HERE), places())], 0).average_precision == 1
    assert curve([Judged(found(), places(HERE), places())], 0).average_precision == 0


def test_a_second_finding_of_one_person_is_wrong() -> None:
    said = curve([Judged(found(HERE, NEAR, THERE), places(HERE, THERE), places())], 0)
    assert said.right.tolist() == [True, False, True]
    assert said.average_precision == pytest.approx((51 + 50 * 2 / 3) / 101)


def test_half_of_them_missed_is_about_half() -> None:
    said = curve([Judged(found(HERE), places(HERE, THERE), places())], 0)
    assert said.average_precision == pytest.approx(51 / 101)


def test_a_finding_on_an_ignored_place_does_not_count() -> None:
    judged = Judged(found(THERE, HERE), places(HERE), places([45.0, 0, 70, 30]))
    assert curve([judged], 0).right.tolist() == [True]


def test_another_class_is_another_curve() -> None:
    said = curve([Judged(found(HERE), places(HERE), places())], 1)
    assert said.total == 0
    assert np.isnan(said.average_precision)


def test_the_threshold_of_the_best_f1_parts_right_from_wrong() -> None:
    scores = np.array([0.9, 0.8, 0.4, 0.3, 0.2], np.float32)
    said = Curve(scores, np.array([True, True, True, False, False]), 3)
    assert 0.3 <= said.best_threshold() < 0.4
    assert said.at(said.best_threshold()) == (1, 1)
    assert said.at(0.95) == (0, 0)


def test_boxes_come_back_in_the_pixels_of_the_picture() -> None:
    def network(pictures: np.ndarray) -> np.ndarray:
        assert pictures.shape == (1, 3, 64, 64)
        return np.array([[[32.0], [32], [20], [40], [0.9], [0], [0]]], np.float32)

    said = find(network, np.zeros((128, 128, 3), np.uint8), 64)
    assert said.boxes.tolist() == [[44, 24, 84, 104]]
    assert said.names.tolist() == [0]


def test_overlap_is_shared_area_over_all_area() -> None:
    said = overlaps(places(HERE).boxes, places(HERE, THERE, [0.0, 0, 5, 20]).boxes)
    assert said == pytest.approx(np.array([[1, 0, 0.5]], np.float32))
