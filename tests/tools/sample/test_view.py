"""The pinhole: straight lines stay straight, what is nearer is larger."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools.sample.street import VIEW as STREET
from tools.sample.view import METRE, View
from tools.sample.yard import VIEW as YARD

VIEWS = pytest.mark.parametrize("view", [STREET, YARD], ids=["rue", "parking"])


@VIEWS
def test_nearer_is_larger_and_lower(view: View) -> None:
    assert view.tall(0, 3, 1.75) > view.tall(0, 7, 1.75) > 0
    assert view.pixel(0, 3)[1] > view.pixel(0, 7)[1]


@VIEWS
def test_people_are_between_75_and_145_pixels_tall(view: View) -> None:
    for x, y in ((0.0, 8.6), (0.0, 2.8)) if view is STREET else ((4.2, 8.7), (0.0, 5.2)):
        assert 75 <= view.tall(x, y, 1.76) <= 145


@given(st.floats(-4, 4), st.floats(3, 9), st.floats(-4, 4), st.floats(3, 9), st.floats(0, 1))
def test_a_straight_path_is_straight_in_the_picture(
    x0: float, y0: float, x1: float, y1: float, share: float
) -> None:
    a, b = np.array(STREET.pixel(x0, y0)), np.array(STREET.pixel(x1, y1))
    between = np.array(STREET.pixel(x0 + share * (x1 - x0), y0 + share * (y1 - y0)))
    (ux, uy), (vx, vy) = b - a, between - a
    assert abs(ux * vy - uy * vx) < 1e-4


def test_a_texture_lies_where_it_is_put() -> None:
    """A white square metre on the ground is seen around the pixel of its middle."""
    texture = np.zeros((4 * METRE, 4 * METRE, 3), np.uint8)
    texture[METRE : 2 * METRE, METRE : 2 * METRE] = 255
    seen = STREET.ground(texture, -2, 8)
    rows, columns = np.nonzero(seen[..., 0] > 128)
    x, y = STREET.pixel(-0.5, 6.5)
    assert abs(columns.mean() - x) < 3
    assert abs(rows.mean() - y) < 3


def test_a_wall_stands_on_the_ground() -> None:
    texture = np.full((2 * METRE, METRE, 3), 255, np.uint8)
    rows, _ = np.nonzero(STREET.wall(texture, 0, 9)[..., 0] > 128)
    assert abs(rows.max() - max(STREET.pixel(0, 9)[1], STREET.pixel(1, 9)[1])) < 2
