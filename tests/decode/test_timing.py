"""The rule of time: what is right stands, the rest is rebuilt, and no two pictures share a time."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vsa_core.decode.timing import (
    NO_TIME,
    RAW,
    Given,
    Settled,
    raw_tick,
    settle,
    slotted,
    usual_step,
)

BASE = Fraction(1, 1000)
RATE = Fraction(25)

times = st.one_of(st.just(NO_TIME), st.integers(-(2**63), 2**63 - 1), st.integers(0, 4000))


def given_times(
    pts: list[int],
    dts: list[int] | None = None,
    keys: frozenset[int] = frozenset({0}),
    hidden: frozenset[int] = frozenset(),
) -> Given:
    n = len(pts)
    return Given(
        np.array(pts, np.int64),
        np.array(dts if dts is not None else pts, np.int64),
        np.isin(np.arange(n), sorted(keys)),
        ~np.isin(np.arange(n), sorted(hidden)),
    )


def settled(told: Given, container: str = "mov,mp4,m4a,3gp,3g2,mj2") -> Settled:
    return settle(told, container, RATE, BASE)


def test_times_that_are_right_stand() -> None:
    reordered = [80, 240, 160, 120, 200]
    result = settled(given_times(reordered, [0, 40, 80, 120, 160]))
    assert result.pts.tolist() == reordered
    assert result.timed
    assert not result.repaired


def test_a_raw_stream_counts_up_whatever_it_says() -> None:
    for container in sorted(RAW):
        result = settled(given_times([5, 3, 9], [1, 1, 1]), container)
        assert result.pts.tolist() == [0, 40, 80]
        assert not result.timed


def test_a_file_without_any_time_counts_up() -> None:
    result = settled(given_times([NO_TIME] * 3))
    assert (result.pts.tolist(), result.timed) == ([0, 40, 80], False)


def test_avi_takes_the_order_not_what_was_guessed() -> None:
    result = settled(given_times([1, 4, 2, 3], [0, 1, 2, 5]), "avi")
    assert result.pts.tolist() == [0, 1, 2, 5]
    assert (result.timed, result.repaired) == (True, False)


def test_a_missing_time_comes_from_the_decoding_time() -> None:
    result = settled(given_times([80, NO_TIME, 160, 200], [0, 40, 80, 120]))
    assert result.pts.tolist() == [80, 120, 160, 200]
    assert result.repaired


def test_a_missing_time_without_help_follows_the_one_before() -> None:
    told = given_times([0, 40, NO_TIME, NO_TIME, 160], [NO_TIME] * 5)
    assert settled(told).pts.tolist() == [0, 40, 80, 120, 160]


def test_a_clock_that_goes_back_at_a_key_picture_starts_a_later_era() -> None:
    told = given_times([0, 40, 80, 0, 40, 80], keys=frozenset({0, 3}))
    result = settled(told)
    assert result.pts.tolist() == [0, 40, 80, 120, 160, 200]
    assert result.repaired


def test_leading_pictures_follow_the_earlier_era_too() -> None:
    pts = [0, 40, 80, 120, 80, 0, 40]
    told = given_times(pts, [NO_TIME] * 7, keys=frozenset({0, 4}))
    assert settled(told).pts.tolist() == [0, 40, 80, 120, 240, 160, 200]


def test_a_clock_that_goes_back_between_key_pictures_is_seen_in_the_decoding_times() -> None:
    result = settled(given_times([0, 40, 80, 20, 60, 100]))
    steps = np.diff(result.pts).tolist()
    assert (steps[:2], steps[3:]) == ([40, 40], [40, 40])
    assert steps[2] > 0
    assert result.repaired


def test_more_pictures_than_a_decoder_can_hold_cannot_be_waiting() -> None:
    forward = list(range(0, 4000, 40))
    told = given_times([*forward, *forward], [NO_TIME] * 200)
    result = settled(told)
    assert (np.diff(result.pts) > 0).all()
    assert len(set(np.diff(result.pts[:100]).tolist())) == 1


def test_a_repeated_time_is_pushed_by_one_tick() -> None:
    assert settled(given_times([0, 40, 40, 80])).pts.tolist()[-1] > 40
    result = settled(given_times([0, 40, 40, 80], [0, 40, 40, 80]))
    assert len(set(result.pts.tolist())) == 4
    assert result.repaired


def test_a_lone_bit_error_does_not_move_what_follows() -> None:
    pts = [0, 40, 80, 2**40, 160, 200]
    assert settled(given_times(pts)).pts.tolist() == [0, 40, 80, 120, 160, 200]


def test_hidden_packets_have_no_time_and_disturb_nobody() -> None:
    result = settled(given_times([0, 40, 40, 80], hidden=frozenset({2})))
    assert result.pts.tolist() == [0, 40, NO_TIME, 80]
    assert not result.repaired


def test_no_packets_at_all() -> None:
    assert len(settled(given_times([])).pts) == 0


@pytest.mark.parametrize(
    ("rate", "tick"),
    [
        (Fraction(25), 40),
        (None, 40),
        (Fraction(0), 40),
        (Fraction(1000), 40),
        (Fraction(10), 100),
        (Fraction(30_000, 1001), 33),
    ],
)
def test_the_tick_of_a_raw_stream(rate: Fraction | None, tick: int) -> None:
    assert raw_tick(rate, BASE) == tick
    assert raw_tick(Fraction(240), Fraction(1)) == 1


def test_which_streams_go_by_turn() -> None:
    up, none = np.array([0, 40, 80], np.int64), np.full(3, NO_TIME, np.int64)
    assert slotted("avi", up, up)
    assert slotted("h264", up, none)
    assert slotted("mov", up, none)
    assert not slotted("mov", up, up)
    assert not slotted("matroska,webm", np.array([0, 80, 40], np.int64), none)


def test_the_usual_step_is_the_median() -> None:
    assert usual_step(np.array([0, 40, 80, 5000]), 7) == 40
    assert usual_step(np.array([0, 40, 160]), 7) == 40
    assert usual_step(np.array([3]), 7) == 7


@given(
    st.lists(st.tuples(times, times, st.booleans(), st.booleans()), max_size=60),
    st.sampled_from(["mov", "avi", "mpegts", "h264"]),
)
def test_whatever_comes_in_shown_times_differ_and_stay_small(
    rows: list[tuple[int, int, bool, bool]], container: str
) -> None:
    told = Given(
        np.array([row[0] for row in rows], np.int64),
        np.array([row[1] for row in rows], np.int64),
        np.array([row[2] for row in rows], np.bool_),
        np.array([row[3] for row in rows], np.bool_),
    )
    result = settled(told, container)
    shown = result.pts[told.shown]
    assert (shown != NO_TIME).all()
    assert (result.pts[~told.shown] == NO_TIME).all()
    assert len(set(shown.tolist())) == len(shown)
    assert (np.abs(shown) < 2**53).all()


@given(st.data())
def test_valid_reordered_streams_are_left_alone(data: st.DataObject) -> None:
    groups = data.draw(st.lists(st.integers(0, 3), min_size=1, max_size=20))
    steps = data.draw(st.lists(st.integers(1, 200), min_size=100, max_size=100))
    clock = np.cumsum(steps).tolist()
    pts: list[int] = [clock[0]]
    shown = 1
    for b_pictures in groups:
        inside = clock[shown : shown + b_pictures + 1]
        pts += [inside[-1], *inside[:-1]]
        shown += b_pictures + 1
    dts = sorted(t - 1000 for t in pts)
    result = settled(given_times(pts, dts))
    assert result.pts.tolist() == pts
    assert not result.repaired
