import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vsa_core.vision.exposure import LEAST_GAIN, MOST_GAIN, NEUTRAL, Exposure, exposure

DRAW = np.random.default_rng(5)
SCENE = DRAW.uniform(30, 200, 1500).astype(np.float32)
NOISE = np.full(1500, 2, np.float32)


@given(st.floats(0.5, 1.2), st.floats(-15, 10), st.floats(0, 0.3), st.floats(0, 255))
def test_the_line_is_found_whatever_passes(
    gain: float, offset: float, share: float, level: float
) -> None:
    picture = SCENE * gain + offset + np.random.default_rng(1).normal(0, 1.5, SCENE.shape)
    picture[: int(share * len(picture))] = level
    found = exposure(picture.astype(np.float32), SCENE, NOISE, NEUTRAL)
    truth = SCENE * gain + offset
    assert np.abs(found.gain * SCENE + found.offset - truth).max() < 4


def test_a_flat_scene_tells_an_offset_and_no_gain() -> None:
    flat = np.full(400, 90, np.float32)
    found = exposure(flat + 12, flat, np.ones(400, np.float32), NEUTRAL)
    assert found.gain == pytest.approx(1, abs=1e-3)
    assert found.gain * 90 + found.offset == pytest.approx(102, abs=0.1)


def test_a_picture_without_usable_pixels_keeps_the_last_exposure() -> None:
    last = Exposure(1.3, -4, 1)
    assert exposure(np.full(400, 255, np.float32), SCENE[:400], NOISE[:400], last) == last


def test_another_scene_has_a_wide_spread() -> None:
    other = np.random.default_rng(8).uniform(30, 200, SCENE.shape).astype(np.float32)
    assert exposure(other, SCENE, NOISE, NEUTRAL).spread > 5
    assert exposure(SCENE, SCENE, NOISE, NEUTRAL).spread < 1


def test_a_covered_lens_is_no_exposure() -> None:
    dark = np.random.default_rng(2).normal(12, 1, SCENE.shape).astype(np.float32)
    assert not exposure(dark, SCENE, NOISE, NEUTRAL).plausible
    assert exposure(SCENE * np.float32(0.5), SCENE, NOISE, NEUTRAL).plausible


@given(st.floats(1e-3, 50))
def test_the_gain_stays_within_two_stops(contrast: float) -> None:
    picture = ((SCENE - 115) * contrast + 115).clip(5, 250).astype(np.float32)
    assert LEAST_GAIN <= exposure(picture, SCENE, NOISE, NEUTRAL).gain <= MOST_GAIN


@given(st.floats(0.3, 3), st.floats(-40, 40))
def test_undoing_is_the_inverse_of_exposing(gain: float, offset: float) -> None:
    one = Exposure(gain, offset, 1)
    level = np.linspace(60, 70, 50, dtype=np.float32)
    exposed = level * np.float32(gain) + np.float32(offset)
    assert np.allclose(one.undone(exposed), level, atol=1e-2)
