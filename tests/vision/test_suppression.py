from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vsa_core.domain.objects import CLASSES
from vsa_core.vision.letterbox import letterbox
from vsa_core.vision.names import COCO80, kinds_of
from vsa_core.vision.suppression import MOST_OBJECTS, sightings, suppressed, thresholds_of
from vsa_core.vision.weights import Entry

FIT = letterbox((640, 640), 640)
KINDS = kinds_of(COCO80)
PERSON, CAR, TRUCK, BENCH, PHONE = (
    COCO80.index(name) for name in ("person", "car", "truck", "bench", "cell phone")
)


def places(*found: tuple[float, float, float, float, float, int]) -> np.ndarray:
    """A raw output (1, 84, n) with these places: centre, size, score, class."""
    raw = np.zeros((1, 84, len(found)), np.float32)
    for column, (x, y, w, h, score, name) in enumerate(found):
        raw[0, :4, column] = x, y, w, h
        raw[0, 4 + name, column] = score
    return raw


def everywhere(threshold: float) -> np.ndarray:
    """The same threshold for each of COCO's classes."""
    return np.full(len(COCO80), threshold, np.float32)


def names(raw: np.ndarray, threshold: float = 0.25) -> list[str]:
    return [CLASSES[kind] for kind in sightings(raw, FIT, KINDS, everywhere(threshold)).kinds]


def test_the_best_of_overlapping_boxes_stays() -> None:
    raw = places((100, 100, 50, 100, 0.6, PERSON), (102, 101, 50, 100, 0.9, PERSON))
    found = sightings(raw, FIT, KINDS, everywhere(0.25))
    assert found.boxes.tolist() == [[77, 51, 127, 151]]
    assert found.scores.tolist() == pytest.approx([0.9])


def test_neighbours_and_different_things_at_one_place_stay() -> None:
    raw = places(
        (100, 100, 50, 100, 0.6, PERSON),
        (135, 100, 50, 100, 0.9, PERSON),
        (100, 100, 50, 100, 0.5, CAR),
    )
    assert sorted(names(raw)) == ["car", "person", "person"]


def test_a_van_called_car_and_truck_is_one_vehicle_under_the_surer_name() -> None:
    raw = places((100, 100, 80, 60, 0.5, CAR), (101, 100, 80, 60, 0.7, TRUCK))
    assert names(raw) == ["truck"]


def test_furniture_is_dropped_and_nonsense_is_unnamed() -> None:
    raw = places((100, 100, 80, 60, 0.9, BENCH), (300, 100, 80, 60, 0.7, PHONE))
    assert names(raw) == ["unnamed"]


def test_the_threshold_is_exclusive() -> None:
    raw = places((100, 100, 80, 60, 0.5, CAR))
    assert names(raw, 0.5) == []
    assert names(raw, 0.49) == ["car"]


def test_an_end_to_end_head_gives_corners() -> None:
    raw = np.zeros((1, 300, 6), np.float32)
    raw[0, 0] = 10, 20, 30, 60, 0.8, PERSON
    raw[0, 1] = 10, 20, 30, 60, 0.1, PERSON
    found = sightings(raw, FIT, KINDS, everywhere(0.25))
    assert found.boxes.tolist() == [[10, 20, 30, 60]]
    assert found.kinds.tolist() == [1]


values = st.floats(width=32, allow_nan=True, allow_infinity=True)


@given(st.lists(st.lists(values, min_size=6, max_size=6), min_size=1, max_size=12))
def test_no_number_that_a_network_may_say_breaks_it(rows: list[list[float]]) -> None:
    found = sightings(np.array([rows], np.float32), FIT, KINDS, everywhere(0.25))
    assert np.isfinite(found.boxes).all()
    assert ((found.boxes >= 0) & (found.boxes <= 640)).all()
    assert (found.kinds < len(CLASSES)).all()


def test_a_frame_full_of_objects_is_bounded() -> None:
    rng = np.random.default_rng(0)
    raw = np.zeros((1, 84, 8400), np.float32)
    raw[0, :2] = rng.uniform(0, 640, (2, 8400))
    raw[0, 2:4] = 4
    raw[0, 4] = rng.uniform(0.3, 1, 8400)
    assert len(sightings(raw, FIT, KINDS, everywhere(0.25))) == MOST_OBJECTS


boxes = st.lists(
    st.tuples(*[st.integers(0, 60)] * 2, *[st.integers(1, 40)] * 2), min_size=1, max_size=30
)


@given(boxes, st.sampled_from([0.3, 0.5, 0.7]))
def test_it_keeps_a_maximal_set_without_overlaps(
    found: list[tuple[int, int, int, int]], overlap: float
) -> None:
    rows = np.array([(x, y, x + w, y + h) for x, y, w, h in found], np.float32)
    kept = suppressed(rows, np.zeros(len(rows), np.intp), overlap).tolist()
    for row in range(len(rows)):
        rivals = [k for k in kept if k < row and _iou(rows[k], rows[row]) > overlap]
        assert (row in kept) == (not rivals)


def _iou(a: np.ndarray, b: np.ndarray) -> float:
    shared = np.clip(np.minimum(a[2:], b[2:]) - np.maximum(a[:2], b[:2]), 0, None).prod()
    return float(shared / ((a[2:] - a[:2]).prod() + (b[2:] - b[:2]).prod() - shared))


def entry(**changes: object) -> Entry:
    """A model of three classes, one of them experimental."""
    plain = Entry(
        "ours", "ours.safetensors", "0" * 64, "", "", "detect", ("person", "car", "bag"), 640, True
    )
    return replace(plain, **{"thresholds": (0.3, 0.4, 0.5), "experimental": ("bag",), **changes})


def test_each_class_has_its_own_threshold_and_an_experimental_one_is_left_out() -> None:
    assert thresholds_of(entry()).tolist() == pytest.approx([0.3, 0.4, np.inf])
    assert thresholds_of(entry(), experimental=True).tolist() == pytest.approx([0.3, 0.4, 0.5])
    assert thresholds_of(entry(thresholds=())).tolist() == [0.25, 0.25, np.inf]
    assert thresholds_of(entry(), True, 0.125).tolist() == [0.125] * 3


@pytest.mark.parametrize(
    ("scores", "found"),
    [
        ((0.35, 0.39, 0.0), ["person"]),  # the better name does not pass, the other one does
        ((0.35, 0.45, 0.0), ["car"]),
        ((0.35, 0.0, 0.99), ["person"]),  # a class left out hides nobody
        ((0.29, 0.39, 0.99), []),
    ],
)
def test_a_place_bears_the_best_of_the_names_that_pass(
    scores: tuple[float, ...], found: list[str]
) -> None:
    raw = np.array([[[100], [100], [50], [50], *([score] for score in scores)]], np.float32)
    seen = sightings(raw, FIT, kinds_of(entry().classes), thresholds_of(entry()))
    assert [CLASSES[kind] for kind in seen.kinds] == found


shares = st.floats(0, 1, width=32)
THREE = st.tuples(shares, shares, shares)


@given(st.lists(THREE, min_size=1, max_size=9), THREE)
def test_what_is_kept_passed_and_what_passed_is_kept(
    rows: list[tuple[float, float, float]], limits: tuple[float, float, float]
) -> None:
    raw = np.zeros((1, 7, len(rows)), np.float32)
    for column, scores in enumerate(rows):
        raw[0, :, column] = 40 + 60 * column, 40, 20, 20, *scores
    thresholds = np.array(limits, np.float32)
    found = sightings(raw, FIT, kinds_of(("person", "car", "bag")), thresholds)
    passing = np.where(raw[0, 4:] > thresholds[:, None], raw[0, 4:], -1).max(axis=0)
    assert sorted(found.scores.tolist()) == sorted(passing[passing >= 0].tolist())


def test_six_places_are_not_taken_for_an_end_to_end_head() -> None:
    raw = np.zeros((1, 7, 6), np.float32)
    raw[0, :, 5] = 340, 40, 20, 20, 0, 0, 1
    seen = sightings(raw, FIT, kinds_of(("person", "car", "bag")), np.zeros(3, np.float32))
    assert [CLASSES[kind] for kind in seen.kinds] == ["bag"]


def test_an_end_to_end_head_keeps_to_the_thresholds_too() -> None:
    raw = np.zeros((1, 3, 6), np.float32)
    for row, (score, kind) in enumerate(((0.35, 0), (0.35, 1), (0.99, 2))):
        raw[0, row] = 10 + 50 * row, 20, 30 + 50 * row, 60, score, kind
    seen = sightings(raw, FIT, kinds_of(entry().classes), thresholds_of(entry()))
    assert [CLASSES[kind] for kind in seen.kinds] == ["person"]


def test_a_head_with_fewer_scores_than_classes_breaks_nothing() -> None:
    raw = np.array([[[100], [100], [50], [50], [0.9]]], np.float32)
    assert names(raw) == ["person"]
