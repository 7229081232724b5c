from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from app.theme import Theme
from app.widgets.copyable import Copyable, CopyButton


def test_what_is_copied_is_whole(qtbot: QtBot, theme: Theme) -> None:
    value = Copyable(theme, "Settings", "0123…", "0123456789")
    qtbot.addWidget(value)
    value.button.setFocus()
    qtbot.keyClick(value.button, Qt.Key.Key_Space)
    assert QGuiApplication.clipboard().text() == "0123456789"
    assert value.text.text() == "0123…"
    assert value.text.accessibleName() == "Settings: 0123456789"
    assert "0123456789" in value.text.toolTip()


def test_without_a_longer_form_what_is_shown_is_copied(qtbot: QtBot, theme: Theme) -> None:
    value = Copyable(theme, "Program", "relecture 0.2")
    qtbot.addWidget(value)
    assert value.whole == "relecture 0.2"
    assert value.text.toolTip() == ""


def test_the_button_says_what_it_copies_then_that_it_has(qtbot: QtBot, theme: Theme) -> None:
    button = CopyButton(theme, "Settings")
    qtbot.addWidget(button)
    assert button.accessibleName() == "Copy: Settings"
    button.click()
    assert button.accessibleName() == "Copied"
    button._back.timeout.emit()
    assert button.accessibleName() == "Copy: Settings"
