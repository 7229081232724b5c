"""A frame that cannot be missed while a mask is lifted: around the picture, never over it."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QBrush, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.theme import DARK
from app.widgets.ink import CASING, EXAMINED, ink

SIDE = 6
BAR = 30
ICON = 18


class WarningFrame(QWidget):
    """Holds one widget; `warn` puts hatching around it and words on a bar above it."""

    def __init__(self, held: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.warning = ""
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(held)

    def warn(self, text: str) -> None:
        """Stand out with that text; "" for an ordinary frame."""
        if text == self.warning:
            return
        self.warning = text
        self.setContentsMargins(*((SIDE, BAR, SIDE, SIDE) if text else (0, 0, 0, 0)))
        self.setAccessibleName(text)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.warning:
            return
        painter = QPainter(self)
        painter.fillRect(self.rect(), ink(EXAMINED))
        painter.fillRect(
            self.rect().adjusted(0, BAR, 0, 0), QBrush(ink(CASING), Qt.BrushStyle.BDiagPattern)
        )
        self._write(painter, QRect(0, 0, self.width(), BAR))
        painter.end()

    def _write(self, painter: QPainter, bar: QRect) -> None:
        font = QFont(self.font())
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(ink(CASING))
        painter.drawText(bar, Qt.AlignmentFlag.AlignCenter, self.warning)
        half = QFontMetrics(font).horizontalAdvance(self.warning) // 2
        icon = DARK.icon("examine", "canvas").pixmap(QSize(ICON, ICON), self.devicePixelRatioF())
        painter.drawPixmap(bar.center().x() - half - ICON - 8, (BAR - ICON) // 2, icon)
