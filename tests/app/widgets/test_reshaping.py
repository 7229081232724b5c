from hypothesis import given
from hypothesis import strategies as st

from app.widgets.reshaping import (
    corner_at,
    nudged,
    shape_of,
    shifted,
    turned,
    with_corner,
    without_corner,
)
from vsa_core.domain.geometry import UNITS, Line, Point, Zone

points = st.builds(Point, st.integers(0, UNITS), st.integers(0, UNITS))
outlines = st.lists(points, min_size=3, max_size=8).map(tuple)
steps = st.integers(-2 * UNITS, 2 * UNITS)


@given(outlines, steps, steps)
def test_a_shifted_outline_stays_in_the_picture_and_keeps_its_form(
    corners: tuple[Point, ...], dx: int, dy: int
) -> None:
    moved = shifted(corners, dx, dy)
    assert all(0 <= c.x <= UNITS and 0 <= c.y <= UNITS for c in moved)
    assert len({(m.x - c.x, m.y - c.y) for m, c in zip(moved, corners, strict=True)}) == 1


def test_a_shift_with_room_is_exact() -> None:
    corners = (Point(10, 10), Point(20, 10), Point(20, 30))
    assert shifted(corners, 5, -7) == (Point(15, 3), Point(25, 3), Point(25, 23))
    assert shifted(corners, -99, 0)[0].x == 0


@given(points, steps, steps)
def test_a_nudged_point_stays_in_the_picture(point: Point, dx: int, dy: int) -> None:
    moved = nudged(point, dx, dy)
    assert 0 <= moved.x <= UNITS
    assert 0 <= moved.y <= UNITS
    if 0 <= point.x + dx <= UNITS:
        assert moved.x == point.x + dx


@given(outlines, points, st.data())
def test_a_corner_added_is_taken_away_again(
    corners: tuple[Point, ...], point: Point, data: st.DataObject
) -> None:
    edge = data.draw(st.integers(0, len(corners) - 1))
    more = with_corner(corners, edge, point)
    assert more[edge + 1] == point
    assert without_corner(more, edge + 1) == corners
    assert corner_at(corner_at(corners, edge, point), edge, corners[edge]) == corners


def test_a_line_is_turned() -> None:
    line = Line(Point(1, 2), Point(3, 4))
    assert turned(line) == Line(line.b, line.a)
    assert shape_of(line) == "line"
    assert shape_of(Zone((Point(0, 0), Point(1, 0), Point(0, 1)))) == "zone"
