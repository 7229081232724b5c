"""The sample case, offered: a place of its own where anybody may try everything."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QPushButton, QVBoxLayout, QWidget

from app.theme import Theme
from app.widgets.label import Label


class SampleOffer(QWidget):
    """`wanted` when the person asks for it, `given_up` when they stop its making."""

    wanted = Signal()
    given_up = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = Label(self.tr("Sample case"), use="heading", wraps=True)
        self.text = Label(
            self.tr(
                "A rendered archive of two cameras, already looked at. It lives in a place of its"
                " own and touches nothing of this installation."
            ),
            use="muted",
            wraps=True,
        )
        self.button = QPushButton(theme.icon("sample"), self.tr("Try the sample case"))
        self.bar = QProgressBar()
        self.bar.setAccessibleName(self.tr("Making the sample case"))
        self.bar.setTextVisible(False)
        self.told = Label(use="muted", wraps=True)
        self.stop = QPushButton(theme.icon("stop"), self.tr("Stop"))
        self.button.clicked.connect(self.wanted)
        self.stop.clicked.connect(self.given_up)
        self._lay_out()
        self.set_running(False)

    def set_running(self, running: bool) -> None:
        """Whether the sample case is being made."""
        if running and self.stop.isHidden():
            self.bar.setRange(0, 0)
            self.told.setText(self.tr("Rendering two cameras…"))
        for widget in (self.bar, self.told, self.stop):
            widget.setVisible(running)
        self.button.setVisible(not running)

    def advance(self, done: int, total: int) -> None:
        """How much of it has been looked at."""
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        share = done * 100 // max(total, 1)
        self.told.setText(self.tr("Looking at the pictures: {share} %").format(share=share))

    def _lay_out(self) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(8)
        for widget in (self.title, self.text, self.button, self.bar, self.told, self.stop):
            rows.addWidget(widget)
