import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.state.overprint import HOLD, MOST, NOTHING_DRAWN, TAIL, drawn_at, span_in
from tests.app.state.stage import NOBODY, SECOND, tracks
from tests.desk.scene import START
from vsa_core.domain.moment import Window

NONE: frozenset[int] = frozenset()


def walker(seconds: int, every: int = 200_000, since: int = START) -> list[tuple[int, int, int]]:
    """Points of one who walks to the right, one each `every` microseconds."""
    times = range(since, since + seconds * SECOND, every)
    return [(t, 1000 + 10 * n, 40_000) for n, t in enumerate(times)]


def test_a_box_lies_where_its_track_is_and_is_held_a_little() -> None:
    crowd = tracks(walker(3))
    drawn = drawn_at(crowd, START + SECOND + 100_000, NONE, NONE)
    assert drawn.boxes.edges.tolist() == [[1055 - 1000, 34_000, 1055 + 1000, 40_000]]
    assert drawn.boxes.observed.tolist() == [True]
    late = START + 3 * SECOND - 200_000 + HOLD
    assert drawn_at(crowd, late, NONE, NONE).boxes.observed.tolist() == [False]
    assert len(drawn_at(crowd, late + 1, NONE, NONE).boxes) == 0


def test_a_box_far_from_any_point_is_not_observed() -> None:
    crowd = tracks([(START, 1000, 9000), (START + 4 * SECOND, 5000, 9000)])
    boxes = drawn_at(crowd, START + 2 * SECOND, NONE, NONE).boxes
    assert boxes.observed.tolist() == [False]
    assert boxes.edges[0, 0] == 2000


def test_a_match_is_never_told_as_merely_examined() -> None:
    crowd = tracks(walker(2), walker(2), walker(2), numbers=(3, 7, 9))
    boxes = drawn_at(crowd, START + SECOND, frozenset({7}), frozenset({7, 9})).boxes
    assert boxes.number.tolist() == [3, 7, 9]
    assert boxes.matched.tolist() == [False, True, False]
    assert boxes.examined.tolist() == [False, False, True]
    assert boxes.row(9) == 2
    assert boxes.row(4) is None


def test_a_trail_ends_at_the_last_point_and_reaches_back_some_seconds() -> None:
    crowd = tracks(walker(30, 400_000), walker(1, since=START + 19 * SECOND))
    at = START + 20 * SECOND - 50_000
    trails = drawn_at(crowd, at, NONE, NONE).trails
    whole = TAIL // 400_000
    assert trails.starts.tolist() == [0, whole, whole + 5]
    assert trails.x[whole - 1] == 1000 + 10 * 49
    assert (trails.age >= 0).all()
    assert (trails.age <= 1).all()
    assert (np.diff(trails.age[:whole]) < 0).all()


@given(st.integers(1, 12), st.integers(1_000, 900_000), st.integers(0, 12_000_000))
def test_a_long_trail_is_thinned_and_keeps_its_newest_point(
    seconds: int, every: int, after: int
) -> None:
    crowd = tracks(walker(seconds, every))
    drawn = drawn_at(crowd, START + after, NONE, NONE)
    assert drawn.trails.starts[-1] == len(drawn.trails.x)
    assert len(drawn.trails.x) <= MOST
    past = crowd.t[crowd.t <= START + after]
    if len(drawn.boxes) and after <= seconds * SECOND:
        assert drawn.trails.x[-1] == crowd.x[len(past) - 1]


@pytest.mark.parametrize("crowd", [NOBODY, tracks(walker(1))])
def test_of_nobody_nothing_is_drawn(crowd: object) -> None:
    drawn = drawn_at(crowd, START + 60 * SECOND, NONE, NONE)  # type: ignore[arg-type]
    assert len(drawn.boxes) == len(NOTHING_DRAWN.boxes) == 0
    assert drawn.trails.starts.tolist() == [0]


def test_the_span_of_a_track_is_cut_to_the_reel() -> None:
    crowd = tracks(walker(10), numbers=(4,))
    reel = Window(START + 2 * SECOND, START + 5 * SECOND)
    assert span_in(crowd, 4, reel) == Window(START + 2 * SECOND, START + 4_800_000 + 1)
    assert span_in(crowd, 5, reel) is None
    assert span_in(crowd, 4, Window(0, START)) is None
