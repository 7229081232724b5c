from hypothesis import given
from hypothesis import strategies as st

from app.state.stopwatch import Stopwatch


@given(st.lists(st.tuples(st.integers(0, 10_000), st.integers(0, 10_000)), max_size=20))
def test_work_is_counted_and_pauses_are_not(stretches: list[tuple[int, int]]) -> None:
    now = [77]
    watch, worked = Stopwatch(lambda: now[0]), 0
    for work, pause in stretches:
        now[0] += work
        worked += work
        assert watch.elapsed == worked
        watch.hold()
        now[0] += pause
        assert watch.elapsed == worked
        watch.go_on()
    assert watch.elapsed == worked


def test_holding_or_going_on_twice_changes_nothing() -> None:
    now = [0]
    watch = Stopwatch(lambda: now[0])
    now[0] = 10
    watch.hold()
    now[0] = 25
    watch.hold()
    watch.go_on()
    now[0] = 30
    watch.go_on()
    assert watch.elapsed == 15
