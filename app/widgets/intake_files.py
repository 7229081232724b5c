"""The files that are about to be admitted, in their order, and when each would begin."""

from collections.abc import Sequence
from pathlib import PurePath

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.theme import Theme
from app.widgets.icon_button import IconButton
from app.widgets.tip import plain_tip
from app.words import visible

HIGH = 148


class IntakeFiles(QWidget):
    """`paths` in the order of the list; `changed` when one comes, goes or moves."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._paths: list[str] = []
        self.list = QTreeWidget()
        self.list.setHeaderLabels([self.tr("File"), self.tr("First picture, true time")])
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setMinimumHeight(HIGH)
        self.list.header().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.add = QPushButton(theme.icon("plus"), self.tr("Add files…"))
        self.add.setAutoDefault(False)
        self.remove = IconButton(theme, "minus", self.tr("Take the chosen files off the list"))
        self.up = IconButton(theme, "chevron-up", self.tr("Move the chosen file up"))
        self.down = IconButton(theme, "chevron-down", self.tr("Move the chosen file down"))
        self._lay_out()
        self.add.clicked.connect(self.ask)
        self.remove.clicked.connect(self._remove)
        self.up.clicked.connect(lambda: self._move(-1))
        self.down.clicked.connect(lambda: self._move(1))
        self.list.itemSelectionChanged.connect(self._allow)
        self._fill(())

    @property
    def paths(self) -> tuple[str, ...]:
        """The files, each once."""
        return tuple(self._paths)

    @property
    def names(self) -> tuple[str, ...]:
        """Their names without folders."""
        return tuple(PurePath(path).name for path in self._paths)

    def take(self, paths: Sequence[str]) -> None:
        """Add these after those that are there, in the order of their names."""
        new = sorted(set(paths) - set(self._paths), key=lambda path: PurePath(path).name)
        self._paths += new
        self._fill(new)
        self.changed.emit()

    def clear(self) -> None:
        """Empty the list."""
        self._paths = []
        self._fill(())
        self.changed.emit()

    def ask(self) -> QFileDialog:
        """Ask for files with the desktop's own dialog, without stopping the window."""
        dialog = QFileDialog(self, self.tr("Files to admit"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filesSelected.connect(self.take)
        dialog.open()
        return dialog

    def tell(self, previews: Sequence[tuple[str, bool]]) -> None:
        """What is said of each file, and whether it is good."""
        for row, (text, good) in enumerate(previews):
            item = self.list.topLevelItem(row)
            if item is not None:
                item.setText(1, text)
                item.setToolTip(1, plain_tip(text))
                item.setForeground(1, self._theme.colour("text" if good else "bad"))
                icon = self._theme.icon("error", "bad") if not good else self._theme.icon("film")
                item.setIcon(0, icon)

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.list.setAccessibleName(name)

    def setAccessibleDescription(self, text: str) -> None:
        super().setAccessibleDescription(text)
        self.list.setAccessibleDescription(text)

    def _fill(self, chosen: Sequence[str]) -> None:
        self.list.clear()
        for path in self._paths:
            item = QTreeWidgetItem([visible(PurePath(path).name), ""])
            item.setToolTip(0, plain_tip(visible(path)))
            self.list.addTopLevelItem(item)
            item.setSelected(path in chosen and len(chosen) == 1)
        self._allow()

    def _rows(self) -> list[int]:
        return sorted(self.list.indexOfTopLevelItem(item) for item in self.list.selectedItems())

    def _remove(self) -> None:
        gone = set(self._rows())
        self._paths = [path for row, path in enumerate(self._paths) if row not in gone]
        self._fill(())
        self.changed.emit()

    def _move(self, by: int) -> None:
        (row,) = self._rows()
        path = self._paths.pop(row)
        self._paths.insert(row + by, path)
        self._fill((path,))
        self.changed.emit()

    def _allow(self) -> None:
        rows = self._rows()
        self.remove.setEnabled(bool(rows))
        self.up.setEnabled(len(rows) == 1 and rows[0] > 0)
        self.down.setEnabled(len(rows) == 1 and rows[0] < len(self._paths) - 1)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(4)
        buttons.addWidget(self.add)
        buttons.addStretch()
        for button in (self.remove, self.up, self.down):
            buttons.addWidget(button)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(4)
        rows.addWidget(self.list, 1)
        rows.addLayout(buttons)
        self.setFocusProxy(self.add)
