"""Hours of the day on a place's own clock: over midnight, on days of the week, on the odd days."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vsa_core.domain.filters import DAY, Hours
from vsa_core.events.hours import in_hours

PARIS = ZoneInfo("Europe/Paris")


def _at(*when: int, fold: int = 0) -> int:
    """Microseconds of a local time in Paris."""
    return int(datetime(*when, tzinfo=PARIS, fold=fold).timestamp()) * 1_000_000  # type: ignore[misc,arg-type]


@pytest.mark.parametrize(
    ("hour", "minute", "kept"),
    [(13, 59, False), (14, 0, True), (14, 59, True), (15, 0, False), (2, 30, False)],
)
def test_hours_are_half_open_and_local(hour: int, minute: int, kept: bool) -> None:
    asked = Hours(14 * 60, 15 * 60)
    assert in_hours(asked, _at(2024, 1, 10, hour, minute)) is kept
    assert in_hours(asked, _at(2024, 7, 10, hour, minute)) is kept


def test_a_microsecond_before_the_end_is_in() -> None:
    end = _at(2024, 1, 10, 15, 0)
    assert in_hours(Hours(14 * 60, 15 * 60), end - 1)
    assert not in_hours(Hours(14 * 60, 15 * 60), end)


def test_hours_go_over_midnight_and_the_day_is_the_instant_s_own() -> None:
    night = Hours(22 * 60, 5 * 60)
    assert in_hours(night, _at(2024, 1, 10, 23, 0))
    assert in_hours(night, _at(2024, 1, 11, 4, 59))
    assert not in_hours(night, _at(2024, 1, 11, 5, 0))
    wednesday = Hours(22 * 60, 5 * 60, (2,))
    assert in_hours(wednesday, _at(2024, 1, 10, 23, 0))
    assert in_hours(wednesday, _at(2024, 1, 10, 1, 0))
    assert not in_hours(wednesday, _at(2024, 1, 11, 1, 0))


def test_midnight_is_the_end_of_a_day_too() -> None:
    late = _at(2024, 1, 10, 23, 59)
    assert in_hours(Hours(22 * 60, DAY), late)
    assert in_hours(Hours(22 * 60, 0), late)
    assert not in_hours(Hours(22 * 60, 0), _at(2024, 1, 10, 0, 0))


def test_the_hour_that_comes_twice_counts_twice_and_the_one_that_is_left_out_never() -> None:
    asked = Hours(2 * 60, 3 * 60)
    assert in_hours(asked, _at(2024, 10, 27, 2, 30))
    assert in_hours(asked, _at(2024, 10, 27, 2, 30, fold=1))
    assert _at(2024, 10, 27, 2, 30, fold=1) - _at(2024, 10, 27, 2, 30) == 3_600_000_000
    spring = _at(2024, 3, 31, 1, 59)
    assert not any(in_hours(asked, spring + minute * 60_000_000) for minute in range(180))


def test_another_zone_has_another_day() -> None:
    at = int(datetime(2024, 1, 10, 23, 30, tzinfo=UTC).timestamp()) * 1_000_000
    assert in_hours(Hours(0, 60, (3,)), at)
    assert in_hours(Hours(23 * 60, DAY, (2,), "UTC"), at)


@given(
    st.integers(0, DAY),
    st.integers(0, DAY),
    st.integers(-(10**15), 4 * 10**15),
    st.frozensets(st.integers(0, 6)),
)
def test_some_hours_and_the_other_hours_share_the_day(
    start: int, end: int, at: int, days: frozenset[int]
) -> None:
    if start % DAY == end % DAY:
        return
    chosen = tuple(sorted(days))
    one, other = Hours(start, end, chosen), Hours(end, start, chosen)
    whole = in_hours(Hours(0, DAY, chosen), at)
    assert in_hours(one, at) + in_hours(other, at) == whole
    rest = tuple(day for day in range(7) if day not in days)
    if days and rest:
        assert in_hours(Hours(0, DAY, chosen), at) != in_hours(Hours(0, DAY, rest), at)
