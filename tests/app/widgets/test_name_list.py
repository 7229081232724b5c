import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.theme import Theme
from app.widgets.name_list import NameList
from tests.app.doorstep import nameless


@pytest.fixture
def cameras(qtbot: QtBot, theme: Theme) -> NameList:
    made = NameList(theme, "Add", "Remove", "Cameras")
    qtbot.addWidget(made)
    made.show()
    qtbot.waitActive(made)
    made.setFocus()
    return made


def type_name(qtbot: QtBot, cameras: NameList, name: str) -> None:
    qtbot.keyClicks(cameras.field, name)
    qtbot.keyClick(cameras.field, Qt.Key.Key_Return)


def test_names_are_added_with_enter(qtbot: QtBot, cameras: NameList) -> None:
    type_name(qtbot, cameras, " rue ")
    with qtbot.waitSignal(cameras.changed):
        type_name(qtbot, cameras, "parking nord")
    assert cameras.names == ("rue", "parking nord")
    assert cameras.field.text() == ""


@pytest.mark.parametrize("again", ["rue", " rue", "", "   "])
def test_a_name_is_there_once(again: str, qtbot: QtBot, cameras: NameList) -> None:
    type_name(qtbot, cameras, "rue")
    with qtbot.assertNotEmitted(cameras.changed):
        type_name(qtbot, cameras, again)
    assert cameras.names == ("rue",)


def test_lines_that_are_pasted_are_names(qtbot: QtBot, cameras: NameList) -> None:
    QGuiApplication.clipboard().setText("rue\r\nparking\n\nhall\n")
    cameras.field.paste()
    cameras.add.click()
    assert cameras.names == ("rue", "parking", "hall")


def test_what_was_typed_counts_when_the_field_is_left(qtbot: QtBot, cameras: NameList) -> None:
    qtbot.keyClicks(cameras.field, "rue")
    qtbot.keyClick(cameras.field, Qt.Key.Key_Tab)
    assert cameras.names == ("rue",)


def test_the_delete_key_takes_the_chosen_one_away(qtbot: QtBot, cameras: NameList) -> None:
    cameras.set_names(("rue", "parking", "hall"))
    assert not cameras.remove.isEnabled()
    cameras.list.setCurrentRow(1)
    assert cameras.remove.isEnabled()
    qtbot.keyClick(cameras.list, Qt.Key.Key_Delete)
    assert cameras.names == ("rue", "hall")
    cameras.list.setCurrentRow(0)
    cameras.remove.click()
    assert cameras.names == ("hall",)


def test_enter_goes_on_to_the_form_only_when_it_added_nothing(qtbot: QtBot, theme: Theme) -> None:
    heard: list[int] = []

    class Page(QWidget):
        def keyPressEvent(self, event) -> None:
            heard.append(event.key())

    page = Page()
    qtbot.addWidget(page)
    cameras = NameList(theme, "Add", "Remove", "Cameras")
    QVBoxLayout(page).addWidget(cameras)
    type_name(qtbot, cameras, "rue")
    assert heard == []
    qtbot.keyClick(cameras.field, Qt.Key.Key_Return)
    assert heard == [Qt.Key.Key_Return]


def test_a_name_shows_what_is_in_it(cameras: NameList) -> None:
    cameras.set_names(("gpj\u202eexe",))
    assert cameras.names == ("gpj\u202eexe",)
    assert "\u202e" not in cameras.list.item(0).text()


def test_everything_has_a_name_and_a_key(cameras: NameList) -> None:
    assert nameless(cameras) == []
