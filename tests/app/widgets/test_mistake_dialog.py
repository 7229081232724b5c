import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.theme import Theme
from app.widgets.mistake_dialog import MistakeDialog
from tests.app.doorstep import nameless
from tests.app.laboratory import png


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """What it is opened over."""
    made = QWidget()
    made.resize(1000, 700)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def dialog(qtbot: QtBot, theme: Theme, window: QWidget) -> MistakeDialog:
    """The second mistake of three."""
    made = MistakeDialog(theme, window)
    made.show_mistake("Missed · 0:00:01", (2, 3), QImage.fromData(png()), "")
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.before.setFocus()
    return made


def test_it_is_nearly_as_large_as_the_window(dialog: MistakeDialog) -> None:
    assert (dialog.width(), dialog.height()) == (920, 644)
    assert dialog.still.has_image
    assert dialog.count.text() == "2 of 3"


def test_arrows_go_from_one_to_the_next_wherever_the_focus_is(
    qtbot: QtBot, dialog: MistakeDialog
) -> None:
    told: list[int] = []
    dialog.moved.connect(told.append)
    for widget in (dialog.before, dialog.after, dialog.leave):
        widget.setFocus()
        for key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down):
            qtbot.keyClick(widget, key)
    assert told == [-1, 1, -1, 1] * 3
    dialog.after.click()
    assert told[-1] == 1


def test_at_the_ends_there_is_nowhere_to_go(dialog: MistakeDialog) -> None:
    dialog.show_mistake("First", (1, 3), None, "No picture")
    assert not dialog.before.isEnabled()
    assert dialog.after.isEnabled()
    assert not dialog.still.has_image
    dialog.show_mistake("Last", (3, 3), None, "No picture")
    assert not dialog.after.isEnabled()


def test_escape_closes_it(qtbot: QtBot, dialog: MistakeDialog) -> None:
    with qtbot.waitSignal(dialog.finished):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)


def test_everything_has_a_name(dialog: MistakeDialog) -> None:
    assert nameless(dialog) == []
