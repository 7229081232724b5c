from hypothesis import given
from hypothesis import strategies as st

from app.widgets.outline import Flaw, crosses
from app.widgets.stroke import Stroke
from vsa_core.domain.geometry import UNITS, Line, Point, Zone

SIZE = (640, 360)
A, B, C, D = Point(0, 0), Point(9000, 9000), Point(9000, 0), Point(0, 9000)


def stroke(shape: str, *corners: Point) -> Stroke:
    made = Stroke(shape, SIZE)
    for corner in corners:
        made.add(corner)
    return made


def test_a_line_is_finished_with_its_second_end() -> None:
    it = stroke("line", A)
    assert (it.full, it.flaw()) == (False, Flaw.FEW)
    assert it.add(B) is None
    assert (it.full, it.flaw()) == (True, None)
    assert it.finished() == Line(A, B)


def test_an_end_too_near_the_other_is_refused() -> None:
    it = stroke("line", A)
    assert it.add(Point(1, 1)) is Flaw.TINY
    assert it.corners == [A]


def test_a_zone_needs_three_corners() -> None:
    assert stroke("zone", A, B).flaw() is Flaw.FEW
    assert stroke("zone", A, B, C).flaw() is None
    assert stroke("zone", A, B, C).finished() == Zone((A, B, C))


def test_a_corner_that_would_cross_is_refused_at_once() -> None:
    it = stroke("zone", A, B, C)
    assert it.add(D) is Flaw.CROSSED
    assert it.corners == [A, B, C]


def test_an_edge_that_closes_across_another_is_refused_at_the_end() -> None:
    bow = stroke("zone", Point(0, 9000), Point(9000, 9000), Point(0, 0), Point(20_000, 4000))
    assert bow.flaw() is Flaw.CROSSED


def test_a_second_click_in_the_same_place_is_let_go() -> None:
    it = stroke("zone", A, A, B)
    assert it.corners == [A, B]


def test_the_last_corner_is_taken_away() -> None:
    it = stroke("zone", A, B)
    it.back()
    it.back()
    it.back()
    assert it.corners == []


@given(st.lists(st.builds(Point, st.integers(0, UNITS), st.integers(0, UNITS)), max_size=12))
def test_what_was_set_never_crosses_itself(corners: list[Point]) -> None:
    it = stroke("zone", *corners)
    assert not crosses(it.corners, closed=False)
    if it.flaw() is None:
        assert it.finished() == Zone(tuple(it.corners))
