"""Proximity: who is near whom for how long, each pair and each stay once."""

from dataclasses import replace
from fractions import Fraction
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.events.company_laws import LAWS, Law
from tests.events.company_oracle import near_stays
from tests.events.company_worlds import CENTRE, COMPANIES, ask_many, named, standing, still
from tests.events.pets import ground_truth
from tests.events.test_presence import YARD
from tests.events.worlds import NOON, ZONES, Walk, tracks
from vsa_core.domain.event import Measure
from vsa_core.domain.geometry import Line, Point, Zone
from vsa_core.domain.query import Query
from vsa_core.domain.track import Tracks
from vsa_core.errors import WrongUsage
from vsa_core.events.interface import ANYWHERE
from vsa_core.events.proximity import Proximity

KIND = Proximity()
PLACES = st.none() | ZONES
SECOND = 1_000_000


@pytest.mark.parametrize("law", LAWS)
@settings(max_examples=25)
@given(
    world=COMPANIES,
    zone=PLACES,
    distance=st.sampled_from([537, 1037, 2037]),
    minimum=st.sampled_from([0, 400, 2000]),
    gap=st.sampled_from([250, 3000]),
)
def test_laws(
    law: Law, world: Tracks, zone: Zone | None, distance: int, minimum: int, gap: int
) -> None:
    law(KIND, world, ask_many("proximity", zone, distance=distance, minimum=minimum, gap=gap))


@settings(max_examples=80)
@given(
    world=COMPANIES,
    zone=PLACES,
    distance=st.sampled_from([0, 537, 1037, 2037]),
    minimum=st.sampled_from([0, 400, 2000]),
    absence=st.sampled_from([0, 300, 2000]),
    gap=st.sampled_from([0, 250, 3000]),
)
def test_a_slow_and_plain_reading_of_the_rule_finds_the_same(
    world: Tracks, zone: Zone | None, distance: int, minimum: int, absence: int, gap: int
) -> None:
    query = ask_many(
        "proximity", zone, distance=distance, minimum=minimum, absence=absence, gap=gap
    )
    found = {
        (named(world, (f.row, *f.others)), f.at, f.until, f.measures[0].value, f.measures[1].value)
        for f in KIND.find(world, query)
    }
    assert found == set(near_stays(world, zone, distance, minimum, absence, gap))


@given(COMPANIES, st.integers(0, 3000), st.integers(0, 3000))
def test_asking_for_longer_finds_fewer(world: Tracks, a: int, b: int) -> None:
    low, high = sorted((a, b))
    few = {(f.row, f.others, f.at) for f in KIND.find(world, ask_many("proximity", minimum=high))}
    many = KIND.find(world, ask_many("proximity", minimum=low))
    assert few <= {(f.row, f.others, f.at) for f in many}


@given(COMPANIES, st.integers(0, 3000), st.integers(0, 3000))
def test_a_greater_distance_holds_every_stay_of_a_smaller_one(
    world: Tracks, a: int, b: int
) -> None:
    low, high = sorted((a, b))
    wide = KIND.find(world, ask_many("proximity", distance=high, minimum=400))
    for f in KIND.find(world, ask_many("proximity", distance=low, minimum=400)):
        pair = named(world, (f.row, *f.others))
        assert any(
            named(world, (g.row, *g.others)) == pair and g.at <= f.at and f.until <= g.until
            for g in wide
        )


@given(COMPANIES)
def test_nobody_is_near_himself_and_a_pair_is_told_once_at_a_time(world: Tracks) -> None:
    found = KIND.find(world, ask_many("proximity", minimum=0))
    for f in found:
        assert len(f.others) == 1
        assert f.others[0] != f.row
        starts = world.t[world.starts[[f.row, *f.others]]]
        assert starts[0] <= starts[1]
    for one, other in combinations(found, 2):
        if {one.row, *one.others} == {other.row, *other.others}:
            assert one.until < other.at or other.until < one.at


def test_the_event_is_the_stay() -> None:
    """One stands; another comes by in steps of 1500 units a second, 3000 below."""
    passer = Walk([(1000 * i, 20_000.0 + 1500 * i, 33_000.0) for i in range(14)])
    world = tracks(still(30_000, 30_000), passer)
    (found,) = KIND.find(world, ask_many("proximity", distance=1000, minimum=2000))
    # At most 6000 apart: |x| <= sqrt(6000² - 3000²) = 5196 units, 3.46 s before and after 6.67 s.
    assert (found.at, found.until) == (NOON + 3_400_000, NOON + 10_000_000)
    assert (found.row, found.others) == (0, (1,))
    assert (found.first, found.last) == (17, 50)
    assert (found.rule, found.direction, found.score) == ("proximity", "", 1000)
    assert found.measures == (
        Measure("together", 6600, 2000, "ms"),
        Measure("nearest", 500, 1000, "per_mille_height"),
        Measure("apart", 0, 2000, "ms"),
    )


def test_the_picture_is_not_square() -> None:
    """6000 units apart across a picture twice as wide as high are 12,000 units down it."""
    world = standing((20_000, 30_000), (26_000, 30_000))
    assert len(KIND.find(world, ask_many("proximity"))) == 1
    assert KIND.find(replace(world, picture=(2, 1)), ask_many("proximity")) == []
    upright = standing((20_000, 30_000), (20_000, 36_000))
    assert len(KIND.find(replace(upright, picture=(2, 1)), ask_many("proximity"))) == 1


def test_the_larger_box_says_how_far_is_near() -> None:
    small, large = (
        Walk([(0, x, 9e3), (2000, x, 9e3)], size=(9, h)) for x, h in ((1, 1e3), (7e3, 7e3))
    )
    assert len(KIND.find(tracks(small, large), ask_many("proximity"))) == 1
    assert KIND.find(tracks(small, Walk(large.steps, size=(9, 1e3))), ask_many("proximity")) == []


def test_tracks_seen_at_different_times_are_put_where_a_line_takes_them() -> None:
    one = Walk([(0, 20_000, 30_000), (2000, 20_000, 30_000), (4000, 20_000, 30_000)])
    other = Walk([(1000, 24_000, 30_000), (3000, 24_000, 30_000), (5000, 24_000, 30_000)])
    (found,) = KIND.find(tracks(one, other), ask_many("proximity"))
    assert (found.at, found.until) == (NOON + 1_000_000, NOON + 4_000_000)
    apart = ask_many("proximity", gap=1999, minimum=0)
    assert KIND.find(tracks(one, other), apart) == []


def test_a_short_interruption_is_forgiven_and_not_counted() -> None:
    away = [
        (t, 20_000.0 if not 4000 < t < 6000 else 60_000.0, 30_000.0) for t in range(0, 9001, 200)
    ]
    world = tracks(Walk(away), still(22_000, 30_000, end=9000))
    (found,) = KIND.find(world, ask_many("proximity"))
    assert (found.at, found.until) == (NOON, NOON + 9_000_000)
    assert [m.value for m in found.measures] == [7000, 333, 2000]
    assert len(KIND.find(world, ask_many("proximity", absence=1999))) == 2


def test_in_a_zone_both_are_in_it() -> None:
    inside, outside = (30_000, 30_000), (18_000, 30_000)
    assert len(KIND.find(standing(inside, (31_000, 30_000)), ask_many("proximity", YARD))) == 1
    near = ask_many("proximity", YARD, distance=10_000)
    assert KIND.find(standing(inside, outside), near) == []


def test_too_short_and_too_far_are_misses_that_say_by_how_much() -> None:
    world = standing((20_000, 30_000), (26_600, 30_000), (60_000, 5000), end=3000)
    (far,) = KIND.misses(world, ask_many("proximity"))
    assert (far.rule, far.measures[1]) == (
        "proximity_too_far",
        Measure("nearest", 1100, 1000, "per_mille_height"),
    )
    query = ask_many("proximity", distance=1200, minimum=3001)
    assert KIND.find(world, query) == []
    (short,) = KIND.misses(world, query)
    assert (short.rule, short.measures[0]) == (
        "proximity_too_short",
        Measure("together", 3000, 3001, "ms"),
    )


def test_no_track_gives_nothing() -> None:
    for world in (tracks(), standing((1, 1))):
        assert KIND.find(world, ask_many("proximity")) == []
        assert KIND.misses(world, ask_many("proximity")) == []


def test_cells_are_those_of_the_zone() -> None:
    assert KIND.cells(YARD) != ANYWHERE
    assert KIND.cells(None) == ANYWHERE


def test_a_line_is_refused() -> None:
    line = Line(Point(0, 0), Point(1, 1))
    for search in (KIND.find, KIND.misses):
        with pytest.raises(WrongUsage, match="EVT-002"):
            search(tracks(), Query("proximity", place=line))


def test_each_is_held_against_its_neighbours_in_time() -> None:
    """Hundreds one after the other, each met by the next one for two seconds."""
    walks = [still(30_000, 30_000, 7000 * i, 7000 * i + 9000, every=500) for i in range(300)]
    found = KIND.find(tracks(*walks), ask_many("proximity", minimum=2000))
    assert [(f.row, f.others) for f in found] == [(i, (i + 1,)) for i in range(299)]
    assert {f.measures[0].value for f in found} == {2000}


@pytest.mark.footage
@pytest.mark.parametrize(
    ("name", "size", "rate"), [("PETS09-S2L1", (768, 576), 7), ("TUD-Campus", (640, 480), 25)]
)
@pytest.mark.parametrize("zone", [None, CENTRE], ids=["whole", "zone"])
def test_annotated_people_give_what_a_plain_reading_does(
    footage_dir: Path, name: str, size: tuple[int, int], rate: int, zone: Zone | None
) -> None:
    folder = footage_dir / "tracking" / name
    world, _ = ground_truth(folder, size, Fraction(1, rate))
    world = replace(world, picture=size)
    query = ask_many("proximity", zone, minimum=1000)
    found = {
        (named(world, (f.row, *f.others)), f.at, f.until, f.measures[0].value, f.measures[1].value)
        for f in KIND.find(world, query)
    }
    assert found == set(near_stays(world, zone, 1000, 1000, 2000, 3000))
    assert found or (name, zone) == ("TUD-Campus", CENTRE)
