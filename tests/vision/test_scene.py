import numpy as np
import pytest

from tests.vision.scenes import ground, shot, with_patch
from vsa_core.vision.background import learn, softened
from vsa_core.vision.scene import SCENE_WIDE, Scene

GROUND = ground()
BOX = (150, 60, 180, 130)


def scene() -> Scene:
    return Scene(learn([shot(GROUND, k) for k in range(12)]))


def test_blobs_are_in_pixels_of_the_scene() -> None:
    found, shift = scene().movers(softened(shot(with_patch(GROUND, BOX, 40), 20)))
    assert [abs(a - b) <= 2 for a, b in zip(_sides(found[0]), BOX, strict=True)] == [True] * 4
    assert len(found) == 1
    assert max(abs(part) for part in shift) < 0.2


def test_a_swaying_camera_sees_what_moves_and_nothing_else() -> None:
    eyes = scene()
    rng = np.random.default_rng(4)
    for step in range(20):
        x, y = (int(v) for v in rng.integers(-2, 3, 2))
        picture = np.roll(with_patch(GROUND, BOX, 40), (y, x), axis=(0, 1))
        found, shift = eyes.movers(softened(shot(picture, 30 + step)))
        assert shift == pytest.approx((x, y), abs=0.4)
        assert len(found) == 1
        assert [abs(a - b) <= 3 for a, b in zip(_sides(found[0]), BOX, strict=True)] == [True] * 4


def test_clipped_pixels_are_no_movers() -> None:
    eyes = scene()
    bright = np.clip(GROUND * 2.2, 0, 255)
    assert eyes.movers(softened(shot(bright, 1)))[0] == []
    assert eyes.movers(softened(shot(GROUND * 0.35 - 25, 2)))[0] == []


def test_a_change_of_most_of_the_picture_is_no_mover_and_is_not_learnt() -> None:
    eyes = scene()
    covered = GROUND.copy()
    covered[:, : int(320 * (SCENE_WIDE + 0.15))] = 20
    for step in range(60):
        assert eyes.movers(softened(shot(covered, step)))[0] == []
    assert eyes.movers(softened(shot(GROUND, 99)))[0] == []


def test_the_same_spot_lit_evenly_less_is_a_shadow_and_unevenly_a_thing() -> None:
    soft = np.ones_like(GROUND)
    soft[60:130, 100:220] -= 0.25 * np.outer(np.hanning(70), np.hanning(120)).astype(np.float32)
    assert scene().movers(softened(shot(GROUND * soft, 5)))[0] == []
    uneven = GROUND.copy()
    uneven[60:130:4, 150:200] *= 0.7
    assert len(scene().movers(softened(shot(uneven, 6)))[0]) == 1


def _sides(blob: object) -> tuple[int, ...]:
    return tuple(getattr(blob, side) for side in ("left", "top", "right", "bottom"))
