import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vsa_core.vision.blobs import MOST_BLOBS, Blob, blobs

H, W = 180, 320


def mask(*boxes: tuple[int, int, int, int]) -> np.ndarray:
    plane = np.zeros((H, W), np.bool_)
    for left, top, right, bottom in boxes:
        plane[top:bottom, left:right] = True
    return plane


def found(*boxes: tuple[int, int, int, int]) -> list[tuple[int, int, int, int]]:
    changed = mask(*boxes)
    return [(b.left, b.top, b.right, b.bottom) for b in blobs(changed, changed)]


def test_one_thing_is_one_box_in_its_place() -> None:
    assert found((40, 30, 60, 90)) == [(40, 30, 60, 90)]


def test_the_largest_comes_first() -> None:
    assert found((10, 10, 20, 20), (100, 50, 160, 90)) == [(100, 50, 160, 90), (10, 10, 20, 20)]


def test_an_outline_is_filled() -> None:
    changed = mask((50, 50, 110, 100)) & ~mask((54, 54, 106, 96))
    only = blobs(changed, changed)
    assert [(b.left, b.top, b.right, b.bottom) for b in only] == [(50, 50, 110, 100)]
    assert only[0].area == 60 * 50


def test_specks_and_threads_are_noise() -> None:
    assert found((10, 10, 13, 13), (50, 50, 52, 120), (80, 20, 81, 21)) == []


def test_what_is_nowhere_sure_is_no_thing() -> None:
    assert blobs(mask((40, 30, 60, 90)), mask()) == []


@pytest.mark.parametrize("gap", [1, 3])
def test_a_small_gap_upwards_is_closed_and_sideways_it_is_kept(gap: int) -> None:
    assert len(found((40, 30, 60, 60), (40, 60 + gap, 60, 90))) == 1
    assert len(found((40, 30, 60, 90), (60 + gap, 30, 80, 90))) == 2


def test_feet_belong_to_the_body_above_and_the_next_car_does_not() -> None:
    assert found((40, 30, 70, 100), (45, 106, 58, 114)) == [(40, 30, 70, 114)]
    assert len(found((40, 30, 70, 60), (40, 68, 70, 98))) == 2


def test_a_part_inside_the_box_of_another_joins_it() -> None:
    around = mask((40, 30, 90, 40), (40, 30, 50, 90))
    inner = mask((56, 46, 88, 88))
    assert len(blobs(around | inner, around | inner)) == 1


def test_parts_add_up() -> None:
    assert Blob(1, 2, 5, 6, 10).with_part(Blob(0, 4, 3, 9, 5)) == Blob(0, 2, 5, 9, 15)


@given(st.integers(0, 2**32 - 1), st.floats(0.02, 0.6))
def test_noise_costs_little_and_stays_inside(seed: int, share: float) -> None:
    changed = np.random.default_rng(seed).random((H, W)) < share
    result = blobs(changed, changed)
    assert len(result) <= MOST_BLOBS
    for blob in result:
        assert 0 <= blob.left < blob.right <= W
        assert 0 <= blob.top < blob.bottom <= H
