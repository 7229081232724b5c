import itertools
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.state.ticks import (
    DAY,
    HOUR,
    MINUTE,
    SECOND,
    STEPS,
    Step,
    Unit,
    instant_of,
    is_twice,
    local,
    next_stroke,
    offset,
    ruling,
    shifts,
    strokes,
)
from vsa_core.domain.moment import Window

PARIS = ZoneInfo("Europe/Paris")
CALCUTTA = ZoneInfo("Asia/Kolkata")


def at(*when: int, fold: int = 0) -> int:
    """The corrected time of a local date and time in Paris."""
    year, month, day, hour, minute, second = (*when, 0, 0, 0)[:6]
    return instant_of(datetime(year, month, day, hour, minute, second, fold=fold, tzinfo=PARIS))


FORWARD = at(2024, 3, 31, 3)
BACK = at(2024, 10, 27, 2, fold=1)
windows = st.builds(
    lambda start, span: Window(start, start + span),
    st.integers(at(2024, 1, 1), at(2025, 1, 1)),
    st.sampled_from([50_000, SECOND, 17 * MINUTE, 5 * HOUR, 3 * DAY, 40 * DAY, 2000 * DAY]),
)


def hours(window: Window, step: Step) -> list[str]:
    """The local hours of the strokes within a window."""
    return [f"{local(one, PARIS):%H:%M}" for one in strokes(step, window, PARIS)]


@given(windows, st.integers(2, 20))
def test_a_ruling_is_in_order_within_its_window_and_has_room_for_its_labels(
    window: Window, most: int
) -> None:
    ruled = ruling(window, most, PARIS)
    for marks in (ruled.major, ruled.minor):
        assert list(marks) == sorted(set(marks))
        assert all(window.start <= one < window.end for one in marks)
    assert set(ruled.major) <= set(ruled.minor)
    assert len(ruled.major) <= most * 1.1 + 1


@given(windows)
def test_a_date_always_stands_somewhere(window: Window) -> None:
    ruled = ruling(window, 12, PARIS)
    if ruled.chapter is None:
        assert ruled.step.unit is Unit.YEAR
    else:
        assert ruled.chapters[0] <= window.start
        assert all(one > window.start for one in ruled.chapters[1:])


@given(windows, st.sampled_from([step for step in STEPS if step.unit is not Unit.EXACT]))
def test_calendar_strokes_are_where_the_local_clock_says(window: Window, step: Step) -> None:
    if window.end - window.start > 400 * step.length:
        return
    for one in strokes(step, window, PARIS):
        moment = local(one, PARIS)
        assert moment.minute == moment.second == moment.microsecond == 0
        leapt = one == FORWARD
        if step.unit is Unit.HOUR:
            assert moment.hour % step.count == 0 or leapt
        else:
            assert moment.hour == 0
        if step.unit is Unit.WEEK:
            assert moment.weekday() == 0
        if step.unit in (Unit.MONTH, Unit.YEAR):
            assert moment.day == 1
            assert (moment.month - 1) % (step.count if step.unit is Unit.MONTH else 12) == 0


@given(windows)
def test_local_and_back_is_the_same_instant(window: Window) -> None:
    assert instant_of(local(window.start, PARIS)) == window.start


def test_the_finest_strokes_are_milliseconds_and_the_widest_are_decades() -> None:
    close = ruling(Window(at(2024, 5, 1), at(2024, 5, 1) + 50_000), 12, PARIS)
    assert close.step == Step(Unit.EXACT, 5000)
    assert close.chapter == Step(Unit.EXACT, SECOND)
    wide = ruling(Window(at(1950, 1, 1), at(2150, 1, 1)), 12, PARIS)
    assert wide.step == Step(Unit.YEAR, 20)
    assert local(wide.major[0], PARIS).year == 1960


def test_the_hour_that_comes_twice_has_two_strokes() -> None:
    night = Window(at(2024, 10, 27, 0), at(2024, 10, 27, 5))
    hourly = Step(Unit.EXACT, HOUR)
    assert hours(night, hourly) == ["00:00", "01:00", "02:00", "02:00", "03:00", "04:00"]
    assert [is_twice(one, PARIS) for one in strokes(hourly, night, PARIS)] == [
        False,
        False,
        True,
        True,
        False,
        False,
    ]


def test_the_hour_that_is_leapt_over_has_no_stroke() -> None:
    night = Window(at(2024, 3, 31, 0), at(2024, 3, 31, 7))
    assert hours(night, Step(Unit.EXACT, HOUR)) == [
        "00:00",
        "01:00",
        "03:00",
        "04:00",
        "05:00",
        "06:00",
    ]
    assert hours(night, Step(Unit.HOUR, 2)) == ["00:00", "03:00", "04:00", "06:00"]


def test_days_of_23_and_25_hours_begin_at_midnight() -> None:
    month = Window(at(2024, 10, 26), at(2024, 10, 30))
    days = strokes(Step(Unit.DAY, 1), month, PARIS)
    assert [b - a for a, b in itertools.pairwise(days)] == [DAY, 25 * HOUR, DAY]


@pytest.mark.parametrize(("change", "ahead"), [(FORWARD, 2), (BACK, 1)])
def test_a_change_of_hour_is_found_to_the_second(change: int, ahead: int) -> None:
    around = Window(change - 5 * DAY - 7 * SECOND, change + 3 * HOUR)
    assert shifts(around, PARIS) == (change,)
    assert offset(change, PARIS) == ahead * HOUR
    assert offset(change - 1, PARIS) != offset(change, PARIS)


def test_over_years_changes_of_hour_are_not_looked_for() -> None:
    assert shifts(Window(at(2020, 1, 1), at(2025, 1, 1)), PARIS) == ()


def test_strokes_follow_a_zone_of_half_hours() -> None:
    start = at(2024, 5, 1)
    for one in strokes(Step(Unit.EXACT, HOUR), Window(start, start + 6 * HOUR), CALCUTTA):
        assert local(one, CALCUTTA).minute == 0


@given(windows, st.sampled_from(STEPS))
def test_the_next_stroke_is_after_and_the_last_before(window: Window, step: Step) -> None:
    here = window.start
    after = next_stroke(here, 1, step, PARIS)
    before = next_stroke(here, -1, step, PARIS)
    assert before < here < after
    assert next_stroke(after, -1, step, PARIS) <= here
    assert next_stroke(before, 1, step, PARIS) >= here
