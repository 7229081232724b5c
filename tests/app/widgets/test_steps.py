import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.theme import Theme
from app.widgets.steps import Steps
from tests.app.doorstep import nameless


@pytest.fixture
def steps(qtbot: QtBot, theme: Theme) -> Steps:
    made = Steps(theme, ("Procedure", "Scope", "Folder"))
    qtbot.addWidget(made)
    made.show()
    return made


def test_one_step_is_worked_on(qtbot: QtBot, steps: Steps) -> None:
    steps.go(1)
    assert [button.isChecked() for button in steps.buttons] == [False, True, False]
    with qtbot.waitSignal(steps.chosen) as chosen:
        qtbot.keyClick(steps.buttons[2], Qt.Key.Key_Space)
    assert chosen.args == [2]
    assert [button.isChecked() for button in steps.buttons] == [False, False, True]


def test_what_is_done_and_what_is_wrong_is_told_by_icon_and_words(steps: Steps) -> None:
    button = steps.buttons[0]
    pictures = set()
    names = set()
    for done, wrong in ((False, False), (True, False), (False, True)):
        steps.mark(0, done, wrong)
        pictures.add(button.icon().pixmap(16, 16).toImage().constBits().tobytes())
        names.add(button.accessibleName())
    assert len(pictures) == len(names) == 3


def test_everything_has_a_name_and_a_key(steps: Steps) -> None:
    assert nameless(steps) == []
