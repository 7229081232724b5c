"""What was asked, kind by kind: precision and recall with their intervals, errors, false alarms."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.theme import Theme
from app.widgets import assessed_words as say
from app.widgets.label import Label
from app.widgets.rate_bar import RateBar
from app.widgets.rule import Rule
from app.words import Words
from vsa_core.domain.assessment import Assessment, EventFigures, Rate, added

SHARES = (3, 4, 4, 3, 2)
"""How the columns share the width."""


class KindFigures(QWidget):
    """A row for each event kind that was asked, its questions added up."""

    def __init__(
        self, found: Assessment, words: Words, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._words = words
        self._theme = theme
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(8)
        for column, share in enumerate(SHARES):
            self._grid.setColumnStretch(column, share)
        self._head()
        for number, kind in enumerate(found.kinds):
            self._grid.addWidget(Rule(theme), 2 * number + 1, 0, 1, len(SHARES))
            self._add(2 * number + 2, added(found.of_kind(kind), kind))

    def _head(self) -> None:
        headers = (
            self.tr("Event"),
            self.tr("Precision"),
            self.tr("Recall"),
            self.tr("Mean time error"),
            self.tr("False alarms"),
        )
        for column, header in enumerate(headers):
            self._grid.addWidget(Label(header, use="muted"), 0, column)

    def _add(self, row: int, figures: EventFigures) -> None:
        words = self._words
        cells = (
            Label(words.name("kinds.kind", figures.kind), use="strong", wraps=True),
            self._rate(self.tr("Precision"), figures.precision),
            self._rate(self.tr("Recall"), figures.recall),
            self._told(*say.errors(figures, words)),
            self._told(say.alarms(figures, words)),
        )
        for column, cell in enumerate(cells):
            self._grid.addWidget(cell, row, column, Qt.AlignmentFlag.AlignTop)

    def _rate(self, name: str, rate: Rate) -> QWidget:
        words = self._words
        cell = self._told(say.short_rate(rate, words), say.interval(rate, words))
        rows = cell.layout()
        assert isinstance(rows, QVBoxLayout)
        rows.insertWidget(1, RateBar(self._theme, rate))
        cell.setAccessibleName(f"{name}: {say.whole_rate(rate, words)}")
        return cell

    def _told(self, first: str, *rest: str) -> QWidget:
        """What counts most above, what goes with it below."""
        cell = QWidget()
        rows = QVBoxLayout(cell)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(4)
        rows.addWidget(Label(first, use="strong", wraps=True))
        for text in rest:
            rows.addWidget(Label(text, use="muted", wraps=True))
        return cell
