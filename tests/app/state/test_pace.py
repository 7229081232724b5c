from hypothesis import given
from hypothesis import strategies as st

from app.state.pace import ENOUGH, FEWEST, SPACING, WINDOW, Pace

RATES = st.integers(1, 500)
STEPS = st.integers(SPACING, 5000)


def steady(rate: int, step: int, count: int, begin: int = 0) -> Pace:
    """A pace at a constant rate, heard every `step` milliseconds."""
    pace = Pace()
    for n in range(count):
        pace.heard(begin + n * step, n * step * rate)
    return pace


@given(RATES, STEPS, st.integers(0, 10**9))
def test_at_a_constant_rate_the_rest_is_exact(rate: int, step: int, left: int) -> None:
    pace = steady(rate, step, 40)
    assert pace.remaining(left) == -(-left // rate)


@given(RATES, STEPS, st.integers(0, 10**9))
def test_half_of_the_work_takes_half_of_the_time(rate: int, step: int, left: int) -> None:
    pace = steady(rate, step, 40)
    whole, half = pace.remaining(2 * left), pace.remaining(left)
    assert whole is not None
    assert half is not None
    assert 0 <= 2 * half - whole <= 2


@given(
    st.lists(st.tuples(st.integers(0, 10_000), st.integers(-1000, 100_000)), max_size=60),
    st.integers(-1000, 10**9),
)
def test_it_is_never_negative_whatever_is_heard(moves: list[tuple[int, int]], left: int) -> None:
    pace, at, done = Pace(), 0, 0
    for later, more in moves:
        at, done = at + later, done + more
        pace.heard(at, done)
        told = pace.remaining(left)
        assert told is None or told >= 0


@given(st.lists(st.integers(SPACING, 4000), min_size=20, max_size=60), RATES, st.integers(1, 10**8))
def test_twice_as_fast_takes_half_as_long(steps: list[int], rate: int, left: int) -> None:
    slow, fast, at = Pace(), Pace(), 0
    for step in steps:
        at += step
        slow.heard(at, at * rate)
        fast.heard(at, at * rate * 2)
    one, two = slow.remaining(left), fast.remaining(left)
    assert one is not None
    assert two is not None
    assert 0 <= 2 * two - one <= 2


def test_nothing_is_said_before_there_is_enough() -> None:
    assert Pace().remaining(1000) is None
    few = steady(10, ENOUGH, FEWEST - 1)
    assert few.remaining(1000) is None
    short = steady(10, SPACING, ENOUGH // SPACING)
    assert short.remaining(1000) is None
    assert steady(10, SPACING, ENOUGH // SPACING + 1).remaining(1000) == 100


def test_what_stands_still_has_no_end() -> None:
    pace = Pace()
    for at in range(0, 60_000, 1000):
        pace.heard(at, 5)
    assert pace.remaining(1000) is None


@given(st.integers(0, 60))
def test_one_jump_moves_nothing(when: int) -> None:
    pace = Pace()
    for n in range(60):
        pace.heard(n * 1000, n * 10_000 + (10**8 if n >= when else 0))
    assert pace.remaining(100_000) == 10_000


def test_what_is_long_ago_is_forgotten() -> None:
    pace = steady(1, 1000, 300)
    done = 299_000
    for n in range(1, WINDOW // 1000 + 2):
        pace.heard(299_000 + n * 1000, done + n * 50_000)
    assert pace.remaining(100_000) == 2000


def test_what_comes_too_close_is_not_counted() -> None:
    pace = Pace()
    for at in range(0, ENOUGH, 10):
        pace.heard(at, at * 3)
    pace.heard(ENOUGH, ENOUGH * 3)
    assert pace.remaining(300) == 100
