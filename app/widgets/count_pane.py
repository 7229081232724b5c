"""How many there would be: the whole, and how many on each camera."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.theme import Theme
from app.widgets.facts import Facts
from app.widgets.label import Label
from app.words import visible

ROWS = 8
"""Cameras told one by one; the others together."""


class CountPane(QWidget):
    """`count_wanted` when a person wants to know; the count is recorded as a question is."""

    count_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.button = QPushButton(theme.icon("sum"), self.tr("How many would there be?"))
        self.button.clicked.connect(self.count_wanted)
        self.total = Label(use="strong", wraps=True)
        self.facts = Facts()
        self.note = Label(wraps=True, use="muted")
        self._lay_out()
        self.tell_nothing()

    def tell_nothing(self) -> None:
        """Nothing was counted of the question as it stands."""
        self.total.setText("")
        for part in (self.total, self.facts, self.note):
            part.hide()

    def tell_busy(self) -> None:
        """A count is on its way."""
        self.tell_nothing()
        self.total.setText(self.tr("Counting…"))
        self.total.show()

    def tell(self, total: int, cameras: Sequence[tuple[str, int]], looked: str) -> None:
        """Show the count; `looked`: what was looked at, since nothing found says nothing alone."""
        self.total.setText(self.tr("There would be: {count}").format(count=total))
        rows = [(visible(name), str(hits)) for name, hits in cameras[:ROWS]]
        others = sum(hits for _, hits in cameras[ROWS:])
        if len(cameras) > ROWS:
            name = self.tr("{count} other cameras").format(count=len(cameras) - ROWS)
            rows.append((name, str(others)))
        self.facts.fill(tuple(rows))
        self.facts.setVisible(len(cameras) > 1)
        self.note.setText(looked)
        self.total.show()
        self.note.setVisible(bool(looked))

    def _lay_out(self) -> None:
        above = QHBoxLayout()
        above.addWidget(self.button, 1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(4)
        rows.addLayout(above)
        rows.addWidget(self.total)
        rows.addWidget(self.facts)
        rows.addWidget(self.note)
