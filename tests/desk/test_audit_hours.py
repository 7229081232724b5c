from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vsa_core.desk.audit_hours import PARIS, Hours, easter, holidays, midnight, paris
from vsa_core.errors import WrongUsage


def at(text: str) -> int:
    """Microseconds of a time as clocks in Paris show it."""
    moment = datetime.fromisoformat(text).replace(tzinfo=PARIS)
    return int(moment.timestamp()) * 1_000_000


@pytest.mark.parametrize(
    ("when", "outside"),
    [
        ("2026-11-24T07:00:00", False),  # a Tuesday
        ("2026-11-24T06:59:59", True),
        ("2026-11-24T19:59:59", False),
        ("2026-11-24T20:00:00", True),
        ("2026-11-21T12:00:00", True),  # a Saturday
        ("2026-11-22T12:00:00", True),
        ("2026-11-11T12:00:00", True),  # a Wednesday, and the armistice
        ("2026-04-06T12:00:00", True),  # Easter Monday
        ("2026-05-14T12:00:00", True),  # Ascension
        ("2026-05-25T12:00:00", True),  # Whit Monday
        ("2026-07-14T12:00:00", True),
        ("2026-07-15T07:30:00", False),  # summer time: 05:30 UTC
    ],
)
def test_an_hour_lies_in_or_out_as_clocks_in_paris_show_it(when: str, outside: bool) -> None:
    assert Hours().outside(at(when)) is outside


@pytest.mark.parametrize(("first", "last"), [(-1, 20), (20, 20), (21, 20), (7, 25)])
def test_hours_that_are_none_are_refused(first: int, last: int) -> None:
    with pytest.raises(WrongUsage, match="CAS-100"):
        Hours(first, last)


def test_a_service_that_never_sleeps_still_rests_on_sundays() -> None:
    always = Hours(0, 24)
    assert not always.outside(at("2026-11-24T03:00:00"))
    assert always.outside(at("2026-11-22T03:00:00"))


@pytest.mark.parametrize(
    ("year", "day"),
    [
        (2024, date(2024, 3, 31)),
        (2025, date(2025, 4, 20)),
        (2026, date(2026, 4, 5)),
        (2038, date(2038, 4, 25)),
        (1818, date(1818, 3, 22)),
    ],
)
def test_easter_falls_where_almanacs_say(year: int, day: date) -> None:
    assert easter(year) == day


@given(st.integers(1900, 2200))
def test_a_year_has_eleven_holidays_at_most_and_easter_is_a_sunday(year: int) -> None:
    assert easter(year).weekday() == 6
    assert 10 <= len(holidays(year)) <= 11  # Ascension may fall on the eighth of May


@given(st.dates(date(1970, 1, 2), date(2100, 1, 1)))
def test_a_day_begins_at_midnight_in_paris(day: date) -> None:
    begun = paris(midnight(day))
    assert (begun.date(), begun.hour, begun.minute) == (day, 0, 0)
    assert paris(midnight(day) - 1).date() < day


def test_a_day_may_have_23_or_25_hours() -> None:
    hour = 3_600_000_000
    assert midnight(date(2026, 3, 30)) - midnight(date(2026, 3, 29)) == 23 * hour
    assert midnight(date(2026, 10, 26)) - midnight(date(2026, 10, 25)) == 25 * hour
    assert datetime.fromtimestamp(midnight(date(2026, 7, 1)) // 10**6, UTC).hour == 22
