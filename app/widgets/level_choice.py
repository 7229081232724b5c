"""How closely footage is to be looked at: each level with what it sees and what it costs."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from app.widgets.label import Label
from app.words import Words
from vsa_core.domain.coverage import Level

BESIDE = 28
"""Pixels by which a sentence stands in, to begin below the name of its level."""


class LevelChoice(QWidget):
    """One of the levels; the standard one at first."""

    changed = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self.buttons: dict[Level, QRadioButton] = {}
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(2)
        for level, text in self._sentences().items():
            name = words.name("cli.levels", level.value)
            button = QRadioButton(name[:1].upper() + name[1:])
            button.setAccessibleDescription(text)
            button.toggled.connect(self._tell)
            sentence = Label(text, use="muted", wraps=True)
            sentence.setContentsMargins(BESIDE, 0, 0, 6)
            self._group.addButton(button)
            self.buttons[level] = button
            rows.addWidget(button)
            rows.addWidget(sentence)
        self.buttons[Level.STANDARD].setChecked(True)
        self.setFocusProxy(self.buttons[Level.STANDARD])

    @property
    def level(self) -> Level:
        """The level chosen."""
        return next(level for level, button in self.buttons.items() if button.isChecked())

    def _sentences(self) -> dict[Level, str]:
        return {
            Level.SCAN: self.tr(
                "Key frames only, about one a second or fewer. By far the quickest: for a first"
                " idea. What passes between two key frames is not seen."
            ),
            Level.STANDARD: self.tr(
                "About five pictures a second, where something moves. Enough for people and"
                " vehicles; the usual choice. Between two key pictures of the same empty scene, at"
                " most 2.5 s apart, nothing is decoded."
            ),
            Level.FULL: self.tr(
                "Every picture, without exception. The longest, several times the standard level:"
                " for a short stretch in which an instant counts."
            ),
        }

    def _tell(self, _: bool) -> None:
        self.changed.emit()
