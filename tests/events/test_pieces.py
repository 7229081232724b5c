"""Pieces: when each path is in a place, and when so many are."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from tests.events.company_oracle import stays_inside
from tests.events.company_worlds import COMPANIES, still
from tests.events.test_presence import YARD
from tests.events.worlds import NOON, WORLDS, ZONES, Walk, tracks
from vsa_core.domain.geometry import Zone
from vsa_core.domain.query import Query
from vsa_core.domain.track import Tracks
from vsa_core.events.company import company
from vsa_core.events.pieces import Pieces, crowds, pieces


def told(world: Tracks, zone: Zone | None, gap: int) -> list[tuple[int, int, int]]:
    paths = company(world, Query("crowd_density"), None)
    found = pieces(paths, zone, gap)
    columns = (found.path.tolist(), found.since.tolist(), found.until.tolist())
    return list(zip(*columns, strict=True))


@given(WORLDS | COMPANIES, st.none() | ZONES, st.sampled_from([0, 250, 3000]))
def test_step_by_step_gives_the_same(world: Tracks, zone: Zone | None, gap: int) -> None:
    wanted = [
        (row, since, until)
        for row in range(len(world))
        for since, until in stays_inside(world, int(world.number[row]), zone, gap)
    ]
    assert told(world, zone, gap) == wanted


def test_a_long_gap_ends_a_piece_even_within_the_zone() -> None:
    world = tracks(Walk([(0, 3e4, 3e4), (1000, 3e4, 3e4), (5000, 3e4, 3e4)]))
    seconds = [
        (path, (a - NOON) // 1_000_000, (b - NOON) // 1_000_000)
        for path, a, b in told(world, YARD, 3000)
    ]
    assert seconds == [(0, 0, 1), (0, 5, 5)]


def test_a_border_passed_during_a_long_gap_is_not_told() -> None:
    world = tracks(Walk([(0, 1e4, 3e4), (4000, 3e4, 3e4), (5000, 3e4, 3e4)]))
    assert told(world, YARD, 3000) == [(0, NOON + 4_000_000, NOON + 5_000_000)]
    assert told(world, YARD, 4000) == [(0, NOON + 2_000_000, NOON + 5_000_000)]


def _pieces(*spans: tuple[int, int]) -> Pieces:
    table = np.array(spans, np.int64).reshape(-1, 2) * 1000
    return Pieces(np.arange(len(spans)), table[:, 0], table[:, 1])


def test_who_comes_as_another_goes_meets_him() -> None:
    found = crowds(_pieces((0, 5), (5, 9)), 2, 0)
    assert (found.since.tolist(), found.until.tolist()) == ([5000], [5000])
    assert found.lasted.tolist() == [0]


def test_fewer_for_a_moment_is_counted_out() -> None:
    found = crowds(_pieces((0, 9), (0, 3), (5, 9)), 2, 2)
    assert (found.since.tolist(), found.until.tolist()) == ([0], [9000])
    assert (found.lasted.tolist(), found.absent.tolist(), found.most.tolist()) == (
        [7000],
        [2000],
        [2],
    )
    apart = crowds(_pieces((0, 9), (0, 3), (5, 9)), 2, 1)
    assert apart.since.tolist() == [0, 5000]
    assert apart.absent.tolist() == [0, 0]


def test_nobody_makes_no_crowd() -> None:
    assert len(crowds(_pieces(), 1, 0).since) == 0
    assert told(tracks(), YARD, 1000) == []
    assert len(told(tracks(still(1, 1)), None, 1000)) == 1
