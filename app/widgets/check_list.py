"""Boxes to tick, one under the other."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from app.words import visible


class CheckList(QWidget):
    """Lines are a value, what is shown for it, and a word below; `ticked` are values."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.boxes: dict[str, QCheckBox] = {}
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 4, 0, 0)
        self._rows.setSpacing(4)

    @property
    def ticked(self) -> tuple[str, ...]:
        """The values of the lines that are ticked, in their order."""
        return tuple(value for value, box in self.boxes.items() if box.isChecked())

    def fill(self, lines: Sequence[tuple[str, str, str]]) -> None:
        """Show these lines; what was ticked and is still there stays so."""
        before = self.ticked
        for box in self.boxes.values():
            self._rows.removeWidget(box)
            box.deleteLater()
        self.boxes = {
            value: QCheckBox(f"{_plain(shown)}\n{_plain(word)}") for value, shown, word in lines
        }
        for value, box in self.boxes.items():
            box.setChecked(value in before)
            box.toggled.connect(lambda _: self.changed.emit())
            self._rows.addWidget(box)
        if self.boxes:
            self.setFocusProxy(next(iter(self.boxes.values())))


def _plain(text: str) -> str:
    """An ampersand of a name is no key of the menu."""
    return visible(text).replace("&", "&&")
