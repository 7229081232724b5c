"""The events that a combined result is made of, each a step away."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from app.theme import Theme
from app.widgets import hit_words
from app.widgets.label import Label
from app.words import Words, visible
from vsa_core.domain.event import Event
from vsa_core.domain.footage import Footage


class EventParts(QWidget):
    """One button a part, with when, where and what; `wanted` carries its event."""

    wanted = Signal(object)  # Event

    def __init__(self, words: Words, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._theme = theme
        self.buttons: list[QPushButton] = []
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(4)
        self.note = Label(
            self.tr("Times and places; nothing says that it is the same person."),
            wraps=True,
            use="muted",
        )
        self._rows.addWidget(self.note)

    def tell(self, parts: Sequence[Event], files: Mapping[str, Footage], *, sequence: bool) -> None:
        """Show these parts; of a sequence, what it does not say."""
        for button in self.buttons:
            self._rows.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = []
        self.note.setVisible(sequence)
        for number, part in enumerate(parts, 1):
            name = self._words.name("kinds.kind", part.kind)
            when = hit_words.when(part.start, self._words, files)
            button = QPushButton(
                self._theme.icon("play"),
                f"{number}. {name}\n{when}\n{visible(part.camera)}".replace("&", "&&"),
            )
            button.setProperty("use", "step")
            button.clicked.connect(lambda _=False, part=part: self.wanted.emit(part))
            self.buttons.append(button)
            self._rows.insertWidget(number - 1, button)
            button.show()
