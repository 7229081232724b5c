import io

import av
import numpy as np
import pytest

from vsa_core.errors import Bug
from vsa_core.vision.still import png


def test_a_still_loses_nothing() -> None:
    picture = np.random.default_rng(1).integers(0, 256, (36, 64, 3), np.uint8)
    with av.open(io.BytesIO(png(picture)), format="png_pipe") as film:
        (frame,) = film.decode(video=0)
    assert (frame.to_ndarray(format="bgr24") == picture).all()


def test_a_picture_without_pixels_is_our_mistake() -> None:
    with pytest.raises(Bug, match="MOD-020"):
        png(np.zeros((0, 0, 3), np.uint8))
