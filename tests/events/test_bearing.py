"""Headings: on the screen, clockwise from the right, of what really went somewhere."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.events.worlds import Walk, tracks
from vsa_core.domain.query import Query
from vsa_core.domain.track import Tracks
from vsa_core.events.bearing import aside, bearings
from vsa_core.events.colour_share import NONE


def _going(across: float, down: float, picture: tuple[int, int] = (1, 1)) -> Tracks:
    steps = [(0, 30_000.0, 30_000.0), (500, 5.0, 5.0), (1000, 30_000.0 + across, 30_000.0 + down)]
    return replace(tracks(Walk(steps, size=(1000.0, 2000.0))), picture=picture)


def _bearing(world: Tracks) -> int:
    return int(bearings(world, np.array([0]), Query("seen"))[0])


@pytest.mark.parametrize(
    ("across", "down", "degrees"),
    [(9000, 0, 0), (9000, 9000, 45), (0, 9000, 90), (-9000, 0, 180), (0, -9000, 270)],
)
def test_right_is_nought_and_down_is_ninety(across: int, down: int, degrees: int) -> None:
    assert _bearing(_going(across, down)) == degrees


def test_the_shape_of_the_picture_counts() -> None:
    assert _bearing(_going(4500, 9000, (2000, 1000))) == 45


def test_what_hardly_moved_has_no_heading() -> None:
    assert _bearing(_going(999, 0)) == NONE
    assert _bearing(_going(1000, 0)) == 0
    assert _bearing(tracks(Walk([(0, 1.0, 1.0)]))) == NONE


def test_a_car_goes_where_its_centre_goes() -> None:
    grown = tracks(Walk([(0, 30_000.0, 30_000.0), (1000, 40_000.0, 30_000.0)], "car"))
    grown.h[1] += 20_000.0
    assert _bearing(grown) == 315


@given(st.integers(0, 359), st.integers(0, 359), st.integers(0, 359))
def test_aside_is_the_shorter_way_round(found: int, towards: int, turn: int) -> None:
    off = int(aside(np.array([found]), towards)[0])
    assert off == min((found - towards) % 360, (towards - found) % 360)
    assert aside(np.array([(found + turn) % 360]), (towards + turn) % 360)[0] == off
    assert aside(np.array([NONE]), towards)[0] == NONE
