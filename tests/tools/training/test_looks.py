import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from tools.training.looks import coarse, compressed, infrared, worn


def coloured(seed: int) -> np.ndarray:
    tile = np.random.default_rng(seed).integers(0, 255, (12, 16, 3)).astype(np.uint8)
    return tile.repeat(4, axis=0).repeat(4, axis=1)


@given(st.integers(0, 10_000))
def test_whatever_is_done_to_it_a_picture_keeps_its_shape(seed: int) -> None:
    pixels = worn(coloured(seed), np.random.default_rng(seed))
    assert pixels.shape == (48, 64, 3)
    assert pixels.dtype == np.uint8


def test_the_same_seed_wears_a_picture_alike() -> None:
    for seed in range(20):
        one, two = (worn(coloured(1), np.random.default_rng(seed)) for _ in range(2))
        assert (one == two).all()


def test_the_picture_given_is_left_as_it_was() -> None:
    pixels, before = coloured(1), coloured(1)
    for seed in range(20):
        worn(pixels, np.random.default_rng(seed))
    assert (pixels == before).all()


def test_infrared_has_no_colour_and_is_the_same_twice() -> None:
    grey = infrared(coloured(3))
    assert (grey == grey[..., :1]).all()
    assert (infrared(grey) == grey).all()


def test_a_coarse_or_compressed_picture_is_another_one_of_the_same_light() -> None:
    pixels = coloured(4)
    for made in (coarse(pixels, 0.5), compressed(pixels, 20)):
        assert made.shape == pixels.shape
        assert (made != pixels).any()
        assert abs(float(made.mean()) - float(pixels.mean())) < 4
