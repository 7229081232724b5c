"""Seen: every track once, over its whole life."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.events.laws import LAWS, Law
from tests.events.worlds import NOON, WORLDS, Walk, ask, tracks
from vsa_core.domain.event import Measure
from vsa_core.domain.track import Tracks
from vsa_core.events.interface import ANYWHERE
from vsa_core.events.seen import Seen

KIND = Seen()
PASSER = Walk([(1000, 10_000, 30_000), (3000, 20_000, 30_000), (6500, 30_000, 30_000)])


@pytest.mark.parametrize("law", LAWS)
@settings(max_examples=50)
@given(world=WORLDS, minimum=st.sampled_from([0, 40, 3000]))
def test_laws(law: Law, world: Tracks, minimum: int) -> None:
    law(KIND, world, ask("seen", None, minimum=minimum))


@given(WORLDS, st.integers(0, 20_000))
def test_every_track_is_told_or_missed_once(world: Tracks, minimum: int) -> None:
    query = ask("seen", None, minimum=minimum)
    rows = [f.row for f in (*KIND.find(world, query), *KIND.misses(world, query))]
    assert sorted(rows) == list(range(len(world)))


@given(WORLDS, st.integers(0, 20_000), st.integers(0, 20_000))
def test_asking_for_longer_lives_finds_fewer(world: Tracks, a: int, b: int) -> None:
    low, high = sorted((a, b))
    few = {f.row for f in KIND.find(world, ask("seen", None, minimum=high))}
    assert few <= {f.row for f in KIND.find(world, ask("seen", None, minimum=low))}


def test_the_event_is_the_life_of_the_track() -> None:
    (found,) = KIND.find(tracks(PASSER), ask("seen", None, minimum=5500))
    assert (found.at, found.until) == (NOON + 1_000_000, NOON + 6_500_000)
    assert (found.first, found.last, found.rule) == (0, 2, "seen")
    assert found.measures == (
        Measure("in_view", 5500, 5500, "ms"),
        Measure("looks", 3, None, "count"),
    )


def test_too_short_is_a_miss_that_says_by_how_much() -> None:
    query = ask("seen", None, minimum=5501)
    assert KIND.find(tracks(PASSER), query) == []
    (miss,) = KIND.misses(tracks(PASSER), query)
    assert miss.measures[0] == Measure("in_view", 5500, 5501, "ms")


def test_one_sighting_is_a_life_of_no_length() -> None:
    (found,) = KIND.find(tracks(Walk([(5, 1, 1)])), ask("seen", None))
    assert found.at == found.until


def test_anywhere() -> None:
    assert KIND.cells(None) == ANYWHERE
