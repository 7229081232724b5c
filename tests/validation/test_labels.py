from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from vsa_core.domain.objects import PERSON
from vsa_core.validation.labels import Labels, labels_of
from vsa_core.validation.mot import Labelled, Rows


def rows(frames: list[int], scores: list[float]) -> Rows:
    boxes = np.array([[10.0 * frame, 5, 20, 40] for frame in frames]).reshape(-1, 4)
    return Rows(np.array(frames, np.int64), np.arange(len(frames)), boxes, np.array(scores))


def test_every_frame_has_its_people_and_those_that_do_not_count() -> None:
    truth = rows([1, 1, 3], [1, 0, 1])
    sequence = Labelled("x", Path("x"), Fraction(25), 4, (640, 480), truth, rows([], []))
    found = labels_of(sequence)
    assert [len(one) for one in found] == [2, 0, 1, 0]
    assert found[0].ignored.tolist() == [False, True]
    assert found[2].boxes.tolist() == [[30, 5, 20, 40]]
    assert found[2].kinds.tolist() == [PERSON]
    assert found[2].areas.tolist() == [800]
    assert not any(one.crowd.any() for one in found)


def test_columns_have_one_length() -> None:
    boxes, none = np.zeros((1, 4)), np.zeros(0, np.bool_)
    with pytest.raises(ValueError, match="lengths"):
        Labels(boxes, np.zeros(1, np.uint8), np.zeros(1), none, none)
