"""A learnt flow: one voice a track and cell, agreement, support, and its laws."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.events.worlds import (
    NOON,
    WORLDS,
    Step,
    Walk,
    ask,
    later,
    mirrored,
    only,
    reversed_film,
    tracks,
)
from vsa_core.domain.geometry import FLOW_SIDE, NO_FLOW, Flow
from vsa_core.domain.moment import Window
from vsa_core.domain.query import Query
from vsa_core.domain.track import Tracks
from vsa_core.events.flow_learning import AGREEMENT, FEWEST, learnt
from vsa_core.events.wrong_way import WrongWay

ANY = Query("wrong_way")
MANY_WORLDS = st.lists(WORLDS, min_size=1, max_size=4)


def across(y: float, back: bool = False, pace: int = 200) -> Walk:
    """One walk along a row of the picture."""
    xs = [1000.0 + 2000 * i for i in range(32)]
    steps: list[Step] = [(pace * i, x, y) for i, x in enumerate(xs[::-1] if back else xs)]
    return Walk(steps)


def test_five_walkers_that_agree_make_a_direction() -> None:
    world = tracks(*[across(10_000.0)] * FEWEST)
    told = learnt([world], ANY)
    assert told.flow.cells[8:16] == (0,) * 8
    assert told.support[8:16] == (FEWEST,) * 8
    assert told.agreement[8:16] == (1000,) * 8
    assert set(told.flow.cells[:8] + told.flow.cells[16:]) == {NO_FLOW}


def test_too_few_make_none() -> None:
    told = learnt([tracks(*[across(10_000.0)] * (FEWEST - 1))], ANY)
    assert set(told.flow.cells) == {NO_FLOW}
    assert told.support[8] == FEWEST - 1


def test_those_that_disagree_make_none() -> None:
    world = tracks(*[across(10_000.0)] * 8, *[across(10_000.0, back=True)] * 2)
    told = learnt([world], ANY)
    assert (told.support[8], told.agreement[8]) == (10, 600)
    assert AGREEMENT > 600
    assert told.flow.cells[8] == NO_FLOW


def test_one_slow_walker_has_one_voice() -> None:
    world = tracks(*[across(10_000.0)] * 9, across(10_000.0, back=True, pace=20_000))
    told = learnt([world], ANY)
    assert (told.flow.cells[8], told.agreement[8]) == (0, 800)


def test_standing_has_no_voice() -> None:
    world = tracks(*[Walk([(0, 9000, 9000), (500, 9010, 9000)])] * 9)
    assert set(learnt([world], ANY).support) == {0}


def test_classes_choose_who_is_asked() -> None:
    world = tracks(*[across(10_000.0)] * 5)
    told = learnt([world], Query("wrong_way", classes=("car",)))
    assert set(told.support) == {0}


def test_only_steps_within_the_window_count() -> None:
    world = tracks(*[across(10_000.0)] * 5)
    half = Window(NOON, NOON + 3_100_000)
    told = learnt([world], ANY, half)
    assert told.support[8:16] == (5, 5, 5, 5, 0, 0, 0, 0)


def test_what_is_learnt_can_be_asked_with() -> None:
    flow = learnt([tracks(*[across(10_000.0)] * 5)], ANY).flow
    query = ask("wrong_way", flow, distance=500)
    assert WrongWay().find(tracks(across(10_000.0)), query) == []
    assert len(WrongWay().find(tracks(across(10_000.0, back=True)), query)) == 1


@given(MANY_WORLDS)
def test_time_does_not_matter(films: list[Tracks]) -> None:
    assert learnt([later(film, 86_400_000_001) for film in films], ANY) == learnt(films, ANY)


@given(MANY_WORLDS)
def test_backwards_each_direction_turns_round(films: list[Tracks]) -> None:
    seen = learnt(films, ANY)
    told = learnt([reversed_film(film) for film in films], ANY)
    assert (told.support, told.agreement) == (seen.support, seen.agreement)
    turned = [c if c == NO_FLOW else (c + 128) % 256 for c in seen.flow.cells]
    assert told.flow == Flow(tuple(turned))


@given(MANY_WORLDS)
def test_a_mirror_mirrors(films: list[Tracks]) -> None:
    seen = learnt(films, ANY)
    told = learnt([mirrored(film) for film in films], ANY)

    def rows(values: tuple[int, ...]) -> list[list[int]]:
        return [list(values[at : at + FLOW_SIDE]) for at in range(0, 64, FLOW_SIDE)]

    assert rows(told.support) == [row[::-1] for row in rows(seen.support)]
    assert rows(told.agreement) == [row[::-1] for row in rows(seen.agreement)]


@given(st.lists(WORLDS, min_size=2, max_size=4))
def test_the_order_of_films_and_of_tracks_does_not_matter(films: list[Tracks]) -> None:
    turned = [only(film, range(len(film))[::-1]) for film in films[::-1]]
    seen, told = learnt(films, ANY), learnt(turned, ANY)
    assert told.support == seen.support
    assert told.agreement == pytest.approx(seen.agreement, abs=1)


def test_nothing_teaches_nothing() -> None:
    assert set(learnt([], ANY).flow.cells) == {NO_FLOW}
    assert set(learnt([tracks()], ANY).flow.cells) == {NO_FLOW}
