"""The grid never tells a point wrongly: it knows, or it is unsure."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from vsa_core.domain.geometry import UNITS, Point, Zone
from vsa_core.events.border import within
from vsa_core.search.lane_raster import INSIDE, OUTSIDE, UNSURE, raster, told

_coordinate = st.integers(0, UNITS)
_zone = st.lists(st.builds(Point, _coordinate, _coordinate), min_size=3, max_size=6).map(
    lambda corners: Zone(tuple(corners))
)


@settings(deadline=None, max_examples=60)
@given(_zone, st.lists(st.tuples(_coordinate, _coordinate), min_size=1, max_size=200))
def test_what_the_grid_knows_is_so(zone: Zone, points: list[tuple[int, int]]) -> None:
    x, y = np.array(points, np.uint16).T
    found = told(zone, x, y)
    truth = within(zone, x.astype(np.float64), y.astype(np.float64))
    assert not truth[found == OUTSIDE].any()
    assert truth[found == INSIDE].all()


def test_most_of_a_large_zone_is_known() -> None:
    zone = Zone((Point(10_000, 10_000), Point(50_000, 12_000), Point(40_000, 50_000)))
    cells = raster(zone).reshape(256, 256)[4:-4, 4:-4]
    assert (cells == UNSURE).mean() < 0.05
    assert (cells == INSIDE).mean() > 0.1
