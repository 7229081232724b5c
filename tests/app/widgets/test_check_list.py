import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.widgets.check_list import CheckList
from tests.app.doorstep import nameless

LINES = (("bob", "Bob & Co (bob)", "magistrat"), ("eve", "Eve\u202e", "analyste"))


@pytest.fixture
def people(qtbot: QtBot) -> CheckList:
    made = CheckList()
    qtbot.addWidget(made)
    made.fill(LINES)
    made.show()
    qtbot.waitActive(made)
    return made


def test_lines_are_ticked_with_the_space_bar(qtbot: QtBot, people: CheckList) -> None:
    assert people.ticked == ()
    people.setFocus()
    with qtbot.waitSignal(people.changed):
        qtbot.keyClick(people.boxes["bob"], Qt.Key.Key_Space)
    assert people.ticked == ("bob",)
    assert people.boxes["bob"].hasFocus()


def test_what_was_ticked_and_is_still_there_stays_so(people: CheckList) -> None:
    people.boxes["bob"].setChecked(True)
    people.boxes["eve"].setChecked(True)
    people.fill(LINES[:1])
    assert people.ticked == ("bob",)
    people.fill(())
    assert people.ticked == ()


def test_names_are_shown_as_they_are(people: CheckList) -> None:
    assert people.boxes["bob"].text() == "Bob && Co (bob)\nmagistrat"
    assert "\u202e" not in people.boxes["eve"].text()
    assert nameless(people) == []
