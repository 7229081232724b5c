"""Crowd density: how many at once, for how long, and on how much of the picture."""

from dataclasses import replace
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.events.company_laws import LAWS, Law, its_own_tracks_alone_give_the_finding
from tests.events.company_oracle import crowded
from tests.events.company_worlds import CENTRE, COMPANIES, ask_many, named, standing, still
from tests.events.pets import ground_truth
from tests.events.test_presence import WHOLE, YARD
from tests.events.worlds import NOON, WORLDS, ZONES, Walk, tracks
from vsa_core.domain.event import Measure
from vsa_core.domain.geometry import Line, Point, Zone
from vsa_core.domain.query import Query
from vsa_core.domain.track import Tracks
from vsa_core.errors import WrongUsage
from vsa_core.events.crowd_density import CrowdDensity
from vsa_core.events.interface import ANYWHERE, Finding

KIND = CrowdDensity()
PLACES = st.none() | ZONES


def measured(found: Finding) -> dict[str, tuple[int, int | None]]:
    return {m.name: (m.value, m.threshold) for m in found.measures}


@pytest.mark.parametrize("law", [*LAWS, its_own_tracks_alone_give_the_finding])
@settings(max_examples=25)
@given(
    world=COMPANIES,
    zone=PLACES,
    people=st.integers(1, 3),
    minimum=st.sampled_from([0, 400]),
    absence=st.sampled_from([0, 300]),
    gap=st.sampled_from([250, 3000]),
)
def test_laws(
    law: Law, world: Tracks, zone: Zone | None, people: int, minimum: int, absence: int, gap: int
) -> None:
    settings = {"people": people, "minimum": minimum, "absence": absence, "gap": gap}
    law(KIND, world, ask_many("crowd_density", zone, **settings))


@settings(max_examples=80)
@given(
    world=COMPANIES | WORLDS,
    zone=PLACES,
    people=st.integers(1, 4),
    absence=st.sampled_from([0, 300, 2000]),
    gap=st.sampled_from([0, 250, 3000]),
)
def test_a_slow_and_plain_reading_of_the_rule_finds_the_same(
    world: Tracks, zone: Zone | None, people: int, absence: int, gap: int
) -> None:
    settings = {"people": people, "absence": absence, "gap": gap}
    found = {
        (
            named(world, (f.row, *f.others)),
            f.at,
            f.until,
            measured(f)["together"][0],
            measured(f)["most"][0],
        )
        for f in KIND.find(world, ask_many("crowd_density", zone, minimum=0, **settings))
    }
    assert found == set(crowded(world, zone, people, absence, gap))


@given(COMPANIES, st.sampled_from(["people", "absence", "minimum"]))
def test_a_stricter_slider_finds_less(world: Tracks, name: str) -> None:
    strict, loose = {"people": (3, 2), "absence": (200, 3000), "minimum": (900, 300)}[name]
    few = KIND.find(world, ask_many("crowd_density", **{"people": 2, "minimum": 300, name: strict}))
    many = KIND.find(world, ask_many("crowd_density", **{"people": 2, "minimum": 300, name: loose}))
    assert all(any(g.at <= f.at and f.until <= g.until for g in many) for f in few)


@given(COMPANIES, PLACES)
def test_crowds_do_not_overlap(world: Tracks, zone: Zone | None) -> None:
    found = KIND.find(world, ask_many("crowd_density", zone, people=2, minimum=0))
    spans = sorted((f.at, f.until) for f in found)
    assert all(a[1] < b[0] for a, b in pairwise(spans))


def test_the_event_is_the_time_with_enough_of_them() -> None:
    """They come at 0, 2, 4 s and go at 20, 18, 16 s."""
    walks = [still(20_000 + 9000 * i, 30_000, 2000 * i, 20_000 - 2000 * i) for i in range(3)]
    (found,) = KIND.find(tracks(*walks), ask_many("crowd_density", people=2))
    assert (found.at, found.until) == (NOON + 2_000_000, NOON + 18_000_000)
    assert (found.row, found.others) == (0, (1, 2))
    assert (found.first, found.last) == (10, 90)
    assert (found.rule, found.direction, found.score) == ("crowd_density", "", 1000)
    assert found.measures == (
        Measure("most", 3, 2, "objects"),
        Measure("density", 3, None, "per_tenth"),
        Measure("together", 16_000, 5000, "ms"),
        Measure("apart", 0, 2000, "ms"),
    )


def test_density_is_said_of_the_zone() -> None:
    """The yard is a third of the picture across and down: 3 in it are 32 in the whole."""
    world = standing((25_000, 30_000), (30_000, 30_000), (35_000, 30_000), (60_000, 30_000))
    (found,) = KIND.find(world, ask_many("crowd_density", YARD, people=3))
    share = 20_000**2 / 65_535**2
    assert measured(found)["density"] == (int(3 / share), None)
    assert measured(found)["most"] == (3, 3)
    (whole,) = KIND.find(world, ask_many("crowd_density", WHOLE, people=4))
    assert measured(whole)["density"] == (4, None)


def test_who_walks_through_the_zone_is_there_from_border_to_border() -> None:
    walk = Walk([(0, 10_000, 30_000), (2000, 30_000, 30_000), (4000, 50_000, 30_000)])
    (found,) = KIND.find(tracks(walk), ask_many("crowd_density", YARD, people=1, minimum=0))
    assert (found.at, found.until) == (NOON + 1_000_000, NOON + 3_000_000)


def test_fewer_for_a_moment_does_not_end_it() -> None:
    """The second is lost from 9 to 11 s: two tracks, and two seconds with one alone."""
    world = tracks(
        still(20_000, 30_000), still(30_000, 30_000, 0, 9000), still(30_000, 30_000, 11_000)
    )
    (found,) = KIND.find(world, ask_many("crowd_density", people=2))
    assert (found.at, found.until) == (NOON, NOON + 20_000_000)
    assert measured(found)["together"][0] == 18_000
    assert measured(found)["apart"] == (2000, 2000)
    assert len(KIND.find(world, ask_many("crowd_density", people=2, absence=1999))) == 2


def test_who_is_not_seen_for_long_is_not_counted() -> None:
    world = tracks(still(20_000, 30_000), Walk([(0, 3e4, 3e4), (3001, 3e4, 3e4)]))
    assert KIND.find(world, ask_many("crowd_density", people=2)) == []
    assert len(KIND.find(world, ask_many("crowd_density", people=2, gap=3001, minimum=3001))) == 1


def test_misses_say_what_was_lacking() -> None:
    world = standing((20_000, 30_000), (60_000, 30_000))
    (short,) = KIND.misses(world, ask_many("crowd_density", people=2, minimum=20_001))
    assert (short.rule, measured(short)["together"]) == ("crowd_too_short", (20_000, 20_001))
    (few,) = KIND.misses(world, ask_many("crowd_density", people=3))
    assert (few.rule, measured(few)["most"]) == ("crowd_too_few", (2, 3))
    assert KIND.misses(world, ask_many("crowd_density", people=2)) == []
    assert KIND.misses(world, ask_many("crowd_density", people=1)) == []


def test_no_track_gives_nothing() -> None:
    assert KIND.find(tracks(), ask_many("crowd_density", people=1)) == []
    assert KIND.misses(tracks(), ask_many("crowd_density")) == []


def test_a_zone_without_area_does_no_harm() -> None:
    flat = Zone((Point(0, 30_000), Point(65_535, 30_000), Point(30_000, 30_000)))
    assert KIND.find(standing((20_000, 30_000)), ask_many("crowd_density", flat, people=1)) == []


def test_cells_are_those_of_the_zone() -> None:
    assert KIND.cells(YARD) != ANYWHERE
    assert KIND.cells(None) == ANYWHERE


def test_a_line_is_refused() -> None:
    line = Line(Point(0, 0), Point(1, 1))
    for search in (KIND.find, KIND.misses):
        with pytest.raises(WrongUsage, match="EVT-002"):
            search(tracks(), Query("crowd_density", place=line))


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
        for f in KIND.find(world, ask_many("crowd_density", zone, people=3, minimum=0))
    }
    assert found == set(crowded(world, zone, 3, 2000, 3000))
    assert found or (name, zone) == ("TUD-Campus", CENTRE)
