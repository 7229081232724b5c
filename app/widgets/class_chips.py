"""Which classes of objects are asked about: one chip each, none pressed means all."""

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QToolButton, QWidget

from app.theme import Theme
from app.words import Words

ACROSS = 2
ICON = 16

ICONS = {
    "person": "person",
    "bicycle": "two-wheeler",
    "motorcycle": "motorcycle",
    "car": "vehicle",
    "bus": "bus",
    "truck": "truck",
    "bag": "bag",
    "animal": "animal",
    "unnamed": "unnamed",
}


class ClassChips(QWidget):
    """Chips with an icon and a word; a pressed one shows a tick, so that colour never tells alone.

    `changed` carries the names that are pressed, in the order of the chips.
    """

    changed = Signal(object)  # tuple[str, ...]

    def __init__(
        self, names: Iterable[str], words: Words, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.chips: dict[str, QToolButton] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(4)
        for number, name in enumerate(names):
            self.chips[name] = self._chip(name, words.name("cli.classes", name))
            grid.addWidget(self.chips[name], number // ACROSS, number % ACROSS)

    @property
    def pressed(self) -> tuple[str, ...]:
        """The names that are pressed."""
        return tuple(name for name, chip in self.chips.items() if chip.isChecked())

    def press(self, names: Iterable[str]) -> None:
        """Press these and no others; emits nothing."""
        for name, chip in self.chips.items():
            chip.setChecked(name in names)
            self._draw(name, chip)

    def _chip(self, name: str, text: str) -> QToolButton:
        chip = QToolButton()
        chip.setCheckable(True)
        chip.setText(f"\u2009{text}")  # Qt leaves too little room beside a wide icon
        chip.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        chip.setIconSize(QSize(ICON, ICON))
        chip.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        chip.setAccessibleName(text)
        chip.clicked.connect(lambda: self._clicked(name, chip))
        self._draw(name, chip)
        return chip

    def _clicked(self, name: str, chip: QToolButton) -> None:
        self._draw(name, chip)
        self.changed.emit(self.pressed)

    def _draw(self, name: str, chip: QToolButton) -> None:
        icon = "check" if chip.isChecked() else ICONS.get(name, "unnamed")
        chip.setIcon(self._theme.icon(icon, "accent" if chip.isChecked() else "text"))
