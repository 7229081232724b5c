"""Stopped: how long at one place; jitter and gaps neither break nor invent a stop."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.events.laws import LAWS, Law
from tests.events.test_presence import YARD
from tests.events.worlds import NOON, WORLDS, ZONES, Step, Walk, ask, tracks
from vsa_core.domain.event import Measure
from vsa_core.domain.geometry import Line, Place, Point, Zone
from vsa_core.domain.query import Query
from vsa_core.domain.track import Tracks
from vsa_core.errors import WrongUsage
from vsa_core.events.interface import ANYWHERE
from vsa_core.events.stopped import Stopped

KIND = Stopped()
SIZE = (4000.0, 3000.0)


def drive(*legs: tuple[int, float]) -> list[Step]:
    """Points every 200 ms through (millisecond, x), straight in between."""
    steps: list[Step] = []
    for (begin, x), (end, to) in pairwise(legs):
        for clock in range(begin, end, 200):
            steps.append((clock, x + (to - x) * (clock - begin) / (end - begin), 30_000.0))
    return [*steps, (legs[-1][0], legs[-1][1], 30_000.0)]


STOP = drive((1000, 2000), (5000, 30_000), (17_000, 30_000), (21_000, 60_000))
"""Drives up, stands at x = 30,000 from 5.0 to 17.0 s, drives on."""


def car(steps: list[Step]) -> Tracks:
    return tracks(Walk(steps, kind="car", size=SIZE))


def spans(world: Tracks, place: Place | None = None, **given: int) -> list[tuple[int, int]]:
    found = KIND.find(world, ask("stopped", place, "", **given))
    return [((f.at - NOON) // 1000, (f.until - NOON) // 1000) for f in found]


@pytest.mark.parametrize("law", LAWS)
@settings(max_examples=50)
@given(
    world=WORLDS,
    place=st.none() | ZONES,
    minimum=st.sampled_from([500, 2000]),
    radius=st.sampled_from([100, 2000]),
    settle=st.sampled_from([0, 1000]),
    gap=st.sampled_from([500, 5000]),
)
def test_laws(law: Law, world: Tracks, place: Zone | None, **given: int) -> None:
    law(KIND, world, ask("stopped", place, "", **given))


@given(
    WORLDS, st.none() | ZONES,
    st.integers(500, 6000), st.integers(500, 6000), st.integers(0, 2000), st.integers(0, 2000),
)  # fmt: skip
def test_asking_less_loses_no_moment_of_a_stop(
    world: Tracks, place: Zone | None, a: int, b: int, c: int, d: int
) -> None:
    strict = ask("stopped", place, minimum=max(a, b), radius=min(c, d))
    loose = ask("stopped", place, minimum=min(a, b), radius=max(c, d))
    wide = KIND.find(world, loose)
    for found in KIND.find(world, strict):
        assert any(f.row == found.row and f.at <= found.at <= found.until <= f.until for f in wide)


@given(WORLDS, ZONES)
def test_a_stop_in_a_zone_is_part_of_a_stop(world: Tracks, zone: Zone) -> None:
    anywhere = KIND.find(world, ask("stopped", None, minimum=500, radius=1000, settle=0))
    for found in KIND.find(world, ask("stopped", zone, minimum=500, radius=1000, settle=0)):
        around = [f for f in anywhere if f.row == found.row]
        assert any(f.at <= found.at <= found.until <= f.until for f in around)


def test_the_event_is_the_time_within_the_radius() -> None:
    (found,) = KIND.find(car(STOP), ask("stopped", None))
    # 1,600 units of room in all: 1,400 is a look at 7,000 units a second, 1,500 one at 7,500.
    assert (found.at, found.until) == (NOON + 4_800_000, NOON + 17_200_000)
    assert (found.rule, found.direction) == ("stopped", "")
    assert found.measures == (
        Measure("stopped", 12_400, 10_000, "ms"),
        Measure("spread", 0, 200, "per_mille_size"),
    )


def test_a_track_that_only_stands_stood_at_least_so_long() -> None:
    standing = car(drive((1000, 30_000), (13_000, 30_000)))
    (found,) = KIND.find(standing, ask("stopped", None))
    assert (found.rule, found.measures[0].value) == ("stopped_at_least", 12_000)
    arrives = car(drive((1000, 2000), (5000, 30_000), (16_000, 30_000)))
    assert [f.rule for f in KIND.find(arrives, ask("stopped", None))] == ["stopped_at_least"]


def test_a_slow_passer_by_has_not_stopped() -> None:
    crawl = car(drive((0, 2000), (60_000, 62_000)))
    assert spans(crawl) == []
    assert spans(crawl, radius=2000, minimum=10_000) != []


def test_jitter_does_not_break_a_stop() -> None:
    steps = [(t, x + (3000 if t in (9000, 9200, 9400) else 0), y) for t, x, y in STOP]
    assert spans(car(steps)) == spans(car(STOP))
    assert spans(car(steps), settle=0) == []


@given(st.sets(st.integers(0, 3)), st.floats(-20_000, 20_000), st.integers(1, 4))
def test_leaps_of_the_detector_neither_break_nor_move_a_stop(
    when: set[int], far: float, length: int
) -> None:
    leaps = {7000 + 2400 * i + 200 * j for i in when for j in range(length)}
    steps = [(t, x + far * (t in leaps), y - far / 3 * (t in leaps)) for t, x, y in STOP]
    assert spans(car(steps)) == spans(car(STOP))


@given(st.sets(st.integers(0, 9), max_size=10), st.integers(1, 9))
def test_short_gaps_neither_break_nor_invent_a_stop(when: set[int], length: int) -> None:
    unseen = {1200 + 2000 * i + 200 * j for i in when for j in range(length)}
    ((begin, end),) = spans(car([step for step in STOP if step[0] not in unseen]))
    assert abs(begin - 4800) <= 2000
    assert abs(end - 17_200) <= 2000
    passing = drive((1000, 2000), (21_000, 60_000))
    assert spans(car([step for step in passing if step[0] not in unseen])) == []


def test_trembling_within_the_radius_is_standing() -> None:
    steps = [(t, x + 700 * (-1) ** (t // 200), y) for t, x, y in STOP]
    ((begin, end),) = spans(car(steps), settle=0)
    assert abs(begin - 5000) <= 400
    assert abs(end - 17_000) <= 400


def test_a_short_gap_does_not_break_a_stop_and_a_long_one_does() -> None:
    short = car([step for step in STOP if not 7000 < step[0] < 11_000])
    assert spans(short) == spans(car(STOP))
    assert spans(short, gap=3000) == []
    found = KIND.find(short, ask("stopped", None, gap=3000, minimum=2000))
    assert [f.rule for f in found] == ["stopped_at_least", "stopped_at_least"]


def test_a_gap_does_not_invent_a_stop() -> None:
    there_and_back = car([(0, 30_000, 30_000), (20_000, 30_000, 30_000)])
    assert spans(there_and_back) == []
    assert spans(there_and_back, gap=20_000) == [(0, 20_000)]


def test_two_places_are_two_stops() -> None:
    steps = drive((0, 2000), (4000, 20_000), (16_000, 20_000), (18_000, 40_000), (30_000, 40_000))
    assert len(spans(car(steps))) == 2
    leap = [*drive((0, 20_000), (12_000, 20_000)), *drive((12_200, 40_000), (24_000, 40_000))]
    assert spans(car(leap)) == [(0, 12_000), (12_200, 24_000)]


def test_with_a_zone_only_the_time_inside_counts() -> None:
    assert spans(car(STOP), YARD) == [(4800, 17_200)]
    outside = [(t, x, y + 20_000) for t, x, y in STOP]
    assert spans(car(outside), YARD) == []
    inwards = drive((0, 19_700), (12_000, 19_700), (13_000, 20_300), (25_000, 20_300))
    ((begin, _),) = spans(car(inwards), YARD)
    assert begin >= 12_000
    assert len(spans(car(inwards))) == 1


def test_a_stop_too_short_is_a_miss_that_says_by_how_much() -> None:
    (miss,) = KIND.misses(car(STOP), ask("stopped", None, minimum=12_201))
    assert miss.rule == "stopped_nearly"
    by = {m.name: m for m in miss.measures}
    assert by["spread"].value > 200
    stood = car(drive((1000, 30_000), (10_000, 30_000)))
    (miss,) = KIND.misses(stood, ask("stopped", None))
    assert miss.measures == (
        Measure("stopped", 9000, 10_000, "ms"),
        Measure("spread", 0, 200, "per_mille_size"),
    )
    assert KIND.misses(car(STOP), ask("stopped", None)) == []
    assert KIND.misses(car(drive((0, 2000), (20_000, 62_000))), ask("stopped", None)) == []


def test_cells_are_those_of_the_zone() -> None:
    assert KIND.cells(YARD) != ANYWHERE
    assert KIND.cells(None) == ANYWHERE


def test_a_place_of_another_sort_is_refused() -> None:
    line = Line(Point(0, 0), Point(9, 9))
    for search in (KIND.find, KIND.misses):
        with pytest.raises(WrongUsage, match="EVT-002"):
            search(tracks(), Query("stopped", place=line))
