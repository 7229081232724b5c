"""The filter is timed in seconds: how many frames a second holds changes nothing that matters."""

import numpy as np
import pytest

from vsa_core.vision.kalman import BoxFilter, Motion, centred, sizes

START = np.array([[100.0, 200.0, 40.0, 90.0]])


def fed(step: float, seconds: float, speed: float = 80.0) -> BoxFilter:
    boxes = BoxFilter(Motion())
    boxes.add(START)
    for k in range(1, round(seconds / step) + 1):
        boxes.advance(step)
        boxes.correct(np.array([0]), START + np.array([[speed * k * step, 0, 0, 0]]))
    return boxes


@pytest.mark.parametrize("step", [0.02, 0.04, 0.2, 0.5])
def test_it_learns_a_steady_speed_at_any_rate(step: float) -> None:
    boxes = fed(step, 4.0)
    assert boxes.speed[0, 0] == pytest.approx(80, rel=0.05)
    boxes.advance(1.0)
    assert boxes.place[0, 0] == pytest.approx(100 + 80 * 5, rel=0.02)


def test_many_small_steps_are_one_large_step() -> None:
    once, often = fed(0.1, 2.0), fed(0.1, 2.0)
    once.advance(1.0)
    for _ in range(10):
        often.advance(0.1)
    assert np.allclose(once.place, often.place)
    assert np.allclose(once._pp[:, :2], often._pp[:, :2], rtol=0.02)


def test_a_growing_box_stops_growing_when_it_is_lost() -> None:
    boxes = BoxFilter(Motion())
    boxes.add(START)
    for k in range(1, 20):
        boxes.advance(0.1)
        boxes.correct(np.array([0]), START * [[1, 1, 1 + 0.05 * k, 1 + 0.05 * k]])
    boxes.advance(60.0)
    assert boxes.place[0, 3] < 90 * 3


def test_a_shrinking_box_keeps_an_area() -> None:
    boxes = BoxFilter(Motion(settle=100.0))
    boxes.add(START)
    boxes.speed[0, 2:] = -1e4
    boxes.advance(5.0)
    assert (boxes.place[0, 2:] >= 2).all()


def test_variances_stay_positive() -> None:
    noise = np.random.default_rng(3)
    boxes = BoxFilter(Motion())
    boxes.add(np.repeat(START, 5, axis=0))
    for _ in range(300):
        boxes.advance(float(noise.uniform(0, 0.5)))
        rows = np.flatnonzero(noise.random(5) < 0.7)
        if len(rows):
            boxes.correct(rows, np.abs(boxes.place[rows] + noise.normal(0, 30, (len(rows), 4))) + 1)
    assert (boxes._pp > 0).all()
    assert (boxes._vv > 0).all()
    assert (boxes._pp * boxes._vv - boxes._pv**2 > 0).all()


def test_only_what_is_kept_stays() -> None:
    boxes = BoxFilter(Motion())
    boxes.add(START * [[1, 1, 1, 1], [2, 1, 1, 1], [3, 1, 1, 1]])
    boxes.keep(np.array([True, False, True]))
    assert boxes.place[:, 0].tolist() == [100, 300]
    assert len(boxes) == 2


def test_boxes_become_centres_with_sides_of_at_least_a_pixel() -> None:
    places = centred(np.float32([[10, 20, 30, 60], [5, 5, 5, 5]]))
    assert places.tolist() == [[20, 40, 20, 40], [5, 5, 1, 1]]
    assert sizes(places) == pytest.approx([np.sqrt(800), 1])
