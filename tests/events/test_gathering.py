"""Gathering: who is together, for how long, and whether that is usual at that hour."""

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.events.company_laws import LAWS, Law
from tests.events.company_oracle import gatherings
from tests.events.company_worlds import (
    CENTRE,
    COMPANIES,
    HOUR,
    MIDNIGHT,
    ask_many,
    days_of,
    named,
    standing,
    still,
)
from tests.events.pets import ground_truth
from tests.events.test_presence import YARD
from tests.events.worlds import NOON, ZONES, Walk, later, tracks
from vsa_core.domain.event import Measure
from vsa_core.domain.geometry import Line, Point, Zone
from vsa_core.domain.query import Query
from vsa_core.domain.track import Tracks
from vsa_core.errors import WrongUsage
from vsa_core.events.gathering import Gathering
from vsa_core.events.interface import ANYWHERE, Finding

KIND = Gathering()
PLACES = st.none() | ZONES
TRIO = ((20_000.0, 30_000.0), (24_000.0, 30_000.0), (28_000.0, 30_000.0))
FAR_OFF = (60_000.0, 60_000.0)


def measured(found: Finding) -> dict[str, tuple[int, int | None]]:
    return {m.name: (m.value, m.threshold) for m in found.measures}


@pytest.mark.parametrize("law", LAWS)
@settings(max_examples=25)
@given(
    world=COMPANIES,
    zone=PLACES,
    people=st.sampled_from([2, 3]),
    distance=st.sampled_from([1037, 2037]),
    minimum=st.sampled_from([0, 400]),
    gap=st.sampled_from([250, 3000]),
)
def test_laws(
    law: Law, world: Tracks, zone: Zone | None, people: int, distance: int, minimum: int, gap: int
) -> None:
    settings = {"people": people, "distance": distance, "minimum": minimum, "gap": gap}
    law(KIND, world, ask_many("gathering", zone, **settings))


@settings(max_examples=80)
@given(
    world=COMPANIES,
    zone=PLACES,
    people=st.integers(2, 4),
    distance=st.sampled_from([537, 1037, 2037]),
    absence=st.sampled_from([0, 300, 2000]),
    gap=st.sampled_from([0, 250, 3000]),
)
def test_a_slow_and_plain_reading_of_the_rule_finds_the_same(
    world: Tracks, zone: Zone | None, people: int, distance: int, absence: int, gap: int
) -> None:
    settings = {"people": people, "distance": distance, "absence": absence, "gap": gap}
    query = ask_many("gathering", zone, minimum=0, **settings)
    found = {
        (
            named(world, (f.row, *f.others)),
            f.at,
            f.until,
            measured(f)["together"][0],
            measured(f)["most"][0],
        )
        for f in KIND.find(world, query)
    }
    assert found == set(gatherings(world, zone, people, distance, absence, gap))


def held(world: Tracks, few: list[Finding], many: list[Finding]) -> bool:
    """Whether each of the few lies within one of the many, members and time."""
    return all(
        any(
            set(named(world, (f.row, *f.others))) <= set(named(world, (g.row, *g.others)))
            and g.at <= f.at
            and f.until <= g.until
            for g in many
        )
        for f in few
    )


@given(COMPANIES, st.sampled_from(["people", "distance", "absence"]))
def test_a_stricter_slider_finds_less(world: Tracks, name: str) -> None:
    strict, loose = {"people": (3, 2), "distance": (800, 1600), "absence": (200, 3000)}[name]
    few = KIND.find(world, ask_many("gathering", **{"people": 2, "minimum": 300, name: strict}))
    many = KIND.find(world, ask_many("gathering", **{"people": 2, "minimum": 300, name: loose}))
    assert held(world, few, many)


@given(COMPANIES, st.integers(0, 2000), st.integers(0, 2000))
def test_asking_for_longer_finds_fewer(world: Tracks, a: int, b: int) -> None:
    low, high = sorted((a, b))
    few = {(f.row, f.others, f.at) for f in KIND.find(world, ask_many("gathering", minimum=high))}
    many = KIND.find(world, ask_many("gathering", minimum=low))
    assert few <= {(f.row, f.others, f.at) for f in many}


def test_the_event_tells_who_how_many_and_how_long() -> None:
    """Three stand in a row, 4000 apart; a fourth joins for the second half."""
    joins = still(24_000, 33_000, 10_000, 20_000)
    world = tracks(*(still(x, y) for x, y in TRIO), joins, still(*FAR_OFF))
    (found,) = KIND.find(world, ask_many("gathering"))
    assert (found.row, found.others) == (0, (1, 2, 3))
    assert (found.at, found.until) == (NOON, NOON + 20_000_000)
    assert (found.first, found.last) == (0, 100)
    assert (found.rule, found.score) == ("gathering", 1000)
    assert found.measures == (
        Measure("most", 4, 3, "objects"),
        Measure("median", 4, None, "objects"),
        Measure("together", 20_000, 10_000, "ms"),
        Measure("apart", 0, 2000, "ms"),
    )


def test_nobody_need_be_near_everybody() -> None:
    row = [(10_000.0 + 5000 * i, 30_000.0) for i in range(8)]
    (found,) = KIND.find(standing(*row), ask_many("gathering", people=8))
    assert measured(found)["most"] == (8, 8)
    assert KIND.find(standing(*row), ask_many("gathering", distance=800)) == []


def test_two_groups_far_apart_are_two_gatherings() -> None:
    world = standing(*TRIO, *((x, y + 25_000) for x, y in TRIO))
    found = KIND.find(world, ask_many("gathering"))
    assert [(f.row, f.others) for f in found] == [(0, (1, 2)), (3, (4, 5))]


def test_members_may_change_while_one_stays() -> None:
    """Each leaves when the next but two comes: the gathering outlasts them all."""
    walks = [still(20_000 + 3000 * (i % 3), 30_000, 6000 * i, 6000 * i + 17_800) for i in range(6)]
    (found,) = KIND.find(tracks(*walks), ask_many("gathering"))
    assert {found.row, *found.others} == set(range(6))
    assert (found.at, found.until) == (NOON + 12_000_000, NOON + 35_800_000)


def test_the_same_place_with_nobody_in_common_is_another_gathering() -> None:
    first = [still(x, y, 0, 15_000) for x, y in TRIO]
    second = [still(x, y, 15_600, 30_000) for x, y in TRIO]
    assert len(KIND.find(tracks(*first, *second), ask_many("gathering"))) == 2


def test_a_short_interruption_is_forgiven() -> None:
    leaves = [
        (t, 28_000.0 if not 9000 < t < 11_000 else 60_000.0, 30_000.0)
        for t in range(0, 20_001, 200)
    ]
    world = tracks(*(still(x, y) for x, y in TRIO[:2]), Walk(leaves))
    (found,) = KIND.find(world, ask_many("gathering"))
    assert measured(found)["together"][0] == 18_000
    assert measured(found)["apart"] == (2000, 2000)
    assert len(KIND.find(world, ask_many("gathering", absence=1999, minimum=0))) == 2


def test_in_a_zone_only_those_in_it_are_counted() -> None:
    inside = standing((25_000, 30_000), (29_000, 30_000), (33_000, 30_000))
    assert len(KIND.find(inside, ask_many("gathering", YARD))) == 1
    one_out = standing((17_000, 30_000), (21_000, 30_000), (25_000, 30_000))
    assert KIND.find(one_out, ask_many("gathering", YARD)) == []


def _rule(world: Tracks, **settings: int) -> list[tuple[str, tuple[int, int | None]]]:
    found = KIND.misses(world, ask_many("gathering", **settings))
    words = {"gathering_too_short": "together", "gathering_too_few": "most"}
    return [(f.rule, measured(f)[words[f.rule]]) for f in found]


def test_misses_say_what_was_lacking() -> None:
    assert _rule(standing(*TRIO), minimum=20_001) == [("gathering_too_short", (20_000, 20_001))]
    assert _rule(standing(*TRIO), people=4) == [("gathering_too_few", (3, 4))]
    assert _rule(standing(*TRIO)) == []
    assert _rule(standing(*TRIO[:2]), people=2) == []


def week(hours: dict[int, int], days: int = 4) -> Tracks:
    """Trios for so many minutes at an hour of each day; somebody far off opens and closes it."""
    ends = [still(*FAR_OFF, 0, 0), still(*FAR_OFF, days * 86_400_000, days * 86_400_000)]
    trios = [
        still(x, y, start, start + minutes * 60_000, 2000)
        for day, minutes in hours.items()
        for start in (day * 86_400_000 + 10 * 3_600_000,)
        for x, y in TRIO
    ]
    world = tracks(*ends, *trios, length=days * 86_400_000 + 1)
    return later(world, MIDNIGHT - NOON)


def test_the_norm_is_what_the_other_days_show_at_that_hour() -> None:
    """Day 0: ten minutes of three (0.5 on average); days 1 and 2: none; day 3: the one asked."""
    world = week({0: 10, 3: 20})
    found = KIND.find(world, ask_many("gathering", minimum=900_000))
    (told,) = found
    assert told.rule == "gathering_norm"
    assert told.at == MIDNIGHT + 3 * 24 * HOUR + 10 * HOUR
    assert measured(told)["norm"] == (166, None)  # (0.5 + 0 + 0) / 3
    assert measured(told)["above_norm"] == (3_000_000 // 166, None)


def test_what_is_usual_can_be_left_out() -> None:
    world = week({0: 20, 1: 20, 2: 20, 3: 20})
    usual = ask_many("gathering", above_norm=3001)
    assert len(KIND.find(world, ask_many("gathering", above_norm=3000))) == 4
    assert KIND.find(world, usual) == []
    missed = KIND.misses(world, usual)
    assert [f.rule for f in missed] == ["gathering_usual"] * 4
    assert measured(missed[0])["above_norm"] == (3000, 3001)


def test_what_never_happens_at_that_hour_is_above_any_norm() -> None:
    (told,) = KIND.find(week({2: 20}), ask_many("gathering", above_norm=100_000))
    assert measured(told)["norm"] == (0, None)
    assert "above_norm" not in measured(told)


def test_a_film_of_less_than_three_days_has_no_norm() -> None:
    world = week({0: 20, 1: 20}, days=2)
    found = KIND.find(world, ask_many("gathering", above_norm=100_000))
    assert [f.rule for f in found] == ["gathering"] * 2
    assert all("norm" not in measured(f) for f in found)


def test_a_norm_goes_with_the_days() -> None:
    world = week({0: 10, 3: 20})
    query = ask_many("gathering")
    moved = [
        replace(f, at=f.at + 48 * HOUR, until=f.until + 48 * HOUR) for f in KIND.find(world, query)
    ]
    assert KIND.find(later(world, 48 * HOUR), query) == moved


def test_a_norm_does_not_depend_on_the_order_of_the_table() -> None:
    one, other = week({0: 10, 3: 20}), week({1: 30})
    seen = [measured(f) for f in KIND.find(days_of(one, other), ask_many("gathering"))]
    swapped = [measured(f) for f in KIND.find(days_of(other, one), ask_many("gathering"))]
    assert sorted(map(repr, seen)) == sorted(map(repr, swapped))


def test_no_track_gives_nothing() -> None:
    for world in (tracks(), standing((1, 1))):
        assert KIND.find(world, ask_many("gathering")) == []
        assert KIND.misses(world, ask_many("gathering")) == []


def test_cells_are_those_of_the_zone() -> None:
    assert KIND.cells(YARD) != ANYWHERE
    assert KIND.cells(None) == ANYWHERE


def test_a_line_is_refused() -> None:
    line = Line(Point(0, 0), Point(1, 1))
    for search in (KIND.find, KIND.misses):
        with pytest.raises(WrongUsage, match="EVT-002"):
            search(tracks(), Query("gathering", place=line))


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
    found = {
        (
            named(world, (f.row, *f.others)),
            f.at,
            f.until,
            measured(f)["together"][0],
            measured(f)["most"][0],
        )
        for f in KIND.find(world, ask_many("gathering", zone, minimum=0))
    }
    assert found == set(gatherings(world, zone, 3, 1000, 2000, 3000))
    assert found or (name, zone) == ("TUD-Campus", CENTRE)
