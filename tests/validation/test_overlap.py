import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from vsa_core.validation.overlap import insides, intersections, overlaps

BOXES = np.array([[0, 0, 10, 10], [5, 0, 10, 10], [3, 3, 0, 0], [2, 2, 2, 5]], np.float64)


def test_overlaps_of_boxes_with_and_without_area() -> None:
    found = overlaps(BOXES, BOXES)
    assert found[0] == pytest.approx([1, 1 / 3, 0, 0.1])
    assert found[2] == pytest.approx([0, 0, 0, 0])


def test_what_lies_inside_is_a_share_of_the_first() -> None:
    found = insides(BOXES, BOXES)
    assert found[0] == pytest.approx([1, 0.5, 0, 0.1])
    assert found[3] == pytest.approx([1, 0, 0, 1])
    assert found[2].tolist() == [0, 0, 0, 0]


def test_boxes_side_by_side_share_nothing() -> None:
    assert intersections(BOXES[:1], np.array([[10, 0, 5, 5], [0, -5, 5, 5]], np.float64)).sum() == 0


@given(arrays(np.float64, (3, 4), elements=st.floats(0, 1000)))
def test_an_overlap_is_a_share_and_the_same_both_ways(boxes: np.ndarray) -> None:
    found = overlaps(boxes, boxes)
    assert ((found >= 0) & (found <= 1 + 1e-9)).all()
    assert found == pytest.approx(found.T)
    assert (found <= insides(boxes, boxes) + 1e-9).all()
