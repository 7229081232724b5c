"""A lane holds the points of the tracks, to the unit and to the microsecond."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given

from tests.store.worlds import RECORDING, Piece, pieces, shelf_over, world
from vsa_core.domain.ports import Wanted
from vsa_core.errors import Tampered
from vsa_core.store.hall import FEET, SIZES, Hall
from vsa_core.store.lane_making import lane_of


def hall_of_world(drawn: list[Piece]) -> Hall | None:
    ledger, memory = world(drawn)
    return shelf_over(memory, ledger).hall(("Porte nord",), sizes=True)


@given(pieces)
def test_its_points_are_those_of_the_tracks(drawn: list[Piece]) -> None:
    ledger, memory = world(drawn)
    tracks = shelf_over(memory, ledger).tracks(RECORDING, Wanted())
    hall = hall_of_world(drawn)
    assert hall is not None
    assert hall.kind.tolist() == tracks.kind.tolist()
    for row in np.flatnonzero(~hall.back).tolist():
        mine = np.arange(int(hall.begin[row]), int(hall.stop[row]))
        theirs = tracks.points_of(row)
        assert (hall.times(mine) == tracks.t[theirs]).all()
        for name, columns in ((FEET, "xy"), (SIZES, "wh")):
            for values, column in zip(hall.values(mine, name), columns, strict=True):
                assert (values == getattr(tracks, column)[theirs]).all()


@given(pieces)
def test_bounds_hold_every_point_of_their_block(drawn: list[Piece]) -> None:
    hall = hall_of_world(drawn)
    assert hall is not None
    (lane,) = hall.lanes
    x, y = lane.feet[:, 0], lane.feet[:, 1]
    assert lane.sizes is not None
    centre = y - lane.sizes[:, 1] / 2
    assert (lane.bounds.left <= x.T).all()
    assert (lane.bounds.right >= x.T).all()
    assert (lane.bounds.top <= y.T).all()
    assert (lane.bounds.bottom >= y.T).all()
    assert (lane.bounds.crown <= np.maximum(centre, 0).T).all()


def test_a_segment_that_is_not_what_the_ledger_says_is_refused() -> None:
    points = np.zeros(3, np.dtype([(n, "<u4") for n in ("dt",)] + [(n, "<u2") for n in "xywh"]))
    ledger, memory = world([Piece(0, 0, 1, 200, 0, points)])
    rows = ledger.rows.copy()
    rows["mask"] += 1
    with pytest.raises(Tampered, match="STO-016"):
        lane_of("Porte nord", replace(ledger, rows=rows), memory.read)
    rows["row"] = 9
    with pytest.raises(Tampered, match="STO-016"):
        lane_of("Porte nord", replace(ledger, rows=rows), memory.read)
