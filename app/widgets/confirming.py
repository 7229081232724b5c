"""Asking once more before what cannot be taken back: the button says what it does."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from app.theme import Theme

SIDE = 40


def confirm(
    parent: QWidget, theme: Theme, title: str, text: str, then: Callable[[], None]
) -> QMessageBox:
    """Ask; `then` is called if the person agrees. It does not block the window."""
    box = QMessageBox(parent)
    box.setWindowTitle("Relecture")
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setIconPixmap(theme.icon("warning", "warning").pixmap(SIDE, SIDE))
    box.setText(title)
    box.setInformativeText(text)
    agree = box.addButton(title, QMessageBox.ButtonRole.AcceptRole)
    stay = box.addButton(QMessageBox.StandardButton.Cancel)
    box.setDefaultButton(stay)
    agree.clicked.connect(then)
    box.open()
    return box
