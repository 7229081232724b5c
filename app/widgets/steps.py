"""The steps of a long form: where one is, what is done, what is wrong."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QButtonGroup, QPushButton, QVBoxLayout, QWidget

from app.theme import Theme

SIDE = 16


class Steps(QWidget):
    """One button a step; `chosen` carries its number, from 0."""

    chosen = Signal(int)

    def __init__(self, theme: Theme, names: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._names = tuple(names)
        self._group = QButtonGroup(self)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(4)
        self.buttons = [self._button(number) for number in range(len(names))]
        for button in self.buttons:
            rows.addWidget(button)
        self._group.idClicked.connect(self.chosen)

    def go(self, number: int) -> None:
        """Show that step as the one worked on."""
        self.buttons[number].setChecked(True)

    def mark(self, number: int, done: bool, wrong: bool) -> None:
        """Say of a step that it is done, or that something in it is wrong, or neither."""
        name = self._names[number]
        button = self.buttons[number]
        if wrong:
            button.setIcon(self._theme.icon("error", "bad"))
            button.setAccessibleName(self.tr("{step}: to be completed").format(step=name))
        elif done:
            button.setIcon(self._theme.icon("check", "good"))
            button.setAccessibleName(self.tr("{step}: done").format(step=name))
        else:
            button.setIcon(_nothing())
            button.setAccessibleName(name)

    def _button(self, number: int) -> QPushButton:
        button = QPushButton(f"{number + 1}   {self._names[number]}")
        button.setProperty("use", "step")
        button.setCheckable(True)
        button.setIconSize(QSize(SIDE, SIDE))
        button.setIcon(_nothing())
        button.setAccessibleName(self._names[number])
        self._group.addButton(button, number)
        return button


def _nothing() -> QIcon:
    """Keeps the room of an icon, so that names stay in line."""
    picture = QPixmap(SIDE, SIDE)
    picture.fill(Qt.GlobalColor.transparent)
    return QIcon(picture)
