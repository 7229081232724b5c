import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vsa_core.domain.objects import CLASSES
from vsa_core.vision.letterbox import letterbox
from vsa_core.vision.names import COCO80, kinds_of
from vsa_core.vision.suppression import MOST_OBJECTS, sightings, suppressed

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


def names(raw: np.ndarray, threshold: float = 0.25) -> list[str]:
    return [CLASSES[kind] for kind in sightings(raw, FIT, KINDS, threshold).kinds]


def test_the_best_of_overlapping_boxes_stays() -> None:
    raw = places((100, 100, 50, 100, 0.6, PERSON), (102, 101, 50, 100, 0.9, PERSON))
    found = sightings(raw, FIT, KINDS, 0.25)
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
    found = sightings(raw, FIT, KINDS, 0.25)
    assert found.boxes.tolist() == [[10, 20, 30, 60]]
    assert found.kinds.tolist() == [1]


values = st.floats(width=32, allow_nan=True, allow_infinity=True)


@given(st.lists(st.lists(values, min_size=6, max_size=6), min_size=1, max_size=12))
def test_no_number_that_a_network_may_say_breaks_it(rows: list[list[float]]) -> None:
    found = sightings(np.array([rows], np.float32), FIT, KINDS, 0.25)
    assert np.isfinite(found.boxes).all()
    assert ((found.boxes >= 0) & (found.boxes <= 640)).all()
    assert (found.kinds < len(CLASSES)).all()


def test_a_frame_full_of_objects_is_bounded() -> None:
    rng = np.random.default_rng(0)
    raw = np.zeros((1, 84, 8400), np.float32)
    raw[0, :2] = rng.uniform(0, 640, (2, 8400))
    raw[0, 2:4] = 4
    raw[0, 4] = rng.uniform(0.3, 1, 8400)
    assert len(sightings(raw, FIT, KINDS, 0.25)) == MOST_OBJECTS


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
