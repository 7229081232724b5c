"""What an admission did: how many went in, what was refused and why, what went in impaired."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.theme import Theme
from app.widgets import footage_words
from app.widgets.label import Label
from app.words import Words, visible
from vsa_core.domain.footage import Footage, FootageState
from vsa_core.errors import Fault

SIDE = 20


class IntakeResult(QWidget):
    """A heading, then a paragraph for each file that is not simply readable."""

    def __init__(self, words: Words, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._theme = theme
        self.heading = Label(use="heading", wraps=True)
        self.told: list[str] = []
        self._told = QVBoxLayout()
        self._told.setSpacing(12)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(12)
        rows.addWidget(self.heading)
        rows.addLayout(self._told)
        rows.addStretch()

    def tell(
        self, footage: Sequence[Footage], refused: Sequence[tuple[str, Fault]], untried: int
    ) -> None:
        """Tell what went in, what was refused (file name and why), how many were not tried."""
        self._clear()
        text = self.tr("Admitted: {admitted}, refused: {refused}")
        self.heading.setText(text.format(admitted=len(footage), refused=len(refused)))
        if untried:
            stopped = self.tr("Stopped: {count} files were not read.").format(count=untried)
            self._say("stop", "muted", stopped, "")
        for name, fault in refused:
            cause = " ".join(part for part in self._words.explain(fault) if part)
            self._say("reject", "bad", visible(name), f"{cause} [{fault.code}]")
        for file in footage:
            if file.state is not FootageState.READABLE:
                icon, use = footage_words.LOOKS[file.state]
                state = f"{visible(file.name)} · {footage_words.state(file, self._words)}"
                self._say(icon, use, state, footage_words.reason(file, self._words))
        self._say_what_follows(footage)

    def _say_what_follows(self, footage: Sequence[Footage]) -> None:
        silent = sum(file.clock is None for file in footage)
        if silent:
            text = self.tr("Without a clock: {count}. They are not indexed until one is stated.")
            self._say("clock", "warning", text.format(count=silent), "")
        if len(footage) > silent:
            text = self.tr("Next: have the footage looked at, then ask.")
            self._say("index", "accent", text, "")

    def _say(self, icon: str, use: str, title: str, text: str) -> None:
        self.told.append(" ".join(part for part in (title, text) if part))
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        sign = Label()
        sign.setPixmap(self._theme.icon(icon, use).pixmap(QSize(SIDE, SIDE)))
        row.addWidget(sign, alignment=Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(Label(title, use="strong" if text else "", wraps=True))
        if text:
            words.addWidget(Label(text, wraps=True))
        row.addLayout(words, 1)
        self._told.addWidget(line)

    def _clear(self) -> None:
        self.told = []
        while (item := self._told.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
