"""A habilitation that does not hold: a page that says so, and what to do about it."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from app.theme import Theme
from app.widgets.label import Label
from app.widgets.sheet import Sheet
from app.words import Words
from vsa_core.errors import Fault

CODES = frozenset({"LAW-003", "LAW-033", "LAW-034"})
"""Refusals that no other passphrase would change."""

LETTERS = 72
SIDE = 40


class Ended(Sheet):
    """`closed` when the person goes back to the door."""

    closed = Signal()

    def __init__(self, words: Words, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(LETTERS, parent)
        self._words = words
        self.cause = Label(wraps=True, use="strong")
        self.rest = Label(wraps=True)
        self.code = Label(use="muted")
        self.back = QPushButton(self.tr("Back to the door"))
        self.back.clicked.connect(self.closed)
        self._lay_out(theme)

    def tell(self, fault: Fault) -> None:
        """Say which habilitation does not hold, and why."""
        cause, consequence, following = self._words.explain(fault)
        self.cause.setText(cause)
        self.rest.setText(f"{consequence} {following}".strip())
        self.code.setText(fault.code)
        self.back.setFocus()

    def _lay_out(self, theme: Theme) -> None:
        picture = Label()
        picture.setPixmap(theme.icon("calendar", "warning").pixmap(QSize(SIDE, SIDE)))
        rows = self.rows
        rows.addWidget(picture)
        rows.addWidget(
            Label(self.tr("Your habilitation does not hold today"), use="title", wraps=True)
        )
        rows.addWidget(self.cause)
        rows.addWidget(self.rest)
        rows.addWidget(Label(self.tr("What to do"), use="heading", wraps=True))
        for step in self._steps():
            rows.addWidget(Label(step, wraps=True))
        rows.addWidget(self.code)
        across = QHBoxLayout()
        across.addWidget(self.back)
        across.addStretch()
        rows.addLayout(across)
        rows.addStretch()

    def _steps(self) -> tuple[str, ...]:
        return (
            self.tr(
                "1. Have it renewed in writing by whoever signs habilitations in your service."
            ),
            self.tr(
                "2. Give the administrator of this installation its reference, its signatory"
                " and its dates: Renew… in the list of people takes a minute."
            ),
            self.tr(
                "3. Sign in again. Your passphrase, your cases and your place in them have not"
                " changed."
            ),
        )
