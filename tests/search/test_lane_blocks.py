"""Blocks are ruled out by their bounds only when nothing in them can answer."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.store.test_lane_making import hall_of_world
from tests.store.worlds import Piece, pieces
from vsa_core.domain.geometry import UNITS, Line, Point, side
from vsa_core.search.lane_blocks import chunks, holding, near, packed, spread, straddling
from vsa_core.store.hall import FEET, Hall
from vsa_core.store.lane import STEPS

_coordinate = st.integers(0, UNITS)
_point = st.builds(Point, _coordinate, _coordinate)


def _hall(drawn: list[Piece]) -> Hall:
    hall = hall_of_world(drawn)
    assert hall is not None
    return hall


@settings(deadline=None)
@given(pieces, _point, _point)
def test_every_point_in_a_box_lies_in_a_block_near_it(
    drawn: list[Piece], one: Point, two: Point
) -> None:
    hall = _hall(drawn)
    box = min(one.x, two.x), min(one.y, two.y), max(one.x, two.x), max(one.y, two.y)
    points = np.arange(int(hall.blocks[-1]) * STEPS)
    x, y = hall.values(points, FEET)
    inside = (x >= box[0]) & (x <= box[2]) & (y >= box[1]) & (y <= box[3])
    assert np.isin(points[inside] // STEPS, near(hall, box, lifted=False)).all()


@settings(deadline=None)
@given(pieces, _point, _point)
def test_a_block_left_out_lies_on_one_side(drawn: list[Piece], one: Point, two: Point) -> None:
    if one == two:
        return
    hall, line = _hall(drawn), Line(one, two)
    blocks = np.arange(int(hall.blocks[-1]))
    left_out = np.setdiff1d(blocks, straddling(hall, blocks, line, lifted=False))
    x, y = hall.rows(left_out, FEET).astype(np.float64).transpose(1, 0, 2)
    signs = np.sign(side(line, x, y))
    assert (np.abs(signs.sum(axis=1)) == STEPS + 1).all()


@settings(deadline=None)
@given(pieces, st.data())
def test_blocks_of_a_few_tracks_hold_all_their_points(
    drawn: list[Piece], data: st.DataObject
) -> None:
    hall = _hall(drawn)
    chosen = np.array([data.draw(st.booleans()) for _ in hall.kind], np.bool_)
    held = holding(hall, chosen, np.arange(int(hall.blocks[-1])))
    for track in np.flatnonzero(chosen):
        points = np.arange(int(hall.begin[track]), int(hall.stop[track]))
        assert np.isin(points // STEPS, held).all()


@given(st.lists(st.lists(st.booleans(), min_size=16, max_size=16), min_size=1, max_size=9))
def test_bits_that_are_packed_are_spread_again(drawn: list[list[bool]]) -> None:
    points = np.array(drawn)
    row, place, point = spread(np.arange(len(drawn)) + 5, packed(points))
    assert (np.argwhere(points) == np.column_stack([row, place])).all()
    assert (point == (row + 5) * STEPS + place).all()


def test_chunks_leave_no_block_out() -> None:
    blocks = np.arange(20_001)
    assert (np.concatenate(list(chunks(blocks))) == blocks).all()
