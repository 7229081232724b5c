"""Everything that is known of one admitted file, and why it is as it is."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.state.looks import Shares
from app.theme import Theme
from app.times import doubt
from app.widgets import footage_words, hit_words
from app.widgets.copyable import Copyable
from app.widgets.elided import Elided
from app.widgets.facts import Facts
from app.widgets.label import Label
from app.widgets.share_bar import ShareBar
from app.words import Words, visible
from vsa_core.domain.footage import Footage

SIDE = 16
Rows = list[tuple[str, str | QWidget]]


class FootageDetails(QWidget):
    """Shows a file; `clock_wanted` asks for its time to be stated."""

    clock_wanted = Signal()

    def __init__(self, words: Words, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._theme = theme
        self.name = Elided(use="strong")
        self.sign = Label()
        self.state = Label(wraps=True)
        self.reason = Label(wraps=True)
        self.facts = Facts()
        self.no_clock = Label(use="warning", wraps=True)
        self.clock = QPushButton(theme.icon("clock"), self.tr("Set the clock…"))
        self.clock.clicked.connect(self.clock_wanted)
        self._lay_out()

    def tell(self, footage: Footage, shares: Shares) -> None:
        """Show that file."""
        words = self._words
        icon, use = footage_words.LOOKS[footage.state]
        self.name.setText(visible(footage.name))
        self.sign.setPixmap(self._theme.icon(icon, use).pixmap(QSize(SIDE, SIDE)))
        self.state.setText(footage_words.state(footage, words))
        self.reason.setText(footage_words.reason(footage, words))
        self.reason.setVisible(bool(self.reason.text()))
        self.facts.fill((*self._picture(footage, shares), *self._time(footage), *self._of(footage)))
        self.no_clock.setVisible(footage.clock is None)
        text = self.tr(
            "Nobody stated the time of this file: it is not indexed until somebody does."
        )
        self.no_clock.setText(text)

    def _picture(self, footage: Footage, shares: Shares) -> Rows:
        stream = footage.stream
        if stream is None:
            return []
        rate = self.tr("variable rate") if stream.variable else self.tr("constant rate")
        rebuilt = self.tr("times rebuilt") if stream.rebuilt else ""
        parts = (stream.codec, footage_words.size(footage), rate, rebuilt)
        missed = footage_words.missed(shares, self._words)
        rows: Rows = [
            (self.tr("Looked at"), footage_words.share(shares, self._words)),
            ("", ShareBar(self._theme, shares)),
        ]
        if missed:
            rows.append(("", missed))
        rows += [
            (self.tr("Length"), footage_words.length(footage)),
            (self.tr("Picture"), ", ".join(part for part in parts if part)),
        ]
        if footage.gaps:
            rows.append((self.tr("Gaps"), self._gaps(footage)))
        return rows

    def _gaps(self, footage: Footage) -> str:
        codes = ", ".join(dict.fromkeys(gap.code for gap in footage.gaps))
        return self.tr("{count} [{codes}]").format(count=len(footage.gaps), codes=codes)

    def _time(self, footage: Footage) -> Rows:
        claim, words = footage.clock, self._words
        if claim is None:
            return [(self.tr("Clock"), self.tr("not stated"))]
        rows: Rows = []
        if footage.stream is not None:
            first = footage.corrected(footage.stream.span.start)
            rows.append((self.tr("Starts at"), hit_words.at(first, words)))
        within = doubt(claim.uncertainty, words.language)
        return [
            *rows,
            (self.tr("Shown"), footage_words.shown(claim, words)),
            (self.tr("Recorder"), footage_words.offset(claim.offset, words)),
            (self.tr("Within"), within),
            (self.tr("Stated by"), visible(claim.author)),
        ]

    def _of(self, footage: Footage) -> Rows:
        digest = Copyable(self._theme, self.tr("SHA-256 of the file"), footage.digest)
        return [
            (self.tr("Camera"), visible(footage.camera)),
            (self.tr("Exhibit"), visible(footage.exhibit)),
            (self.tr("Size"), footage_words.weight(footage.size, self._words)),
            (self.tr("Digest"), digest),
        ]

    def _lay_out(self) -> None:
        state = QHBoxLayout()
        state.setSpacing(8)
        state.addWidget(self.sign, alignment=Qt.AlignmentFlag.AlignTop)
        state.addWidget(self.state, 1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(12, 12, 12, 12)
        rows.setSpacing(8)
        rows.addWidget(self.name)
        rows.addLayout(state)
        rows.addWidget(self.reason)
        rows.addWidget(self.no_clock)
        rows.addWidget(self.clock, alignment=Qt.AlignmentFlag.AlignLeft)
        rows.addWidget(self.facts)
        rows.addStretch()
