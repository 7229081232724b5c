import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF

from app.widgets.outline import Flaw
from app.widgets.pencil import REACH, Pencil
from vsa_core.domain.geometry import UNITS, Line, Place, Point, Zone, corners_of

WIDE, HIGH = 640, 360
STEP = 1000
SQUARE = (Point(20_000, 20_000), Point(40_000, 20_000), Point(40_000, 40_000))


def pencil(shape: str, zoom: float = 1.0, left: float = 0.0, top: float = 0.0) -> Pencil:
    """A pencil over a picture of 640 x 360 that is seen at some zoom and offset."""
    made = Pencil(
        lambda point: QPointF(
            point.x / UNITS * WIDE * zoom + left, point.y / UNITS * HIGH * zoom + top
        )
    )
    made.shape, made.size = shape, (WIDE, HIGH)
    return made


def click(it: Pencil, point: Point) -> Place | None:
    pressed = it.press(point)
    return pressed or it.release(point)


def drag(it: Pencil, start: Point, *way: Point) -> Place | None:
    pressed = it.press(start)
    for point in way:
        it.move(point)
    return it.release(way[-1]) or pressed


def drawn(*corners: Point) -> Pencil:
    it = pencil("zone")
    for corner in corners:
        click(it, corner)
    it.finish()
    return it


def test_a_line_is_drawn_by_press_and_drag() -> None:
    it = pencil("line")
    assert drag(it, SQUARE[0], SQUARE[1], SQUARE[2]) == Line(SQUARE[0], SQUARE[2])
    assert it.place == Line(SQUARE[0], SQUARE[2])
    assert not it.drawing


def test_a_line_is_drawn_by_two_clicks() -> None:
    it = pencil("line")
    assert click(it, SQUARE[0]) is None
    it.move(SQUARE[1])
    assert click(it, SQUARE[2]) == Line(SQUARE[0], SQUARE[2])


def test_a_line_that_is_too_short_is_refused_and_its_beginning_stays() -> None:
    it = pencil("line")
    click(it, SQUARE[0])
    assert click(it, Point(SQUARE[0].x + 300, SQUARE[0].y)) is None
    assert it.flaw is Flaw.TINY
    assert click(it, SQUARE[2]) == Line(SQUARE[0], SQUARE[2])
    assert it.flaw is None


def test_a_zone_is_closed_on_its_first_corner() -> None:
    it = pencil("zone")
    for corner in SQUARE:
        assert click(it, corner) is None
    assert it.at_start(Point(20_300, 20_300))
    assert click(it, Point(20_300, 20_300)) == Zone(SQUARE)


def test_a_zone_is_closed_by_a_double_click_on_its_last_corner() -> None:
    it = pencil("zone")
    for corner in SQUARE:
        click(it, corner)
    assert it.double(SQUARE[-1]) == Zone(SQUARE)
    it.release(SQUARE[-1])
    assert it.place == Zone(SQUARE)


def test_a_zone_of_two_corners_is_refused_and_goes_on() -> None:
    it = pencil("zone")
    click(it, SQUARE[0])
    click(it, SQUARE[1])
    assert it.finish() is None
    assert it.flaw is Flaw.FEW
    click(it, SQUARE[2])
    assert it.finish() == Zone(SQUARE)


def test_a_zone_that_would_cross_itself_is_told_before_and_refused() -> None:
    it = pencil("zone")
    for corner in (Point(0, 0), Point(40_000, 40_000), Point(40_000, 0)):
        click(it, corner)
    it.move(Point(0, 40_000))
    assert it.flaw is Flaw.CROSSED
    click(it, Point(0, 40_000))
    assert it.flaw is Flaw.CROSSED
    assert it.stroke is not None
    assert len(it.stroke.corners) == 3
    it.move(Point(60_000, 10_000))
    assert it.flaw is None


def test_corners_are_taken_back_one_by_one_and_the_stroke_with_the_last() -> None:
    it = pencil("zone")
    click(it, SQUARE[0])
    click(it, SQUARE[1])
    it.back()
    assert it.stroke is not None
    assert it.stroke.corners == [SQUARE[0]]
    it.back()
    assert it.stroke is None


def test_giving_up_brings_back_what_was_there() -> None:
    it = drawn(*SQUARE)
    click(it, Point(60_000, 60_000))
    assert it.drawing
    assert it.cancel()
    assert it.place == Zone(SQUARE)
    assert not it.cancel()


def test_a_corner_is_dragged_and_the_grip_keeps_its_distance() -> None:
    it = drawn(*SQUARE)
    beside = Point(SQUARE[1].x + 400, SQUARE[1].y - 200)
    place = drag(it, beside, Point(beside.x + 5000, beside.y + 900))
    assert place == Zone((SQUARE[0], Point(45_000, 20_900), SQUARE[2]))
    assert it.focus == 1


def test_a_press_that_does_not_move_changes_nothing() -> None:
    it = drawn(*SQUARE)
    assert click(it, SQUARE[1]) is None
    assert drag(it, SQUARE[1], Point(SQUARE[1].x + 100, SQUARE[1].y)) is None
    assert it.place == Zone(SQUARE)


def test_a_corner_dragged_into_a_crossing_goes_back_and_says_why() -> None:
    four = (*SQUARE, Point(20_000, 40_000))
    it = drawn(*four)
    assert drag(it, four[0], Point(60_000, 30_000)) is None
    assert it.flaw is Flaw.CROSSED
    assert it.place == Zone(four)
    assert it.corners == four


def test_a_zone_is_moved_whole_from_within_and_a_line_from_its_middle() -> None:
    it = drawn(*SQUARE)
    inside = Point(36_000, 24_000)
    moved = drag(it, inside, Point(inside.x + 1000, inside.y + 2000))
    assert moved == Zone(tuple(Point(c.x + 1000, c.y + 2000) for c in SQUARE))
    line = pencil("line")
    line.show(Line(SQUARE[0], SQUARE[1]))
    moved = drag(line, Point(30_000, 20_000), Point(30_000, 30_000))
    assert moved == Line(Point(20_000, 30_000), Point(40_000, 30_000))


def test_a_press_elsewhere_begins_a_new_place() -> None:
    it = drawn(*SQUARE)
    click(it, Point(60_000, 60_000))
    assert it.stroke is not None
    assert it.place == Zone(SQUARE)


def test_a_double_click_on_an_edge_adds_a_corner_there() -> None:
    it = drawn(*SQUARE)
    point = Point(30_000, 20_100)
    click(it, point)
    assert it.double(point) == Zone((SQUARE[0], point, *SQUARE[1:]))
    assert it.focus == 1
    assert it.double(Point(60_000, 60_000)) is None
    assert it.double(SQUARE[0]) is None


def test_the_edge_that_closes_a_zone_takes_a_corner_too() -> None:
    it = drawn(*SQUARE)
    point = Point(30_000, 30_200)
    assert it.double(point) == Zone((*SQUARE, point))
    assert it.focus == 3


def test_a_line_takes_no_third_corner() -> None:
    it = pencil("line")
    it.show(Line(SQUARE[0], SQUARE[1]))
    assert it.double(Point(30_000, 20_000)) is None
    assert it.insert() is None
    assert it.back() is None


def test_a_zone_is_drawn_by_keys_alone() -> None:
    it = pencil("zone")
    it.step(0, 0)
    middle = it.cursor
    assert middle == Point(UNITS // 2, UNITS // 2)
    it.set_here()
    it.step(20 * STEP, 0)
    it.set_here()
    it.step(0, 20 * STEP)
    it.set_here()
    x, y = middle.x, middle.y
    corners = (middle, Point(x + 20_000, y), Point(x + 20_000, y + 20_000))
    assert it.finish() == Zone(corners)
    assert it.set_here() is None


def test_corners_are_reached_moved_added_and_taken_away_by_keys_alone() -> None:
    it = drawn(*SQUARE)
    it.next_corner(-1)
    assert it.focus == 2
    assert it.step(-STEP, 0) == Zone((*SQUARE[:2], Point(39_000, 40_000)))
    assert it.insert() == Zone((*SQUARE[:2], Point(39_000, 40_000), Point(29_500, 30_000)))
    assert it.focus == 3
    assert it.back() == Zone((*SQUARE[:2], Point(39_000, 40_000)))
    assert it.focus == 2
    assert it.back() is None
    assert it.flaw is Flaw.FEW


def test_a_key_that_would_make_a_zone_cross_itself_is_refused() -> None:
    it = drawn(*SQUARE, Point(20_000, 40_000))
    assert it.step(30_000, 10_000) is None
    assert it.flaw is Flaw.CROSSED
    it.step(-STEP, 0)
    assert it.flaw is None


def test_another_place_on_show_keeps_the_focus_within_its_corners() -> None:
    it = drawn(*SQUARE, Point(20_000, 40_000))
    it.focus = 3
    it.show(Zone(SQUARE))
    assert it.focus == 2
    it.show(None)
    assert (it.focus, it.corners) == (0, ())


@pytest.mark.parametrize("gap", [REACH - 0.5, REACH + 0.5])
def test_a_corner_is_meant_within_ten_screen_pixels_at_any_zoom(gap: float) -> None:
    for zoom in (1.0, 4.0):
        it = pencil("zone", zoom)
        it.show(Zone(SQUARE))
        beside = Point(SQUARE[1].x + round(gap / zoom / WIDE * UNITS), SQUARE[1].y)
        assert it.corner_near(beside) == (1 if gap < REACH else None)


corners = st.lists(
    st.builds(Point, st.integers(0, UNITS), st.integers(0, UNITS)), min_size=3, max_size=6
)


@given(corners, st.floats(1.0, 16.0), st.floats(-5000, 100), st.floats(-5000, 100))
def test_the_corners_set_are_the_corners_got_at_any_zoom_and_place(
    points: list[Point], zoom: float, left: float, top: float
) -> None:
    it = pencil("zone", zoom, left, top)
    kept: list[Point] = []
    for point in points:
        closing = it.at_start(point)
        place = it.set_corner(point)
        if place is not None:
            break
        if it.stroke is not None and not closing:
            kept = list(it.stroke.corners)
    finished = it.place or it.finish()
    if finished is not None:
        assert list(corners_of(finished)) == kept
        assert set(kept) <= set(points)
