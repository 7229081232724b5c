"""Zone entry: one per visit, with the word and the measures of how it began."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.events.laws import LAWS, Law
from tests.events.test_presence import WHOLE, YARD
from tests.events.worlds import NOON, WORLDS, ZONES, Walk, ask, tracks
from vsa_core.domain.event import Measure
from vsa_core.domain.geometry import Line, Point, Zone
from vsa_core.domain.query import Query
from vsa_core.domain.track import Tracks
from vsa_core.errors import WrongUsage
from vsa_core.events.interface import ANYWHERE
from vsa_core.events.zone_entry import ZoneEntry

KIND = ZoneEntry()
WALKS_IN = Walk([(60_000, 10_000, 30_000), (61_000, 30_000, 30_000), (65_000, 50_000, 30_000)])
APPEARS = Walk([(60_000, 30_000, 30_000), (65_000, 31_000, 30_000)], score=51)
BY_THE_EDGE = Walk([(60_000, 1000, 30_000), (65_000, 31_000, 30_000)])


@pytest.mark.parametrize("law", LAWS)
@settings(max_examples=50)
@given(world=WORLDS, zone=ZONES, settle=st.sampled_from([0, 200]), margin=st.sampled_from([0, 100]))
def test_laws(law: Law, world: Tracks, zone: Zone, settle: int, margin: int) -> None:
    law(KIND, world, ask("zone_entry", zone, settle=settle, margin=margin))


def test_across_the_border() -> None:
    (found,) = KIND.find(tracks(WALKS_IN), ask("zone_entry", YARD))
    assert (found.direction, found.rule) == ("enter", "zone_entry_enter")
    assert (found.first, found.last) == (0, 1)
    assert found.at == found.until == NOON + 60_500_000
    assert found.measures == (
        Measure("inside", 2500, 200, "ms"),
        Measure("between", 1000, None, "ms"),
    )


def test_appearing_inside() -> None:
    (found,) = KIND.find(tracks(APPEARS), ask("zone_entry", YARD))
    assert (found.direction, found.rule, found.score) == ("appear", "zone_entry_appear", 200)
    assert (found.first, found.last, found.at) == (0, 0, NOON + 60_000_000)
    assert found.measures[1].name == "edge_gap"
    assert found.measures[1].threshold == 250


def test_in_by_the_picture_edge() -> None:
    (found,) = KIND.find(tracks(BY_THE_EDGE), ask("zone_entry", WHOLE))
    assert (found.direction, found.rule) == ("edge", "zone_entry_edge")


def test_there_from_the_first_picture() -> None:
    there = Walk([(0, 30_000, 30_000), (5000, 30_000, 30_000)])
    (found,) = KIND.find(tracks(there), ask("zone_entry", YARD))
    assert (found.direction, found.rule) == ("appear", "zone_entry_film_begins")


def test_those_that_appear_can_be_left_out() -> None:
    world = tracks(WALKS_IN, APPEARS)
    assert [f.row for f in KIND.find(world, ask("zone_entry", YARD))] == [0, 1]
    assert [f.row for f in KIND.find(world, ask("zone_entry", YARD, middle=0))] == [0]


def test_a_direction_asks_for_one_way_only() -> None:
    world = tracks(WALKS_IN, APPEARS)
    assert [f.row for f in KIND.find(world, ask("zone_entry", YARD, "appear"))] == [1]


def test_each_visit_is_an_entry() -> None:
    back = [(70_000, 30_000, 30_000), (80_000, 50_000, 30_000)]
    world = tracks(Walk([*WALKS_IN.steps, *back]))
    assert len(KIND.find(world, ask("zone_entry", YARD))) == 2


def test_a_moment_inside_is_a_miss() -> None:
    moment = Walk([(60_000, 19_000, 30_000), (60_040, 21_000, 30_000), (60_080, 19_000, 30_000)])
    (miss,) = KIND.misses(tracks(moment, WALKS_IN), ask("zone_entry", YARD))
    assert (miss.row, miss.rule) == (0, "visit_too_short")
    assert miss.measures == (Measure("inside", 40, 200, "ms"),)


def test_no_track_gives_nothing() -> None:
    assert KIND.find(tracks(), ask("zone_entry", YARD)) == []


def test_cells_are_those_of_the_zone() -> None:
    assert KIND.cells(YARD) != ANYWHERE
    assert KIND.cells(None) == ANYWHERE


def test_a_line_is_refused() -> None:
    with pytest.raises(WrongUsage, match="EVT-002"):
        KIND.find(tracks(), Query("zone_entry", place=Line(Point(0, 0), Point(1, 1))))
