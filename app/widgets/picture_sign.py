"""A word written on a picture, in its corner, while it holds."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.widgets.ink import PAPER, WRITING
from app.widgets.label import Label

CORNER = 12
"""Pixels from the left and the top of what it lies on."""


class PictureSign(Label):
    """Lies on its parent, lets the pointer through, and is gone when there is nothing to say."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent=parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setStyleSheet(
            f"background: {PAPER}; color: {WRITING}; border-radius: 4px; padding: 3px 8px;"
        )
        self.move(CORNER, CORNER)
        self.say("")

    def say(self, text: str) -> None:
        """Show that text; "" shows nothing."""
        self.setText(text)
        self.setAccessibleName(text)
        self.adjustSize()
        self.setVisible(bool(text))
