"""Colour vectors: units, alike for the same clothes, apart for others, harmless on odd boxes."""

import numpy as np
import pytest
from numpy.typing import NDArray

from vsa_core.vision.appearance import LENGTH, ColourEmbedder

RED, BLUE, BLACK, WHITE = (40, 30, 200), (200, 60, 30), (20, 20, 20), (235, 235, 235)
Colour = tuple[int, int, int]


def picture() -> NDArray[np.uint8]:
    return np.random.default_rng(0).integers(90, 130, (240, 320, 3)).astype(np.uint8)


def dress(scene: NDArray[np.uint8], left: int, upper: Colour, lower: Colour, top: int = 40) -> None:
    scene[top : top + 50, left : left + 40] = upper
    scene[top + 50 : top + 100, left : left + 40] = lower


def boxes(*lefts: int, top: int = 40) -> NDArray[np.float32]:
    return np.float32([[left, top, left + 40, top + 100] for left in lefts])


def test_vectors_are_units_of_a_fixed_length() -> None:
    found = ColourEmbedder().embed(picture(), boxes(10, 80, 150))
    assert found.shape == (3, LENGTH)
    assert found.dtype == np.float32
    assert np.linalg.norm(found, axis=1) == pytest.approx([1, 1, 1])


def test_the_same_clothes_are_near_and_the_reverse_is_far() -> None:
    scene = picture()
    dress(scene, 20, RED, BLUE)
    dress(scene, 100, RED, BLUE, top=90)
    dress(scene, 180, BLUE, RED)
    dress(scene, 240, BLACK, WHITE)
    embed = ColourEmbedder().embed
    first = embed(scene, boxes(20))[0]
    moved = embed(scene, boxes(101, top=92))[0]
    turned, other = embed(scene, boxes(180, 240))
    assert 1 - first @ moved < 0.1
    assert 1 - first @ turned > 0.3
    assert 1 - first @ other > 0.3


def test_a_dimmer_light_changes_little() -> None:
    scene = picture()
    dress(scene, 20, RED, BLUE)
    dim = (scene * 0.9).astype(np.uint8)
    bright, dark = (ColourEmbedder().embed(view, boxes(20))[0] for view in (scene, dim))
    assert 1 - bright @ dark < 0.05


def test_the_same_picture_gives_the_same_bytes() -> None:
    scene, where = picture(), boxes(5, 60, 200)
    assert ColourEmbedder().embed(scene, where).tobytes() == (
        ColourEmbedder().embed(scene.copy(), where.copy()).tobytes()
    )


def test_no_boxes_no_vectors() -> None:
    assert ColourEmbedder().embed(picture(), np.zeros((0, 4), np.float32)).shape == (0, LENGTH)


@pytest.mark.parametrize(
    "box",
    [
        [-500, -500, -100, -100],
        [10, 10, 10, 10],
        [30, 30, 10, 10],
        [-1e9, -1e9, 1e9, 1e9],
        [np.nan, 0, 10, 10],
        [0, 0, np.inf, np.inf],
        [319.6, 239.6, 320, 240],
    ],
)
def test_odd_boxes_give_a_unit_all_the_same(box: list[float]) -> None:
    found = ColourEmbedder().embed(picture(), np.float32([box]))
    assert np.isfinite(found).all()
    assert np.linalg.norm(found) == pytest.approx(1)


def test_a_large_crop_is_read_coarsely_and_alike() -> None:
    small = picture()[:100, :40]
    large = np.repeat(np.repeat(small, 12, axis=0), 12, axis=1)
    embed = ColourEmbedder().embed
    a = embed(small, np.float32([[0, 0, 40, 100]]))[0]
    b = embed(large, np.float32([[0, 0, 480, 1200]]))[0]
    assert 1 - a @ b < 0.1
