"""A small bar: how much of something was looked at, in the patterns of the timeline."""

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.state.looks import Shares
from app.theme import Theme
from app.widgets.patterns import swatch

HEIGHT = 12
WIDE = 120


def paint_shares(painter: QPainter, box: QRect, shares: Shares, theme: Theme) -> None:
    """Fill `box` from left to right, one fate after the other, within a line."""
    scale = painter.device().devicePixelRatioF()
    painter.save()
    painter.fillRect(box, theme.colour("panel"))
    left, told = box.left(), 0
    for fate, share in shares:
        told += share
        right = box.left() + round(box.width() * told / 1000)
        wide = max(right - left, 2)
        painter.drawImage(left, box.top(), swatch(theme, scale, fate, wide, box.height()))
        left += wide
    painter.setPen(theme.colour("edge"))
    painter.drawRect(QRectF(box).adjusted(-0.5, -0.5, 0.5, 0.5))
    painter.restore()


class ShareBar(QWidget):
    """The shares of one file; a screen reader is told the text beside it."""

    def __init__(self, theme: Theme, shares: Shares, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shares = shares
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(WIDE, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_shares(painter, self.rect().adjusted(1, 1, -1, -1), self._shares, self._theme)
        painter.end()
