import pytest

from app.state.absence import Absence, Why
from app.views.player import ZONE
from app.widgets.absence_words import AbsenceWords
from app.widgets.local_time import LocalTime
from app.words import Words
from tests.desk.scene import START
from vsa_core.domain.moment import Window
from vsa_core.errors import Refused, Tampered, Unreadable


@pytest.fixture
def say(words: Words) -> AbsenceWords:
    return AbsenceWords(words, LocalTime("fr", ZONE))


def test_before_anything_is_chosen_it_says_what_to_choose(say: AbsenceWords) -> None:
    told = say.tell(None, None)
    assert told.text == "Choose a result, or a place on the timeline."


def test_what_is_coming_is_said_to_come(say: AbsenceWords) -> None:
    assert say.tell(None, "rue").title == "Opening…"
    assert say.tell(Absence(Why.OPENING), "rue").text == "rue"


def test_only_indexing_helps_where_nobody_looked(say: AbsenceWords) -> None:
    assert say.tell(Absence(Why.NOT_LOOKED), "rue").index
    assert not say.tell(Absence(Why.NOTHING), "rue").index


def test_a_pause_is_told_with_its_length_and_its_code(say: AbsenceWords) -> None:
    window = Window(START, START + 4_200_000)
    told = say.tell(Absence(Why.HOLE, window, "SRC-023"), "rue")
    assert "13:00:00,000" in told.text
    assert "4,200" in told.text
    assert "L’horodatage saute" in told.text
    assert told.code == "SRC-023"
    assert say.tell(Absence(Why.HOLE, window), "rue").code == ""


@pytest.mark.parametrize("code", ["SRC-021", "SRC-023", "SRC-032", "SRC-033", "SRC-034"])
def test_every_code_of_a_gap_has_its_sentence(say: AbsenceWords, code: str) -> None:
    told = say.tell(Absence(Why.HOLE, Window(START, START + 1), code), "rue")
    assert len(told.text) > 60


@pytest.mark.parametrize(
    ("fault", "icon"),
    [
        (Unreadable("SRC-022", name="a.mp4", pts=4), "error"),
        (Refused("LAW-007", camera="cour", case="2024/17"), "shield"),
        (Tampered("SRC-009", name="a.mp4"), "shield-broken"),
    ],
)
def test_a_fault_is_told_in_its_three_sentences(
    say: AbsenceWords, words: Words, fault: Unreadable | Refused | Tampered, icon: str
) -> None:
    told = say.tell(Absence(Why.FAULT, fault=fault), "rue")
    cause, consequence, following = words.explain(fault)
    assert (told.title, told.text) == (cause, f"{consequence} {following}")
    assert (told.icon, told.code) == (icon, fault.code)


def test_a_camera_is_named_as_it_is(say: AbsenceWords) -> None:
    assert "U+202E" in say.tell(Absence(Why.NOTHING), "r\u202eue").text
