"""A small bar from nothing to all: a share as a line, and its interval as a band around it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.theme import Theme
from vsa_core.domain.assessment import Rate

HEIGHT = 14
SCALE, BAND, LINE = 2, 6, 3
"""Pixels: how high the scale and the band are, how wide the line of the share is."""


class RateBar(QWidget):
    """Shows a rate; the words beside it say the same. Nothing to judge by fills the whole bar."""

    def __init__(self, theme: Theme, rate: Rate, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.rate = rate
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def band(self) -> QRectF:
        """Where the interval lies, in pixels of the widget."""
        low, high = self.rate.interval
        left, right = self.width() * low, self.width() * high
        return self._bar(left, max(right - left, 1.0), BAND)

    def line(self) -> QRectF | None:
        """Where the share lies, in pixels of the widget; None of nothing."""
        if self.rate.value is None:
            return None
        left = (self.width() - LINE) * self.rate.value
        return QRectF(left, 0, LINE, self.height())

    def sizeHint(self) -> QSize:
        return QSize(120, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        line = self.line()
        painter.setBrush(self._theme.colour("edge"))
        painter.drawRect(self._bar(0, self.width(), SCALE))
        painter.setBrush(self._theme.colour("accent" if line else "line"))
        painter.drawRoundedRect(self.band(), BAND / 2, BAND / 2)
        if line is not None:
            painter.setBrush(self._theme.colour("text"))
            painter.drawRect(line)
        painter.end()

    def _bar(self, left: float, wide: float, high: int) -> QRectF:
        return QRectF(left, (self.height() - high) / 2, wide, high)
