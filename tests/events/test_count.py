"""Count: what line crossing and zone entry find, by period and by direction."""

from collections import Counter
from dataclasses import replace
from fractions import Fraction
from pathlib import Path as Folder

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.events.company_laws import LAWS, Law, its_own_tracks_alone_give_the_finding
from tests.events.company_worlds import COMPANIES, ask_many
from tests.events.laws import SWAPPED, WORDS
from tests.events.pets import crossings_seen, ground_truth
from tests.events.test_presence import YARD
from tests.events.worlds import LINES, NOON, WORLDS, ZONES, Walk, ask, later, tracks
from vsa_core.domain.event import Measure
from vsa_core.domain.geometry import Line, Path, Place, Point
from vsa_core.domain.moment import Window
from vsa_core.domain.query import Query
from vsa_core.domain.track import Tracks
from vsa_core.errors import WrongUsage
from vsa_core.events.count import Count
from vsa_core.events.interface import ANYWHERE, Finding
from vsa_core.events.line_crossing import LineCrossing
from vsa_core.events.zone_entry import ZoneEntry

KIND = Count()
ACROSS = Line(Point(10_000, 30_000), Point(50_000, 30_000))
PERIOD = st.sampled_from([1000, 2000, 3_600_000])
PLACES = LINES | ZONES
SECOND = 1_000_000


def down(at: int, x: float = 30_000.0) -> Walk:
    """Crosses ACROSS downwards, `at` milliseconds in."""
    return Walk([(at - 500, x, 20_000.0), (at + 500, x, 40_000.0)])


def up(at: int, x: float = 30_000.0) -> Walk:
    """Crosses ACROSS upwards."""
    return Walk([(at - 500, x, 40_000.0), (at + 500, x, 20_000.0)])


def number(found: Finding) -> int:
    return found.measures[0].value


@pytest.mark.parametrize(
    "law",
    [
        *(law for law in LAWS if law.__name__ != "a_mirror_mirrors"),
        its_own_tracks_alone_give_the_finding,
    ],
)
@settings(max_examples=25)
@given(world=WORLDS | COMPANIES, place=PLACES, period=PERIOD, least=st.integers(1, 3))
def test_laws(law: Law, world: Tracks, place: Place, period: int, least: int) -> None:
    law(KIND, world, ask_many("count", place, period=period, least=least))


def plainly(world: Tracks, place: Place, period: int) -> Counter[tuple[int, str]]:
    """How many findings of the single kinds begin in each period, by direction."""
    if isinstance(place, Line):
        found = LineCrossing().find(world, ask("line_crossing", place))
        words = [f.direction for f in found]
    else:
        query = ask("zone_entry", place, settle=400)
        found = ZoneEntry().find(world, query)
        words = ["entered"] * len(found)
    return Counter((f.at // (period * 1000), w) for f, w in zip(found, words, strict=True))


@given(WORLDS | COMPANIES, PLACES, PERIOD)
def test_it_counts_what_the_single_kinds_find(world: Tracks, place: Place, period: int) -> None:
    found = KIND.find(world, ask_many("count", place, period=period))
    told = {(f.at // (period * 1000), f.direction): number(f) for f in found}
    assert len(told) == len(found)
    assert told == dict(plainly(world, place, period))


@given(WORLDS | COMPANIES, PLACES, st.integers(1, 4))
def test_asking_for_more_finds_fewer_and_the_rest_is_missed(
    world: Tracks, place: Place, least: int
) -> None:
    query = ask_many("count", place, period=2000, least=least)
    every = KIND.find(world, ask_many("count", place, period=2000))
    enough = [(f.at, f.direction) for f in every if number(f) >= least]
    assert [(f.at, f.direction) for f in KIND.find(world, query)] == enough
    few = [(f.at, f.direction) for f in every if number(f) < least]
    assert [(f.at, f.direction) for f in KIND.misses(world, query)] == few


@given(WORLDS, LINES)
def test_reversing_the_line_swaps_directions(world: Tracks, line: Line) -> None:
    seen = [(f.row, f.at, SWAPPED[f.direction]) for f in KIND.find(world, ask_many("count", line))]
    back = KIND.find(world, ask_many("count", Line(line.b, line.a)))
    assert sorted((f.row, f.at, f.direction) for f in back) == sorted(seen)


@given(WORLDS, PLACES, st.integers(0, 50), st.integers(1, 50))
def test_a_window_counts_what_lies_in_it(
    world: Tracks, place: Place, start: int, length: int
) -> None:
    window = Window(NOON + start * 500_000, NOON + (start + length) * 500_000)
    query = replace(ask_many("count", place, period=1000), window=window)
    every = KIND.find(world, ask_many("count", place, period=500))
    inside = [f for f in every if window.start <= f.at < window.end]
    assert sum(map(number, KIND.find(world, query))) == sum(map(number, inside))


def test_each_period_and_each_way_is_an_event() -> None:
    world = tracks(down(1000), down(2000), up(3000), down(61_000), down(62_500))
    first, third, back = KIND.find(world, ask_many("count", ACROSS, period=20_000))
    assert (first.direction, number(first), first.others) == ("to_right", 2, (1,))
    assert (back.direction, number(back), back.others) == ("to_right", 2, (4,))
    assert (third.direction, number(third), third.others) == ("to_left", 1, ())
    assert (first.at, first.until) == (NOON + SECOND, NOON + 2 * SECOND)
    assert (first.row, first.first, first.last) == (0, 0, 1)
    assert (first.rule, first.score) == ("count", 1000)
    assert NOON // SECOND % 20 == 0  # noon begins a period, so the numbers can be read off
    assert first.measures == (
        Measure("number", 2, 1, "objects"),
        Measure("period", 20_000, None, "ms"),
        Measure("into_period", 1000, None, "ms"),
    )
    assert back.measures[2].value == 1000


def test_periods_are_those_of_utc() -> None:
    world = later(tracks(down(1000), down(2000)), 3_600_000_000 - NOON % 3_600_000_000 - 1_500_000)
    assert [number(f) for f in KIND.find(world, ask_many("count", ACROSS))] == [1, 1]
    assert [f.measures[2].value for f in KIND.find(world, ask_many("count", ACROSS))] == [
        3_599_500,
        500,
    ]


def test_one_that_comes_twice_counts_twice_and_is_named_once() -> None:
    to_and_fro = [(0, 3e4, 2e4), (2000, 3e4, 4e4), (4000, 3e4, 2e4), (6000, 3e4, 4e4)]
    found = KIND.find(tracks(Walk(to_and_fro), down(9000)), ask_many("count", ACROSS))
    assert {f.direction: (number(f), f.row, f.others) for f in found} == {
        "to_right": (3, 0, (1,)),
        "to_left": (1, 0, ()),
    }


def test_a_direction_asks_for_one_way_only() -> None:
    world = tracks(down(1000), up(2000))
    (found,) = KIND.find(world, ask_many("count", ACROSS, "to_left"))
    assert found.row == 1


def test_entries_are_counted_whatever_way_they_came() -> None:
    world = tracks(
        Walk([(60_000, 10_000, 30_000), (61_000, 30_000, 30_000)]),
        Walk([(60_000, 30_000, 30_000), (61_000, 30_000, 30_000)]),
    )
    (found,) = KIND.find(world, ask_many("count", YARD))
    assert (found.direction, number(found)) == ("entered", 2)
    (crossed,) = KIND.find(world, ask_many("count", YARD, middle=0))
    assert (number(crossed), crossed.row) == (1, 0)


def test_a_direction_of_the_other_place_is_refused() -> None:
    for place, word in ((ACROSS, "entered"), (YARD, "to_left")):
        with pytest.raises(WrongUsage, match="EVT-040"):
            KIND.find(tracks(), ask_many("count", place, word))
    assert all(words.knows("EVT.EVT-040.cause") for words in WORDS)


def test_no_track_gives_nothing() -> None:
    for place in (ACROSS, YARD):
        assert KIND.find(tracks(), ask_many("count", place)) == []
        assert KIND.misses(tracks(), ask_many("count", place)) == []


def test_cells_are_those_of_the_zone_and_anywhere_for_a_line() -> None:
    assert KIND.cells(YARD) != ANYWHERE
    assert KIND.cells(ACROSS) == ANYWHERE
    assert KIND.cells(None) == ANYWHERE


@pytest.mark.parametrize("place", [None, Path((Point(0, 0), Point(1, 1)))])
def test_neither_line_nor_zone_is_refused(place: Place | None) -> None:
    with pytest.raises(WrongUsage, match="EVT-002"):
        KIND.find(tracks(), Query("count", place=place))


@pytest.mark.footage
@pytest.mark.parametrize(
    ("name", "size", "rate"), [("PETS09-S2L1", (768, 576), 7), ("TUD-Campus", (640, 480), 25)]
)
def test_annotated_crossings_are_all_counted(
    footage_dir: Folder, name: str, size: tuple[int, int], rate: int
) -> None:
    folder = footage_dir / "tracking" / name
    world, _ = ground_truth(folder, size, Fraction(1, rate))
    for line, seen in crossings_seen(folder, size):
        found = KIND.find(world, ask_many("count", line, period=86_400_000))
        words = {"down": (0, 1), "up": (0, -1), "right": (1, 0), "left": (-1, 0)}
        along = line.b.x - line.a.x, line.b.y - line.a.y
        turns = [along[0] * words[word][1] - along[1] * words[word][0] for _, _, word in seen]
        wanted = Counter("to_right" if turn > 0 else "to_left" for turn in turns)
        assert {f.direction: number(f) for f in found} == dict(wanted)
