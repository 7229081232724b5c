import numpy as np

from vsa_core.domain.track import Sightings, no_sightings
from vsa_core.pipeline.fusion import covered, fuse


def boxes(*rows: tuple[float, float, float, float]) -> np.ndarray:
    return np.array(rows, np.float32).reshape(-1, 4)


def found(rows: np.ndarray, *kinds: int) -> Sightings:
    return Sightings(rows, np.full(len(rows), 0.9, np.float32), np.array(kinds, np.uint8))


def test_what_moves_without_a_name_is_kept() -> None:
    fused = fuse(no_sightings(), boxes((0, 0, 10, 10)))
    assert fused.kinds.tolist() == [0]


def test_a_mover_explained_by_a_name_is_not_doubled() -> None:
    fused = fuse(found(boxes((0, 0, 10, 10)), 1), boxes((1, 1, 9, 12)))
    assert fused.kinds.tolist() == [1]


def test_a_car_called_a_phone_is_kept_unnamed_where_it_moves() -> None:
    phone = found(boxes((0, 0, 100, 60)), 0)
    assert fuse(phone, boxes((10, 5, 90, 55))).kinds.tolist() == [0]
    assert len(fuse(phone, boxes())) == 0


def test_a_senseless_name_on_a_named_object_is_dropped() -> None:
    both = found(boxes((0, 0, 100, 60), (5, 5, 95, 55)), 4, 0)
    assert fuse(both, boxes((0, 0, 100, 60))).kinds.tolist() == [4]


def test_covered_is_a_share_of_the_box() -> None:
    share = covered(boxes((0, 0, 10, 10), (20, 20, 30, 30)), boxes((5, 0, 15, 10)))
    assert share.tolist() == [0.5, 0]
    assert covered(boxes((0, 0, 1, 1)), boxes()).tolist() == [0]
