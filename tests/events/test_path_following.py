"""Following a drawn path: coverage, score, both directions, and the laws of every kind."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.events.laws import LAWS, Law
from tests.events.test_presence import YARD
from tests.events.worlds import NOON, PATHS, WORLDS, Step, Walk, ask, tracks
from vsa_core.domain.event import Measure
from vsa_core.domain.geometry import Path, Point
from vsa_core.domain.query import Query
from vsa_core.domain.track import Tracks
from vsa_core.errors import WrongUsage
from vsa_core.events.interface import ANYWHERE
from vsa_core.events.path_following import PathFollowing

KIND = PathFollowing()
BEND = Path((Point(10_000, 10_000), Point(40_000, 10_000), Point(40_000, 50_000)))
WALK: list[Step] = [
    (1000, 2000, 10_000), (2000, 20_000, 10_000), (3000, 40_000, 10_000), (4000, 40_000, 30_000),
    (5000, 40_000, 60_000),
]  # fmt: skip


def moved(steps: list[Step], dx: float, dy: float) -> list[Step]:
    return [(t, x + dx, y + dy) for t, x, y in steps]


def back(steps: list[Step]) -> list[Step]:
    return [(t, x, y) for (t, _, _), (_, x, y) in zip(steps, steps[::-1], strict=True)]


@pytest.mark.parametrize("law", LAWS)
@settings(max_examples=30)
@given(
    world=WORLDS,
    path=PATHS,
    tolerance=st.sampled_from([20, 150]),
    coverage=st.sampled_from([100, 400]),
)
def test_laws(law: Law, world: Tracks, path: Path, tolerance: int, coverage: int) -> None:
    law(KIND, world, ask("path_following", path, tolerance=tolerance, coverage=coverage))


@given(
    WORLDS, PATHS, st.tuples(*[st.integers(5, 200)] * 2), st.tuples(*[st.integers(100, 1000)] * 2)
)
def test_asking_less_loses_no_track(
    world: Tracks, path: Path, tolerance: tuple[int, int], coverage: tuple[int, int]
) -> None:
    strict = ask("path_following", path, tolerance=min(tolerance), coverage=max(coverage))
    loose = ask("path_following", path, tolerance=max(tolerance), coverage=min(coverage))
    few = {(f.row, f.direction) for f in KIND.find(world, strict)}
    assert few <= {(f.row, f.direction) for f in KIND.find(world, loose)}


@given(WORLDS, PATHS)
def test_the_path_drawn_backwards_swaps_the_words(world: Tracks, path: Path) -> None:
    def told(drawn: Path) -> list[tuple[int, int, int, str]]:
        query = ask("path_following", drawn, tolerance=150, coverage=200)
        return sorted((f.row, f.at, f.until, f.direction) for f in KIND.find(world, query))

    swap = {"along": "against", "against": "along"}
    turned = told(Path(path.points[::-1]))
    assert sorted((r, a, u, swap[w]) for r, a, u, w in turned) == told(path)


def test_who_walks_on_the_path_follows_it() -> None:
    (found,) = KIND.find(tracks(Walk(WALK)), ask("path_following", BEND))
    assert (found.at, found.until) == (NOON + 1_000_000, NOON + 5_000_000)
    assert (found.direction, found.rule, found.score) == ("along", "path_following", 1000)
    assert found.measures == (
        Measure("followed", 1000, 700, "per_mille_path"),
        Measure("off_path", 0, 50, "per_mille_diagonal"),
        Measure("near_path", 1000, None, "per_mille_way"),
    )


def test_the_other_way_is_against() -> None:
    world = tracks(Walk(back(WALK)))
    (found,) = KIND.find(world, ask("path_following", BEND))
    assert found.direction == "against"
    assert KIND.find(world, ask("path_following", BEND, "along")) == []


def test_the_nearer_the_better() -> None:
    world = tracks(Walk(WALK), Walk(moved(WALK, 1500, -1500)), Walk(moved(WALK, 9000, -9000)))
    found = KIND.find(world, ask("path_following", BEND))
    assert [f.row for f in found] == [0, 1]
    assert found[0].score > found[1].score > 0


def test_a_detour_costs_score() -> None:
    detour: list[Step] = [*WALK[:3], (3300, 60_000, 10_000), (3600, 40_000, 10_050), *WALK[3:]]
    straight, round_about = KIND.find(tracks(Walk(WALK), Walk(detour)), ask("path_following", BEND))
    assert round_about.measures[0].value == 1000
    assert round_about.score < straight.score


def test_distances_are_those_of_the_picture_in_its_proportions() -> None:
    aside = tracks(Walk(moved(WALK, 0, 4000)))
    (found,) = KIND.find(aside, ask("path_following", BEND, coverage=300))
    (wide,) = KIND.find(replace(aside, picture=(16, 9)), ask("path_following", BEND, coverage=300))
    assert wide.measures[1].value < found.measures[1].value  # the diagonal is longer


def test_in_another_order_is_not_followed() -> None:
    halves = [
        *WALK[2:],
        (6000, 60_000, 60_000),
        (7000, 60_000, 2000),
        *[(8000 + i, x, y) for i, (_, x, y) in enumerate(WALK[:3])],
    ]
    assert KIND.find(tracks(Walk(halves)), ask("path_following", BEND)) == []


def test_part_of_the_path_is_a_miss_that_says_how_much() -> None:
    query = ask("path_following", BEND)
    half = tracks(Walk(WALK[:3]))
    assert KIND.find(half, query) == []
    (miss,) = KIND.misses(half, query)
    assert miss.rule == "path_partly"
    followed = miss.measures[0]
    assert (followed.name, followed.threshold) == ("followed", 700)
    assert 350 <= followed.value < 700
    assert KIND.misses(tracks(Walk(WALK[:2])), query) == []


def test_lost_half_way_and_seen_again_is_one_following() -> None:
    jump = [WALK[0], WALK[1], WALK[2], WALK[4]]
    (found,) = KIND.find(tracks(Walk(jump)), ask("path_following", BEND))
    assert found.score == 1000


def test_anywhere() -> None:
    assert KIND.cells(BEND) == ANYWHERE


def test_a_place_of_another_sort_is_refused() -> None:
    for place in (None, YARD):
        for search in (KIND.find, KIND.misses):
            with pytest.raises(WrongUsage, match="EVT-002"):
                search(tracks(), Query("path_following", place=place))
