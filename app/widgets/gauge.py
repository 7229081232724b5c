"""A small bar: how far a measured value is from the threshold it was held against."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.theme import Theme

HEIGHT = 12
BAR = 6


class Gauge(QWidget):
    """The value as a bar on a scale from 0 to `full`, the threshold as a line across it."""

    def __init__(
        self,
        theme: Theme,
        value: int,
        threshold: int | None,
        full: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._value = value
        self._threshold = threshold
        self._full = max(full or max(value, threshold or 0) * 5 // 4, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def share(self, value: int) -> float:
        """Where a value stands on the scale, from 0 to 1."""
        return min(max(value, 0), self._full) / self._full

    def sizeHint(self) -> QSize:
        return QSize(120, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        room = QRectF(0, (self.height() - BAR) / 2, self.width(), BAR)
        painter.setBrush(self._theme.colour("line"))
        painter.drawRoundedRect(room, BAR / 2, BAR / 2)
        painter.setBrush(self._theme.colour("accent"))
        filled = QRectF(room.x(), room.y(), room.width() * self.share(self._value), BAR)
        painter.drawRoundedRect(filled, BAR / 2, BAR / 2)
        if self._threshold is not None:
            at = 1 + (self.width() - 2) * self.share(self._threshold)
            painter.setBrush(self._theme.colour("text"))
            painter.drawRect(QRectF(at - 1, 0, 2, self.height()))
        painter.end()
