"""How many hits have only a coarse name where a finer one was asked for, said with the answer."""

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.theme import Theme
from app.widgets.label import Label
from app.words import Words

SIDE = 20


class CoarseLine(QWidget):
    """One sentence behind a sign; hidden while there is nothing to say."""

    def __init__(self, words: Words, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.text = Label(wraps=True)
        sign = Label()
        sign.setPixmap(theme.icon("info", "muted").pixmap(QSize(SIDE, SIDE)))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.text, 1)
        self.hide()

    def tell(self, counts: Mapping[str, int]) -> None:
        """Say how many hits have each coarse name; nothing when there are none."""
        words = self._words
        names = ", ".join(
            words.say("cli.ask.coarse_name", name=words.name("cli.classes", name), count=count)
            for name, count in counts.items()
        )
        self.text.setText(words.say("cli.ask.coarse", names=names))
        self.setVisible(bool(counts))
