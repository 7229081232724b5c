"""Why the door is shown to somebody who did not leave: one banner, and a way for somebody else."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.state.lock import Left, Reason
from app.theme import Theme
from app.widgets.label import Label

SIDE = 20


class Locked(QFrame):
    """Names no case: it is read by whoever passes. `other_wanted` when somebody else stands there.

    Only while something still runs must the one before be stopped first; else
    anybody signs in.
    """

    other_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        picture = Label()
        picture.setPixmap(theme.icon("lock", "accent").pixmap(QSize(SIDE, SIDE)))
        self.why = Label(use="strong", wraps=True)
        self.what = Label(wraps=True)
        self.other = QPushButton(theme.icon("stop"), self.tr("Somebody else signs in…"))
        self.other.clicked.connect(self.other_wanted)
        told = QVBoxLayout()
        told.setSpacing(4)
        for widget in (self.why, self.what):
            told.addWidget(widget)
        told.addWidget(self.other, alignment=Qt.AlignmentFlag.AlignLeft)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(12)
        row.addWidget(picture, alignment=Qt.AlignmentFlag.AlignTop)
        row.addLayout(told, 1)
        self.hide()

    def tell(self, left: Left | None, running: bool) -> None:
        """Say why nobody is signed in any more, or whose work still runs; None hides it."""
        self.setVisible(left is not None)
        if left is None:
            return
        self.why.setText(self._why(left))
        self.what.setText(self._what(running))
        self.other.setVisible(running)
        self.setAccessibleName(f"{self.why.text()} {self.what.text()}")

    def _why(self, left: Left) -> str:
        if left.reason is Reason.IDLE:
            return self.tr("Locked: nothing was touched for {minutes} min.").format(
                minutes=left.minutes
            )
        if left.reason is Reason.SUSPEND:
            return self.tr("Locked: the machine was suspended.")
        return self.tr("Locked.")

    def _what(self, running: bool) -> str:
        if running:
            return self.tr(
                "What was running goes on, and the session closes when it has ended. Your"
                " passphrase brings you back to it."
            )
        return self.tr(
            "The session is closed and its keys are forgotten. Sign in again to go on where"
            " you were."
        )
