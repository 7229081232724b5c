"""A motive is chosen on purpose, never by default and never by a wheel that passes."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.theme import Theme
from app.widgets.motive import MotiveBox, MotiveDialog
from app.words import Words
from vsa_core.legal.motives import MOTIVES


@pytest.fixture
def dialog(qtbot: QtBot, words: Words, theme: Theme) -> MotiveDialog:
    """A question for the motive of one act."""
    made = MotiveDialog(words, theme, "Examiner", "L’objet sera montré sans masque.")
    qtbot.addWidget(made)
    made.open()
    return made


def test_it_offers_every_motive_of_the_law(qtbot: QtBot, words: Words) -> None:
    box = MotiveBox(words)
    qtbot.addWidget(box)
    assert tuple(box.itemData(row) for row in range(box.count())) == MOTIVES
    assert box.itemText(0) == words.say("motives.M01")
    assert box.accessibleName()


def test_nothing_is_chosen_beforehand(qtbot: QtBot, words: Words) -> None:
    box = MotiveBox(words)
    qtbot.addWidget(box)
    assert box.code == ""
    assert box.currentText() == ""


def test_it_begins_with_the_motive_it_is_given(qtbot: QtBot, words: Words) -> None:
    box = MotiveBox(words, "M03")
    qtbot.addWidget(box)
    assert box.code == "M03"


def test_a_motive_without_room_ends_in_an_ellipsis(qtbot: QtBot, words: Words) -> None:
    box = MotiveBox(words, "M01")
    qtbot.addWidget(box)
    box.resize(160, 30)
    box.show()
    assert box.shown().endswith("…")
    assert box.fontMetrics().horizontalAdvance(box.shown()) < 160
    box.resize(900, 30)
    assert box.shown() == words.say("motives.M01")
    box.choose("")
    assert box.shown() == box.placeholderText()


def test_it_tells_what_is_chosen(qtbot: QtBot, words: Words) -> None:
    box = MotiveBox(words)
    qtbot.addWidget(box)
    with qtbot.waitSignal(box.changed) as told:
        box.choose("M02")
    assert told.args == ["M02"]
    box.choose("M99")
    assert box.code == ""


def test_a_wheel_that_passes_changes_nothing(qtbot: QtBot, words: Words) -> None:
    box = MotiveBox(words, "M03")
    qtbot.addWidget(box)
    box.show()
    box.clearFocus()
    wheel = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(box, wheel)
    assert box.code == "M03"
    assert not wheel.isAccepted()


def test_what_is_agreed_to_stands_on_the_button(dialog: MotiveDialog) -> None:
    assert dialog.agree.text() == dialog.windowTitle() == "Examiner"


def test_one_cannot_agree_before_choosing(dialog: MotiveDialog) -> None:
    assert not dialog.agree.isEnabled()
    dialog.box.choose("M02")
    assert dialog.agree.isEnabled()


def test_the_choice_is_told_once_agreed(dialog: MotiveDialog, qtbot: QtBot) -> None:
    dialog.box.choose("M04")
    with qtbot.waitSignal(dialog.chosen) as told:
        qtbot.mouseClick(dialog.agree, Qt.MouseButton.LeftButton)
    assert told.args == ["M04"]
    assert dialog.isHidden()


def test_giving_up_tells_nothing(dialog: MotiveDialog, qtbot: QtBot) -> None:
    dialog.box.choose("M04")
    with qtbot.assertNotEmitted(dialog.chosen):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isHidden()
