"""What stands where there is nothing yet: why, and what to do about it."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from app.theme import Theme
from app.widgets.label import Label

SIDE = 40
ROOMY = 180
"""Pixels of height below which the words need the place of the icon."""


class Empty(QWidget):
    """An icon, a title, a sentence and, with `action_text`, a button that emits `acted`."""

    acted = Signal()

    def __init__(
        self,
        theme: Theme,
        icon: str,
        title: str,
        text: str,
        action_text: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.picture = Label()
        self.title = Label(use="heading", wraps=True)
        self.text = Label(use="muted", wraps=True)
        self.button = QPushButton()
        self.button.setProperty("use", "primary")
        self.button.clicked.connect(self.acted)
        self._lay_out()
        self.say(icon, title, text, action_text)

    def say(self, icon: str, title: str, text: str, action_text: str = "") -> None:
        """Change what is told: loading, refused, nothing found."""
        self.picture.setPixmap(self._theme.icon(icon, "muted").pixmap(QSize(SIDE, SIDE)))
        self.title.setText(title)
        self.text.setText(text)
        self.button.setText(action_text)
        self.button.setVisible(bool(action_text))
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.picture.setVisible(self.height() >= ROOMY)

    def _lay_out(self) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(24, 12, 24, 12)
        rows.setSpacing(8)
        rows.addStretch()
        for label in (self.picture, self.title, self.text):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            rows.addWidget(label)
        rows.addSpacing(4)
        rows.addWidget(self.button, alignment=Qt.AlignmentFlag.AlignCenter)
        rows.addStretch()
