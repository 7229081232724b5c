from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from app.state.speed import PAUSE, RATES, STILL, is_long, shuttled, skipped
from vsa_core.domain.moment import Window


def test_pressing_the_same_way_again_goes_faster_up_to_the_fastest() -> None:
    rate, seen = STILL, []
    for _ in range(6):
        rate = shuttled(rate, 1)
        seen.append(rate)
    assert seen == [1, 2, 4, 8, 8, 8]
    for _ in range(6):
        rate = shuttled(rate, -1)
    assert rate == -8


def test_turning_round_begins_in_real_time() -> None:
    assert shuttled(Fraction(8), -1) == -1
    assert shuttled(Fraction(-4), 1) == 1


def test_from_slow_motion_it_goes_to_real_time() -> None:
    assert shuttled(Fraction(1, 4), 1) == 1


def test_every_rate_that_the_keys_reach_is_on_offer() -> None:
    for way in (1, -1):
        rate = STILL
        for _ in range(5):
            rate = shuttled(rate, way)
            assert rate in RATES


@given(st.integers(1, 10**9), st.integers(0, 10**9), st.sampled_from(RATES))
def test_of_a_pause_no_more_than_a_second_is_left_to_show(
    length: int, since: int, rate: Fraction
) -> None:
    pause = Window(0, length)
    at = min(since, length - 1)
    ahead = skipped(pause, at, rate)
    left = length - ahead if rate > 0 else ahead
    assert left <= PAUSE * abs(rate) or ahead == at
    assert (ahead - at) * rate >= 0
    assert skipped(pause, ahead, rate) == ahead


def test_a_pause_within_one_recording_is_not_worth_a_word() -> None:
    assert not is_long(Window(0, 2_000_000))
    assert is_long(Window(0, 2_000_001))
