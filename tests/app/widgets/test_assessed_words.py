"""Every share comes with its counts, and says all or none of all or none only."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.widgets import assessed_words as say
from app.words import Words, read_words
from tests.app.laboratory import EVENTS, nothing
from vsa_core.domain.assessment import Rate, added
from vsa_core.validation.report_words import Voice

FRENCH, ENGLISH = read_words("fr"), read_words("en")
rates = st.integers(0, 10**7).flatmap(lambda of: st.builds(Rate, st.integers(0, of), st.just(of)))


def bare(text: str) -> str:
    """Digits, signs and the point alone: typography is each page's own."""
    return "".join(c for c in text if c.isdigit() or c in ",.<>−–")


@pytest.mark.parametrize(
    ("count", "of", "told"),
    [
        (23, 25, "92,0\u202f%"),
        (0, 9, "0,0\u202f%"),
        (9, 9, "100,0\u202f%"),
        (9999, 10_000, ">\u202f99,9\u202f%"),
        (1, 10_000, "<\u202f0,1\u202f%"),
        (0, 0, "–"),
    ],
)
def test_a_share_is_told_to_the_tenth(count: int, of: int, told: str) -> None:
    assert say.share(Rate(count, of), FRENCH) == told


@given(rates)
def test_all_and_none_are_said_of_all_and_none_alone(rate: Rate) -> None:
    told = say.share(rate, ENGLISH)
    assert (told == "100.0\u202f%") is (rate.of > 0 and rate.count == rate.of)
    assert (told == "0.0\u202f%") is (rate.of > 0 and rate.count == 0)


@given(rates, st.sampled_from([FRENCH, ENGLISH]))
def test_the_screen_tells_the_figures_that_the_report_tells(rate: Rate, words: Words) -> None:
    voice = Voice(words)
    assert bare(say.share(rate, words)) == bare(voice.share(rate))
    if rate.of:
        assert bare(say.interval(rate, words)) == bare(voice.interval(rate)).replace("–", "")
    assert bare(say.ratio(rate.value, words)) == bare(voice.figure(rate.value))
    assert bare(say.minutes(rate.of, words)) == bare(voice.minutes(rate.of))
    assert bare(say.seconds(rate.of, words)) == bare(voice.seconds(rate.of))


def test_every_rate_has_its_counts_and_the_whole_one_its_interval() -> None:
    assert say.short_rate(Rate(23, 25), ENGLISH) == "92.0\u202f% (23 of 25)"
    assert say.whole_rate(Rate(23, 25), ENGLISH) == "92.0\u202f% (23 of 25), from 75.0 to 97.8 %"
    assert say.whole_rate(Rate(0, 0), ENGLISH) == "– (0 of 0), nothing to judge by"
    assert say.counts(Rate(1200, 4476), FRENCH) == "1\u202f200 of 4\u202f476"


def test_errors_say_over_how_many_they_were_taken() -> None:
    line, wait = added(EVENTS[:2], "line_crossing"), EVENTS[2]
    assert say.errors(line, ENGLISH) == (
        "0.21\u00a0s over 23",
        "0.49\u00a0s at most",
        "tolerance: 0.50\u00a0s",
    )
    assert say.errors(wait, FRENCH)[-1] == "ends: 1,32\u00a0s over 3"
    assert say.alarms(line, ENGLISH) == "1 in 12.5\u00a0min"


def test_without_a_match_there_is_no_error() -> None:
    none = added(nothing().events, "dwell")
    assert say.errors(none, ENGLISH) == ("–", "tolerance: 0.00\u00a0s")
    assert say.alarms(none, ENGLISH) == "0 in 0.0\u00a0min"


def test_a_score_may_be_negative_or_none() -> None:
    assert say.ratio(-0.0213, FRENCH) == "−0,021"
    assert say.ratio(None, FRENCH) == "–"
