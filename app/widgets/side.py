"""The side that stays while the pages of the way in change: where one is, and what holds there."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.theme import Theme
from app.widgets.label import Label
from app.widgets.sheet import Sheet

NARROWEST = 304
LETTERS = 33
ICON = 16


class Side(Sheet):
    """A title, facts each with an icon, and whatever is put at the foot."""

    def __init__(self, theme: Theme, title: str, parent: QWidget | None = None) -> None:
        super().__init__(LETTERS * 2, parent, margins=(20, 24))
        self._theme = theme
        self._facts = 0
        self.title = Label(title, use="title", wraps=True)
        self.setFixedWidth(max(NARROWEST, self.fontMetrics().averageCharWidth() * LETTERS))
        self.rows.addWidget(self.title)
        self.rows.addStretch()

    def fact(self, icon: str, label: Label) -> None:
        """Add a fact below those that are there."""
        mark = Label()
        mark.setPixmap(self._theme.icon(icon, "muted").pixmap(QSize(ICON, ICON)))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(mark, alignment=Qt.AlignmentFlag.AlignTop)
        row.addWidget(label, 1)
        self._facts += 1
        self.rows.insertLayout(self._facts, row)

    def foot(self, widget: QWidget) -> None:
        """Put something below the free space."""
        self.rows.addWidget(widget)
