"""Wrong way: against an arrow or a flow, long enough and far enough, jitter aside."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.events.laws import LAWS, Law
from tests.events.test_presence import YARD
from tests.events.worlds import ARROWS, FLOWS, NOON, WORLDS, Step, Walk, ask, reversed_film, tracks
from vsa_core.domain.event import Measure
from vsa_core.domain.geometry import NO_FLOW, Flow, Line, Place, Point
from vsa_core.domain.query import Query
from vsa_core.domain.track import Tracks
from vsa_core.errors import WrongUsage
from vsa_core.events.interface import ANYWHERE
from vsa_core.events.wrong_way import WrongWay

KIND = WrongWay()
ARROW = Line(Point(10_000, 50_000), Point(60_000, 50_000))
BACK = Line(ARROW.b, ARROW.a)
SIZE = (4000.0, 3000.0)
PLACES = ARROWS | FLOWS


def leg(begin: int, end: int, x: float, to: float) -> list[Step]:
    """Points every 200 ms from one x to another, at y = 30,000."""
    share = [(clock - begin) / (end - begin) for clock in range(begin, end + 1, 200)]
    return [(begin + 200 * i, x + (to - x) * s, 30_000.0) for i, s in enumerate(share)]


LEFTWARDS = leg(1000, 4000, 50_000, 20_000)


def car(*steps: Step) -> Tracks:
    return tracks(Walk(steps, kind="car", size=SIZE))


@pytest.mark.parametrize("law", LAWS)
@settings(max_examples=50)
@given(
    world=WORLDS,
    place=PLACES,
    minimum=st.sampled_from([0, 1000]),
    distance=st.sampled_from([0, 1000]),
    angle=st.sampled_from([50, 119]),
    settle=st.sampled_from([0, 400]),
)
def test_laws(law: Law, world: Tracks, place: Place, **given: int) -> None:
    law(KIND, world, ask("wrong_way", place, "", **given))


@given(
    WORLDS, PLACES, st.lists(st.integers(0, 3000), min_size=2, max_size=2).map(sorted),
    st.lists(st.integers(0, 3000), min_size=2, max_size=2).map(sorted),
    st.lists(st.integers(30, 170), min_size=2, max_size=2).map(sorted),
)  # fmt: skip
def test_asking_less_loses_nothing(
    world: Tracks, place: Place, minimum: list[int], distance: list[int], angle: list[int]
) -> None:
    loose, strict = (
        KIND.find(world, ask("wrong_way", place, minimum=m, distance=d, angle=a))
        for m, d, a in zip(minimum, distance, angle, strict=True)
    )
    for found in strict:
        assert any(f.row == found.row and f.at <= found.at <= found.until <= f.until for f in loose)


@given(WORLDS, ARROWS)
def test_backwards_the_other_way_is_wrong(world: Tracks, arrow: Line) -> None:
    seen = KIND.find(world, ask("wrong_way", arrow, settle=0, angle=119))
    query = ask("wrong_way", Line(arrow.b, arrow.a), settle=0, angle=119)
    found = KIND.find(reversed_film(world), query)
    spans = [(f.row, 2 * NOON - f.until, 2 * NOON - f.at) for f in found]
    assert sorted(spans) == [(f.row, f.at, f.until) for f in seen]


def test_the_event_is_the_way_against_the_arrow() -> None:
    (found,) = KIND.find(car(*LEFTWARDS), ask("wrong_way", ARROW))
    assert (found.at, found.until) == (NOON + 1_000_000, NOON + 4_000_000)
    assert (found.first, found.last, found.direction, found.rule) == (0, 15, "", "wrong_way")
    assert found.measures == (
        Measure("against", 3000, 500, "ms"),
        Measure("travelled", 7500, 1000, "per_mille_size"),
        Measure("off_course", 180, 120, "degrees"),
        Measure("moving_left", 457, None, "per_mille_picture"),
    )
    assert KIND.find(car(*LEFTWARDS), ask("wrong_way", BACK)) == []


def test_across_is_not_against() -> None:
    across = Line(Point(0, 0), Point(0, 9))
    assert KIND.find(car(*LEFTWARDS), ask("wrong_way", across)) == []
    assert len(KIND.find(car(*LEFTWARDS), ask("wrong_way", across, angle=90))) == 1


def test_what_turns_round_is_wrong_from_there_on() -> None:
    steps = [*leg(1000, 4000, 20_000, 50_000), *leg(4200, 7000, 48_000, 20_000)]
    (found,) = KIND.find(car(*steps), ask("wrong_way", ARROW))
    assert NOON + 4_000_000 <= found.at <= NOON + 4_600_000
    assert found.until == NOON + 7_000_000


def test_a_short_change_of_way_is_jitter() -> None:
    back = [(t, x - (6000 if t == 2200 else 0), y) for t, x, y in LEFTWARDS]
    assert len(KIND.find(car(*back), ask("wrong_way", ARROW, settle=1000))) == 1


def test_standing_decides_nothing() -> None:
    stands = [*LEFTWARDS, *leg(4200, 9000, 20_000, 20_000)]
    (found,) = KIND.find(car(*stands), ask("wrong_way", ARROW))
    assert found.until <= NOON + 4_600_000
    assert KIND.find(car(*leg(0, 9000, 20_000, 20_000)), ask("wrong_way", ARROW)) == []


def test_a_flow_is_asked_cell_by_cell() -> None:
    right = Flow((0,) * 64)
    assert len(KIND.find(car(*LEFTWARDS), ask("wrong_way", right))) == 1
    none = Flow((NO_FLOW,) * 64)
    assert KIND.find(car(*LEFTWARDS), ask("wrong_way", none)) == []
    left_half = Flow(tuple(0 if cell % 8 < 4 else NO_FLOW for cell in range(64)))
    (found,) = KIND.find(car(*LEFTWARDS), ask("wrong_way", left_half))
    assert found.at == NOON + 2_800_000  # the first look at x < 32,768


def test_too_short_is_a_miss_that_says_by_how_much() -> None:
    query = ask("wrong_way", ARROW, distance=7501)
    assert KIND.find(car(*LEFTWARDS), query) == []
    (miss,) = KIND.misses(car(*LEFTWARDS), query)
    assert miss.rule == "wrong_way_short"
    assert miss.measures[1] == Measure("travelled", 7500, 7501, "per_mille_size")
    assert KIND.misses(car(*LEFTWARDS), ask("wrong_way", ARROW, minimum=6001)) == []


def test_cells_are_those_where_a_direction_holds_and_below() -> None:
    cells = [NO_FLOW] * 64
    cells[8 * 6 + 3] = 12
    assert KIND.cells(Flow(tuple(cells))) == 1 << (8 * 6 + 3) | 1 << (8 * 7 + 3)
    assert KIND.cells(ARROW) == ANYWHERE


def test_a_place_of_another_sort_is_refused() -> None:
    for place in (None, YARD):
        for search in (KIND.find, KIND.misses):
            with pytest.raises(WrongUsage, match="EVT-002"):
                search(tracks(), Query("wrong_way", place=place))
