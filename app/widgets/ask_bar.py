"""The foot of a question: it is read as a sentence, given a motive, and asked."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from app.theme import Theme
from app.widgets.label import Label
from app.widgets.motive import MotiveBox
from app.widgets.shallow import Shallow
from app.words import Words

ICON = 16
LINES = 4
"""Lines of the sentence that are shown before it scrolls."""


class AskBar(QWidget):
    """`ask_wanted` carries the code of the motive; `stop_wanted` while an answer comes."""

    ask_wanted = Signal(str)
    stop_wanted = Signal()

    def __init__(
        self, words: Words, theme: Theme, motive: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._problem = ""
        self._stale = False
        self._asking = False
        self.sentence = Label(wraps=True, use="strong")
        self._read = Shallow(self.sentence, LINES)
        self._read.setAccessibleName(self.tr("What will be asked"))
        self.said_icon = Label()
        self.said = Label(wraps=True)
        self.motive = MotiveBox(words, motive)
        self.ask = QPushButton(theme.icon("search", "on_accent"), self.tr("Search"))
        self.ask.setProperty("use", "primary")
        self.ask.setToolTip("Ctrl+Return")
        self.stop = QPushButton(theme.icon("stop"), self.tr("Stop"))
        self.progress = QProgressBar()
        self.progress.setRange(0, 0)
        self.progress.setAccessibleName(self.tr("The answer is coming"))
        self.found = Label(use="muted")
        self.ask.clicked.connect(self.press)
        self.stop.clicked.connect(self.stop_wanted)
        self.motive.changed.connect(lambda _: self._tell())
        self._lay_out()
        self.show_asking(False)

    def press(self) -> None:
        """Ask, if it can be asked now."""
        if self.ask.isEnabled() and not self._asking:
            self.ask_wanted.emit(self.motive.code)

    def show_question(self, sentence: str, problem: str, *, stale: bool) -> None:
        """Tell the question, or what is lacking; `stale`: it is no longer the one answered."""
        self.sentence.setText(sentence)
        self.sentence.setVisible(bool(sentence))
        self._read.setVisible(bool(sentence))
        self._read.fit()
        self._problem = problem
        self._stale = stale
        self._tell()

    def show_asking(self, asking: bool, found: int = 0) -> None:
        """While an answer comes: how many results so far, and a way to stop."""
        self._asking = asking
        self.found.setText(self.tr("Results: {count}").format(count=found))
        for part in (self.progress, self.found, self.stop):
            part.setVisible(asking)
        self.ask.setVisible(not asking)

    def _tell(self) -> None:
        """Why it cannot be asked, beside the button; or that the answer is of another question."""
        lacking = self._problem or ("" if self.motive.code else self.tr("Choose a motive."))
        said = lacking
        if not lacking and self._stale:
            said = self.tr("The results on show answer another question.")
        icon = "info" if lacking else "refresh"
        self.said_icon.setPixmap(self._theme.icon(icon, "muted").pixmap(QSize(ICON, ICON)))
        self.said.setText(said)
        for part in (self.said, self.said_icon):
            part.setVisible(bool(said))
        self.ask.setEnabled(not lacking)
        self.ask.setAccessibleDescription(lacking or self.sentence.text())

    def _lay_out(self) -> None:
        rule = QFrame()
        rule.setFixedHeight(1)
        rule.setAutoFillBackground(True)
        rule.setPalette(QPalette(self._theme.colour("line")))
        said = QHBoxLayout()
        said.setSpacing(8)
        said.addWidget(self.said_icon, alignment=Qt.AlignmentFlag.AlignTop)
        said.addWidget(self.said, 1)
        coming = QHBoxLayout()
        coming.setSpacing(8)
        coming.addWidget(self.found, 1)
        coming.addWidget(self.stop)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(12, 0, 12, 12)
        rows.setSpacing(8)
        rows.addWidget(rule)
        rows.addWidget(self._read)
        rows.addWidget(self.motive)
        rows.addLayout(said)
        rows.addWidget(self.ask)
        rows.addWidget(self.progress)
        rows.addLayout(coming)
