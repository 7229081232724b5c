from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.state.ticks import DAY, HOUR, SECOND, Step, Unit, instant_of
from app.widgets.local_time import LocalTime
from vsa_core.domain.moment import Window

PARIS = ZoneInfo("Europe/Paris")
AT = instant_of(datetime(2024, 11, 21, 18, 7, 33, 40_000, tzinfo=PARIS))
TWICE = instant_of(datetime(2024, 10, 27, 2, 30, fold=1, tzinfo=PARIS))


@pytest.fixture
def french() -> LocalTime:
    return LocalTime("fr", PARIS)


def test_a_time_is_written_the_french_way(french: LocalTime) -> None:
    assert french.exact(AT) == "21/11/2024 18:07:33,040"
    assert french.clock(AT) == "18:07:33"
    assert french.clock(AT, fine=True) == "18:07:33,040"
    assert french.day(AT) == "jeu. 21 nov. 2024"


def test_a_time_is_written_the_english_way() -> None:
    english = LocalTime("en", PARIS)
    assert english.exact(AT) == "2024-11-21 18:07:33.040"
    assert english.day(AT) == "Thu 21 Nov 2024"
    assert english.tick(AT, Step(Unit.EXACT, 5000)) == ".040"


def test_a_time_that_comes_twice_says_which_of_both(french: LocalTime) -> None:
    assert french.exact(TWICE) == "27/10/2024 02:30:00,000\u00a0(UTC+1)"
    assert french.clock(TWICE - HOUR) == "02:30:00\u00a0(UTC+2)"
    assert french.tick(TWICE, Step(Unit.EXACT, HOUR)).endswith("(UTC+1)")


@pytest.mark.parametrize(
    ("step", "label"),
    [
        (Step(Unit.EXACT, 5000), ",040"),
        (Step(Unit.EXACT, SECOND), "18:07:33"),
        (Step(Unit.EXACT, 60 * SECOND), "18:07"),
        (Step(Unit.HOUR, 6), "18:07"),
        (Step(Unit.DAY, 1), "jeu. 21"),
        (Step(Unit.WEEK, 1), "jeu. 21"),
        (Step(Unit.MONTH, 1), "nov."),
        (Step(Unit.YEAR, 5), "2024"),
    ],
)
def test_a_stroke_is_labelled_as_finely_as_it_needs(
    french: LocalTime, step: Step, label: str
) -> None:
    assert french.tick(AT, step) == label


@pytest.mark.parametrize(
    ("step", "longest", "shortest"),
    [
        (Step(Unit.EXACT, SECOND), "jeu. 21 nov. 2024, 18:07:33", "18:07:33"),
        (Step(Unit.DAY, 1), "jeudi 21 novembre 2024", "21 nov."),
        (Step(Unit.MONTH, 1), "novembre 2024", "nov."),
        (Step(Unit.YEAR, 1), "2024", "2024"),
    ],
)
def test_a_chapter_has_a_heading_for_every_width(
    french: LocalTime, step: Step, longest: str, shortest: str
) -> None:
    forms = french.chapter(AT, step)
    assert (forms[0], forms[-1]) == (longest, shortest)
    assert list(forms) == sorted(forms, key=len, reverse=True)


def test_a_stretch_names_the_second_day_only_when_it_is_another(french: LocalTime) -> None:
    assert french.stretch(Window(AT, AT + 60 * SECOND)) == "jeu. 21 nov. 2024, 18:07:33 – 18:08:33"
    assert french.stretch(Window(AT, AT + SECOND)).endswith("18:07:33,040 – 18:07:34,040")
    two = french.stretch(Window(AT, AT + DAY))
    assert two == "jeu. 21 nov. 2024, 18:07:33 – ven. 22 nov. 2024, 18:07:33"


@pytest.mark.parametrize(
    ("length", "said"),
    [
        (4_200_000, "4,200\u00a0s"),
        (724 * SECOND, "12\u00a0min 04\u00a0s"),
        (11_100 * SECOND, "3\u00a0h 05\u00a0min"),
        (2 * DAY + 4 * HOUR, "2\u00a0j 04\u00a0h"),
    ],
)
def test_a_length_is_said_in_its_two_largest_units(
    french: LocalTime, length: int, said: str
) -> None:
    assert french.length(length) == said


@given(st.integers(0, 400 * DAY))
def test_every_length_can_be_said(length: int) -> None:
    assert LocalTime("en", PARIS).length(length)
