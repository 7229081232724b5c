from dataclasses import replace
from fractions import Fraction

import pytest

from app.views.player import ZONE
from app.widgets.local_time import LocalTime
from app.widgets.reading_words import ReadingWords, Seen
from app.words import Words
from tests.app.state.stage import film
from tests.desk.scene import START
from vsa_core.domain.event import Stamp
from vsa_core.domain.footage import Footage
from vsa_core.domain.moment import ClockClaim

SECOND = 1_000_000
FILM = film("a", range(0, 4000, 40))
STAMP = Stamp("a", 1040, Fraction(1, 1000), START + 1_040_000)
SEEN = Seen("rue", FILM, START + 1_041_234, STAMP, START - 59 * SECOND, 2, (1234, 15_000))


@pytest.fixture
def say(words: Words) -> ReadingWords:
    return ReadingWords(words, LocalTime("fr", ZONE))


def test_the_time_of_the_picture_is_told_and_not_that_of_the_playhead(say: ReadingWords) -> None:
    reading = say.tell(SEEN)
    assert reading.corrected == "05/03/2024 13:00:01,040 ±2\u00a0s"
    assert reading.shown == "05/03/2024 12:59:01,000"
    assert (reading.camera, reading.file) == ("rue", "a.mp4")


def test_without_a_picture_the_playhead_is_told(say: ReadingWords) -> None:
    reading = say.tell(Seen("rue", None, START + 1_041_234))
    assert reading.corrected == "05/03/2024 13:00:01,041"
    assert (reading.shown, reading.number, reading.address, reading.masked) == ("", "", "", "")


def test_the_address_is_exact(say: ReadingWords) -> None:
    reading = say.tell(SEEN)
    assert reading.number == "1\u202f234\u00a0/\u00a015\u202f000"
    assert reading.address == "PTS 1040"
    assert reading.tick == "1040 × 1/1000 s"


def test_an_unclaimed_clock_says_so(say: ReadingWords) -> None:
    unclaimed = replace(FILM, clock=None)
    seen = replace(SEEN, footage=unclaimed, stamp=replace(STAMP, corrected=None), shown=None)
    reading = say.tell(seen)
    assert reading.corrected == "not declared (+0:00:01,040)"
    assert reading.shown == ""


@pytest.mark.parametrize(
    ("uncertainty", "text"), [(0, "±0"), (500_000, "±0,5"), (2_000_000, "±2"), (1_250_000, "±1,25")]
)
def test_the_uncertainty_is_written_short(say: ReadingWords, uncertainty: int, text: str) -> None:
    footage = replace(FILM, clock=ClockClaim(START, 0, uncertainty, "alice"))
    assert say.tell(replace(SEEN, footage=footage)).corrected.endswith(f"{text}\u00a0s")


def test_a_variable_rate_is_said(say: ReadingWords) -> None:
    assert say.tell(SEEN).variable == ""
    assert say.tell(replace(SEEN, footage=_variable(FILM))).variable == "variable rate"


def test_how_fast_and_how_many_are_masked(say: ReadingWords) -> None:
    assert say.tell(replace(SEEN, rate=Fraction(-4))).rate == "−4×"
    assert say.tell(SEEN).rate == ""
    assert say.tell(SEEN).masked == "heads masked: 2"


def test_that_another_reel_is_on_its_way_is_said(say: ReadingWords) -> None:
    assert say.tell(SEEN).opening == ""
    assert say.tell(replace(SEEN, opening=True)).opening == "opening…"


def test_a_name_from_outside_is_shown_as_it_is(say: ReadingWords) -> None:
    footage = replace(FILM, name="gpj\u202eexe")
    assert "U+202E" in say.tell(replace(SEEN, footage=footage)).file


def _variable(footage: Footage) -> Footage:
    assert footage.stream is not None
    return replace(footage, stream=replace(footage.stream, variable=True))
