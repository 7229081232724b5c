"""The parts of a question as cards: each with its sentence, joined by a word that is chosen."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.theme import Theme
from app.widgets.icon_button import IconButton
from app.widgets.label import Label


@dataclass(frozen=True, slots=True)
class Shown:
    """A card: its sentence, what it lacks, whether it is on show, excepted, and only text."""

    sentence: str
    lacking: str = ""
    chosen: bool = False
    excepted: bool = False
    written: bool = False


class PartCards(QWidget):
    """`shown` a card to be changed, `removed`, `excepted` carry the place of the card.

    `add` is a button that stands where its owner puts it.
    """

    shown = Signal(int)
    removed = Signal(int)
    excepted = Signal(int, bool)
    added = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.cards: list[PartCard] = []
        self.add = QPushButton(theme.icon("plus"), self.tr("Combine with another condition"))
        self.add.clicked.connect(self.added)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(4)

    def show_parts(self, parts: Sequence[Shown], word: str, *, exceptions: bool) -> None:
        """Show these parts, joined by `word`; a single one needs no card."""
        parts = parts if len(parts) > 1 or any(part.written for part in parts) else ()
        while len(self.cards) > len(parts):
            gone = self.cards.pop()
            self._rows.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        while len(self.cards) < len(parts):
            self._grow()
        for index, (card, part) in enumerate(zip(self.cards, parts, strict=True)):
            joint = word if index else ""
            card.tell(part, joint, exceptions=exceptions, alone=len(parts) == 1)

    def _grow(self) -> None:
        index = len(self.cards)
        card = PartCard(self._theme, index)
        card.shown.connect(lambda: self.shown.emit(index))
        card.remove.clicked.connect(lambda: self.removed.emit(index))
        card.but.clicked.connect(lambda on: self.excepted.emit(index, on))
        self.cards.append(card)
        self._rows.insertWidget(index, card)
        card.show()


class PartCard(QWidget):
    """One part: a joining word, its sentence, what it lacks, and what can be done with it."""

    shown = Signal()

    def __init__(self, theme: Theme, index: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._number = index + 1
        self.joint = Label(use="muted")
        self.frame = QFrame()
        self.frame.setProperty("use", "card")
        self.sentence = Label(wraps=True)
        self._lack = QWidget()
        self.sign = Label()
        self.lacking = Label(wraps=True, use="warning")
        self.edit = IconButton(theme, "draw", "")
        self.remove = IconButton(theme, "close", "")
        self.but = QCheckBox(self.tr("Except"))
        self._lay_out()
        self.edit.clicked.connect(self.shown)

    def tell(self, part: Shown, joint: str, *, exceptions: bool, alone: bool) -> None:
        """Show a part after the joining word."""
        number = self._number
        self.joint.setText(joint)
        self.joint.setVisible(bool(joint))
        self.sentence.setText(part.sentence)
        self.sentence.setProperty("use", "strong" if part.chosen else "")
        self.sentence.style().polish(self.sentence)
        self.lacking.setText(part.lacking)
        self._lack.setVisible(bool(part.lacking))
        edit = self.tr("Change part {number}").format(number=number)
        self.edit.show_as("check" if part.chosen else "draw", edit)
        self.edit.setEnabled(not part.chosen)
        self.remove.show_as("close", self.tr("Remove part {number}").format(number=number))
        self.remove.setVisible(not alone)
        self.but.setChecked(part.excepted)
        self.but.setVisible(exceptions and not alone)
        self.but.setAccessibleName(self.tr("Except part {number}").format(number=number))
        self.frame.setProperty("chosen", part.chosen)
        self.frame.style().polish(self.frame)
        self.setAccessibleName(part.sentence)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self.edit.isEnabled():
            self.shown.emit()

    def _lay_out(self) -> None:
        self.sign.setPixmap(self._theme.icon("warning", "warning").pixmap(QSize(16, 16)))
        lacking = QHBoxLayout(self._lack)
        lacking.setContentsMargins(0, 0, 0, 0)
        lacking.setSpacing(4)
        lacking.addWidget(self.sign, alignment=Qt.AlignmentFlag.AlignTop)
        lacking.addWidget(self.lacking, 1)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self.sentence)
        words.addWidget(self._lack)
        words.addWidget(self.but)
        tools = QVBoxLayout()
        tools.setSpacing(0)
        tools.addWidget(self.edit)
        tools.addWidget(self.remove)
        tools.addStretch()
        inside = QHBoxLayout(self.frame)
        inside.setContentsMargins(8, 4, 4, 4)
        inside.setSpacing(4)
        inside.addLayout(words, 1)
        inside.addLayout(tools)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(4)
        rows.addWidget(self.joint)
        rows.addWidget(self.frame)
