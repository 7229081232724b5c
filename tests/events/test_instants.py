"""Instants: when anybody was seen, who is there then, and what hangs together."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.events.company_worlds import COMPANIES, still
from tests.events.test_presence import YARD
from tests.events.worlds import NOON, Walk, tracks
from vsa_core.domain.query import Query
from vsa_core.domain.track import Tracks
from vsa_core.events import instants as file
from vsa_core.events.anchor import Paths
from vsa_core.events.company import company
from vsa_core.events.instants import following, instants, joined, samples, stretches

EVERY_SECOND = Walk([(t * 1000, 1000.0 * t, 30_000.0) for t in range(5)])
SELDOM = Walk([(500, 0.0, 30_000.0), (2500, 4000.0, 30_000.0), (9000, 0.0, 30_000.0)])


def paths(world: Tracks) -> Paths:
    return company(world, Query("proximity"), None)


def test_a_path_is_there_at_its_points_and_between_near_ones() -> None:
    asked = instants(paths(tracks(EVERY_SECOND, SELDOM)), 2000, 2)
    assert ((asked.times - NOON) // 1000).tolist() == [500, 1000, 2000, 2500]
    assert asked.there.tolist() == [2, 2, 2, 2]
    assert asked.order.tolist() == [1, 2, 3, 4]
    alone = instants(paths(tracks(EVERY_SECOND, SELDOM)), 2000, 1)
    assert ((alone.times - NOON) // 1000).tolist() == [0, 500, 1000, 2000, 2500, 3000, 4000, 9000]


def test_between_two_points_it_is_where_the_line_takes_it() -> None:
    world = tracks(EVERY_SECOND, SELDOM)
    (seen,) = samples(paths(world), instants(paths(world), 2000, 2), None)
    mine = seen.only(seen.path == 1)
    assert mine.x.tolist() == [0.0, 1000.0, 3000.0, 4000.0]
    other = seen.only(seen.path == 0)
    assert other.x.tolist() == [500.0, 1000.0, 2000.0, 2500.0]
    assert set(seen.h.tolist()) == {6000.0}


def test_in_a_zone_who_is_in_it_at_that_instant() -> None:
    walk = Walk([(0, 12_000.0, 30_000.0), (1000, 30_000.0, 30_000.0), (2000, 60_000.0, 30_000.0)])
    world = tracks(walk, still(30_000, 30_000, 0, 2000, every=250))
    (seen,) = samples(paths(world), instants(paths(world), 2000, 1), YARD)
    mine = seen.only(seen.path == 0)
    assert mine.x.tolist() == [21_000.0, 25_500.0, 30_000.0, 37_500.0]


@given(world=COMPANIES, gap=st.sampled_from([0, 300, 3000]), size=st.integers(1, 9))
def test_blocks_of_any_size_hold_the_same_samples(world: Tracks, gap: int, size: int) -> None:
    way = paths(world)
    asked = instants(way, gap, 2)
    whole = [
        (seen.instant, seen.path, seen.x, seen.y, seen.h) for seen in samples(way, asked, None)
    ]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(file, "BLOCK", size)
        parts = [(s.instant, s.path, s.x, s.y, s.h) for s in samples(way, asked, None)]
    for one, other in zip(zip(*whole, strict=True), zip(*parts, strict=True), strict=True):
        assert np.concatenate(one).tolist() == np.concatenate(other).tolist()
    firsts = [set(instant.tolist()) for instant, *_ in parts]
    assert sum(map(len, firsts)) == len(set().union(*firsts))


@given(world=COMPANIES, gap=st.sampled_from([0, 300, 3000]))
def test_as_many_are_there_as_samples_say(world: Tracks, gap: int) -> None:
    way = paths(world)
    asked = instants(way, gap, 1)
    counted = np.zeros(len(asked.times), np.int64)
    for seen in samples(way, asked, None):
        np.add.at(counted, seen.instant, 1)
        assert len(set(zip(seen.instant.tolist(), seen.path.tolist(), strict=True))) == len(
            seen.path
        )
    assert counted.tolist() == asked.there.tolist()


def test_the_last_point_of_a_path_is_followed_by_nothing() -> None:
    world = tracks(Walk([(0, 1, 1), (100, 1, 1), (500, 1, 1)]), Walk([(500, 1, 1)]))
    assert joined(paths(world), 300_000).tolist() == [True, False, False, False]


def test_rows_hang_together_over_short_absences() -> None:
    way = paths(tracks(still(1, 1, 0, 2000, every=100)))
    asked = instants(way, 100, 1)
    key, at = np.array([0, 0, 0, 0, 1]), np.array([0, 1, 4, 9, 10])
    follows, apart = following(key, at, asked, 300)
    assert follows.tolist() == [True, False, False, False]
    assert apart.tolist() == [False, False, True, True]
    found = stretches(key, at, asked, 300)
    assert (found.first.tolist(), found.last.tolist()) == ([0, 3, 4], [2, 3, 4])
    assert (found.lasted // 1000).tolist() == [100, 0, 0]
    assert (found.absent // 1000).tolist() == [300, 0, 0]


def test_nothing_gives_nothing() -> None:
    way = paths(tracks())
    asked = instants(way, 100, 1)
    assert list(samples(way, asked, None)) == []
    none = np.zeros(0, np.int64)
    assert len(stretches(none, none, asked, 0).first) == 0
