"""The border of a zone: membership at the picture's edge, clearance, and the last passage."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vsa_core.domain.geometry import UNITS, Point, Zone
from vsa_core.events.border import EDGE, clearance, off_edge, passing, within

WHOLE = Zone((Point(0, 0), Point(UNITS, 0), Point(UNITS, UNITS), Point(0, UNITS)))
SQUARE = Zone(
    (Point(10_000, 10_000), Point(20_000, 10_000), Point(20_000, 20_000), Point(10_000, 20_000))
)
BAY = Zone(
    (Point(0, 10_000), Point(30_000, 10_000), Point(30_000, 40_000), Point(20_000, 40_000),
     Point(20_000, 20_000), Point(10_000, 20_000), Point(10_000, 40_000), Point(0, 40_000))
)  # fmt: skip
ANY = st.floats(0, UNITS)


def _one(value: float) -> np.ndarray:
    return np.array([value])


@given(ANY, ANY)
def test_the_whole_picture_holds_every_point(x: float, y: float) -> None:
    assert within(WHOLE, _one(x), _one(y))[0]


@given(ANY, ANY)
def test_a_zone_drawn_a_little_short_of_the_edge_does_too(x: float, y: float) -> None:
    low, high = EDGE - 1, UNITS - EDGE + 1
    drawn = Zone((Point(low, low), Point(high, low), Point(high, high), Point(low, high)))
    assert within(drawn, _one(x), _one(y))[0]


def test_the_edge_moves_points_by_half_a_per_cent_at_most() -> None:
    moved = off_edge(np.array([0.0, 300.0, 30_000.0, 65_535.0]))
    assert moved.tolist() == [EDGE, EDGE, 30_000.0, UNITS - EDGE]
    assert pytest.approx(0.005, rel=0.01) == EDGE / UNITS


def test_clearance_counts_in_boxes_and_to_the_nearest_border() -> None:
    x, y = (
        np.array([15_000.0, 26_000.0, 15_000.0, 23_000.0]),
        np.array([30_000.0, 15_000.0, 15_000.0, 24_000.0]),
    )
    w, h = np.full(4, 1000.0), np.full(4, 5000.0)
    assert clearance(SQUARE, x, y, w, h).tolist() == pytest.approx(
        [2.0, 6.0, 1.0, np.hypot(3, 0.8)]
    )


def test_clearance_of_a_box_without_size() -> None:
    assert clearance(SQUARE, _one(9000.0), _one(15_000.0), _one(0.0), _one(0.0)).tolist() == [
        1000.0
    ]


def test_a_step_passes_the_border_where_it_last_meets_it() -> None:
    def last(x: float, y: float, to_x: float, to_y: float, zone: Zone = SQUARE) -> float:
        return float(passing(zone, _one(x), _one(y), _one(to_x), _one(to_y))[0])

    assert last(5000, 15_000, 15_000, 15_000) == 0.5
    assert last(15_000, 15_000, 15_000, 25_000) == 0.5
    assert last(5000, 30_000, 25_000, 30_000, BAY) == 0.75


def test_a_step_that_meets_no_border_ends_on_it() -> None:
    assert passing(SQUARE, _one(0.0), _one(0.0), _one(5000.0), _one(0.0)).tolist() == [1.0]


@given(ANY, ANY, ANY, ANY)
def test_the_passage_parts_inside_from_outside(
    x: float, y: float, to_x: float, to_y: float
) -> None:
    start, end = within(BAY, _one(x), _one(y))[0], within(BAY, _one(to_x), _one(to_y))[0]
    if start == end:
        return
    share = float(passing(BAY, _one(x), _one(y), _one(to_x), _one(to_y))[0])
    ax, ay, bx, by = (float(off_edge(_one(v))[0]) for v in (x, y, to_x, to_y))
    meet_x, meet_y = ax + share * (bx - ax), ay + share * (by - ay)
    away = clearance(BAY, _one(meet_x), _one(meet_y), _one(1.0), _one(1.0))[0]
    assert away < 0.01
