"""A time read-out whose figures do not dance: a mono font and a width that stays."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from app.widgets.label import Label

WIDEST = "00/00/0000 00:00:00,000"
BESIDE = 4


class Clock(Label):
    """A label for a time, as wide as `widest` whatever it shows."""

    def __init__(
        self, text: str = "", parent: QWidget | None = None, *, widest: str = WIDEST
    ) -> None:
        super().__init__(text, parent, use="mono")
        self._widest = widest

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        widest = self.fontMetrics().horizontalAdvance(self._widest) + BESIDE
        return QSize(max(hint.width(), widest), max(hint.height(), self.fontMetrics().height()))

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()
