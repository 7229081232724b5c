"""What the doctor found is read line by line, with a mark that is never colour alone."""

from typing import cast

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from pytestqt.qtbot import QtBot

from app.state.diagnosis import Diagnosis, Line
from app.theme import Theme
from app.views.diagnosis import DiagnosisDialog
from app.widgets.label import Label
from app.words import Words
from tests.app.doorstep import nameless
from vsa_core.errors import Unreadable

LINES: tuple[Line, ...] = (
    ("good", "Bibliothèques", "Toutes sont là.", ""),
    ("warning", "Disque", "Il reste peu de place.", "Faites de la place."),
    ("bad", "Réseau", "Il est ouvert <b>.", "Fermez-le."),
)


class Doctor(QObject):
    """Answers when a test says so."""

    began = Signal()
    ended = Signal()
    failed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.lines: tuple[Line, ...] = ()
        self.asked = 0

    def examine(self) -> None:
        self.asked += 1
        self.began.emit()

    def answer(self, *lines: Line) -> None:
        self.lines = lines
        self.ended.emit()


@pytest.fixture
def doctor(qtbot: QtBot) -> Doctor:
    """A doctor who was not asked yet."""
    return Doctor()


@pytest.fixture
def dialog(qtbot: QtBot, doctor: Doctor, words: Words, theme: Theme) -> DiagnosisDialog:
    """The dialog, open."""
    made = DiagnosisDialog(cast(Diagnosis, doctor), words, theme)
    qtbot.addWidget(made)
    made.open()
    return made


def read(dialog: DiagnosisDialog) -> list[str]:
    """Every text that can be read in the list."""
    return [label.text() for label in dialog.pane.widget().findChildren(Label)]


def test_it_looks_when_it_opens_and_says_that_it_does(
    doctor: Doctor, dialog: DiagnosisDialog
) -> None:
    assert doctor.asked == 1
    assert "Looking" in dialog.verdict.text()
    assert not dialog.again.isEnabled()
    doctor.answer(*LINES)
    assert dialog.again.isEnabled()


def test_every_line_tells_what_was_found_and_what_to_do(
    doctor: Doctor, dialog: DiagnosisDialog, words: Words
) -> None:
    doctor.answer(*LINES)
    assert dialog.verdict.text() == "To be put right: 1 · To watch: 1 · Good: 1"
    texts = read(dialog)
    for _, subject, found, following in LINES:
        assert subject in texts
        assert any(found in text and following in text for text in texts)
    marks = [
        label for label in dialog.pane.widget().findChildren(Label) if not label.pixmap().isNull()
    ]
    assert [mark.accessibleName() for mark in marks] == [
        words.say(f"doctor.{line[0]}") for line in LINES
    ]


def test_it_can_look_again_and_shows_only_what_holds_now(
    qtbot: QtBot, doctor: Doctor, dialog: DiagnosisDialog
) -> None:
    doctor.answer(*LINES)
    qtbot.mouseClick(dialog.again, Qt.MouseButton.LeftButton)
    assert doctor.asked == 2
    doctor.answer(LINES[0])
    assert dialog.verdict.text() == "To be put right: 0 · To watch: 0 · Good: 1"
    assert "Réseau" not in read(dialog)


def test_what_could_not_be_looked_at_is_told_and_can_be_tried_again(
    doctor: Doctor, dialog: DiagnosisDialog
) -> None:
    doctor.failed.emit(Unreadable("SYS-013"))
    assert dialog.notice.isVisible()
    assert dialog.notice.code.text() == "SYS-013"
    assert dialog.again.isEnabled()
    assert "Looking" not in dialog.verdict.text()
    doctor.examine()
    assert not dialog.notice.isVisible()


def test_everything_has_a_name(doctor: Doctor, dialog: DiagnosisDialog) -> None:
    doctor.answer(*LINES)
    assert nameless(dialog) == []
    assert dialog.pane.accessibleName()
