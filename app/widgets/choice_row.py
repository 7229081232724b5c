"""A few choices side by side, one of which holds: wrapped onto more rows where they are many."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QSizePolicy, QToolButton, QWidget

from app.theme import Theme

Offered = tuple[str, str, str]
"""A value, its icon ("" for none) and its words."""


class ChoiceRow(QWidget):
    """Buttons of which one is down; `chosen` carries its value when a person presses it."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, across: int = 3, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._across = across
        self._group = QButtonGroup(self)
        self.buttons: dict[str, QToolButton] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(4)

    def offer(self, offered: Sequence[Offered]) -> None:
        """Offer these, if they are not already."""
        if [(value, button.text()) for value, button in self.buttons.items()] == [
            (value, text) for value, _, text in offered
        ]:
            return
        for button in self.buttons.values():
            self._group.removeButton(button)
            self._grid.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = {}
        for place, (value, icon, text) in enumerate(offered):
            self.buttons[value] = self._button(value, icon, text)
            self._grid.addWidget(self.buttons[value], place // self._across, place % self._across)

    def show_chosen(self, value: str) -> None:
        """Press that one; emits nothing."""
        for name, button in self.buttons.items():
            button.setChecked(name == value)

    def _button(self, value: str, icon: str, text: str) -> QToolButton:
        button = QToolButton()
        button.setCheckable(True)
        button.setText(text)
        button.setAccessibleName(text)
        if icon:
            button.setIcon(self._theme.icon(icon))
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        button.clicked.connect(lambda: self.chosen.emit(value))
        self._group.addButton(button)
        return button
