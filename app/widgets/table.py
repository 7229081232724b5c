"""A short table to choose a line from: what cannot be chosen is grey and says why."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from app.theme import Theme
from app.widgets.tip import plain_tip
from app.words import visible

ROLE = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Row:
    """A line: its cells, what it stands for, an icon, whether it is out of reach, and a tip."""

    cells: tuple[str, ...]
    value: str
    icon: str = ""
    faded: bool = False
    tip: str = ""


class Table(QTreeWidget):
    """`acted` carries the value of the line that Enter or a double click chose."""

    acted = Signal(str)

    def __init__(
        self,
        theme: Theme,
        title: str,
        headers: Sequence[str],
        stretched: int,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(title)
        self.setHeaderLabels(list(headers))
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setTabKeyNavigation(False)
        self.header().setStretchLastSection(False)
        self.header().setSectionsMovable(False)
        for column in range(len(headers)):
            wide = column == stretched
            mode = QHeaderView.ResizeMode
            self.header().setSectionResizeMode(
                column, mode.Stretch if wide else mode.ResizeToContents
            )
        self.itemActivated.connect(self._act)

    def fill(self, rows: Sequence[Row]) -> None:
        """Show these lines; the same line stays chosen, else the first."""
        chosen = self.value
        self.clear()
        items = [self._item(row) for row in rows]
        self.addTopLevelItems(items)
        again = [item for item in items if item.data(0, ROLE) == chosen]
        if items:
            self.setCurrentItem((again or items)[0])

    @property
    def value(self) -> str:
        """What the line chosen stands for, "" when none is."""
        item = self.currentItem()
        return str(item.data(0, ROLE)) if item is not None else ""

    def _item(self, row: Row) -> QTreeWidgetItem:
        item = QTreeWidgetItem([visible(cell) for cell in row.cells])
        item.setData(0, ROLE, row.value)
        if row.icon:
            item.setIcon(0, self._icon(row))
        for column in range(len(row.cells)):
            if row.faded:
                item.setForeground(column, self._theme.colour("muted"))
            item.setToolTip(column, plain_tip(visible(row.tip)))
        return item

    def _icon(self, row: Row) -> QIcon:
        """In the colour of the text beside it, chosen or not."""
        icon = QIcon(self._theme.icon(row.icon, "muted" if row.faded else "text"))
        chosen = self._theme.icon(row.icon, "on_accent").pixmap(QSize(32, 32))
        icon.addPixmap(chosen, QIcon.Mode.Selected)
        return icon

    def _act(self, item: QTreeWidgetItem) -> None:
        self.acted.emit(str(item.data(0, ROLE)))
