"""Travel: which way points move, and how far off a direction that is."""

import numpy as np
import pytest
from hypothesis import given

from tests.events.worlds import ARROWS, FLOWS, WORLDS, Step, Walk, tracks
from vsa_core.domain.geometry import NO_FLOW, Flow, Line, Point
from vsa_core.domain.track import Tracks
from vsa_core.events.anchor import Paths, anchored
from vsa_core.events.travel import cell_of, off_course, travelled

RIGHT = Line(Point(0, 0), Point(100, 0))


def paths(world: Tracks) -> Paths:
    rows = np.arange(len(world), dtype=np.int64)
    return anchored(world, rows, np.zeros(len(world)))


def walk(*steps: Step) -> Paths:
    return paths(tracks(Walk(steps)))


def test_travel_is_measured_over_a_second() -> None:
    seen = travelled(walk(*[(t, 1000.0 + t * 4, 9000.0) for t in range(0, 3001, 200)]))
    # From 400 ms before to 400 ms after; at the ends, of what there is.
    assert seen.dx.tolist() == [1600, 2400, *[3200] * 12, 2400, 1600]
    assert seen.dy.tolist() == [0] * 16
    assert seen.moving.all()


def test_far_apart_the_neighbours_tell() -> None:
    seen = travelled(walk((0, 0, 9000), (5000, 3000, 9000), (10_000, 3000, 9000)))
    assert seen.dx.tolist() == [3000, 3000, 0]
    assert seen.moving.tolist() == [True, True, False]


def test_trembling_has_no_direction() -> None:
    still = travelled(
        walk(*[(t, 9000.0 + 40 * (t % 400 > 0), 9000.0) for t in range(0, 2000, 200)])
    )
    assert not still.moving.any()


@pytest.mark.parametrize(
    ("to", "degrees"),
    [((20_000, 9000), 0), ((10_000, 19_000), 90), ((10_000, 500), 90), ((500, 9000), 180)],
)
def test_degrees_off_an_arrow(to: tuple[int, int], degrees: int) -> None:
    seen = walk((0, 10_000, 9000), (400, *to))
    assert off_course(RIGHT, seen, travelled(seen), 1.0).tolist() == pytest.approx([degrees] * 2)


def test_a_flow_tells_by_the_cell_and_nothing_where_it_has_none() -> None:
    cells = [NO_FLOW] * 64
    cells[1], cells[2] = 0, 128
    seen = walk((0, 1000, 1000), (400, 10_000, 1000), (800, 20_000, 1000), (1200, 30_000, 1000))
    off = off_course(Flow(tuple(cells)), seen, travelled(seen), 1.0)
    assert np.isnan(off[[0, 3]]).all()
    assert off[[1, 2]].tolist() == pytest.approx([0, 180])


@given(WORLDS, ARROWS)
def test_the_opposite_arrow_is_the_rest_of_half_a_turn(world: Tracks, arrow: Line) -> None:
    seen = paths(world)
    travel = travelled(seen)
    off = off_course(arrow, seen, travel, 1.5)[travel.moving]
    back = off_course(Line(arrow.b, arrow.a), seen, travel, 1.5)[travel.moving]
    assert off + back == pytest.approx(180)
    assert ((off >= 0) & (off <= 180)).all()


@given(WORLDS, FLOWS)
def test_a_flow_that_is_one_arrow_everywhere_is_that_arrow(world: Tracks, flow: Flow) -> None:
    seen = paths(world)
    travel = travelled(seen)
    one = Flow((64,) * 64)
    down = off_course(Line(Point(5, 5), Point(5, 9)), seen, travel, 1.5)
    assert off_course(one, seen, travel, 1.5) == pytest.approx(down)
    assert len(off_course(flow, seen, travel, 1.5)) == len(down)


def test_cells_are_rows_of_eight() -> None:
    x, y = np.array([0.0, 8191, 8192, 65_535, 70_000]), np.array([0.0, 8192, 0, 65_535, -5])
    assert cell_of(x, y).tolist() == [0, 8, 1, 63, 7]


def test_angles_are_those_on_the_screen() -> None:
    seen = walk((0, 10_000, 9000), (400, 20_000, 19_000))
    assert off_course(RIGHT, seen, travelled(seen), 1.0)[0] == pytest.approx(45)
    assert off_course(RIGHT, seen, travelled(seen), 3**0.5)[0] == pytest.approx(30)
