from fractions import Fraction

import numpy as np
from hypothesis import assume, given
from hypothesis import strategies as st

from app.state.visible import (
    CLOSEST,
    EARLIEST,
    LATEST,
    centred,
    columns,
    fitted,
    hull,
    instant,
    panned,
    position,
    within_calendar,
    zoomed,
)
from tests.desk.scene import HOUR, START
from vsa_core.domain.moment import Window

LIMITS = Window(START, START + 24 * HOUR)
windows = st.builds(
    lambda start, span: Window(start, start + span),
    st.integers(START - HOUR, START + 24 * HOUR),
    st.integers(CLOSEST, 24 * HOUR),
)


@given(windows, st.integers(1, 3000), st.data())
def test_every_instant_is_in_exactly_one_column(
    window: Window, count: int, data: st.DataObject
) -> None:
    at = data.draw(st.integers(window.start, window.end - 1))
    edges = columns(window, count)
    assert edges[0] == window.start
    assert edges[-1] == window.end
    assert np.all(np.diff(edges) >= 0)
    held = np.flatnonzero((edges[:-1] <= at) & (at < edges[1:]))
    assert held.tolist() == [(at - window.start) * count // (window.end - window.start)]


@given(windows, st.data(), st.sampled_from([0.1, 0.5, 0.8, 1.25, 2.0, 37.5]))
def test_zooming_keeps_the_instant_under_the_pointer_where_it_is(
    window: Window, data: st.DataObject, factor: float
) -> None:
    at = data.draw(st.integers(window.start, window.end - 1))
    after = zoomed(window, at, factor, LIMITS)
    before_share = Fraction(at - window.start, window.end - window.start)
    after_length = after.end - after.start
    moved = (Fraction(at - after.start, after_length) - before_share) * after_length
    assert abs(moved) <= Fraction(1, 2), "in microseconds"


@given(windows, st.floats(0.001, 1000), st.integers(START, START + HOUR))
def test_zooming_stays_between_the_closest_and_the_widest(
    window: Window, factor: float, at: int
) -> None:
    after = zoomed(window, at, factor, LIMITS)
    assert CLOSEST <= after.end - after.start <= (LIMITS.end - LIMITS.start) * 11 // 10


@given(windows, st.integers(-10 * 24 * HOUR, 10 * 24 * HOUR))
def test_panning_and_panning_back_is_nothing(window: Window, by: int) -> None:
    assume(LIMITS.start <= window.start + (window.end - window.start) // 2 <= LIMITS.end)
    there = panned(window, by, LIMITS)
    assert there.end - there.start == window.end - window.start
    assert panned(there, window.start - there.start, LIMITS) == window


@given(windows, st.integers(-10 * 24 * HOUR, 10 * 24 * HOUR))
def test_panning_leaves_the_middle_within_the_limits(window: Window, by: int) -> None:
    there = panned(window, by, LIMITS)
    middle = there.start + (there.end - there.start) // 2
    before = window.start + (window.end - window.start) // 2
    assert min(LIMITS.start, before) <= middle <= max(LIMITS.end, before)


@given(windows, st.integers(0, 4000))
def test_a_place_and_its_instant_agree_to_the_pixel(window: Window, x: int) -> None:
    assert abs(position(window, instant(window, x, 4000), 4000) - x) <= 4000 / CLOSEST


def test_what_is_fitted_has_air_at_both_ends() -> None:
    shown = fitted(LIMITS)
    assert shown.start < LIMITS.start
    assert LIMITS.end < shown.end
    assert shown.end - shown.start < 26 * HOUR


def test_a_single_instant_is_fitted_into_the_closest_stretch() -> None:
    shown = fitted(Window(START, START + 1))
    assert shown.end - shown.start == CLOSEST
    assert shown.start < START < shown.end


def test_the_middle_can_be_chosen() -> None:
    assert centred(Window(0, 100), 500) == Window(450, 550)


def test_nothing_is_shown_outside_the_calendar() -> None:
    assert within_calendar(LATEST, HOUR) == Window(LATEST - HOUR, LATEST)
    assert within_calendar(-(10**18), 10**18) == Window(EARLIEST, LATEST)


def test_the_hull_holds_all_and_is_nothing_for_nothing() -> None:
    assert hull(Window(5, 6), None, Window(1, 2)) == Window(1, 6)
    assert hull(None) is None
