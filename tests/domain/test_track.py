import numpy as np
import pytest

from vsa_core.domain.track import LEDGER, POINT, TRACK, Sightings, no_sightings


def test_a_point_is_small_and_a_track_row_holds_no_vector_of_features() -> None:
    assert POINT.itemsize == 12
    assert TRACK["colours"].shape == (8,)
    assert all(field.shape in {(), (4,), (8,)} for field, *_ in TRACK.fields.values())
    assert LEDGER["mask"] == np.uint64


def test_columns_of_different_lengths_are_refused() -> None:
    with pytest.raises(ValueError, match="different lengths"):
        Sightings(np.zeros((2, 4), np.float32), np.zeros(1, np.float32), np.zeros(1, np.uint8))


def test_only_chooses_rows_by_mask_and_by_index() -> None:
    boxes = np.arange(12, dtype=np.float32).reshape(3, 4)
    three = Sightings(boxes, np.array([0.1, 0.2, 0.3], np.float32), np.array([0, 1, 2], np.uint8))
    assert three.only(three.kinds > 0).kinds.tolist() == [1, 2]
    assert three.only(np.array([2, 0])).kinds.tolist() == [2, 0]
    assert len(no_sightings()) == 0
