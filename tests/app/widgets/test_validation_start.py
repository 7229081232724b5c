import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.theme import Theme
from app.widgets.validation_start import ValidationStart
from app.words import Words
from tests.app.doorstep import nameless
from vsa_core.domain.coverage import Level


@pytest.fixture
def start(qtbot: QtBot, words: Words, theme: Theme) -> ValidationStart:
    """Nothing was chosen yet."""
    made = ValidationStart(words, theme)
    qtbot.addWidget(made)
    made.resize(930, 600)
    made.show()
    return made


def test_a_folder_and_a_level_are_asked_for_by_keys(qtbot: QtBot, start: ValidationStart) -> None:
    start.begin("", Level.FULL)
    qtbot.keyClicks(start.folder, " /videos/verites ")
    with qtbot.waitSignal(start.wanted) as told:
        qtbot.keyClick(start.folder, Qt.Key.Key_Return)
    assert told.args == ["/videos/verites", Level.FULL]


@pytest.mark.parametrize(("typed", "wrong"), [("", "Choose"), ("  ", "Choose"), ("a/b", "whole")])
def test_what_lacks_is_said_beside_the_field_until_it_is_mended(
    qtbot: QtBot, start: ValidationStart, typed: str, wrong: str
) -> None:
    start.folder.setText(typed)
    with qtbot.assertNotEmitted(start.wanted):
        start.start()
    assert wrong in start.place.complaint
    start.folder.setText("/videos")
    assert start.place.complaint == ""


def test_the_folder_of_the_last_time_is_there_again(start: ValidationStart) -> None:
    start.begin("/videos", Level.SCAN)
    assert start.folder.text() == "/videos"
    assert start.levels.level is Level.SCAN


def test_everything_has_a_name(start: ValidationStart) -> None:
    assert nameless(start) == []
