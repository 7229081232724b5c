"""Events of a hall: told where the lanes are sure, handed on where they are not."""

import numpy as np

from tests.store.test_lane_making import hall_of_world
from tests.store.worlds import RECORDING, Piece
from vsa_core.domain.geometry import Line, Point, Zone
from vsa_core.domain.query import Query, Setting
from vsa_core.events.registry import completed
from vsa_core.search.lane_events import events
from vsa_core.store.hall import Hall

START = RECORDING.files[0].corrected(0)
SECOND = 1_000_000
ZONE = Zone((Point(20_000, 0), Point(40_000, 0), Point(40_000, 60_000), Point(20_000, 60_000)))
LINE = Line(Point(30_001, 0), Point(30_001, 60_000))


def _hall() -> Hall:
    """One walk of eleven seconds from left to right, a look a second, 5000 units each."""
    points = np.zeros(12, np.dtype([("dt", "<u4"), *((n, "<u2") for n in "xywh")]))
    points["x"], points["y"], points["w"], points["h"] = 5000 * np.arange(12), 30_000, 900, 3000
    points["dt"][1:] = 90_000
    hall = hall_of_world([Piece(0, 0, 1, 200, 0, points)])
    assert hall is not None
    return hall


def _asked(kind: str, **settings: int) -> Query:
    place = {"seen": None, "line_crossing": LINE}.get(kind, ZONE)
    told = {"margin": 0, "settle": 0} | settings if kind != "seen" else settings
    return completed(
        Query(kind, place=place, settings=tuple(Setting(n, v, v, v) for n, v in told.items()))
    )


def _times(query: Query) -> list[tuple[float, float]]:
    hall = _hall()
    found = events(hall, query, np.ones(1, np.bool_), lifted=False)
    assert not len(found.unsure)
    ends = (found.begin.times(hall), found.end.times(hall))
    return [((a - START) / SECOND, (b - START) / SECOND) for a, b in zip(*ends, strict=True)]


def test_each_kind_is_told_at_the_instants_of_its_own_rule() -> None:
    assert _times(_asked("zone_entry")) == [(4.0, 4.0)]
    assert _times(_asked("zone_exit")) == [(8.0, 8.0)]
    assert _times(_asked("zone_presence")) == [(4.0, 8.0)]
    assert _times(_asked("seen")) == [(0.0, 11.0)]
    ((at, until),) = _times(_asked("line_crossing"))
    assert at == until
    assert 6.0 < at < 6.001


def test_a_stay_must_be_long_enough() -> None:
    assert _times(_asked("dwell", minimum=4000)) == [(4.0, 8.0)]
    assert _times(_asked("dwell", minimum=4001)) == []
    assert _times(_asked("seen", minimum=11_001)) == []


def test_jitter_is_left_to_the_kind() -> None:
    for query in (_asked("line_crossing", settle=1), _asked("zone_entry", margin=1)):
        found = events(_hall(), query, np.ones(1, np.bool_), lifted=False)
        assert found.unsure.tolist() == [0]
        assert not len(found.track)


def test_whom_nothing_brings_near_is_not_even_unsure() -> None:
    far = Zone((Point(20_000, 50_000), Point(40_000, 50_000), Point(30_000, 60_000)))
    query = completed(Query("zone_entry", place=far))
    assert not len(events(_hall(), query, np.ones(1, np.bool_), lifted=False).unsure)
