"""A key goes to the field that uses it, and to the menus when no field does."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QListWidget,
    QMainWindow,
    QPlainTextEdit,
    QPushButton,
    QSlider,
    QSpinBox,
    QTabBar,
    QTableWidget,
    QTreeWidget,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.widgets.own_keys import OwnKeys

Key = Qt.Key
KEYS = {
    "Space": Key.Key_Space,
    "Left": Key.Key_Left,
    "Up": Key.Key_Up,
    "PgDown": Key.Key_PageDown,
    "R": Key.Key_R,
    "?": Key.Key_Question,
    "Ctrl+G": Key.Key_G,
}
FIELDS: dict[type[QWidget], set[str]] = {
    QLineEdit: {"Space", "Left", "Up", "PgDown", "R", "?"},
    QPlainTextEdit: {"Space", "Left", "Up", "PgDown", "R", "?"},
    QSpinBox: {"Space", "Left", "Up", "PgDown", "R", "?"},
    QComboBox: {"Space", "Left", "Up", "PgDown", "R", "?"},
    QPushButton: {"Space"},
    QSlider: {"Left", "Up", "PgDown"},
    QTabBar: {"Left"},
    QListWidget: {"Up", "PgDown"},
    QTableWidget: {"Up", "PgDown"},
    QTreeWidget: {"Left", "Up", "PgDown"},
    QWidget: set(),
}
"""The keys of KEYS that each kind of field keeps."""


@dataclass
class Page:
    """A window with every kind of field, and an action on every key."""

    window: QMainWindow
    fired: list[str] = field(default_factory=list)
    fields: dict[type[QWidget], QWidget] = field(default_factory=dict)

    def press(self, qtbot: QtBot, kind: type[QWidget], name: str) -> list[str]:
        """Press a key in a field; what the menus took."""
        self.fired.clear()
        target = self.fields[kind]
        target.setFocus()
        qtbot.waitUntil(target.hasFocus)
        control = Qt.KeyboardModifier.ControlModifier
        modifier = control if name.startswith("Ctrl") else Qt.KeyboardModifier.NoModifier
        qtbot.keyClick(target, KEYS[name], modifier)
        return list(self.fired)


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[Page]:
    """A page on show."""
    made = Page(QMainWindow())
    qtbot.addWidget(made.window)
    body = QWidget()
    made.window.setCentralWidget(body)
    rows = QVBoxLayout(body)
    for kind in FIELDS:
        made.fields[kind] = kind()
        made.fields[kind].setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        rows.addWidget(made.fields[kind])
    for name in KEYS:
        action = QAction(name, made.window)
        action.setShortcut(QKeySequence(name))
        action.triggered.connect(lambda _=False, name=name: made.fired.append(name))
        made.window.addAction(action)
    made.window.show()
    yield made
    made.window.close()


@pytest.mark.parametrize("kind", FIELDS)
def test_a_field_keeps_the_keys_it_uses_and_leaves_the_others(
    page: Page, qtbot: QtBot, kind: type[QWidget]
) -> None:
    OwnKeys(page.window)
    for name in KEYS:
        kept = name in FIELDS[kind]
        assert page.press(qtbot, kind, name) == ([] if kept else [name]), name


@pytest.mark.parametrize(("kind", "name"), [(QPushButton, "Space"), (QSpinBox, "Up")])
def test_without_it_the_menus_would_take_them(
    page: Page, qtbot: QtBot, kind: type[QWidget], name: str
) -> None:
    assert page.press(qtbot, kind, name) == [name]


def test_letters_reach_the_field(page: Page, qtbot: QtBot) -> None:
    OwnKeys(page.window)
    line = page.fields[QLineEdit]
    assert isinstance(line, QLineEdit)
    line.setFocus()
    qtbot.waitUntil(line.hasFocus)
    qtbot.keyClicks(line, "R ?")
    assert line.text() == "R ?"
    assert page.fired == []


def test_space_presses_the_button(page: Page, qtbot: QtBot) -> None:
    OwnKeys(page.window)
    button = page.fields[QPushButton]
    assert isinstance(button, QPushButton)
    with qtbot.waitSignal(button.clicked):
        page.press(qtbot, QPushButton, "Space")


def test_space_ticks_a_row_that_can_be_ticked(page: Page, qtbot: QtBot) -> None:
    OwnKeys(page.window)
    rows = page.fields[QListWidget]
    assert isinstance(rows, QListWidget)
    rows.addItems(["a", "b"])
    rows.setCurrentRow(0)
    assert page.press(qtbot, QListWidget, "Space") == ["Space"]
    rows.item(0).setCheckState(Qt.CheckState.Unchecked)
    assert page.press(qtbot, QListWidget, "Space") == []
    assert rows.item(0).checkState() is Qt.CheckState.Checked
