import cv2
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.vision.scenes import ground, with_patch
from vsa_core.vision.sway import FARTHEST, STILL, Sway, added, steadied

GROUND = cv2.GaussianBlur(ground(), (0, 0), 1.5)


def swayed(plane: np.ndarray, x: float, y: float) -> np.ndarray:
    move = np.array([[1, 0, x], [0, 1, y]], np.float32)
    size = (plane.shape[1], plane.shape[0])
    return cv2.warpAffine(plane, move, size, borderMode=cv2.BORDER_REFLECT)


shifts = st.floats(-3, 3, width=32)


@settings(max_examples=25)
@given(shifts, shifts)
def test_a_sway_is_found_to_a_fifth_of_a_pixel(x: float, y: float) -> None:
    found = Sway(GROUND).of(swayed(GROUND, x, y))
    assert found == pytest.approx((x, y), abs=0.2)


def test_what_passes_does_not_pull() -> None:
    busy = with_patch(swayed(GROUND, 1.5, -1), (60, 20, 160, 160), 240)
    assert Sway(GROUND).of(busy) == pytest.approx((1.5, -1), abs=0.3)


def test_a_still_camera_and_a_common_change_of_light_are_no_sway() -> None:
    noise = np.random.default_rng(0).normal(0, 2, GROUND.shape).astype(np.float32)
    assert Sway(GROUND).of(GROUND) == STILL
    assert max(abs(v) for v in Sway(GROUND).of(GROUND + noise + 15)) < 0.2


@pytest.mark.parametrize("size", [(1, 1), (2, 300), (30, 30), (180, 320)])
def test_a_scene_without_edges_tells_no_sway(size: tuple[int, int]) -> None:
    flat = np.full(size, 90, np.float32)
    other = np.random.default_rng(1).uniform(0, 255, size).astype(np.float32)
    for scene, picture in ((flat, flat), (flat, other), (other, flat), (other, other[::-1])):
        x, y = Sway(scene).of(picture)
        assert np.hypot(x, y) <= FARTHEST


def test_steadying_undoes_a_sway() -> None:
    back = steadied(swayed(GROUND, 2, -1), (2.0, -1.0))
    assert np.abs(back - GROUND)[6:-6, 6:-6].max() < 1
    assert steadied(GROUND, STILL) is GROUND


def test_sways_add_up_until_the_camera_has_turned() -> None:
    assert added((1.0, 2.0), (0.5, -1.0)) == (1.5, 1.0)
    assert added((2 * FARTHEST, 0.0), (1.0, 0.0)) == STILL
