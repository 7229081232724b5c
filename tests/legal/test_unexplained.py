"""What moves is taken apart by the boxes that account for it, and nothing else is lost."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from vsa_core.legal.unexplained import BELOW, BESIDE, unexplained

SIZE = (100, 100)
PLACE = st.integers(0, 100)
Box = tuple[float, float, float, float]
SIDE = st.tuples(PLACE, PLACE).map(sorted)
BOX = st.tuples(SIDE, SIDE).map(lambda s: (*map(float, (s[0][0], s[1][0], s[0][1], s[1][1])),))


def regions(*boxes: Box) -> np.ndarray:
    return np.array(boxes, np.float32).reshape(-1, 4) / 100


def painted(boxes: list[Box]) -> np.ndarray:
    plane = np.zeros((100, 100), bool)
    for left, top, right, bottom in boxes:
        plane[round(top) : round(bottom), round(left) : round(right)] = True
    return plane


def test_without_boxes_everything_is_left() -> None:
    rest = unexplained(regions((10, 20, 30, 60)), [], SIZE)
    np.testing.assert_allclose(rest, [(10, 20, 30, 60)], atol=1e-4)


def test_a_tracked_walker_explains_a_region_a_little_larger() -> None:
    assert unexplained(regions((8, 10, 32, 64)), [(10, 10, 30, 60)], SIZE) == []


def test_what_sticks_out_above_a_box_is_left() -> None:
    (rest,) = unexplained(regions((10, 10, 30, 90)), [(10, 50, 30, 90)], SIZE)
    np.testing.assert_allclose(rest, (10, 10, 30, 50), atol=1e-4)


def test_a_second_mover_beside_a_box_is_left() -> None:
    rest = unexplained(regions((10, 10, 60, 90)), [(10, 10, 30, 90)], SIZE)
    np.testing.assert_allclose(rest, [(33, 10, 60, 90)], atol=1e-4)


def test_a_far_mover_is_left_however_small() -> None:
    assert len(unexplained(regions((10, 10, 11, 12)), [(50, 50, 60, 60)], SIZE)) == 1


@given(st.lists(BOX, max_size=4), st.lists(BOX, max_size=4))
def test_nothing_is_left_that_a_box_accounts_for_and_nothing_wide_is_lost(
    moving: list[Box], boxes: list[Box]
) -> None:
    rest = unexplained(regions(*moving), boxes, SIZE)
    kept = painted(rest)
    assert not (kept & ~painted(moving)).any()
    for left, top, right, bottom in boxes:
        assert not kept[
            round(top) + 1 : round(bottom) - 1, round(left) + 1 : round(right) - 1
        ].any()
    if not boxes:
        assert (kept == painted([b for b in moving if b[0] < b[2] and b[1] < b[3]])).all()


def test_a_box_reaches_a_little_beside_and_below() -> None:
    rest = unexplained(regions((0, 0, 100, 100)), [(40, 40, 60, 80)], SIZE)
    hole = ~painted(rest)
    rows, columns = np.flatnonzero(hole.any(axis=1)), np.flatnonzero(hole.any(axis=0))
    assert (columns[0], columns[-1] + 1) == (40 - 20 * BESIDE, 60 + 20 * BESIDE)
    assert (rows[0], rows[-1] + 1) == (40, 80 + 40 * BELOW)
