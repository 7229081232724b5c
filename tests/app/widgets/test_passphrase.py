import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QHideEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.widgets.passphrase import PassphraseEdit


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    page = QWidget()
    qtbot.addWidget(page)
    QVBoxLayout(page).addWidget(PassphraseEdit())
    page.show()
    return page


@pytest.fixture
def edit(page: QWidget) -> PassphraseEdit:
    return page.findChildren(PassphraseEdit)[0]


def test_it_is_never_shown(edit: PassphraseEdit) -> None:
    edit.setText("a secret")
    assert edit.echoMode() is QLineEdit.EchoMode.Password
    assert "secret" not in edit.displayText()
    assert edit.inputMethodHints() & Qt.InputMethodHint.ImhSensitiveData


def test_it_can_be_pasted_but_not_copied(edit: PassphraseEdit) -> None:
    QGuiApplication.clipboard().setText("from a safe")
    edit.paste()
    assert edit.text() == "from a safe"
    QGuiApplication.clipboard().setText("before")
    edit.selectAll()
    edit.copy()
    assert edit.text() == "from a safe"
    edit.cut()
    assert QGuiApplication.clipboard().text() == "before"


def test_it_is_gone_when_the_page_is_left(page: QWidget, edit: PassphraseEdit) -> None:
    edit.setText("a secret")
    page.hide()
    page.show()
    assert edit.text() == ""
    edit.undo()
    assert edit.text() == ""


class PutAway(QHideEvent):
    """What the window system sends when a window is minimised; Qt lets nobody make one."""

    def spontaneous(self) -> bool:
        return True


def test_it_stays_while_the_window_is_put_away(edit: PassphraseEdit) -> None:
    edit.setText("a secret")
    edit.hideEvent(PutAway())
    assert edit.text() == "a secret"


@pytest.mark.parametrize(
    ("key", "text", "shift", "capitals"),
    [
        (Qt.Key.Key_A, "A", False, [True]),
        (Qt.Key.Key_A, "a", True, [True]),
        (Qt.Key.Key_A, "a", False, [False]),
        (Qt.Key.Key_A, "A", True, [False]),
        (Qt.Key.Key_Eacute, "\u00c9", False, [True]),
        (Qt.Key.Key_1, "1", False, []),
        (Qt.Key.Key_Space, " ", False, []),
    ],
)
def test_caps_lock_is_heard_from_the_letters(
    key: Qt.Key, text: str, shift: bool, capitals: list[bool], edit: PassphraseEdit
) -> None:
    heard: list[bool] = []
    edit.capitals.connect(heard.append)
    modifier = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
    edit.keyPressEvent(QKeyEvent(QKeyEvent.Type.KeyPress, key, modifier, text))
    assert heard == capitals
    assert edit.text() == text
