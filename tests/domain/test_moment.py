from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vsa_core.domain.moment import ClockClaim, Moment, Span, Window

ticks = st.integers(-(10**12), 10**12)
bases = st.fractions(min_value=Fraction(1, 10**7), max_value=1)


@given(ticks, bases, st.integers(1, 1000))
def test_a_moment_does_not_depend_on_its_time_base(pts: int, base: Fraction, factor: int) -> None:
    same = Moment(pts * factor, base / factor)
    assert Moment(pts, base) == same
    assert hash(Moment(pts, base)) == hash(same)


@given(ticks, bases, ticks, bases)
def test_moments_are_ordered_by_exact_seconds(a: int, ba: Fraction, b: int, bb: Fraction) -> None:
    assert (Moment(a, ba) < Moment(b, bb)) == (a * ba < b * bb)


def test_ntsc_time_is_exact_after_ten_hours() -> None:
    base = Fraction(1001, 30000)
    frames = 30000 * 36
    assert Moment(frames, base).seconds == 36036


def test_a_span_never_ends_before_it_starts() -> None:
    with pytest.raises(ValueError, match="ends before"):
        Span(2, 1)


@given(ticks, st.integers(0, 100), ticks, st.integers(0, 100))
def test_clipping_agrees_with_overlap(a: int, la: int, b: int, lb: int) -> None:
    one, two = Span(a, a + la), Span(b, b + lb)
    clipped = one.clipped(two)
    assert (clipped is not None) == one.overlaps(two) or la == 0 or lb == 0
    if clipped:
        assert one.start <= clipped.start < clipped.end <= one.end


def test_an_empty_window_is_refused() -> None:
    with pytest.raises(ValueError, match="ends before"):
        Window(5, 5)


@given(st.integers(0, 2**50), st.integers(-(10**9), 10**9), st.fractions(0, 10**6))
def test_corrected_time_is_shown_time_plus_offset(shown: int, off: int, elapsed: Fraction) -> None:
    claim = ClockClaim(shown, off, 0, "brigadier")
    assert claim.corrected(elapsed) - claim.as_shown(elapsed) == off


def test_an_uncertainty_is_never_negative() -> None:
    with pytest.raises(ValueError, match="negative"):
        ClockClaim(0, 0, -1, "")
