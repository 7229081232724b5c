"""The sheet of keys: what every key does, by menu, made from the same rows as the menus."""

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.actions import Action, Menu, keys_text, menus
from app.theme import Theme
from app.widgets.label import Label


class Keys(QDialog):
    """Lists every action that has a key; it does not block the window."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keys"))
        self.setWindowIcon(theme.icon("help"))
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.buttons.rejected.connect(self.reject)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(16, 16, 16, 16)
        rows.setSpacing(12)
        rows.addWidget(Label(self.tr("Keys"), use="title"))
        rows.addWidget(self._sheet(), 1)
        told = self.tr("In a field, in a list or on a button, the keys that it uses are its own.")
        rows.addWidget(Label(told, use="muted", wraps=True))
        rows.addWidget(self.buttons)
        self.resize(self.sizeHint().boundedTo(self.screen().availableSize()))

    def _sheet(self) -> QScrollArea:
        """The longest menu on the left, the others on the right."""
        told = [menu for menu in menus() if any(row.keys for row in menu.rows)]
        longest = max(told, key=lambda menu: len(menu.rows))
        inside = QWidget()
        columns = QHBoxLayout(inside)
        columns.setContentsMargins(0, 0, 16, 0)
        columns.setSpacing(40)
        columns.addLayout(self._column([longest]), 1)
        columns.addLayout(self._column(menu for menu in told if menu is not longest), 1)
        return _Sheet(inside)

    def _column(self, shown: Iterable[Menu]) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(16)
        for menu in shown:
            column.addLayout(self._block(menu))
        column.addStretch()
        return column

    def _block(self, menu: Menu) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        grid.addWidget(Label(menu.text.replace("&", ""), use="heading"), 0, 0, 1, 2)
        for line, row in enumerate((row for row in menu.rows if row.keys), start=1):
            grid.addWidget(Label(row.text.removesuffix("…")), line, 0)
            grid.addLayout(self._caps(row), line, 1)
        return grid

    def _caps(self, row: Action) -> QHBoxLayout:
        caps = QHBoxLayout()
        caps.setSpacing(4)
        caps.addStretch()
        for place, key in enumerate(keys_text(row)):
            if place:
                caps.addWidget(Label(self.tr("or"), use="muted"))
            caps.addWidget(Label(key, use="key"))
        return caps


class _Sheet(QScrollArea):
    """As large as what it holds, where the screen is; else it scrolls."""

    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        self._inside = inside
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def sizeHint(self) -> QSize:
        return self._inside.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(self._inside.minimumSizeHint().width(), 160)
