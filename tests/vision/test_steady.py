import numpy as np
import pytest

from vsa_core.vision.steady import SAME, edges, steady, without_things

H, W = 40, 60
SPOT = (slice(10, 30), slice(20, 40))


def looks(*levels: float, ground: float = 100, seed: int = 0) -> np.ndarray:
    """One look for each level of the spot; the ground stays, with a grey level of noise."""
    stack = np.full((len(levels), H, W), ground, np.float32)
    for look, level in zip(stack, levels, strict=True):
        look[SPOT] = level
    return stack + np.random.default_rng(seed).normal(0, 1, stack.shape).astype(np.float32)


def test_what_returns_beats_what_stays_longer() -> None:
    visits = [100, 40, 40, 40, 40, 100, 160, 160, 160, 160, 100, 220, 220, 220, 100]
    level, other = steady(looks(*visits))
    assert np.abs(level - 100).max() < SAME
    assert set(np.unique(np.round(other[SPOT] / 60))) <= {1, 3, 4}


def test_a_scene_that_never_changes_has_no_second_level() -> None:
    level, other = steady(looks(*[100] * 12))
    assert (level == other).all()


def test_a_glimpse_is_no_second_level() -> None:
    level, other = steady(looks(*[100] * 20, 30, *[100] * 20))
    assert np.abs(other - level).max() < SAME


@pytest.mark.parametrize("thing", [30.0, 180.0])
@pytest.mark.parametrize("arrives", [True, False])
def test_the_thing_is_told_from_the_scene_by_its_outline(thing: float, arrives: bool) -> None:
    states = [100.0] * 6 + [thing] * 14 if arrives else [thing] * 14 + [100.0] * 6
    stack = looks(*states)
    level, other = steady(stack)
    assert abs(float(np.median(level[SPOT])) - thing) < SAME
    assert np.abs(without_things(stack, level, other) - 100).max() < SAME


def test_a_place_that_changes_back_and_forth_is_left_as_it_is() -> None:
    stack = looks(*[30, 100] * 10, 30, 30)
    level, other = steady(stack)
    assert (without_things(stack, level, other) == level).all()


def test_edge_energy_is_grey_levels_per_pixel_squared() -> None:
    ramp = np.tile(np.arange(20, dtype=np.float32) * 3, (10, 1))
    assert edges(ramp)[5, 10] == pytest.approx(9)
