"""A fault told in its place: cause, consequence, next step and code."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.theme import Theme
from app.widgets.icon_button import IconButton
from app.widgets.label import Label
from app.words import Words
from vsa_core.errors import Fault, Refused, Tampered, WrongUsage

SIDE = 20


class Notice(QFrame):
    """An inline banner, hidden until `tell`; `dismissed` when the person closes it."""

    dismissed = Signal()

    def __init__(self, words: Words, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._theme = theme
        self.picture = Label()
        self.cause = Label(wraps=True, use="strong")
        self.rest = Label(wraps=True)
        self.code = Label(use="muted")
        self.close_button = IconButton(theme, "close", self.tr("Close this message"))
        self.close_button.clicked.connect(self._dismiss)
        self._lay_out()
        self.hide()

    def tell(self, fault: Fault) -> None:
        """Show the three sentences of a fault and its code."""
        cause, consequence, following = self._words.explain(fault)
        self.cause.setText(cause)
        self.rest.setText(f"{consequence} {following}".strip())
        self.code.setText(fault.code if fault.code != cause else "")
        self.setAccessibleName(f"{cause} {self.rest.text()} {self.code.text()}".strip())
        self._paint_as(*_looks(fault))
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def clear(self) -> None:
        """Say nothing any more."""
        self.hide()

    def _dismiss(self) -> None:
        self.clear()
        self.dismissed.emit()

    def _paint_as(self, icon: str, use: str) -> None:
        self.picture.setPixmap(self._theme.icon(icon, use).pixmap(QSize(SIDE, SIDE)))
        self.setProperty("use", use)
        self.style().unpolish(self)
        self.style().polish(self)

    def _lay_out(self) -> None:
        told = QVBoxLayout()
        told.setSpacing(4)
        for label in (self.cause, self.rest, self.code):
            told.addWidget(label)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 8, 8)
        row.setSpacing(12)
        row.addWidget(self.picture, alignment=Qt.AlignmentFlag.AlignTop)
        row.addLayout(told, 1)
        row.addWidget(self.close_button, alignment=Qt.AlignmentFlag.AlignTop)


def _looks(fault: Fault) -> tuple[str, str]:
    """The icon of a fault's branch, and the use of its colour."""
    if isinstance(fault, Tampered):
        return "shield-broken", "bad"
    if isinstance(fault, Refused):
        return "shield", "warning"
    if isinstance(fault, WrongUsage):
        return "info", "accent"
    return "error", "bad"
