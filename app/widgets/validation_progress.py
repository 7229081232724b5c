"""A measurement on its way: which film, how far, how long yet, and a way to stop it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QWidget

from app.state.looking import Headway
from app.theme import Theme
from app.times import duration
from app.widgets.coverage_words import rounded_up
from app.widgets.elided import Elided
from app.widgets.label import Label
from app.widgets.sheet import Sheet
from app.words import Words, visible
from vsa_core.domain.coverage import Level
from vsa_core.domain.moment import MICROSECONDS

LETTERS = 108


class ValidationProgress(Sheet):
    """`stopped` when the person wants it to end."""

    stopped = Signal()

    def __init__(self, words: Words, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(LETTERS, parent)
        self._words = words
        self.title = Label(self.tr("Measuring"), use="title", wraps=True)
        self.folder = Elided()
        self.film = Elided(use="strong")
        self.percent = Label(use="strong")
        self.bar = QProgressBar()
        self.bar.setRange(0, 1000)
        self.time = Label(use="muted")
        self.stop = QPushButton(theme.icon("stop"), self.tr("Stop the measurement"))
        self.stop.clicked.connect(self.stopped)
        self._lay_out()

    def show_order(self, folder: str, level: Level) -> None:
        """Say what is being measured."""
        text = self.tr("{folder}, level {level}")
        name = self._words.name("cli.levels", level.value)
        self.folder.setText(text.format(folder=visible(folder), level=name))

    def show_headway(self, headway: Headway, *, stopping: bool) -> None:
        """Say how far it is."""
        self.stop.setEnabled(not stopping)
        self.bar.setValue(headway.per_mille)
        self.percent.setText(f"{headway.per_mille // 10}\u202f%" if headway.file else "")
        waiting = self.tr("Getting ready. While footage is being indexed, the measurement waits.")
        self.film.setText(visible(headway.file) or waiting)
        self.time.setText(self._times(headway, stopping=stopping))
        name = self.tr("Measuring: {percent}, {file}, {times}")
        told = name.format(
            percent=self.percent.text(), file=self.film.text(), times=self.time.text()
        )
        self.bar.setAccessibleName(told)

    def _times(self, headway: Headway, *, stopping: bool) -> str:
        since = duration(headway.elapsed * MICROSECONDS)
        if stopping:
            return self.tr("Stopping at the next safe place…")
        if headway.remaining is None:
            return self.tr("{elapsed} · remaining time not known yet").format(elapsed=since)
        left = rounded_up(headway.remaining * MICROSECONDS)
        return self.tr("{elapsed} · about {left} left").format(elapsed=since, left=left)

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(self.film, 1)
        line.addWidget(self.percent)
        foot = QHBoxLayout()
        foot.addWidget(self.time, 1)
        foot.addWidget(self.stop)
        beside = self.tr(
            "First the films are looked at, then the labelled pictures: each stage counts from"
            " the beginning. You can leave this page and go on working. The result is shown once"
            " its record is in the journal."
        )
        self.rows.addWidget(self.title)
        self.rows.addWidget(self.folder)
        self.rows.addSpacing(12)
        self.rows.addLayout(line)
        self.rows.addWidget(self.bar)
        self.rows.addLayout(foot)
        self.rows.addWidget(Label(beside, use="muted", wraps=True))
        self.rows.addStretch()
