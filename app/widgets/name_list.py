"""A list of names that a person makes one by one: the cameras of a basis."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QWidget,
)

from app.theme import Theme
from app.words import visible

LINES = 4
PADDING = 12
"""Pixels of a line beside its text."""


class NameList(QWidget):
    """Type a name and Enter to add it; Delete takes the chosen one away.

    A name typed but not yet added counts as soon as the field is left.
    """

    changed = Signal()

    def __init__(
        self, theme: Theme, add: str, remove: str, title: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.field = QLineEdit()
        self.field.setAccessibleName(title)
        self.add = QPushButton(theme.icon("plus"), add)
        self.list = _Names()
        self.list.setAccessibleName(title)
        self.remove = QPushButton(theme.icon("minus"), remove)
        self.setFocusProxy(self.field)
        self._adding = False
        self.field.returnPressed.connect(self._entered)
        self.field.editingFinished.connect(self._take)
        self.add.clicked.connect(self._take)
        self.remove.clicked.connect(self._drop)
        self.list.unwanted.connect(self._drop)
        self.list.currentRowChanged.connect(lambda _: self._tell())
        self._lay_out()
        self._tell()

    @property
    def names(self) -> tuple[str, ...]:
        """The names, in the order in which they were added."""
        rows = (self.list.item(row) for row in range(self.list.count()))
        return tuple(str(item.data(Qt.ItemDataRole.UserRole)) for item in rows)

    def set_names(self, names: tuple[str, ...]) -> None:
        """Begin with these names."""
        self.list.clear()
        self.field.clear()
        for name in names:
            self._append(name)
        self._tell()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter that added a name is used up; Enter in an empty field goes on to the form."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._adding:
            self._adding = False
        else:
            super().keyPressEvent(event)

    def _entered(self) -> None:
        self._adding = bool(self.field.text().strip())

    def _take(self) -> None:
        """Every line typed or pasted is a name; one that is there already is not added again."""
        before = self.names
        typed = [line.strip() for line in self.field.text().splitlines()]
        self.field.clear()
        for name in typed:
            if name and name not in self.names:
                self._append(name)
        if self.names != before:
            self._tell()
            self.changed.emit()

    def _append(self, name: str) -> None:
        item = QListWidgetItem(visible(name))
        item.setData(Qt.ItemDataRole.UserRole, name)
        self.list.addItem(item)
        self.list.scrollToItem(item)

    def _drop(self) -> None:
        row = self.list.currentRow()
        if row >= 0:
            self.list.takeItem(row)
            self._tell()
            self.changed.emit()

    def _tell(self) -> None:
        self.remove.setEnabled(self.list.currentRow() >= 0)

    def _lay_out(self) -> None:
        rows = QGridLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setHorizontalSpacing(8)
        rows.setVerticalSpacing(4)
        rows.setColumnStretch(0, 1)
        rows.addWidget(self.field, 0, 0)
        rows.addWidget(self.add, 0, 1)
        rows.addWidget(self.list, 1, 0)
        rows.addWidget(self.remove, 1, 1, Qt.AlignmentFlag.AlignTop)
        line = self.list.fontMetrics().lineSpacing() + PADDING
        self.list.setFixedHeight(line * LINES + 4)


class _Names(QListWidget):
    """Tells when the Delete key asks to take the chosen name away; Tab goes on."""

    unwanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setTabKeyNavigation(False)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.unwanted.emit()
        else:
            super().keyPressEvent(event)
