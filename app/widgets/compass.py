"""Which way a track goes across the picture: an arrow that is turned, and how near is near."""

from math import atan2, cos, degrees, radians, sin

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.theme import Theme

SIDE = 112
FINE, COARSE = 5, 45
TURN = 360


class Compass(QWidget):
    """0 degrees is rightwards, clockwise in the picture; `turned` carries whole degrees.

    Left and right turn by 5 degrees, Page Up and Page Down by 45.
    """

    turned = Signal(int)

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.towards, self.spread = 0, 45
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedSize(SIDE, SIDE)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_heading(self, towards: int, spread: int, told: str) -> None:
        """Show that way, that far to each side; `told` in words."""
        self.towards, self.spread = towards, spread
        self.setAccessibleDescription(told)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(SIDE, SIDE)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps: dict[int, int] = {
            Qt.Key.Key_Left: -FINE,
            Qt.Key.Key_Right: FINE,
            Qt.Key.Key_PageUp: -COARSE,
            Qt.Key.Key_PageDown: COARSE,
        }
        if event.key() in steps:
            self.turned.emit((self.towards + steps[event.key()]) % TURN)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._point(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point(event.position())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle, reach = QPointF(SIDE / 2, SIDE / 2), SIDE / 2 - 4
        box = QRectF(middle.x() - reach, middle.y() - reach, 2 * reach, 2 * reach)
        ring = "accent" if self.hasFocus() else "edge"
        painter.setPen(QPen(self._theme.colour(ring), 2))
        painter.setBrush(self._theme.colour("raised"))
        painter.drawEllipse(box)
        use = "accent" if self.isEnabled() else "muted"
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour(use, 70))
        painter.drawPie(box, -(self.towards + self.spread) * 16, 2 * self.spread * 16)
        self._paint_arrow(painter, middle, reach - 8, use)
        painter.end()

    def _paint_arrow(self, painter: QPainter, middle: QPointF, reach: float, use: str) -> None:
        way = QPointF(cos(radians(self.towards)), sin(radians(self.towards)))
        across = QPointF(-way.y(), way.x())
        tip, neck = middle + way * reach, middle + way * (reach - 12)
        painter.setPen(QPen(self._theme.colour(use), 3))
        painter.drawLine(middle - way * reach * 0.6, neck)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour(use))
        painter.drawPolygon(QPolygonF([tip, neck + across * 7, neck - across * 7]))

    def _point(self, at: QPointF) -> None:
        dx, dy = at.x() - SIDE / 2, at.y() - SIDE / 2
        if dx or dy:
            self.turned.emit(round(degrees(atan2(dy, dx)) / FINE) * FINE % TURN)
