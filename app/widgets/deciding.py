"""What was decided of a result, and the buttons to decide."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.theme import Theme
from app.widgets import hit_words
from app.widgets.label import Label
from vsa_core.domain.verdict import Verdict

SIGN = 20


class Deciding(QWidget):
    """Retain, reject, doubtful; what is decided already cannot be decided again the same way."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.sign = Label()
        self.told = Label(wraps=True, use="strong")
        self.match = QPushButton(theme.icon("accept", "matched"), self.tr("Match…"))
        self.reject = QPushButton(theme.icon("reject", "rejected"), self.tr("Reject…"))
        self.doubt = QPushButton(theme.icon("doubt", "warning"), self.tr("Doubtful…"))
        said = QHBoxLayout()
        said.setSpacing(8)
        said.addWidget(self.sign)
        said.addWidget(self.told, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(4)
        for button in (self.match, self.reject, self.doubt):
            buttons.addWidget(button, 1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(8, 8, 8, 12)
        rows.setSpacing(8)
        rows.addLayout(said)
        rows.addLayout(buttons)

    def tell(self, verdict: Verdict | None, *, provisional: bool) -> None:
        """Show what was decided; of values that are not recorded nothing can be."""
        icon, use = hit_words.looks(verdict)
        self.sign.setPixmap(self._theme.icon(icon, use).pixmap(QSize(SIGN, SIGN)))
        told = {
            None: self.tr("To verify: nobody has decided yet."),
            Verdict.MATCH: self.tr("Matched: this track is unmasked in exports."),
            Verdict.REJECT: self.tr("Rejected."),
            Verdict.DOUBT: self.tr("Doubtful: the track stays masked."),
        }
        waits = self.tr("The thresholds are not recorded yet: a moment.")
        self.told.setText(waits if provisional else told[verdict])
        for button, decided in (
            (self.match, Verdict.MATCH),
            (self.reject, Verdict.REJECT),
            (self.doubt, Verdict.DOUBT),
        ):
            button.setEnabled(not provisional and verdict is not decided)
