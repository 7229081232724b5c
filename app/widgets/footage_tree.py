"""The files of the archive under a heading for each camera."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QTreeWidget, QTreeWidgetItem, QWidget

from app.theme import Theme
from app.widgets.footage_line import LINE, FootageDelegate, FootageLine
from app.widgets.tip import plain_tip

VALUE = Qt.ItemDataRole.UserRole
SPOKEN = Qt.ItemDataRole.AccessibleTextRole


@dataclass(frozen=True, slots=True)
class Group:
    """A camera, what is said of it, and its files."""

    name: str
    remark: str
    lines: tuple[FootageLine, ...]


class FootageTree(QTreeWidget):
    """`chosen` carries the value of the line that is chosen, "" for a heading or nothing."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._painter = FootageDelegate(theme)
        self.setItemDelegate(self._painter)
        self.setAccessibleName(self.tr("Files of the case"))
        self.setHeaderHidden(True)
        self.setColumnCount(1)
        self.setIndentation(0)
        self.setRootIsDecorated(False)
        self.setExpandsOnDoubleClick(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.currentItemChanged.connect(self._tell)
        self.itemClicked.connect(self._open)
        self.itemCollapsed.connect(self._point)
        self.itemExpanded.connect(self._point)

    @property
    def value(self) -> str:
        """What the line chosen stands for."""
        item = self.currentItem()
        return str(item.data(0, VALUE) or "") if item is not None else ""

    def fill(self, groups: Sequence[Group]) -> None:
        """Show these; the same line stays chosen, closed headings stay closed."""
        before, heading = self.value, self.currentItem() is not None and not self.value
        closed = {self._name(item) for item in self._headings() if not item.isExpanded()}
        self.blockSignals(True)
        self.clear()
        for group in groups:
            item = self._heading(group)
            self.addTopLevelItem(item)
            item.addChildren([_item(line) for line in group.lines])
            item.setExpanded(True)
        if not heading:
            self.choose(before)
        for item in self._headings():  # choosing opens
            item.setExpanded(self._name(item) not in closed)
            self._point(item)
        self.blockSignals(False)
        self.chosen.emit(self.value)

    def choose(self, value: str) -> None:
        """Choose the line of that value, the first when there is none."""
        found = (h.child(n) for h in self._headings() for n in range(h.childCount()))
        lines = [item for item in found if item is not None]
        again = [item for item in lines if item.data(0, VALUE) == value]
        if lines:
            self.setCurrentItem((again or lines)[0])

    def _headings(self) -> list[QTreeWidgetItem]:
        found = (self.topLevelItem(row) for row in range(self.topLevelItemCount()))
        return [item for item in found if item is not None]

    def _heading(self, group: Group) -> QTreeWidgetItem:
        item = QTreeWidgetItem([f"{group.name}  ·  {group.remark}"])
        font = self.font()
        font.setBold(True)
        item.setFont(0, font)
        item.setData(0, VALUE, "")
        item.setData(0, Qt.ItemDataRole.WhatsThisPropertyRole, group.name)
        item.setToolTip(0, plain_tip(item.text(0)))
        item.setBackground(0, self._theme.colour("panel"))
        return item

    def _name(self, heading: QTreeWidgetItem) -> str:
        return str(heading.data(0, Qt.ItemDataRole.WhatsThisPropertyRole))

    def _point(self, heading: QTreeWidgetItem) -> None:
        """The icon of a heading says whether it is open."""
        icon = "chevron-down" if heading.isExpanded() else "chevron-right"
        heading.setIcon(0, self._theme.icon(icon if heading.childCount() else "minus", "muted"))

    def _open(self, item: QTreeWidgetItem) -> None:
        """A click on a heading opens or closes it."""
        if item.parent() is None:
            item.setExpanded(not item.isExpanded())

    def _tell(self) -> None:
        self.chosen.emit(self.value)


def _item(line: FootageLine) -> QTreeWidgetItem:
    item = QTreeWidgetItem([line.name])
    item.setData(0, VALUE, line.value)
    item.setData(0, LINE, line)
    item.setData(0, SPOKEN, line.spoken)
    item.setToolTip(0, plain_tip(line.name))
    return item
