import io

import av
import numpy as np
import pytest

from vsa_core.errors import Bug
from vsa_core.vision.still import png, shrunk


def test_a_still_loses_nothing() -> None:
    picture = np.random.default_rng(1).integers(0, 256, (36, 64, 3), np.uint8)
    with av.open(io.BytesIO(png(picture)), format="png_pipe") as film:
        (frame,) = film.decode(video=0)
    assert (frame.to_ndarray(format="bgr24") == picture).all()


def test_a_picture_without_pixels_is_our_mistake() -> None:
    with pytest.raises(Bug, match="MOD-020"):
        png(np.zeros((0, 0, 3), np.uint8))


def test_a_smaller_picture_shows_the_mean_of_what_was_there() -> None:
    picture = np.random.default_rng(1).integers(0, 256, (36, 64, 3), np.uint8)
    small = shrunk(picture, 16, 9)
    means = picture.reshape(9, 4, 16, 4, 3).mean(axis=(1, 3))
    assert small.shape == (9, 16, 3)
    assert small.dtype == np.uint8
    assert np.abs(small - means).max() <= 1
