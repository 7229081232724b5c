"""What was measured, and by what: the digests that a report names too, each to be copied."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.theme import Theme
from app.widgets import assessed_words as say
from app.widgets import hit_words
from app.widgets.copyable import Copyable
from app.widgets.elided import Elided
from app.widgets.label import Label
from app.words import Words, visible
from vsa_core.domain.assessment import Assessment

WHOLE = 1000


class SubjectFacts(QWidget):
    """Names over values, for the narrow side of a page."""

    def __init__(
        self, found: Assessment, words: Words, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._words = words
        self._theme = theme
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(2)
        self._tell(found)

    def _tell(self, found: Assessment) -> None:
        words, subject = self._words, found.subject
        self._add(self.tr("Folder"), Elided(visible(found.folder)))
        self._add(self.tr("Measured on"), Label(hit_words.at(found.made, words)))
        self._add(self.tr("Level"), Label(words.name("cli.levels", subject.level.value)))
        self._add(self.tr("Detector"), Label(visible(subject.detector), wraps=True))
        if not subject.named:
            told = self.tr("Motion alone: nothing has a name.")
            self._rows.addWidget(Label(told, use="warning", wraps=True))
        self._digest(self.tr("SHA-256 of the detector"), subject.detector_digest)
        self._add(self.tr("Thresholds"), Label(self._thresholds(found), wraps=True))
        self._add(self.tr("Tracker"), Label(visible(subject.tracker), wraps=True))
        self._digest(self.tr("Digest of the settings"), subject.settings)
        self._add(self.tr("Program"), Label(visible(subject.program), wraps=True))

    def _thresholds(self, found: Assessment) -> str:
        words = self._words
        told = (
            f"{words.name('cli.classes', name)}\u00a0{say.number(value / WHOLE, words, 2)}"
            for name, value in found.subject.thresholds
        )
        return ", ".join(told) or say.NOTHING

    def _digest(self, name: str, digest: str) -> None:
        self._add(name, Copyable(self._theme, name, digest) if digest else Label(say.NOTHING))

    def _add(self, name: str, value: QWidget) -> None:
        if self._rows.count():
            self._rows.addSpacing(6)
        self._rows.addWidget(Label(name, use="muted"))
        self._rows.addWidget(value)
        if isinstance(value, Label):
            value.setAccessibleName(f"{name}: {value.text()}")
