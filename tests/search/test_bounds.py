"""Bounds: the question's window is touched, the grant's is kept, and no stay is lost to either."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.events.company_worlds import COMPANIES, ask_many, still
from tests.events.test_presence import YARD
from tests.events.worlds import NOON, WORLDS, ZONES, Walk, ask, cut, tracks
from tests.search.archive import crossing, grant, window
from vsa_core.domain.geometry import Line, Point, Zone
from vsa_core.domain.moment import Span, Window
from vsa_core.domain.query import Query
from vsa_core.domain.track import Tracks
from vsa_core.events.count import Count
from vsa_core.events.crowd_density import CrowdDensity
from vsa_core.events.dwell import Dwell
from vsa_core.events.gathering import Gathering
from vsa_core.events.interface import EventKind, Finding
from vsa_core.events.line_crossing import LineCrossing
from vsa_core.events.proximity import Proximity
from vsa_core.search.bounds import Told, all_cut_to, cut_to, in_grant, in_window, within_bounds

LINE = Line(Point(10_000, 30_000), Point(50_000, 30_000))
SECOND = 1_000_000
STAY = Walk([(t * 1000, 30_000.0, 30_000.0) for t in range(60, 181, 10)])


def _finding(at: int, until: int) -> Finding:
    return Finding(0, 0, 0, NOON + at, NOON + until, "", 0, "r", ())


@pytest.mark.parametrize(
    ("at", "until", "asked", "allowed"),
    [
        (10, 10, True, True),
        (9, 9, False, False),
        (19, 19, True, True),
        (20, 20, False, False),
        (5, 10, True, False),
        (5, 30, True, False),
        (10, 19, True, True),
        (10, 20, True, False),
        (5, 9, False, False),
    ],
)
def test_a_question_takes_what_it_touches_and_a_grant_what_it_holds(
    at: int, until: int, asked: bool, allowed: bool
) -> None:
    assert in_window(_finding(at, until), window(10, 20)) is asked
    assert in_grant(_finding(at, until), window(10, 20)) is allowed
    assert in_window(_finding(at, until), None)
    assert in_grant(_finding(at, until), None)


def test_another_camera_tells_nothing() -> None:
    world, query = tracks(crossing(5000)), ask("line_crossing", LINE)
    assert len(within_bounds(LineCrossing(), world, query, "north", grant("north"))) == 1
    assert within_bounds(LineCrossing(), world, query, "south", grant("north")) == []


def test_an_instant_at_the_edge_is_right_though_a_point_lies_outside() -> None:
    world, query = tracks(crossing(5000)), ask("line_crossing", LINE)
    leave = grant("north", window=window(4_900_000, 9 * SECOND))
    ((_, found),) = within_bounds(LineCrossing(), world, query, "north", leave)
    assert found.at == NOON + 5 * SECOND


def test_a_stay_that_began_before_the_grant_is_told_from_its_beginning() -> None:
    query = ask("dwell", YARD, minimum=30_000)
    leave = grant("north", window=window(100 * SECOND, 400 * SECOND))
    ((world, found),) = within_bounds(Dwell(), tracks(STAY), query, "north", leave)
    assert (found.at, found.until) == (NOON + 100 * SECOND, NOON + 180 * SECOND)
    assert found.measures[0].value == 80_000
    assert found.rule == "dwell_at_least"
    assert world.number.tolist() == [1]


def test_nothing_outside_the_grant_weighs_in() -> None:
    query = ask("dwell", YARD, minimum=30_000)
    leave = grant("north", window=window(160 * SECOND, 400 * SECOND))
    assert within_bounds(Dwell(), tracks(STAY), query, "north", leave) == []


def test_a_question_without_grant_window_takes_a_stay_that_sticks_out() -> None:
    query = replace(ask("dwell", YARD, minimum=30_000), window=window(100 * SECOND, 110 * SECOND))
    ((_, found),) = within_bounds(Dwell(), tracks(STAY), query, "north", grant("north"))
    assert (found.at, found.until) == (NOON + 60 * SECOND, NOON + 180 * SECOND)


def test_a_track_is_cut_with_its_film() -> None:
    world = cut(tracks(Walk([(0, 1.0, 1.0)]), STAY), 120_000)
    part = cut_to(world, 1, window(100 * SECOND, 141 * SECOND))
    assert part.number.tolist() == [2]
    assert part.starts.tolist() == [0, 5]
    assert (part.t - NOON).tolist() == [t * SECOND for t in (100, 110, 120, 130, 140)]
    assert [p.span for p in part.parts] == [Span(100_000, 110_001), Span(0, 20_001)]
    nothing = cut_to(world, 1, window(900 * SECOND, 901 * SECOND))
    assert (len(nothing), len(nothing.t), nothing.starts.tolist()) == (0, 0, [0])


TIMES = st.tuples(st.integers(0, 40), st.integers(1, 40)).map(
    lambda w: window(w[0] * 500_000, (w[0] + w[1]) * 500_000)
)


@given(WORLDS, ZONES, TIMES, st.none() | TIMES)
def test_nothing_is_told_outside_the_grant_and_no_stay_is_lost(
    world: Tracks, zone: Zone, allowed: Window, asked: Window | None
) -> None:
    query: Query = replace(ask("dwell", zone, minimum=500, absence=0), window=asked)
    leave = grant("north", window=allowed)
    told = within_bounds(Dwell(), world, query, "north", leave)
    rows = {int(w.number[f.row]) for w, f in told}
    for w, f in told:
        assert in_grant(f, leave.window)
        assert in_window(f, query.window)
        assert w.points_of(f.row).start <= f.first <= f.last < w.points_of(f.row).stop
    if asked is None and leave.window is not None:
        for row in range(len(world)):
            alone = cut_to(world, row, leave.window)
            inside = Dwell().find(alone, query)
            assert not inside or int(world.number[row]) in rows


TOGETHER: dict[str, tuple[EventKind, Query]] = {
    "proximity": (Proximity(), ask_many("proximity", minimum=300, distance=2037)),
    "gathering": (Gathering(), ask_many("gathering", minimum=300, people=2, distance=2037)),
    "crowd_density": (CrowdDensity(), ask_many("crowd_density", minimum=300, people=2)),
    "count_line": (Count(), ask_many("count", LINE, period=2000)),
    "count_zone": (Count(), ask_many("count", YARD, period=2000)),
}
SHORT = st.tuples(st.integers(0, 20), st.integers(1, 20)).map(
    lambda w: window(w[0] * 300_000, (w[0] + w[1]) * 300_000)
)


@pytest.mark.parametrize("name", TOGETHER)
@settings(max_examples=60)
@given(world=COMPANIES, allowed=SHORT, asked=st.none() | SHORT)
def test_what_several_tracks_did_is_told_of_the_grant_alone(
    name: str, world: Tracks, allowed: Window, asked: Window | None
) -> None:
    _stays_within(name, world, allowed, asked)


@pytest.mark.campaign
@settings(max_examples=10_000)
@given(
    name=st.sampled_from(list(TOGETHER)), world=COMPANIES, allowed=SHORT, asked=st.none() | SHORT
)
def test_ten_thousand_answers_about_several_tracks_stay_within_their_grant(
    name: str, world: Tracks, allowed: Window, asked: Window | None
) -> None:
    _stays_within(name, world, allowed, asked)


def _stays_within(name: str, world: Tracks, allowed: Window, asked: Window | None) -> None:
    kind, query = TOGETHER[name]
    query, leave = replace(query, window=asked), grant("north", window=allowed)
    told = within_bounds(kind, world, query, "north", leave)
    for cut_world, finding in told:
        assert in_grant(finding, allowed)
        assert in_window(finding, asked)
        for row in (finding.row, *finding.others):
            times = cut_world.t[cut_world.points_of(row)]
            assert len(times) > 0
            assert allowed.start <= times.min() <= times.max() < allowed.end
    assert _plain(told) == _plain(
        within_bounds(kind, _disturbed(world, allowed), query, "north", leave)
    )


def _plain(told: list[Told]) -> list[tuple[object, ...]]:
    """Who, when and why, without the places in a table."""
    plain = [
        (f.at, f.until, f.direction, f.measures, [int(w.number[row]) for row in (f.row, *f.others)])
        for w, f in told
    ]
    return sorted(plain, key=repr)


def _disturbed(world: Tracks, allowed: Window) -> Tracks:
    """The same world where everything outside the grant stands in a far corner."""
    outside = (world.t < allowed.start) | (world.t >= allowed.end)
    return replace(
        world, x=np.where(outside, 64_000.0, world.x), y=np.where(outside, 64_000.0, world.y)
    )


def test_all_tracks_are_cut_with_their_film() -> None:
    world = cut(tracks(Walk([(0, 1.0, 1.0)]), STAY, STAY), 120_000)
    part = all_cut_to(world, window(100 * SECOND, 141 * SECOND))
    assert part.number.tolist() == [2, 3]
    assert part.starts.tolist() == [0, 5, 10]
    assert [p.span for p in part.parts] == [Span(100_000, 110_001), Span(0, 20_001)]
    assert len(all_cut_to(world, window(900 * SECOND, 901 * SECOND))) == 0
    assert all_cut_to(world, window(0, 900 * SECOND)) is world


def test_who_is_there_outside_the_grant_alone_is_of_no_group_within() -> None:
    """Two stand there all along; a third leaves before the grant begins."""
    world = tracks(still(20_000, 30_000), still(22_000, 30_000), still(24_000, 30_000, 0, 9000))
    query = ask_many("gathering", people=2, minimum=0)
    ((whole, seen),) = within_bounds(Gathering(), world, query, "north", grant("north"))
    assert sorted([seen.row, *seen.others]) == [0, 1, 2]
    leave = grant("north", window=window(10 * SECOND, 30 * SECOND))
    ((part, found),) = within_bounds(Gathering(), world, query, "north", leave)
    assert part.number[[found.row, *found.others]].tolist() == [1, 2]
    assert (found.at, found.until) == (NOON + 10 * SECOND, NOON + 20 * SECOND)
    assert whole is world
