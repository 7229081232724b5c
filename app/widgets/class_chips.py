"""Which classes of objects are asked about: one chip each, none pressed means all."""

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QToolButton, QWidget

from app.theme import Theme
from app.widgets.hit_words import class_icon
from app.words import Words

ACROSS = 2
ICON = 16

ORDER = (
    "person",
    *("two-wheeler", "vehicle"),
    *("bicycle", "car"),
    *("motorcycle", "bus"),
    *("bag", "truck"),
    *("animal", "unnamed"),
)
"""The chips row by row: what every detector tells first, the finer names below their coarse one."""


class ClassChips(QWidget):
    """Chips with an icon and a word; a pressed one shows a tick, so that colour never tells alone.

    They stand in two columns; of an odd number the first has a row to itself.
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
        for column in range(ACROSS):
            grid.setColumnStretch(column, 1)
        for name in names:
            self.chips[name] = self._chip(name, words.name("cli.classes", name))
        first, *others = self.chips.values()
        alone = len(self.chips) % ACROSS
        grid.addWidget(first, 0, 0, 1, 1 + alone)
        for place, chip in enumerate(others, 1 + alone):
            grid.addWidget(chip, place // ACROSS, place % ACROSS)

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
        icon = "check" if chip.isChecked() else class_icon(name)
        chip.setIcon(self._theme.icon(icon, "accent" if chip.isChecked() else "text"))
