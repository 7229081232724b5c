"""A table of figures: numbers stand under each other at the right, and the chosen line is told."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTreeWidgetItem, QWidget

from app.theme import Theme
from app.widgets.table import ROLE, Row, Table

LETTERS = 6
"""What a column that gives way to the others keeps showing."""

RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class FigureTable(Table):
    """`told` carries the value of the line that was come to.

    stretched: the columns that share the free room; figures: those of numbers.
    """

    told = Signal(str)

    def __init__(
        self,
        theme: Theme,
        title: str,
        headers: Sequence[str],
        stretched: Sequence[int],
        figures: Collection[int],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, title, headers, stretched[0], parent)
        self._figures = figures
        for column in figures:
            self.headerItem().setTextAlignment(column, RIGHT)
        for column in stretched:
            self.header().setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self.header().setMinimumSectionSize(self.fontMetrics().averageCharWidth() * LETTERS)
        self.currentItemChanged.connect(self._tell)

    def fill(self, rows: Sequence[Row]) -> None:
        """Show these lines; the one chosen is told once, not each that Qt passes on the way."""
        silence = QSignalBlocker(self)
        super().fill(rows)
        silence.unblock()
        for number in range(self.topLevelItemCount()):
            item = self.topLevelItem(number)
            assert item is not None
            for column in self._figures:
                item.setTextAlignment(column, RIGHT)
        self._tell(self.currentItem(), None)

    def _tell(self, current: QTreeWidgetItem | None, _: QTreeWidgetItem | None) -> None:
        if current is not None:
            self.told.emit(str(current.data(0, ROLE)))
