"""What nearly was a result: which threshold was not met, and by how much."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from app.theme import Theme
from app.widgets.label import Label

Miss = tuple[str, str]
"""When and what it was, and what it lacked, in words."""


class MissesPane(QWidget):
    """`wanted` when a person asks; asking is recorded."""

    wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ask = QPushButton(theme.icon("search"), self.tr("Look for near misses"))
        self.ask.clicked.connect(self.wanted)
        self.note = Label(wraps=True, use="muted")
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(4)
        self._rows.addWidget(self.note)
        self._rows.addWidget(self.ask)
        self.misses: list[Label] = []
        self.tell_nothing()

    def tell_nothing(self) -> None:
        """Nobody asked yet."""
        self._clear()
        self.note.setText(
            self.tr("What the rule left out within 5 minutes on this camera. This is recorded.")
        )
        self.ask.show()

    def tell_busy(self) -> None:
        """They are being looked for."""
        self._clear()
        self.note.setText(self.tr("Looking for near misses…"))
        self.ask.hide()

    def tell(self, misses: Sequence[Miss]) -> None:
        """Show them, the nearest first."""
        self._clear()
        self.ask.hide()
        none = self.tr("Nothing else came near within 5 minutes on this camera.")
        self.note.setText("" if misses else none)
        self.note.setVisible(not misses)
        for what, lacked in misses:
            for text, use in ((what, ""), (lacked, "muted")):
                label = Label(text, wraps=True, use=use)
                self.misses.append(label)
                self._rows.addWidget(label)
                label.show()

    def _clear(self) -> None:
        for label in self.misses:
            self._rows.removeWidget(label)
            label.hide()
            label.deleteLater()
        self.misses = []
        self.note.show()
