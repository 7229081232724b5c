"""How tall people stand where: read from their tracks, or not told."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.legal.walkers import crowd, tracks
from vsa_core.domain.objects import class_number
from vsa_core.legal.stature import LEAST, stature


@given(st.floats(0.05, 0.6), st.floats(0, 5000))
def test_height_follows_the_feet(slope: float, base: float) -> None:
    known = stature(tracks(*crowd(slope, base)))
    assert known is not None
    for foot in (20_000, 40_000, 60_000):
        assert known.at(foot) == pytest.approx(slope * foot + base, rel=0.01)


def test_a_third_of_cut_boxes_does_not_move_it() -> None:
    whole = crowd()
    legs = [[(t, x, y, w, h / 3) for t, x, y, w, h in trail] for trail in whole[:2]]
    known = stature(tracks(*whole[2:], *legs))
    assert known is not None
    assert known.at(40_000) == pytest.approx(12_000, rel=0.05)


def test_where_nobody_stood_nothing_is_told() -> None:
    known = stature(tracks(*crowd()))
    assert known is not None
    assert known.at(5_000) == 0
    assert known.at(65_535) == 0


def test_too_few_people_tell_nothing() -> None:
    assert stature(tracks()) is None
    assert stature(tracks(crowd()[0][: LEAST // 3])) is None


def test_cars_do_not_tell_how_tall_people_are() -> None:
    car = class_number("car")
    assert stature(tracks(*crowd(people=3), kinds=[car] * 3)) is None


def test_people_of_all_heights_on_one_spot_tell_nothing() -> None:
    chance = np.random.default_rng(3).uniform(2_000, 30_000, 100)
    spot = [(n / 5, 30_000.0, 40_000.0, 3_000.0, float(h)) for n, h in enumerate(chance)]
    assert stature(tracks(spot)) is None


def test_people_on_one_line_have_one_height() -> None:
    spot = [(n / 5, 500.0 * n, 40_000.0, 3_000.0, 12_000.0) for n in range(100)]
    known = stature(tracks(spot))
    assert known is not None
    assert known.at(40_000) == 12_000
