import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import Point as ShapelyPoint
from shapely.geometry import Polygon

from vsa_core.domain.geometry import (
    NO_FLOW,
    UNITS,
    Flow,
    Line,
    Path,
    Point,
    Zone,
    along,
    corners_of,
    inside,
    shape_of,
    side,
)

units = st.integers(0, UNITS)
points = st.builds(Point, units, units)


def test_a_line_has_two_ends_and_a_zone_three_corners() -> None:
    with pytest.raises(ValueError, match="two different"):
        Line(Point(1, 1), Point(1, 1))
    with pytest.raises(ValueError, match="three"):
        Zone((Point(0, 0), Point(1, 1)))


def test_walking_down_the_picture_the_right_hand_is_the_left_of_the_picture() -> None:
    down = Line(Point(100, 0), Point(100, 1000))
    left_of_picture = side(down, np.array([40.0]), np.array([500.0]))[0]
    assert left_of_picture == 60


@given(points, points, points)
def test_turning_a_line_round_changes_the_side(a: Point, b: Point, p: Point) -> None:
    if a == b:
        return
    x, y = np.array([float(p.x)]), np.array([float(p.y)])
    assert side(Line(a, b), x, y)[0] == pytest.approx(-side(Line(b, a), x, y)[0])


def test_along_runs_from_zero_to_one() -> None:
    line = Line(Point(0, 0), Point(100, 0))
    assert along(line, np.array([0.0, 50.0, 100.0]), np.zeros(3)).tolist() == [0, 0.5, 1]


@given(st.lists(points, min_size=3, max_size=7, unique=True), st.lists(points, max_size=20))
def test_inside_agrees_with_shapely(corners: list[Point], probes: list[Point]) -> None:
    polygon = Polygon([(c.x, c.y) for c in corners])
    if not polygon.is_valid or polygon.area == 0:
        return
    x = np.array([float(p.x) for p in probes])
    y = np.array([float(p.y) for p in probes])
    got = inside(Zone(tuple(corners)), x, y)
    for probe, answer in zip(probes, got, strict=True):
        place = ShapelyPoint(probe.x, probe.y)
        if polygon.exterior.distance(place) > 0.5:
            assert answer == polygon.contains(place)


def test_a_path_goes_somewhere_at_each_step() -> None:
    with pytest.raises(ValueError, match="two points"):
        Path((Point(1, 1),))
    with pytest.raises(ValueError, match="two points"):
        Path((Point(1, 1), Point(1, 1)))


def test_a_flow_has_sixty_four_directions() -> None:
    assert Flow((NO_FLOW, 255) * 32).cells[1] == 255
    for cells in ((0,) * 63, (256,) * 64, (-2,) * 64):
        with pytest.raises(ValueError, match="64 cells"):
            Flow(cells)


def test_each_place_has_its_word_and_its_drawn_points() -> None:
    a, b, c = Point(0, 0), Point(9, 0), Point(9, 9)
    places = (Line(a, b), Zone((a, b, c)), Path((a, b, c)), Flow((NO_FLOW,) * 64))
    assert [shape_of(place) for place in places] == ["line", "zone", "path", "flow"]
    assert [len(corners_of(place)) for place in places] == [2, 3, 3, 0]
