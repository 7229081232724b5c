import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from app.theme import Theme
from app.widgets.confirming import confirm


@pytest.mark.parametrize(
    ("role", "done"),
    [(QMessageBox.ButtonRole.AcceptRole, [True]), (QMessageBox.ButtonRole.RejectRole, [])],
)
def test_it_is_done_only_when_a_person_agrees(
    role: QMessageBox.ButtonRole, done: list[bool], qtbot: QtBot, theme: Theme
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    told: list[bool] = []
    box = confirm(parent, theme, "Erase <b>x</b>", "for good", lambda: told.append(True))
    assert box.textFormat() is Qt.TextFormat.PlainText
    assert box.buttonRole(box.defaultButton()) is QMessageBox.ButtonRole.RejectRole
    next(button for button in box.buttons() if box.buttonRole(button) is role).click()
    assert told == done
