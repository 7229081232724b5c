import time
from collections.abc import Iterator
from datetime import UTC, datetime
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.times import doubt, duration, elapsed, iso, local, seconds, stamp
from vsa_core.domain.event import Stamp

INSTANT = 1_732_208_853_040_007
"""21 November 2024, 17:07:33.040007 UTC."""


@pytest.fixture
def paris(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The machine stands in Paris."""
    monkeypatch.setenv("TZ", "CET-1CEST,M3.5.0,M10.5.0/3")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def test_programs_get_utc_to_the_microsecond() -> None:
    assert iso(INSTANT) == "2024-11-21T17:07:33.040007Z"
    assert iso(0) == "1970-01-01T00:00:00.000000Z"
    assert iso(-1) == "1969-12-31T23:59:59.999999Z"


@given(st.integers(-(10**15), 10**16))
def test_iso_tells_the_very_instant(corrected: int) -> None:
    told = datetime.fromisoformat(iso(corrected))
    assert (told - datetime(1970, 1, 1, tzinfo=UTC)).total_seconds() * 10**6 == pytest.approx(
        corrected, abs=200
    )
    assert int(iso(corrected)[20:26]) == corrected % 10**6


def test_people_get_local_time_in_their_own_order(paris: None) -> None:
    assert local(INSTANT, "fr") == "21/11/2024 18:07:33,040"
    assert local(INSTANT, "en") == "2024-11-21 18:07:33.040"
    summer = INSTANT - 150 * 86_400 * 1_000_000
    assert local(summer, "fr") == "24/06/2024 19:07:33,040"


def test_a_named_zone_does_not_depend_on_the_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    assert local(INSTANT, "fr", "Europe/Paris") == "21/11/2024 18:07:33,040"
    monkeypatch.undo()
    time.tzset()


@pytest.mark.parametrize(
    ("microseconds", "language", "told"),
    [
        (0, "fr", "0:00:00,000"),
        (4_200_999, "fr", "0:00:04,200"),
        (36_061_000_000, "en", "10:01:01.000"),
    ],
)
def test_a_length_to_the_millisecond(microseconds: int, language: str, told: str) -> None:
    assert elapsed(microseconds, language) == told


@given(st.fractions(min_value=-(10**9), max_value=10**9))
def test_seconds_are_floored_to_the_microsecond_without_a_float(value: Fraction) -> None:
    told = Fraction(seconds(value))
    assert told <= value < told + Fraction(1, 10**6)


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (Fraction(0), "0.000000"),
        (Fraction(1, 3), "0.333333"),
        (Fraction(-1, 3), "-0.333334"),
        (Fraction(-1), "-1.000000"),
        (Fraction(10**12 + 1, 10**6), "1000000.000001"),
    ],
)
def test_seconds_as_people_read_them(value: Fraction, told: str) -> None:
    assert seconds(value) == told


@pytest.mark.parametrize(
    ("microseconds", "told"),
    [(0, "0:00:00"), (400_000, "0:00:00"), (59_600_000, "0:01:00"), (36_061_000_000, "10:01:01")],
)
def test_lengths_are_rounded_to_the_second(microseconds: int, told: str) -> None:
    assert duration(microseconds) == told


def test_a_stamp_tells_address_offset_and_time() -> None:
    instant = Stamp("aa", 45_738, Fraction(1, 10_240), INSTANT)
    assert stamp(instant, 10_240) == {
        "footage": "aa",
        "pts": 45_738,
        "time_base": "1/10240",
        "seconds": "3.466601",
        "corrected": "2024-11-21T17:07:33.040007Z",
        "corrected_us": INSTANT,
    }


def test_a_stamp_without_a_clock_claim_tells_no_time() -> None:
    told = stamp(Stamp("aa", 0, Fraction(1001, 30_000), None), 0)
    assert told["corrected"] is None
    assert told["corrected_us"] is None
    assert told["time_base"] == "1001/30000"


@pytest.mark.parametrize(
    ("microseconds", "text"),
    [(0, "±0 s"), (500_000, "±0,5 s"), (2_000_000, "±2 s"), (1_250_000, "±1,25 s"), (999, "±0 s")],
)
def test_an_uncertainty_is_told_without_rounding_it_away(microseconds: int, text: str) -> None:
    assert doubt(microseconds, "fr").replace("\u00a0", " ") == text
    assert doubt(microseconds, "en").replace("\u00a0", " ") == text.replace(",", ".")
