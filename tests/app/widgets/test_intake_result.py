import pytest
from pytestqt.qtbot import QtBot

from app.theme import Theme
from app.widgets.intake_result import IntakeResult
from app.words import Words
from tests.app.laid import footage
from vsa_core.domain.footage import FootageState
from vsa_core.errors import Refused, Unreadable

DAMAGED = footage("damaged.mp4", state=FootageState.DAMAGED, reason="SRC-021")
GONE = ("gone\u202e.mp4", Unreadable("SRC-005", name="gone\u202e.mp4"))
TWICE = ("twice.mp4", Refused("CAS-040", name="twice.mp4", known="a.mp4", camera="rue"))


@pytest.fixture
def result(qtbot: QtBot, words: Words, theme: Theme) -> IntakeResult:
    """Nothing is told yet."""
    made = IntakeResult(words, theme)
    qtbot.addWidget(made)
    return made


def test_how_many_went_in_and_why_the_others_did_not(result: IntakeResult, words: Words) -> None:
    result.tell((footage("a.mp4"), DAMAGED), (GONE, TWICE), 0)
    assert result.heading.text() == "Admitted: 2, refused: 2"
    gone, twice, damaged, following = result.told
    assert gone.startswith("gone⟨U+202E⟩.mp4")
    assert gone.endswith("[SRC-005]")
    assert words.explain(TWICE[1])[2] in twice
    assert "[SRC-021]" in damaged
    assert following.startswith("Next")


def test_what_is_simply_readable_needs_no_words(result: IntakeResult) -> None:
    result.tell((footage("a.mp4"),), (), 0)
    assert len(result.told) == 1


def test_files_without_a_clock_and_files_not_tried_are_counted(result: IntakeResult) -> None:
    result.tell((footage("a.mp4", None),), (), 3)
    assert [line for line in result.told if "3" in line]
    assert [line for line in result.told if line.startswith("Without a clock: 1")]
    assert not [line for line in result.told if line.startswith("Next")]


def test_the_next_result_takes_the_place_of_the_last(result: IntakeResult) -> None:
    result.tell((), (GONE,), 0)
    result.tell((), (TWICE,), 0)
    assert len(result.told) == 1
