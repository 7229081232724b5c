from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from shapely import LinearRing, LineString

from app.widgets.outline import SHORTEST, Flaw, crosses, flaw_of, place_of
from vsa_core.domain.geometry import UNITS, Line, Point, Zone, corners_of

SIZE = (1280, 720)
points = st.builds(Point, st.integers(0, 12), st.integers(0, 12))
SQUARE = (Point(0, 0), Point(9000, 0), Point(9000, 9000), Point(0, 9000))


def pixels(x: float, y: float) -> Point:
    return Point(round(x * UNITS / SIZE[0]), round(y * UNITS / SIZE[1]))


@given(st.lists(points, min_size=2, max_size=7))
def test_an_open_outline_crosses_itself_when_shapely_says_so(corners: list[Point]) -> None:
    assume(all(a != b for a, b in pairwise(corners)))
    # Shapely lets a path end where it began; for us it would be closed there.
    assume(corners[0] != corners[-1])
    simple = LineString([(c.x, c.y) for c in corners]).is_simple
    assert crosses(corners, closed=False) is not simple


@given(st.lists(points, min_size=3, max_size=7))
def test_a_zone_crosses_itself_when_shapely_says_so(corners: list[Point]) -> None:
    assume(all(a != b for a, b in zip(corners, [*corners[1:], corners[0]], strict=True)))
    simple = LinearRing([(c.x, c.y) for c in corners]).is_simple
    assert crosses(corners, closed=True) is not simple


@given(st.lists(points, min_size=3, max_size=7), st.integers(0, 6), st.booleans())
def test_where_a_zone_begins_and_which_way_it_turns_changes_nothing(
    corners: list[Point], by: int, back: bool
) -> None:
    turned = corners[by % len(corners) :] + corners[: by % len(corners)]
    other = turned[::-1] if back else turned
    assert crosses(other, closed=True) == crosses(corners, closed=True)


def test_a_corner_set_twice_crosses() -> None:
    assert crosses((*SQUARE, SQUARE[-1]), closed=True)
    assert crosses((*SQUARE, SQUARE[0]), closed=True)


@pytest.mark.parametrize(
    ("shape", "corners", "flaw"),
    [
        ("zone", SQUARE[:2], Flaw.FEW),
        ("zone", SQUARE, None),
        ("zone", (SQUARE[0], SQUARE[2], SQUARE[1], SQUARE[3]), Flaw.CROSSED),
        ("zone", tuple(pixels(x, y) for x, y in ((9, 9), (16, 9), (16, 16), (9, 16))), Flaw.TINY),
        ("zone", tuple(pixels(x, y) for x, y in ((9, 9), (18, 9), (18, 18), (9, 18))), None),
        ("line", (pixels(5, 5), pixels(5, 5)), Flaw.TINY),
        ("line", (pixels(5, 5), pixels(5, 4 + SHORTEST)), Flaw.TINY),
        ("line", (pixels(5, 5), pixels(5, 6 + SHORTEST)), None),
    ],
)
def test_what_is_refused_and_why(shape: str, corners: tuple[Point, ...], flaw: Flaw | None) -> None:
    assert flaw_of(shape, corners, SIZE) == flaw


def test_a_place_is_made_of_its_corners_and_back() -> None:
    assert place_of("zone", SQUARE) == Zone(SQUARE)
    assert place_of("line", SQUARE[:2]) == Line(*SQUARE[:2])
    for shape in ("zone", "line"):
        place = place_of(shape, SQUARE)
        assert place_of(shape, corners_of(place)) == place
