"""One line over the page where a person works: something is to be erased now, or soon."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from app.state.retention import Retention
from app.theme import Theme
from app.widgets.label import Label
from app.widgets.term_words import TermWords
from app.words import Words

PAGES = frozenset({"cases", "journal"})
"""Where the line stands; in a case one works."""

SIDE = 20


class RetentionLine(QFrame):
    """Hidden while nothing is late; `wanted` when the person asks which."""

    wanted = Signal()

    def __init__(
        self, retention: Retention, words: Words, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._retention = retention
        self._told = TermWords(words)
        self._page = ""
        self.text = Label(wraps=True, use="strong")
        self.see = QPushButton(self.tr("See which…"))
        self.see.setAutoDefault(True)
        sign = Label()
        sign.setPixmap(theme.icon("calendar", "warning").pixmap(QSize(SIDE, SIDE)))
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 12, 6)
        row.setSpacing(12)
        row.addWidget(sign)
        row.addWidget(self.text, 1)
        row.addWidget(self.see)
        self.see.clicked.connect(self.wanted)
        retention.changed.connect(self._tell)
        self._tell()

    def stand_on(self, page: str) -> None:
        """The page of that name is on show."""
        self._page = page
        self._tell()

    def _tell(self) -> None:
        terms = self._retention.terms
        told = self._told.alarm(terms) if terms is not None else ""
        self.text.setText(told)
        self.setAccessibleName(told)
        self.setVisible(bool(told) and self._page in PAGES)
