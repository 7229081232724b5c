"""Figures are written as each language writes them, and never look better than they are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.validation.printed import ENGLISH, FRENCH
from vsa_core.domain.assessment import Rate
from vsa_core.validation.report_words import NOTHING, Voice


@pytest.mark.parametrize(
    ("voice", "number", "share", "interval", "counted"),
    [
        (FRENCH, "1\u00a0234,5", "85,7\u00a0%", "[60,1\u00a0–\u00a096,0]", "12 sur 14"),
        (ENGLISH, "1,234.5", "85.7%", "[60.1\u00a0–\u00a096.0]", "12 of 14"),
    ],
)
def test_each_language_has_its_signs(
    voice: Voice, number: str, share: str, interval: str, counted: str
) -> None:
    rate = Rate(12, 14)
    assert voice.number(1234.5, 1) == number
    assert voice.share(rate) == share
    assert voice.interval(rate) == interval
    assert voice.judged(rate) == f"{share}\n{interval}"
    assert voice.counted(rate) == counted


def test_what_was_not_counted_is_a_dash() -> None:
    assert FRENCH.share(Rate(0, 0)) == FRENCH.interval(Rate(0, 0)) == NOTHING
    assert FRENCH.seconds(None) == FRENCH.figure(None) == NOTHING


@given(st.integers(1, 10**6).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_a_hundred_per_cent_is_said_of_all_and_nothing_of_none_only(
    counts: tuple[int, int],
) -> None:
    count, of = counts
    told = ENGLISH.share(Rate(count, of))
    assert (told == "100.0%") == (count == of)
    assert (told == "0.0%") == (count == 0)


def test_nearly_all_and_nearly_none_are_told_as_such() -> None:
    assert ENGLISH.share(Rate(99_999, 100_000)) == ">\u00a099.9%"
    assert FRENCH.share(Rate(1, 100_000)) == "<\u00a00,1\u00a0%"


def test_negative_figures_have_a_minus() -> None:
    assert FRENCH.figure(-0.0312) == "−0,031"
    assert FRENCH.instant(-1_500_000) == "−0:00:01,500"


def test_times_are_lengths_instants_and_days() -> None:
    assert FRENCH.seconds(210_432.6) == "0,21\u00a0s"
    assert FRENCH.minutes(90_000_000) == "1,5"
    assert FRENCH.instant(3_661_250_999) == "1:01:01,250"
    assert ENGLISH.instant(9_250_000) == "0:00:09.250"
    assert FRENCH.day(1_709_640_000_000_000) == "05/03/2024 12:00:00 UTC"
    assert ENGLISH.day(1_709_640_000_000_000) == "2024-03-05 12:00:00 UTC"


def test_a_moment_that_was_not_looked_at_never_reads_as_none() -> None:
    assert FRENCH.length(0) == "0:00:00"
    assert FRENCH.length(1) == "0:00:01"
    assert FRENCH.length(60_000_000) == "0:01:00"


def test_technical_words_have_names() -> None:
    assert FRENCH.kind("line_crossing") == "Franchissement de ligne"
    assert FRENCH.object("person") == "personne"
    assert FRENCH.named("source", "own") == "pistes de cette installation"
    assert FRENCH.kind("unheard_of") == "unheard_of"


def test_directions_of_the_picture_and_of_the_kind_are_named() -> None:
    assert (
        ENGLISH.directions("right to_left")
        == "to the right of the picture, to the left of the line"
    )
    assert ENGLISH.directions("") == ""
    assert ENGLISH.directions("sideways") == "sideways"
