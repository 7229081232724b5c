import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vsa_core.vision.letterbox import GREY, letterbox


@pytest.mark.parametrize(
    ("size", "expected"),
    [
        ((1920, 1080), (640, 384)),
        ((640, 480), (640, 480)),
        ((810, 1080), (480, 640)),
        ((352, 288), (640, 544)),
        ((640, 640), (640, 640)),
        ((8000, 2), (640, 32)),
        ((1, 1), (640, 640)),
    ],
)
def test_the_input_follows_the_aspect(size: tuple[int, int], expected: tuple[int, int]) -> None:
    fit = letterbox(size, 640)
    assert (fit.width, fit.height) == expected


sizes = st.tuples(st.integers(16, 8192), st.integers(16, 8192)).filter(
    lambda size: max(size) < 12 * min(size)
)


@given(sizes, st.sampled_from([320, 416, 640]))
def test_sides_are_multiples_of_32_and_the_picture_lies_inside(
    size: tuple[int, int], longest: int
) -> None:
    fit = letterbox(size, longest)
    assert fit.width % 32 == fit.height % 32 == 0
    assert longest <= max(fit.width, fit.height) < longest + 32
    assert 0 <= fit.left <= fit.width - fit.inner[0]
    assert 0 <= fit.top <= fit.height - fit.inner[1]


@given(sizes, st.lists(st.floats(0, 1), min_size=4, max_size=4))
def test_boxes_come_back_to_where_they_were(size: tuple[int, int], at: list[float]) -> None:
    fit = letterbox(size, 640)
    whole = np.array([at[0] * size[0], at[1] * size[1], at[2] * size[0], at[3] * size[1]])
    scale = np.array([fit.inner[0] / size[0], fit.inner[1] / size[1]] * 2)
    inside = whole * scale + [fit.left, fit.top] * 2
    back = fit.restored(inside[None].astype(np.float32))[0]
    assert np.allclose(back, whole, atol=max(size) * 1e-3)


def test_boxes_beyond_the_picture_are_clipped() -> None:
    fit = letterbox((1280, 720), 640)
    far = np.array([[-50, -50, 9999, 9999]], np.float32)
    assert fit.restored(far).tolist() == [[0, 0, 1280, 720]]


def test_the_picture_is_rgb_between_grey_bars() -> None:
    fit = letterbox((1280, 720), 640)
    picture = np.zeros((fit.inner[1], fit.inner[0], 3), np.uint8)
    picture[..., 0] = 255  # blue
    blob = fit.filled(picture)
    assert blob.shape == (1, 3, 384, 640)
    assert blob.dtype == np.float32
    assert blob[0, :, 200, 300].tolist() == [0, 0, 1]
    assert np.allclose(blob[0, :, 0, 0], GREY / 255)
    assert np.allclose(blob[0, :, -1, -1], GREY / 255)
