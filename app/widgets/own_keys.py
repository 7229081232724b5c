"""Keys that the focused field needs for itself are not taken by the menus."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
    QTreeView,
    QWidget,
)

UPRIGHT = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown})
SIDEWAYS = frozenset({Qt.Key.Key_Left, Qt.Key.Key_Right})
SPACE = frozenset({Qt.Key.Key_Space})
TYPED = (QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox, QComboBox)
NEEDS: tuple[tuple[type[QWidget], frozenset[Qt.Key]], ...] = (
    (QAbstractButton, SPACE),
    (QAbstractSlider, UPRIGHT | SIDEWAYS),
    (QTabBar, SIDEWAYS),
    (QTreeView, UPRIGHT | SIDEWAYS),
    (QAbstractItemView, UPRIGHT),
)
"""Bare keys by kind of widget, the first kind that fits; TYPED need every bare key."""


class OwnKeys(QObject):
    """Installed on a window: Space presses the button that has the focus, and does not play.

    Qt hands every key first to the shortcuts of the menus, except what a text
    field types. An event that nobody accepts climbs to the window, where this
    one stands.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.ShortcutOverride:
            return False
        if not isinstance(watched, QWidget) or not needs(watched.focusWidget(), event):
            return False
        event.accept()
        return True


def needs(field: QWidget | None, event: QKeyEvent) -> bool:
    """Whether `field` acts on that key itself."""
    bare = event.modifiers() & ~(
        Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
    )
    if field is None or bare != Qt.KeyboardModifier.NoModifier:
        return False
    key = Qt.Key(event.key())
    if isinstance(field, TYPED):
        return key in UPRIGHT | SIDEWAYS | SPACE or bool(event.text().strip())
    if isinstance(field, QAbstractItemView) and key in SPACE:
        return field.currentIndex().data(Qt.ItemDataRole.CheckStateRole) is not None
    return next((key in keys for kind, keys in NEEDS if isinstance(field, kind)), False)
