from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from app.theme import Theme
from app.widgets.fold import Fold


def test_it_is_closed_at_first_and_opened_by_mouse_or_key(qtbot: QtBot, theme: Theme) -> None:
    body = QLineEdit()
    fold = Fold(theme, "Settings", body)
    qtbot.addWidget(fold)
    assert (fold.opened, fold.head.accessibleDescription()) == (False, "closed")
    fold.head.click()
    assert (fold.opened, fold.head.accessibleDescription()) == (True, "open")
    qtbot.keyClick(fold.head, Qt.Key.Key_Space)
    assert body.isHidden()


def test_its_heading_is_its_name(qtbot: QtBot, theme: Theme) -> None:
    fold = Fold(theme, "Settings", QLineEdit())
    qtbot.addWidget(fold)
    assert fold.head.accessibleName() == "Settings"
    fold.set_title("Settings (changed: 1)")
    assert (fold.head.text(), fold.head.accessibleName()) == ("Settings (changed: 1)",) * 2
