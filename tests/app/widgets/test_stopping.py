import pytest
from PySide6.QtWidgets import QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from app.theme import Theme
from app.widgets.stopping import ask_to_stop


@pytest.mark.parametrize(
    ("role", "done"),
    [(QMessageBox.ButtonRole.AcceptRole, [True]), (QMessageBox.ButtonRole.RejectRole, [])],
)
def test_it_stops_only_when_a_person_agrees(
    role: QMessageBox.ButtonRole, done: list[bool], qtbot: QtBot, theme: Theme
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    told: list[bool] = []
    box = ask_to_stop(parent, theme, lambda: told.append(True))
    next(button for button in box.buttons() if box.buttonRole(button) is role).click()
    assert told == done
