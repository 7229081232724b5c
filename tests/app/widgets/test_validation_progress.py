import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.state.looking import NOTHING, Headway
from app.theme import Theme
from app.widgets.validation_progress import ValidationProgress
from app.words import Words
from tests.app.doorstep import nameless
from vsa_core.domain.coverage import Level


@pytest.fixture
def going(qtbot: QtBot, words: Words, theme: Theme) -> ValidationProgress:
    """A measurement that has said nothing yet."""
    made = ValidationProgress(words, theme)
    qtbot.addWidget(made)
    made.resize(930, 400)
    made.show_order("/videos/vérité", Level.FULL)
    made.show_headway(NOTHING, stopping=False)
    made.show()
    return made


def test_before_the_first_word_it_says_that_it_waits(going: ValidationProgress) -> None:
    assert going.folder.text() == "/videos/vérité, level complet"
    assert going.film.text().startswith("Getting ready")
    assert going.percent.text() == ""


def test_which_film_how_far_and_how_long_yet_are_told_and_spoken(
    going: ValidationProgress,
) -> None:
    going.show_headway(Headway(430, "a\u202eb.mp4", 214, 283), stopping=False)
    assert going.bar.value() == 430
    assert going.film.text() == "a⟨U+202E⟩b.mp4"
    assert going.time.text() == "0:03:34 · about 4\u00a0min\u00a043\u00a0s left"
    assert "43\u202f%" in going.bar.accessibleName()
    going.show_headway(Headway(430, "a.mp4", 214, None), stopping=False)
    assert "not known yet" in going.time.text()


def test_it_can_be_stopped_once_by_keys(qtbot: QtBot, going: ValidationProgress) -> None:
    with qtbot.waitSignal(going.stopped):
        qtbot.keyClick(going.stop, Qt.Key.Key_Space)
    going.show_headway(NOTHING, stopping=True)
    assert not going.stop.isEnabled()
    assert "Stopping" in going.time.text()


def test_everything_has_a_name(going: ValidationProgress) -> None:
    assert nameless(going) == []
