from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.phrases.questions import LANGUAGES, lexicon
from tests.phrases.reading_of import at, fault
from vsa_core.phrases.clocks import (
    Clock,
    clock,
    clock_text,
    day,
    instant,
    local,
    since_text,
    written,
)
from vsa_core.phrases.cursor import Span

HOUR = 3600 * 1_000_000
HERE = Span(0, 1, "x")


@pytest.mark.parametrize("language", LANGUAGES)
@given(st.integers(0, 24 * HOUR))
def test_a_time_of_day_survives_its_text(language: str, since: int) -> None:
    cursor = at(since_text(lexicon(language), since), language)
    read = clock(cursor)
    assert read is not None
    assert (read.since, read.offset, cursor.ended) == (since, None, True)


@pytest.mark.parametrize("language", LANGUAGES)
@given(st.dates(date(1970, 1, 1), date(2100, 12, 31)))
def test_a_date_survives_its_text(language: str, on: date) -> None:
    assert day(at(written(lexicon(language), on), language)) == on
    assert day(at(on.isoformat(), language)) == on


@given(st.integers(0, 4_000_000_000_000_000))
def test_an_instant_survives_its_date_and_time(microseconds: int) -> None:
    there = local(microseconds)
    assert there is not None
    read = clock(at(clock_text(lexicon("fr"), there)))
    assert read is not None
    assert instant(lexicon("fr"), there.date(), read) == microseconds


def test_the_ways_to_say_a_time() -> None:
    for text in ("14h30", "14:30", "14:30:00", "14 h 30", "14H30"):
        read = clock(at(text))
        assert read is not None
        assert read.minutes == 14 * 60 + 30
    finer = clock(at("14:30:00.5"))
    assert finer is not None
    assert finer.minutes is None
    assert clock(at("14")) is None


def test_an_hour_that_comes_twice_says_its_offset() -> None:
    first, second = 1_729_989_000, 1_729_992_600
    texts = [clock_text(lexicon("fr"), datetime.fromtimestamp(one, UTC).astimezone(there.tzinfo))
             for one in (first, second) if (there := local(one * 1_000_000))]  # fmt: skip
    assert texts == ["2h30+02:00", "2h30+01:00"]


@pytest.mark.parametrize("text", ["25h", "14:60", "14:30:61", "24h01", "2h+17:00"])
def test_a_time_that_no_clock_shows_is_pointed_at(text: str) -> None:
    assert fault(clock, text) == ("PHR-012", text)


@pytest.mark.parametrize("text", ["31 février 2024", "2024-13-01", "32/01/2024", "1 mars 1890"])
def test_a_day_that_no_calendar_has_is_pointed_at(text: str) -> None:
    assert fault(day, text) == ("PHR-012", text)


def test_a_date_needs_its_year() -> None:
    assert fault(day, "5 mars entre") == ("PHR-005", "entre")
    assert day(at("5 vélos")) is None


def test_the_first_of_the_month_and_days_in_figures() -> None:
    assert day(at("1er mars 2024")) == date(2024, 3, 1)
    assert day(at("05/03/2024")) == date(2024, 3, 5)
    assert fault(day, "05/03/2024", "en") == ("PHR-007", "05/03/2024")
    assert day(at("25/03/2024", "en")) == date(2024, 3, 25)


def test_an_hour_that_summer_time_skips_is_no_hour() -> None:
    with pytest.raises(Exception, match="PHR-012"):
        instant(lexicon("fr"), date(2024, 3, 31), Clock(2 * HOUR + 1, None, HERE))


def test_what_no_calendar_holds_has_no_date() -> None:
    assert local(-(2**62)) is None
    assert local(2**62) is None
