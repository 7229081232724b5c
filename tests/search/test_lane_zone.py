"""Runs of points in a zone, found by blocks: the same as by looking at every point."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.store.test_lane_making import hall_of_world
from tests.store.worlds import Piece, pieces
from vsa_core.domain.geometry import UNITS, Point, Zone
from vsa_core.events.border import within
from vsa_core.search.lane_zone import passed, runs
from vsa_core.store.hall import FEET, SIZES

_point = st.builds(Point, st.integers(0, UNITS), st.integers(0, UNITS))
_zone = st.lists(_point, min_size=3, max_size=5).map(lambda corners: Zone(tuple(corners)))


@settings(deadline=None)
@given(pieces, _zone, st.booleans())
def test_first_and_last_points_of_every_run(drawn: list[Piece], zone: Zone, lifted: bool) -> None:
    hall = hall_of_world(drawn)
    assert hall is not None
    first, last = runs(hall, zone, np.ones(len(hall.kind), np.bool_), lifted, (0, 1))
    begins, ends = [], []
    for track in range(len(hall.kind)):
        points = np.arange(int(hall.begin[track]), int(hall.stop[track]))
        x, y = hall.values(points, FEET).astype(np.float64)
        if lifted:
            y -= hall.values(points, SIZES)[1] * 0.5
        inner = np.concatenate([[False], within(zone, x, y), [False]])
        for i in np.flatnonzero(inner[1:] & ~inner[:-1]).tolist():
            begins.append((track, int(points[i]), i > 0))
        for i in np.flatnonzero(inner[:-1] & ~inner[1:]).tolist():
            ends.append((track, int(points[i - 1]), i < len(points)))
    for found, expected in ((first, begins), (last, ends)):
        columns = found.track.tolist(), found.point.tolist(), found.crossed.tolist()
        assert list(zip(*columns, strict=True)) == expected


@pytest.mark.parametrize(("start", "share"), [(0, 0.25), (500, 0.5)])
def test_the_border_is_passed_where_the_step_meets_it(start: int, share: float) -> None:
    points = np.zeros(2, np.dtype([("dt", "<u4"), *((n, "<u2") for n in "xywh")]))
    points["x"], points["y"] = (10_000 + start, 12_000 - start), 20_000
    hall = hall_of_world([Piece(0, 0, 1, 200, 0, points)])
    assert hall is not None
    edge = int(10_000 + start + share * (2000 - 2 * start))
    top, bottom = 10_000, 40_000
    corners = Point(edge, top), Point(50_000, top), Point(50_000, bottom), Point(edge, bottom)
    assert passed(hall, Zone(corners), np.array([1]), lifted=False).tolist() == [share]
