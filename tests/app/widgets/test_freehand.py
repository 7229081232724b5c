from itertools import pairwise
from math import sin

from hypothesis import given
from hypothesis import strategies as st

from app.widgets.freehand import MOST, ROUGH, _away, simplified
from vsa_core.domain.geometry import UNITS, Point

SIZE = (640, 360)
points = st.builds(Point, st.integers(0, UNITS), st.integers(0, UNITS))


@given(st.lists(points, min_size=2, max_size=60))
def test_the_ends_stay_and_nothing_is_invented(drawn: list[Point]) -> None:
    kept = simplified(drawn, SIZE)
    assert (kept[0], kept[-1]) == (drawn[0], drawn[-1])
    assert set(kept) <= set(drawn)
    assert len(kept) <= MOST
    if len(set(drawn)) == len(drawn):
        assert all(a != b for a, b in pairwise(kept))


def test_a_straight_stroke_needs_two_points() -> None:
    drawn = [Point(100 * n, 50 * n) for n in range(200)]
    assert simplified(drawn, SIZE) == (drawn[0], drawn[-1])


def test_a_wave_keeps_its_shape_within_a_few_pixels() -> None:
    drawn = [Point(300 * n, 30_000 + round(9000 * sin(n / 20))) for n in range(200)]
    kept = simplified(drawn, SIZE)
    assert 4 < len(kept) < 40
    edges = list(pairwise(kept))
    for point in drawn:
        assert min(_away(point, a, b, SIZE) for a, b in edges) <= ROUGH


def test_a_very_long_stroke_is_kept_short() -> None:
    drawn = [Point(60 * n, 30_000 + (12_000 if n % 2 else -12_000)) for n in range(1000)]
    assert len(simplified(drawn, SIZE)) <= MOST
