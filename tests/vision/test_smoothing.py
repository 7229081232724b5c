"""Smoothing takes the tremor away and leaves the motion."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from vsa_core.vision.smoothing import smoothed

STEPS = st.lists(st.floats(0.01, 1.0), min_size=1, max_size=40)
ORIGIN = np.array([10.0, 20.0, 50.0, 90.0])
SLOPE = np.array([30.0, -4.0, 33.0, 1.0])


def one(count: int) -> NDArray[np.int64]:
    return np.zeros(count, np.int64)


@settings(max_examples=50)
@given(STEPS)
def test_a_steady_motion_is_left_as_it_is(steps: list[float]) -> None:
    seconds = np.cumsum(steps)
    boxes = (ORIGIN + seconds[:, None] * SLOPE).astype(np.float32)
    assert np.allclose(smoothed(boxes, seconds, one(len(boxes)), 0.2), boxes, atol=0.02)


def test_the_tremor_shrinks() -> None:
    seconds = np.arange(200) / 25
    truth = ORIGIN + seconds[:, None] * SLOPE
    shaken = (truth + np.random.default_rng(1).normal(0, 2, truth.shape)).astype(np.float32)
    calm = smoothed(shaken, seconds, one(200), 0.2)
    assert np.abs(calm - truth).mean() < 0.5 * np.abs(shaken - truth).mean()


def test_a_fall_of_half_a_second_is_not_smeared_beyond_it() -> None:
    seconds = np.arange(50) / 5
    height = np.interp(seconds, [5.0, 5.6], [100.0, 40.0])
    boxes = np.stack([height * 0, 200 - height, height * 0 + 40, height * 0 + 200], axis=1)
    calm = smoothed(boxes.astype(np.float32), seconds, one(50), 0.2)
    tall = calm[:, 3] - calm[:, 1]
    assert tall[seconds <= 4.4].min() > 99
    assert tall[seconds >= 6.2].max() < 41


def test_neighbours_of_another_trail_are_strangers() -> None:
    seconds = np.tile(np.arange(10) / 10, 2)
    owner = np.repeat([0, 1], 10)
    boxes = np.repeat(np.float32([[0, 0, 1, 1], [500, 0, 501, 1]]), 10, axis=0)
    assert np.allclose(smoothed(boxes, seconds, owner, 0.2), boxes, atol=1e-3)


def test_a_pause_is_not_bridged() -> None:
    seconds = np.concatenate([np.arange(5) / 10, 100 + np.arange(5) / 10])
    boxes = np.repeat(np.float32([[0, 0, 1, 1], [500, 0, 501, 1]]), 5, axis=0)
    assert np.allclose(smoothed(boxes, seconds, one(10), 0.2), boxes, atol=1e-3)


@pytest.mark.parametrize("width", [0.0, 0.2])
def test_one_point_and_none_are_given_back(width: float) -> None:
    boxes = np.float32([[1, 2, 3, 4]])
    assert smoothed(boxes, np.zeros(1), one(1), width).tolist() == boxes.tolist()
    assert smoothed(boxes[:0], np.zeros(0), one(0), width).shape == (0, 4)


def test_no_width_changes_no_bit() -> None:
    boxes = np.random.default_rng(2).normal(0, 100, (30, 4)).astype(np.float32)
    assert smoothed(boxes, np.arange(30) / 5, one(30), 0.0).tobytes() == boxes.tobytes()
