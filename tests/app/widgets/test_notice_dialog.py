"""A fault without a page is told in a window, as text and not as rich text."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.theme import Theme
from app.widgets.notice_dialog import NoticeDialog
from app.words import Words
from vsa_core.errors import Unreadable


def test_it_tells_the_fault_and_closes_by_keyboard(
    qtbot: QtBot, words: Words, theme: Theme
) -> None:
    dialog = NoticeDialog(words, theme, Unreadable("SRC-001", name="<b>cam</b>.mp4"))
    qtbot.addWidget(dialog)
    dialog.open()
    assert dialog.notice.isVisible()
    assert "<b>cam</b>.mp4" in dialog.notice.cause.text()
    assert dialog.notice.cause.textFormat() is Qt.TextFormat.PlainText
    assert dialog.notice.close_button.isHidden()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isHidden()


def test_its_button_closes_it(qtbot: QtBot, words: Words, theme: Theme) -> None:
    dialog = NoticeDialog(words, theme, Unreadable("SRC-001", name="cam.mp4"))
    qtbot.addWidget(dialog)
    dialog.open()
    qtbot.keyClick(dialog.buttons.buttons()[0], Qt.Key.Key_Space)
    assert dialog.isHidden()
