"""Presence in a zone: every visit, and what was seen of its two ends."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.events.laws import LAWS, Law
from tests.events.test_presence import WHOLE, YARD
from tests.events.worlds import NOON, WORLDS, ZONES, Step, Walk, ask, tracks
from vsa_core.domain.event import Measure
from vsa_core.domain.geometry import Zone
from vsa_core.domain.query import Query
from vsa_core.domain.track import Tracks
from vsa_core.errors import WrongUsage
from vsa_core.events.interface import ANYWHERE
from vsa_core.events.zone_entry import ZoneEntry
from vsa_core.events.zone_exit import ZoneExit
from vsa_core.events.zone_presence import ZonePresence

KIND = ZonePresence()
LATER = 60_000
OUT, IN, BEYOND = (10_000, 30_000), (30_000, 30_000), (50_000, 30_000)


@pytest.mark.parametrize("law", LAWS)
@settings(max_examples=50)
@given(world=WORLDS, zone=ZONES, settle=st.sampled_from([0, 200, 3000]))
def test_laws(law: Law, world: Tracks, zone: Zone, settle: int) -> None:
    law(KIND, world, ask("zone_presence", zone, settle=settle))


@given(WORLDS, ZONES)
def test_a_presence_is_from_its_entry_to_its_exit(world: Tracks, zone: Zone) -> None:
    there = KIND.find(world, ask("zone_presence", zone))
    came = ZoneEntry().find(world, ask("zone_entry", zone))
    went = ZoneExit().find(world, ask("zone_exit", zone))
    assert [(f.row, f.at) for f in there] == [(f.row, f.at) for f in came]
    assert [(f.row, f.until) for f in there] == [(f.row, f.until) for f in went]


def test_a_visit_is_told_with_its_length() -> None:
    world = tracks(Walk([(LATER, *OUT), (LATER + 1000, *IN), (LATER + 3000, *BEYOND)]))
    (found,) = KIND.find(world, ask("zone_presence", YARD))
    assert (found.at, found.until) == (NOON + 60_500_000, NOON + 62_000_000)
    assert (found.first, found.last, found.direction) == (1, 1, "")
    assert found.rule == "zone_presence"
    assert found.measures == (Measure("inside", 1500, 200, "ms"),)


@pytest.mark.parametrize(
    ("steps", "rule"),
    [
        ([(LATER, *IN), (LATER + 9000, *OUT)], "zone_presence_appears"),
        ([(LATER, *OUT), (LATER + 9000, *IN)], "zone_presence_lost"),
        ([(LATER, *IN), (LATER + 9000, *IN)], "zone_presence_appears_lost"),
        ([(0, *IN), (9000, *OUT)], "zone_presence_film_begins"),
        ([(0, *IN), (9000, *IN)], "zone_presence_film_begins_lost"),
        ([(LATER, *OUT), (119_900, *IN)], "zone_presence_film_ends"),
        ([(LATER, *IN), (119_900, *IN)], "zone_presence_appears_film_ends"),
        ([(0, *IN), (119_900, *IN)], "zone_presence_film_begins_film_ends"),
    ],
)
def test_what_was_not_seen_is_said(steps: list[Step], rule: str) -> None:
    (found,) = KIND.find(tracks(Walk(steps), length=120_000), ask("zone_presence", YARD))
    assert found.rule == rule


def test_in_and_out_by_the_edges_of_the_picture_is_seen() -> None:
    world = tracks(Walk([(LATER, 1000, 30_000), (LATER + 5000, 64_000, 30_000)]))
    (found,) = KIND.find(world, ask("zone_presence", WHOLE))
    assert found.rule == "zone_presence"


def test_a_visit_of_an_instant_is_a_miss() -> None:
    steps = [(LATER, *OUT), (LATER + 100, *IN), (LATER + 200, *OUT)]
    query = ask("zone_presence", YARD)
    assert KIND.find(tracks(Walk(steps)), query) == []
    (miss,) = KIND.misses(tracks(Walk(steps)), query)
    assert (miss.rule, miss.measures[0]) == ("visit_too_short", Measure("inside", 100, 200, "ms"))


def test_cells_are_those_of_the_zone() -> None:
    assert KIND.cells(YARD) != ANYWHERE
    assert KIND.cells(None) == ANYWHERE


def test_no_place_is_refused() -> None:
    for search in (KIND.find, KIND.misses):
        with pytest.raises(WrongUsage, match="EVT-002"):
            search(tracks(), Query("zone_presence"))
