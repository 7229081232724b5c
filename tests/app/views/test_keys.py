"""The sheet of keys is the table of actions."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.actions import keys_text, menus
from app.theme import Theme
from app.views.keys import Keys
from app.widgets.label import Label


@pytest.fixture
def sheet(qtbot: QtBot, theme: Theme) -> Keys:
    """The sheet, on show."""
    made = Keys(theme)
    qtbot.addWidget(made)
    made.show()
    return made


def test_every_action_with_a_key_is_there_with_its_keys(sheet: Keys) -> None:
    said = [label.text() for label in sheet.findChildren(Label)]
    for row in (row for menu in menus() for row in menu.rows if row.keys):
        assert row.text.removesuffix("…") in said
        assert all(key in said for key in keys_text(row))


def test_actions_without_a_key_are_not_listed(sheet: Keys) -> None:
    said = {label.text() for label in sheet.findChildren(Label)}
    assert not said & {row.text for menu in menus() for row in menu.rows if not row.keys}


def test_it_leaves_the_window_free_and_closes_by_keyboard(sheet: Keys, qtbot: QtBot) -> None:
    assert not sheet.isModal()
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    assert sheet.isHidden()


def test_its_button_closes_it(sheet: Keys, qtbot: QtBot) -> None:
    button = sheet.buttons.buttons()[0]
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert sheet.isHidden()


def test_nothing_is_cut_where_the_screen_has_room(sheet: Keys) -> None:
    room = sheet.screen().availableSize()
    if sheet.sizeHint().width() <= room.width() and sheet.sizeHint().height() <= room.height():
        assert sheet.size() == sheet.sizeHint()
    assert sheet.width() <= room.width()
    assert sheet.height() <= room.height()
