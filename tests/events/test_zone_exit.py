"""Zone exit: one per visit, with the word and the measures of how it ended."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.events.laws import LAWS, Law
from tests.events.test_presence import WHOLE, YARD
from tests.events.worlds import LENGTH, NOON, WORLDS, ZONES, Walk, ask, tracks
from vsa_core.domain.event import Measure
from vsa_core.domain.geometry import Zone
from vsa_core.domain.query import Query
from vsa_core.domain.track import Tracks
from vsa_core.errors import WrongUsage
from vsa_core.events.interface import ANYWHERE
from vsa_core.events.zone_entry import ZoneEntry
from vsa_core.events.zone_exit import ZoneExit

KIND = ZoneExit()
WALKS_OUT = Walk([(60_000, 30_000, 30_000), (61_000, 30_000, 30_000), (65_000, 50_000, 30_000)])
LOST = Walk([(60_000, 30_000, 30_000), (65_000, 31_000, 30_000)])


@pytest.mark.parametrize("law", LAWS)
@settings(max_examples=50)
@given(world=WORLDS, zone=ZONES, settle=st.sampled_from([0, 200]), margin=st.sampled_from([0, 100]))
def test_laws(law: Law, world: Tracks, zone: Zone, settle: int, margin: int) -> None:
    law(KIND, world, ask("zone_exit", zone, settle=settle, margin=margin))


@given(WORLDS, ZONES)
def test_as_many_exits_as_entries(world: Tracks, zone: Zone) -> None:
    out = KIND.find(world, ask("zone_exit", zone))
    entries = ZoneEntry().find(world, ask("zone_entry", zone))
    assert [(f.row, f.at) for f in entries] <= [(f.row, f.at) for f in out]
    assert [f.row for f in entries] == [f.row for f in out]


def test_across_the_border() -> None:
    (found,) = KIND.find(tracks(WALKS_OUT), ask("zone_exit", YARD))
    assert (found.direction, found.rule) == ("leave", "zone_exit_leave")
    assert (found.first, found.last) == (1, 2)
    assert found.at == found.until == NOON + 63_000_000
    assert found.measures == (
        Measure("inside", 3000, 200, "ms"),
        Measure("between", 4000, None, "ms"),
    )


def test_lost_from_view_is_not_left() -> None:
    (found,) = KIND.find(tracks(LOST), ask("zone_exit", YARD))
    assert (found.direction, found.rule) == ("lost", "zone_exit_lost")
    assert (found.first, found.last, found.at) == (1, 1, NOON + 65_000_000)
    assert KIND.find(tracks(LOST), ask("zone_exit", YARD, "leave")) == []
    assert KIND.find(tracks(LOST), ask("zone_exit", YARD, middle=0)) == []


def test_out_by_the_picture_edge() -> None:
    out = Walk([(60_000, 30_000, 30_000), (65_000, 64_700, 30_000)])
    (found,) = KIND.find(tracks(out), ask("zone_exit", WHOLE))
    assert (found.direction, found.rule) == ("edge", "zone_exit_edge")
    assert found.measures[1] == Measure("edge_gap", 0, 250, "per_mille_size")


def test_there_until_the_last_picture() -> None:
    there = Walk([(60_000, 30_000, 30_000), (LENGTH - 100, 30_000, 30_000)])
    (found,) = KIND.find(tracks(there), ask("zone_exit", YARD))
    assert (found.direction, found.rule) == ("lost", "zone_exit_film_ends")


def test_a_moment_inside_is_a_miss() -> None:
    moment = Walk([(60_000, 19_000, 30_000), (60_040, 21_000, 30_000), (60_080, 19_000, 30_000)])
    assert [f.rule for f in KIND.misses(tracks(moment), ask("zone_exit", YARD))] == [
        "visit_too_short"
    ]


def test_cells_are_those_of_the_zone() -> None:
    assert KIND.cells(YARD) != ANYWHERE
    assert KIND.cells(None) == ANYWHERE


def test_no_place_is_refused() -> None:
    with pytest.raises(WrongUsage, match="EVT-002"):
        KIND.misses(tracks(), Query("zone_exit"))
