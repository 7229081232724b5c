"""Steps through a line, found by blocks: the same as by looking at every step."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.store.test_lane_making import hall_of_world
from tests.store.worlds import Piece, pieces
from vsa_core.domain.geometry import UNITS, Line, Point, along, side
from vsa_core.search.lane_line import steps
from vsa_core.store.hall import FEET

_point = st.builds(Point, st.integers(0, UNITS), st.integers(0, UNITS))


@settings(deadline=None)
@given(pieces, _point, _point)
def test_no_step_is_lost_and_none_is_made_up(drawn: list[Piece], a: Point, b: Point) -> None:
    if a == b:
        return
    hall, line = hall_of_world(drawn), Line(a, b)
    assert hall is not None
    found = steps(hall, line, np.ones(len(hall.kind), np.bool_), lifted=False)
    expected, unsure = [], set()
    for track in range(len(hall.kind)):
        points = np.arange(int(hall.begin[track]), int(hall.stop[track]))
        x, y = hall.values(points, FEET).astype(np.float64)
        apart = side(line, x, y)
        near = (x >= min(a.x, b.x)) & (x <= max(a.x, b.x))
        near &= (y >= min(a.y, b.y)) & (y <= max(a.y, b.y))
        unsure |= {track} if ((apart == 0) & near).any() else set()
        for i in np.flatnonzero((apart[1:] > 0) != (apart[:-1] > 0)).tolist():
            share = abs(apart[i]) / (abs(apart[i]) + abs(apart[i + 1]))
            meets = [v[i] + share * (v[i + 1] - v[i]) for v in (x, y)]
            if 0 <= along(line, np.array([meets[0]]), np.array([meets[1]]))[0] <= 1:
                expected.append((track, int(points[i])))
    assert list(zip(found.track.tolist(), found.before.tolist(), strict=True)) == expected
    assert unsure <= set(found.unsure.tolist())


def test_only_the_tracks_asked_are_looked_at() -> None:
    points = np.zeros(2, np.dtype([("dt", "<u4"), *((n, "<u2") for n in "xywh")]))
    points["x"], points["y"], points["dt"] = (100, 900), 500, (0, 18_000)
    hall = hall_of_world([Piece(n, 0, 1, 200, 0, points) for n in range(3)])
    assert hall is not None
    line = Line(Point(500, 400), Point(501, 600))
    chosen = np.array([True, False, True])
    assert steps(hall, line, chosen, lifted=False).track.tolist() == [0, 2]
    assert steps(hall, line, chosen, lifted=False).left.tolist() == [True, True]
