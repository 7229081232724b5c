"""Years of the calendar, leap days included."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vsa_core.errors import WrongUsage
from vsa_core.legal.calendar import day, years_after


def micros(year: int, month: int, day: int, hour: int = 0, minute: int = 0) -> int:
    return int(datetime(year, month, day, hour, minute, tzinfo=UTC).timestamp()) * 1_000_000


def test_years_are_of_the_calendar() -> None:
    assert years_after(micros(2026, 11, 21, 9) + 5, 3) == micros(2029, 11, 21, 9) + 5
    assert years_after(micros(2028, 2, 29), 3) == micros(2031, 2, 28)
    assert years_after(micros(2028, 2, 29), 4) == micros(2032, 2, 28)


@given(st.integers(0, 2**52), st.integers(1, 20))
def test_years_go_forward_by_about_a_year(t: int, years: int) -> None:
    elapsed = (years_after(t, years) - t) // 86_400_000_000
    assert 365 * years - 1 <= elapsed <= 366 * years


def test_days_are_utc() -> None:
    assert day(micros(2026, 12, 31, 23, 59)) == "2026-12-31"
    assert day(2**62) == str(2**62)


@pytest.mark.parametrize("t", [2**62, micros(9_998, 1, 1)])
def test_outside_the_calendar(t: int) -> None:
    with pytest.raises(WrongUsage, match="LAW-019"):
        years_after(t, 3)
