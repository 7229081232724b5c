"""Dwell: time inside, absences forgiven, and what was not seen."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.events.laws import LAWS, Law
from tests.events.test_presence import WHOLE, YARD
from tests.events.worlds import NOON, WORLDS, ZONES, Walk, ask, tracks
from vsa_core.domain.event import Measure
from vsa_core.domain.geometry import Zone
from vsa_core.domain.query import Query
from vsa_core.domain.track import Tracks
from vsa_core.errors import WrongUsage
from vsa_core.events.dwell import Dwell
from vsa_core.events.interface import ANYWHERE

KIND = Dwell()
VISITOR = Walk(
    [
        (60_000, 10_000, 30_000),
        (61_000, 30_000, 30_000),
        (69_000, 30_000, 30_000),
        (70_000, 50_000, 30_000),
    ]
)


@pytest.mark.parametrize("law", LAWS)
@settings(max_examples=50)
@given(
    world=WORLDS,
    zone=ZONES,
    minimum=st.sampled_from([0, 300, 3000]),
    absence=st.sampled_from([0, 1000]),
)
def test_laws(law: Law, world: Tracks, zone: Zone, minimum: int, absence: int) -> None:
    law(KIND, world, ask("dwell", zone, minimum=minimum, absence=absence))


@given(WORLDS, ZONES, st.integers(0, 5000), st.integers(0, 5000))
def test_asking_for_longer_stays_finds_fewer(world: Tracks, zone: Zone, a: int, b: int) -> None:
    low, high = sorted((a, b))
    few = {(f.row, f.at) for f in KIND.find(world, ask("dwell", zone, minimum=high))}
    assert few <= {(f.row, f.at) for f in KIND.find(world, ask("dwell", zone, minimum=low))}


def test_the_event_is_the_stay() -> None:
    (found,) = KIND.find(tracks(VISITOR), ask("dwell", YARD, minimum=9000))
    assert (found.at, found.until) == (NOON + 60_500_000, NOON + 69_500_000)
    assert (found.first, found.last, found.direction) == (1, 2, "")
    assert found.rule == "dwell"
    assert found.measures == (
        Measure("inside", 9000, 9000, "ms"),
        Measure("absent", 0, 2000, "ms"),
        Measure("visits", 1, None, "count"),
    )


def test_too_short_is_a_miss_that_says_by_how_much() -> None:
    query = ask("dwell", YARD, minimum=9001)
    assert KIND.find(tracks(VISITOR), query) == []
    (miss,) = KIND.misses(tracks(VISITOR), query)
    assert miss.measures[0] == Measure("inside", 9000, 9001, "ms")


def test_a_short_absence_is_forgiven_and_not_counted() -> None:
    steps = [
        (60_000, 10_000, 30_000), (61_000, 30_000, 30_000), (64_000, 30_000, 30_000),
        (65_000, 10_000, 30_000), (66_000, 30_000, 30_000), (69_000, 30_000, 30_000),
        (70_000, 50_000, 30_000),
    ]  # fmt: skip
    world = tracks(Walk(steps))
    (found,) = KIND.find(world, ask("dwell", YARD, minimum=5000, absence=1000))
    assert (found.at, found.until) == (NOON + 60_500_000, NOON + 69_500_000)
    assert [m.value for m in found.measures] == [8000, 1000, 2]
    apart = KIND.find(world, ask("dwell", YARD, minimum=3000, absence=999))
    assert [m.measures[0].value for m in apart] == [4000, 4000]


def test_what_was_not_seen_makes_it_at_least() -> None:
    appears = Walk(VISITOR.steps[1:])
    lost = Walk(VISITOR.steps[:-1])
    from_the_first = Walk([(0, 1000, 30_000), (5000, 64_000, 30_000)])
    by_the_edges = Walk([(60_000, 1000, 30_000), (65_000, 64_000, 30_000)])
    query = ask("dwell", YARD, minimum=0)
    assert [f.rule for f in KIND.find(tracks(appears, lost), query)] == ["dwell_at_least"] * 2
    whole = ask("dwell", WHOLE, minimum=0)
    found = KIND.find(tracks(from_the_first, by_the_edges), whole)
    assert [f.rule for f in found] == ["dwell_at_least", "dwell"]


def test_two_tracks_are_two_stays() -> None:
    query = ask("dwell", YARD, minimum=9000)
    assert [f.row for f in KIND.find(tracks(VISITOR, VISITOR), query)] == [0, 1]


def test_cells_are_those_of_the_zone() -> None:
    assert KIND.cells(YARD) != ANYWHERE
    assert KIND.cells(None) == ANYWHERE


def test_no_place_is_refused() -> None:
    for search in (KIND.find, KIND.misses):
        with pytest.raises(WrongUsage, match="EVT-002"):
            search(tracks(), Query("dwell"))
