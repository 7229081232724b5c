"""Sides held for good: what is jitter, and what happens exactly on the border."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from tests.events.worlds import NOON, Walk, tracks
from vsa_core.events.anchor import Paths, anchored
from vsa_core.events.settled import Holds, flip_steps, flips_at, settled, sides


def _paths(*lengths: int, pause: int = 100) -> Paths:
    world = tracks(*(Walk([(i * pause, 0.0, 0.0) for i in range(n)]) for n in lengths))
    return anchored(world, np.arange(len(lengths)), np.zeros(len(lengths)))


def _held(field: list[float], settle: int = 0, margin: float = 0.0, *lengths: int) -> Holds:
    paths = _paths(*(lengths or (len(field),)))
    values: NDArray[np.float64] = np.array(field)
    signs = sides(paths, values)
    flips = flips_at(paths, flip_steps(paths, signs), np.full(len(flip_steps(paths, signs)), 0.5))
    return settled(paths, signs, np.abs(values) >= margin, flips, settle)


def test_a_point_on_the_border_keeps_the_side_it_came_from() -> None:
    assert sides(_paths(6), np.array([1.0, 0, 0, -1, 0, 1])).tolist() == [1, 1, 1, -1, -1, 1]


def test_a_track_that_begins_on_the_border_has_the_side_it_first_takes() -> None:
    assert sides(_paths(2, 3), np.array([5.0, 5, 0, 0, -1])).tolist() == [1, 1, -1, -1, -1]


def test_a_track_that_stays_on_the_border_has_no_side() -> None:
    assert sides(_paths(1, 2, 1), np.array([3.0, 0, 0, 3])).tolist() == [1, 0, 0, 1]
    assert sides(_paths(2), np.zeros(2)).tolist() == [0, 0]


def test_no_flip_from_one_track_to_the_next() -> None:
    paths = _paths(2, 2, 2)
    assert flip_steps(paths, np.array([1, 1, -1, 1, -1, -1], np.int8)).tolist() == [2]


def test_a_hold_runs_from_border_to_border() -> None:
    holds = _held([-1, -1, 1, 1, 1, -1])
    assert holds.side.tolist() == [-1, 1, -1]
    assert (holds.since - NOON).tolist() == [0, 150_000, 450_000]
    assert (holds.until - NOON).tolist() == [150_000, 450_000, 500_000]
    assert holds.follows.tolist() == [False, True, True]


def test_a_short_hold_between_two_others_leaves_no_trace() -> None:
    holds = _held([-1, -1, 1, -1, -1], 101)
    assert holds.side.tolist() == [-1]
    assert (holds.first.tolist(), holds.last.tolist()) == ([0], [4])
    assert (holds.until - NOON).tolist() == [400_000]
    assert len(_held([-1, -1, 1, -1, -1], 100).side) == 3


def test_a_short_hold_at_either_end_stays() -> None:
    assert _held([-1, 1, 1, 1, 1, -1], 400).side.tolist() == [-1, 1, -1]


def test_unsure_points_decide_nothing() -> None:
    assert _held([-9, -1, 1, -1, 1, 9], 0, 5.0).side.tolist() == [-1, 1]
    assert _held([-1, 1, -1], 0, 5.0).side.tolist() == []


def test_tracks_do_not_touch_each_other() -> None:
    holds = _held([-1, -1, 1, 1], 0, 0.0, 2, 2)
    assert holds.path.tolist() == [0, 1]
    assert holds.follows.tolist() == [False, False]


@given(
    st.lists(st.lists(st.sampled_from([-2.0, -1.0, 0.0, 1.0, 2.0]), min_size=1), min_size=1),
    st.sampled_from([0, 150, 1000]),
    st.sampled_from([0.0, 2.0]),
)
def test_holds_take_turns_and_cover_their_track(
    fields: list[list[float]], settle: int, margin: float
) -> None:
    paths = _paths(*(len(field) for field in fields))
    flat = [value for field in fields for value in field]
    holds = _held(flat, settle, margin, *(len(field) for field in fields))
    for path in range(len(fields)):
        mine = np.flatnonzero(holds.path == path)
        begin, end = paths.t[paths.starts[path]], paths.t[paths.starts[path + 1] - 1]
        if len(mine):
            assert holds.since[mine[0]] == begin
            assert holds.until[mine[-1]] == end
        assert (holds.since[mine[1:]] == holds.until[mine[:-1]]).all()
        assert (holds.side[mine[1:]] == -holds.side[mine[:-1]]).all()
        assert (holds.until - holds.since)[mine[1:-1]].min(initial=settle * 1000) >= settle * 1000
