"""Line crossing: what counts, what is jitter, when, which way, and how near the misses were."""

import time
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.events.laws import LAWS, Law
from tests.events.pets import crossings_seen, ground_truth
from tests.events.worlds import LINES, NOON, WORLDS, Walk, ask, tracks
from vsa_core.domain.geometry import Line, Point, Zone
from vsa_core.domain.query import Query
from vsa_core.domain.track import Tracks
from vsa_core.errors import WrongUsage
from vsa_core.events.interface import Finding
from vsa_core.events.line_crossing import LineCrossing

KIND = LineCrossing()
ACROSS = Line(Point(10_000, 30_000), Point(50_000, 30_000))


def crossings(
    *steps: tuple[int, float, float], line: Line = ACROSS, **settings: int
) -> list[Finding]:
    return KIND.find(tracks(Walk(steps)), ask("line_crossing", line, **settings))


def measured(found: Finding) -> dict[str, tuple[int, int | None]]:
    return {m.name: (m.value, m.threshold) for m in found.measures}


@pytest.mark.parametrize("law", LAWS)
@settings(max_examples=50)
@given(
    world=WORLDS,
    line=LINES,
    margin=st.sampled_from([0, 100]),
    settle=st.sampled_from([0, 400]),
    anchor=st.integers(0, 2),
)
def test_laws(law: Law, world: Tracks, line: Line, margin: int, settle: int, anchor: int) -> None:
    law(KIND, world, ask("line_crossing", line, margin=margin, settle=settle, anchor=anchor))


def test_a_walk_down_through_a_line_drawn_rightwards_goes_to_its_right() -> None:
    (found,) = crossings((0, 30_000, 20_000), (1000, 30_000, 40_000))
    assert found.direction == "to_right"
    assert found.at == found.until == NOON + 500_000
    assert (found.first, found.last) == (0, 1)
    assert found.rule == "line_crossing"
    assert measured(found) == {
        "beyond": (1666, 100),
        "held": (500, 400),
        "along": (500, None),
        "between": (1000, None),
        "moving_down": (305, None),
    }


@pytest.mark.parametrize(
    ("line", "word"),
    [
        (ACROSS, "moving_down"),
        (Line(ACROSS.b, ACROSS.a), "moving_down"),
        (Line(Point(30_000, 60_000), Point(31_000, 1000)), "moving_right"),
        (Line(Point(31_000, 1000), Point(30_000, 60_000)), "moving_right"),
    ],
)
def test_the_picture_has_a_word_for_it_whichever_way_the_line_is_drawn(
    line: Line, word: str
) -> None:
    (found,) = crossings((0, 20_000, 20_000), (1000, 40_000, 40_000), line=line)
    assert word in measured(found)


def test_the_instant_is_interpolated_where_the_path_meets_the_line() -> None:
    (found,) = crossings((0, 30_000, 20_000), (1000, 30_000, 29_000), (1400, 30_000, 33_000))
    assert found.at == NOON + 1_100_000
    assert (found.first, found.last) == (1, 2)


def test_a_path_round_the_end_of_the_line_is_no_crossing() -> None:
    assert crossings((0, 55_000, 20_000), (1000, 55_000, 40_000)) == []
    out_and_back = [(0, 30_000, 20_000), (2000, 30_000, 40_000), (4000, 60_000, 40_000)]
    (found,) = crossings(*out_and_back, (6000, 60_000, 20_000))
    assert found.direction == "to_right"


def test_the_ends_of_the_line_belong_to_it() -> None:
    assert len(crossings((0, 50_000, 20_000), (1000, 50_000, 40_000))) == 1
    assert crossings((0, 50_001, 20_000), (1000, 50_001, 40_000)) == []


def test_jitter_on_the_line_is_one_crossing() -> None:
    shaking = [(1000 + 40 * i, 30_000.0, 30_000.0 + 300 * (-1) ** i) for i in range(100)]
    found = crossings((0, 30_000, 20_000), *shaking, (6000, 30_000, 40_000))
    assert [f.direction for f in found] == ["to_right"]


def test_a_wild_box_for_a_moment_is_no_crossing() -> None:
    assert crossings((0, 30_000, 28_000), (40, 30_000, 33_000), (80, 30_000, 28_000)) == []
    assert (
        len(crossings((0, 30_000, 28_000), (40, 30_000, 33_000), (80, 30_000, 28_000), settle=0))
        == 2
    )


def test_crossing_waiting_and_returning_is_two_crossings() -> None:
    found = crossings(
        (0, 30_000, 25_000), (500, 30_000, 35_000), (9000, 30_000, 35_000), (9500, 30_000, 25_000)
    )
    assert [f.direction for f in found] == ["to_right", "to_left"]
    assert measured(found[0])["held"] == (9000, 400)


def test_seldom_seen_is_not_jitter() -> None:
    seconds_apart = [(0, 30_000, 20_000), (4000, 30_000, 40_000), (8000, 30_000, 20_000)]
    assert len(crossings(*seconds_apart)) == 2


def test_a_stop_exactly_on_the_line_is_one_crossing_when_it_leaves() -> None:
    found = crossings(
        (0, 30_000, 20_000), (1000, 30_000, 30_000), (5000, 30_000, 30_000), (6000, 30_000, 40_000)
    )
    assert [f.at for f in found] == [NOON + 5_000_000]
    assert crossings((0, 30_000, 20_000), (1000, 30_000, 30_000), (5000, 30_000, 20_000)) == []


def test_what_begins_or_ends_on_the_line_is_a_miss_that_says_by_how_much() -> None:
    begins = tracks(Walk([(0, 30_000, 29_700), (1000, 30_000, 36_000)]))
    query = ask("line_crossing", ACROSS)
    assert KIND.find(begins, query) == []
    (miss,) = KIND.misses(begins, query)
    assert miss.rule == "line_met"
    assert measured(miss)["short_of"] == (50, 100)
    assert measured(miss)["beyond"] == (1000, 100)
    ends = tracks(Walk([(0, 30_000, 24_000), (1000, 30_000, 30_300)]))
    (miss,) = KIND.misses(ends, query)
    assert (measured(miss)["short_of"], measured(miss)["beyond"]) == ((1000, 100), (50, 100))
    assert len(KIND.find(ends, ask("line_crossing", ACROSS, margin=0))) == 1


def test_what_never_met_the_line_is_no_miss() -> None:
    beside = tracks(Walk([(0, 55_000, 20_000), (1000, 55_000, 40_000)]), Walk([(0, 1.0, 1.0)]))
    assert KIND.misses(beside, ask("line_crossing", ACROSS)) == []


def test_a_car_is_taken_at_its_centre_and_a_person_at_the_foot() -> None:
    steps = [(0, 30_000.0, 31_000.0), (1000, 30_000.0, 40_000.0)]
    world = tracks(Walk(steps, "car"), Walk(steps, "person"))
    assert [f.row for f in KIND.find(world, ask("line_crossing", ACROSS))] == [0]
    assert KIND.find(world, ask("line_crossing", ACROSS, anchor=1)) == []
    assert len(KIND.find(world, ask("line_crossing", ACROSS, anchor=2))) == 2


def test_the_margin_does_not_depend_on_the_shape_of_the_picture() -> None:
    slope = Line(Point(10_000, 10_000), Point(50_000, 50_000))
    walk = Walk([(0, 30_000, 29_000), (1000, 30_000, 34_000)], size=(4000.0, 4000.0))
    squeezed = replace(tracks(walk), y=tracks(walk).y / 2, h=tracks(walk).h / 2)
    low = Line(Point(10_000, 5000), Point(50_000, 25_000))
    reach = measured(KIND.find(tracks(walk), ask("line_crossing", slope))[0])["beyond"]
    assert measured(KIND.find(squeezed, ask("line_crossing", low))[0])["beyond"] == reach


def test_a_box_without_size_does_no_harm() -> None:
    world = tracks(Walk([(0, 30_000, 20_000), (1000, 30_000, 40_000)], size=(0.0, 0.0)))
    assert len(KIND.find(world, ask("line_crossing", ACROSS))) == 1


def test_no_track_gives_nothing() -> None:
    assert KIND.find(tracks(), ask("line_crossing", ACROSS)) == []
    assert KIND.misses(tracks(), ask("line_crossing", ACROSS)) == []


def test_a_zone_is_refused() -> None:
    zone = Zone((Point(0, 0), Point(9, 0), Point(9, 9)))
    for search in (KIND.find, KIND.misses):
        with pytest.raises(WrongUsage, match="EVT-002"):
            search(tracks(), Query("line_crossing", place=zone))


@pytest.mark.footage
@pytest.mark.parametrize(
    ("name", "size", "rate"), [("PETS09-S2L1", (768, 576), 7), ("TUD-Campus", (640, 480), 25)]
)
def test_crossings_of_annotated_people(
    footage_dir: Path, name: str, size: tuple[int, int], rate: int
) -> None:
    folder = footage_dir / "tracking" / name
    world, frames = ground_truth(folder, size, Fraction(1, rate))
    for line, seen in crossings_seen(folder, size):
        found = KIND.find(world, ask("line_crossing", line))
        assert len(found) == len(seen)
        for who, frame, word in seen:
            mine = [
                f for f in found if world.number[f.row] == who and f"moving_{word}" in measured(f)
            ]
            assert any(abs(int(frames[f.last]) - frame) <= 8 for f in mine)


@pytest.mark.campaign
def test_two_and_a_half_million_points_take_less_than_a_sixth_of_a_second() -> None:
    rng = np.random.default_rng(1)
    n, per = 125_000, 20
    row, step = np.repeat(np.arange(n), per), np.tile(np.arange(per), n)
    place = rng.integers(0, 65_535, (2, n))[:, row] + rng.normal(0, 300, (2, n))[:, row] * step
    x, y = np.clip(place + rng.normal(0, 60, (2, n * per)), 0, 65_535).round()
    one = tracks(Walk([(0, 0.0, 0.0)]))
    world = replace(
        one,
        number=np.arange(n, dtype=np.uint32),
        kind=rng.choice([1, 4], n).astype(np.uint8),
        score=np.full(n, 200, np.uint8),
        starts=np.arange(n + 1, dtype=np.int64) * per,
        t=NOON + row * 100_000 + step * 200_000,
        pts=step * 200,
        part=np.zeros(n * per, np.uint16),
        x=x,
        y=y,
        w=np.full(n * per, 2000.0),
        h=np.full(n * per, 5000.0),
    )
    line = Line(Point(10_000, 33_000), Point(40_000, 30_000))
    spent = []
    for _ in range(3):
        begin = time.process_time()
        assert len(KIND.find(world, ask("line_crossing", line))) > 1000
        spent.append(time.process_time() - begin)
    assert min(spent) < 0.150
