"""The name of a lane: its camera, and how many results it has."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from app.state.lanes import Lane
from app.state.marks import Marks
from app.theme import Theme
from app.words import visible

ICON, PAD = 16, 8
BAR = 3
HALF = QPointF(0, 0.5)
MIDDLE = Qt.AlignmentFlag.AlignVCenter


def paint_name(
    painter: QPainter, theme: Theme, lane: Lane, marks: Marks | None, cell: QRectF, here: bool
) -> None:
    """Paint one cell of the column of names; `here`: the keyboard is on this lane."""
    if here:
        painter.fillRect(cell, theme.colour("accent", 36))
        painter.fillRect(QRectF(cell.x(), cell.y(), BAR, cell.height()), theme.colour("accent"))
    use = "text" if lane.files else "muted"
    box = cell.adjusted(PAD, 0, -PAD, 0)
    icon = theme.icon("camera", use)
    icon.paint(painter, round(box.x()), round(box.center().y() - ICON / 2), ICON, ICON)
    _write(
        painter, theme, use, visible(lane.camera), _count(marks), box.adjusted(ICON + PAD, 0, 0, 0)
    )
    painter.setPen(theme.colour("line"))
    painter.drawLine(cell.bottomLeft() - HALF, cell.bottomRight() - HALF)


def _count(marks: Marks | None) -> str:
    return str(len(marks.start)) if marks is not None and len(marks.start) else ""


def _write(painter: QPainter, theme: Theme, use: str, name: str, count: str, box: QRectF) -> None:
    """The count on the right, and as much of the name as fits beside it."""
    metrics = painter.fontMetrics()
    painter.setPen(theme.colour("muted"))
    painter.drawText(box, int(MIDDLE | Qt.AlignmentFlag.AlignRight), count)
    taken = metrics.horizontalAdvance(count) + PAD if count else 0
    shown = metrics.elidedText(name, Qt.TextElideMode.ElideMiddle, int(box.width() - taken))
    painter.setPen(theme.colour(use))
    painter.drawText(box, int(MIDDLE), shown)
