"""The yard: a bus at rest, a gate, light that falls."""

import numpy as np

from tools.sample import yard
from tools.sample.figures import vehicle
from tools.sample.silhouettes import drawn_bus


def test_the_yard_is_filled_and_holds_a_bus() -> None:
    bare_bus = vehicle(drawn_bus())
    empty = yard.background(np.random.default_rng(1), bare_bus)
    assert empty.shape == (360, 640, 3)
    assert (empty.max(2) == 0).mean() < 0.001
    blue = empty[..., 0].astype(int) - empty[..., 2]
    assert (blue > 60).mean() > 0.03


def test_night_light_is_bright_in_the_middle() -> None:
    light = yard.infrared()
    assert light[215, 330, 0] > 200
    assert light[0, 0, 0] < 150


def test_dusk_is_dimmer_than_day() -> None:
    assert yard.dusk().mean() < 230
