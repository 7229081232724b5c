"""Visits to a zone: when they begin and end, and what is said of either end."""

import numpy as np
import pytest
from hypothesis import given

from tests.events.worlds import NOON, WORLDS, ZONES, Walk, ask, tracks
from vsa_core.domain.geometry import UNITS, Line, Point, Zone
from vsa_core.domain.query import Query
from vsa_core.domain.track import Tracks
from vsa_core.errors import WrongUsage
from vsa_core.events.border import within
from vsa_core.events.presence import BORDER, EDGE_OF_PICTURE, MIDDLE, Visits, visits, zone_of

YARD = Zone(
    (Point(20_000, 20_000), Point(40_000, 20_000), Point(40_000, 40_000), Point(20_000, 40_000))
)
WHOLE = Zone((Point(0, 0), Point(UNITS, 0), Point(UNITS, UNITS), Point(0, UNITS)))
LATER = 60_000
"""Milliseconds after the film began: what starts now appears, and was not there from the first."""


def seen(*steps: tuple[int, float, float], zone: Zone = YARD, **settings: int) -> Visits:
    world = tracks(Walk([(LATER + t, x, y) for t, x, y in steps]))
    return visits(world, ask("zone_entry", zone, **settings), zone)


def _times(found: Visits) -> list[tuple[int, int]]:
    base = NOON + LATER * 1000
    pairs = zip(found.since.tolist(), found.until.tolist(), strict=True)
    return [((since - base) // 1000, (until - base) // 1000) for since, until in pairs]


def test_in_at_one_side_and_out_at_the_other() -> None:
    found = seen((0, 10_000, 30_000), (1000, 30_000, 30_000), (3000, 50_000, 30_000))
    assert _times(found) == [(500, 2000)]
    assert (found.first.tolist(), found.last.tolist()) == ([1], [1])
    assert (found.came.tolist(), found.went.tolist()) == ([BORDER], [BORDER])


def test_lost_inside_is_never_left() -> None:
    found = seen((0, 30_000, 30_000), (5000, 31_000, 30_000))
    assert _times(found) == [(0, 5000)]
    assert (found.came.tolist(), found.went.tolist()) == ([MIDDLE], [MIDDLE])


@pytest.mark.parametrize(
    ("x", "y"), [(1000.0, 30_000.0), (64_700.0, 30_000.0), (30_000.0, 6100.0), (30_000.0, 65_535.0)]
)
def test_by_each_edge_of_the_picture(x: float, y: float) -> None:
    found = seen((0, x, y), (5000, 30_000, 30_000), (9000, x, y), zone=WHOLE)
    assert (found.came.tolist(), found.went.tolist()) == ([EDGE_OF_PICTURE], [EDGE_OF_PICTURE])
    assert (found.came_gap.tolist(), found.went_gap.tolist()) == ([0], [0])


def test_near_the_edge_is_told_per_mille_of_the_box() -> None:
    away = 1000 + 327 + 500
    found = seen((0, away, 30_000), (5000, 30_000, 30_000), zone=WHOLE)
    assert (found.came_gap.tolist(), found.came.tolist()) == ([250], [EDGE_OF_PICTURE])
    assert seen((0, away + 2, 30_000), (5000, 30_000, 30_000), zone=WHOLE).came[0] == MIDDLE
    assert seen((0, away, 30_000), (9, 30_000, 30_000), zone=WHOLE, edge=249).came[0] == MIDDLE


def test_one_visit_per_visitor_of_the_whole_picture() -> None:
    walk = [(i * 200, 3000.0 + 3000 * i, 65_535.0 - 300 * i) for i in range(20)]
    assert len(seen(*walk, zone=WHOLE)) == 1


def test_shaking_on_the_border_is_one_visit() -> None:
    shaking = [(1000 + 40 * i, 20_000.0 + 150 * (-1) ** i, 30_000.0) for i in range(50)]
    found = seen((0, 10_000, 30_000), *shaking, (4000, 30_000, 30_000), (6000, 50_000, 30_000))
    assert len(found) == 1
    assert (found.came.tolist(), found.went.tolist()) == ([BORDER], [BORDER])


def test_a_moment_inside_or_outside_is_jitter() -> None:
    steps = [(0, 19_000.0, 30_000.0), (40, 21_000.0, 30_000.0), (80, 19_000.0, 30_000.0)]
    assert len(seen(*steps)) == 0
    assert len(seen(*steps, settle=0)) == 1
    assert len(seen(*[(t, 40_000 - x, y) for t, x, y in steps])) == 1


def test_a_step_outside_must_be_clear_of_the_border_to_count() -> None:
    steps = [
        (i * 1000, x, 30_000.0) for i, x in enumerate([30_000.0, 19_900.0, 19_900.0, 30_000.0])
    ]
    assert len(seen(*steps)) == 1
    assert len(seen(*steps, margin=50)) == 2


def test_what_ends_just_outside_is_lost_not_left() -> None:
    found = seen((0, 30_000, 30_000), (1000, 19_950, 30_000))
    assert found.went.tolist() == [MIDDLE]
    assert found.last.tolist() == [0]
    assert 990 < _times(found)[0][1] < 1000


def test_a_narrow_zone_is_not_too_narrow() -> None:
    strip = Zone((Point(0, 30_000), Point(60_000, 30_000), Point(60_000, 30_200), Point(0, 30_200)))
    found = seen(
        (0, 30_000, 20_000), (1000, 30_000, 30_100), (2000, 30_000, 40_000), zone=strip, settle=0
    )
    assert len(found) == 1


def test_there_when_the_film_begins_and_when_it_ends() -> None:
    stay = Walk([(400, 30_000, 30_000), (3_599_600, 30_000, 30_000)])
    passing = Walk([(600, 30_000, 30_000), (3_599_400, 30_000, 30_000)])
    found = visits(tracks(stay, passing), ask("dwell", YARD), YARD)
    assert found.opens.tolist() == found.closes.tolist() == [True, False]


def test_coming_across_the_border_as_the_film_begins_is_an_entry() -> None:
    world = tracks(Walk([(0, 10_000, 30_000), (200, 30_000, 30_000), (2000, 30_000, 30_000)]))
    found = visits(world, ask("dwell", YARD), YARD)
    assert (found.opens.tolist(), found.came.tolist()) == ([False], [BORDER])


def test_only_asked_classes_visit() -> None:
    steps = [(0, 30_000.0, 30_000.0)]
    world = tracks(Walk(steps), Walk(steps, "bag"))
    assert visits(world, Query("dwell", classes=("bag",), place=YARD), YARD).row.tolist() == [1]


@given(WORLDS, ZONES)
def test_visits_hold_every_point_inside_when_nothing_is_jitter(world: Tracks, zone: Zone) -> None:
    found = visits(world, ask("dwell", zone, anchor=1, settle=0, margin=0), zone)
    told = np.zeros(len(world.t), np.bool_)
    for first, last in zip(found.first, found.last, strict=True):
        assert not told[first : last + 1].any()
        told[first : last + 1] = True
    assert (told == within(zone, world.x, world.y)).all()
    assert (found.since <= found.until).all()


def test_the_zone_of_a_question_without_one() -> None:
    assert zone_of(ask("dwell", YARD), "dwell") is YARD
    for place in (None, Line(Point(0, 0), Point(1, 1))):
        with pytest.raises(WrongUsage) as refusal:
            zone_of(Query("dwell", place=place), "dwell")
        assert refusal.value.values == {"kind": "dwell", "place": "zone"}
