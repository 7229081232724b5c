"""A word about the whole, with an icon; gone when there is nothing to say."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from app.theme import Theme
from app.widgets.label import Label

SIDE = 14


class Badge(QFrame):
    """Shows an icon and a short text in the colour of a `use` of the theme."""

    def __init__(
        self, theme: Theme, icon: str, use: str = "muted", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.mark = Label()
        self.mark.setPixmap(theme.icon(icon, use).pixmap(QSize(SIDE, SIDE)))
        self.label = Label(use=use)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.mark)
        row.addWidget(self.label)
        self.say("")

    def say(self, text: str) -> None:
        """Show that text; "" shows nothing."""
        self.label.setText(text)
        self.setAccessibleName(text)
        self.setVisible(bool(text))
