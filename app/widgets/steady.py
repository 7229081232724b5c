"""A wheel that scrolls a page leaves the fields under it as they are."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QWidget


def steady(field: QWidget) -> None:
    """Let the wheel change `field` only while it has the focus; else its page scrolls.

    A combo or a number that changes unseen would change a question or a motive.
    """
    field.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    field.installEventFilter(_Steady(field))


class _Steady(QObject):
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is not QEvent.Type.Wheel or not isinstance(watched, QWidget):
            return False
        if watched.hasFocus():
            return False
        event.ignore()
        return True
