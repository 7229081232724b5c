"""The cells of a zone rule out nothing that could be inside."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from vsa_core.domain.geometry import UNITS, Point, Zone
from vsa_core.events.border import within
from vsa_core.events.cells import zone_cells

COORDINATE = st.integers(0, UNITS)
POLYGON = st.lists(st.builds(Point, COORDINATE, COORDINATE), min_size=3, max_size=6)


def _cells(mask: int) -> set[tuple[int, int]]:
    return {(bit // 8, bit % 8) for bit in range(64) if mask >> bit & 1}


def test_a_small_zone_takes_its_cell_and_those_below() -> None:
    zone = Zone((Point(18_000, 18_000), Point(22_000, 18_000), Point(22_000, 22_000)))
    assert _cells(zone_cells(zone)) == {(row, 2) for row in range(2, 8)}


def test_a_slanted_zone_takes_less_than_its_bounding_box() -> None:
    zone = Zone((Point(1000, 60_000), Point(60_000, 1000), Point(60_000, 60_000)))
    cells = _cells(zone_cells(zone))
    assert (0, 0) not in cells
    assert {(7, 0), (0, 7), (7, 7)} <= cells


def test_the_whole_picture_takes_all() -> None:
    whole = Zone((Point(0, 0), Point(UNITS, 0), Point(UNITS, UNITS), Point(0, UNITS)))
    assert zone_cells(whole) == 2**64 - 1


def test_a_zone_near_the_edge_takes_the_cells_whose_points_are_pulled_in() -> None:
    strip = Zone((Point(0, 65_000), Point(UNITS, 65_000), Point(UNITS, UNITS), Point(0, UNITS)))
    assert _cells(zone_cells(strip)) == {(7, column) for column in range(8)}


@given(POLYGON, COORDINATE, COORDINATE, st.integers(0, UNITS))
def test_no_foot_under_an_anchor_inside_is_ruled_out(
    corners: list[Point], x: int, y: int, height: int
) -> None:
    zone = Zone(tuple(corners))
    foot = min(UNITS, y + height)
    if within(zone, np.array([float(x)]), np.array([float(y)]))[0]:
        assert (foot // 8192, x // 8192) in _cells(zone_cells(zone))
