"""The dialog that states, or corrects, the clock of one admitted file."""

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from app.state.archive import ArchiveState
from app.theme import Theme
from app.widgets import hit_words
from app.widgets.clock_form import LOOSEST, WITHIN
from app.widgets.elided import Elided
from app.widgets.field import Field
from app.widgets.fitted import fit
from app.widgets.form import Form
from app.widgets.instant import InstantEdit
from app.widgets.label import Label
from app.widgets.motive import MotiveBox
from app.widgets.notice import Notice
from app.widgets.offset import OffsetEdit, Seconds
from app.words import Words, visible
from vsa_core.domain.footage import Footage
from vsa_core.domain.moment import ClockClaim
from vsa_core.errors import Fault

WIDE = 520
Button = QDialogButtonBox.StandardButton


class ClockDialog(QDialog):
    """Not modal; closes when the clock is stated. The claim before stays in the journal."""

    def __init__(
        self,
        archive: ArchiveState,
        footage: Footage,
        author: str,
        words: Words,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._archive = archive
        self._footage = footage
        self._author = author
        self._words = words
        self.setWindowTitle(self.tr("Set the clock"))
        self.setModal(False)
        self.setMinimumWidth(WIDE)
        self._make(words, theme)
        self._lay_out(theme)
        self._begin()
        self._connect()
        self._preview()
        self.resize(WIDE, self.height())
        fit(self)

    @property
    def claim(self) -> ClockClaim:
        """What would be stated."""
        return ClockClaim(
            self.start.microseconds,
            self.offset.microseconds,
            self.within.microseconds,
            self._author,
        )

    def _make(self, words: Words, theme: Theme) -> None:
        self.notice = Notice(words, theme)
        self.start = InstantEdit(theme)
        self.offset = OffsetEdit()
        self.within = Seconds(LOOSEST)
        self.within.setPrefix("±\u00a0")
        self.motive = MotiveBox(words, self._archive.motive)
        self.true_time = Label(use="strong", wraps=True)
        self.buttons = QDialogButtonBox(Button.Ok | Button.Cancel)
        self.go = self.buttons.button(Button.Ok)
        self.go.setText(self.tr("State the clock"))

    def _begin(self) -> None:
        """Begin with what holds now, or with the basis' window."""
        claim, window = self._footage.clock, self._archive.window
        self.within.set_microseconds(claim.uncertainty if claim else WITHIN)
        if claim is not None:
            self.start.set_microseconds(claim.shown)
            self.offset.set_microseconds(claim.offset)
        elif window is not None:
            self.start.set_microseconds(window.start)
        self._typed = claim is not None

    def _lay_out(self, theme: Theme) -> None:
        name = Elided(visible(f"{self._footage.camera} · {self._footage.name}"), use="heading")
        paris = self.tr("What the recorder gave to the first picture, Paris time.")
        self.start_field = Field(theme, self.tr("Time shown"), self.start, paris)
        self.motive_field = Field(theme, self.tr("Motive"), self.motive)
        form = Form()
        for field in (
            self.start_field,
            Field(theme, self.tr("The recorder"), self.offset),
            Field(theme, self.tr("Uncertainty"), self.within),
            Field(theme, self.tr("True time"), self.true_time),
            self.motive_field,
        ):
            form.add(field)
        kept = self.tr("The journal keeps the claim before, this one, and who stated it.")
        rows = QVBoxLayout(self)
        rows.setContentsMargins(12, 12, 12, 12)
        rows.setSpacing(12)
        for part in (name, self.notice, form, Label(kept, use="muted", wraps=True)):
            rows.addWidget(part)
        rows.addStretch()
        rows.addWidget(self.buttons)

    def _connect(self) -> None:
        self._archive.clocked.connect(self._clocked)
        self._archive.failed.connect(self._fail)
        self.start.changed.connect(self._started)
        self.offset.changed.connect(self._preview)
        self.motive.changed.connect(self._answered)
        self.buttons.accepted.connect(self._state)
        self.buttons.rejected.connect(self.reject)

    def _started(self) -> None:
        self._typed = True
        self.start_field.complain("")
        self._preview()

    def _answered(self) -> None:
        self.motive_field.complain("")

    def _preview(self) -> None:
        claim = self.claim
        true = hit_words.at(claim.shown + claim.offset, self._words) if self._typed else "–"
        self.true_time.setText(true)

    def _state(self) -> None:
        self.notice.clear()
        lacking = self.tr("Type the time that was shown.")
        self.start_field.complain("" if self._typed else lacking)
        self.motive_field.complain("" if self.motive.code else self.tr("Choose a motive."))
        fit(self)
        if self._typed and self.motive.code:
            self.go.setEnabled(False)
            self._archive.claim_clock(self._footage.digest, self.claim, self.motive.code)

    def _clocked(self, footage: Footage) -> None:
        if footage.digest == self._footage.digest:
            self.accept()

    def _fail(self, fault: Fault) -> None:
        self.go.setEnabled(True)
        self.notice.tell(fault)
        fit(self)
