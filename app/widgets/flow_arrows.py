"""The usual direction of travel in each cell of a picture, as arrows over it."""

from collections.abc import Callable, Sequence
from math import cos, pi, sin

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPolygonF

from app.widgets.strokes import HALO, INK, paint_path, tint
from vsa_core.domain.geometry import FLOW_SIDE, NO_FLOW, UNITS, Flow

LONG = 0.36
"""Half the length of an arrow, in sides of its cell."""

PALE = 70
"""How much ink the arrow with the least support gets, of 255."""


def paint_flow(
    painter: QPainter,
    flow: Flow,
    seen: Callable[[float, float], QPointF],
    support: Sequence[int] = (),
) -> None:
    """An arrow in each cell that has a direction, a dot in the others.

    seen: frame units to screen; support: tracks of each cell, so that what few
    tracks say is pale; without it all are alike.
    """
    most = max(support, default=0)
    corner, far = seen(0, 0), seen(UNITS / FLOW_SIDE, UNITS / FLOW_SIDE)
    side = min(far.x() - corner.x(), far.y() - corner.y())
    for cell, direction in enumerate(flow.cells):
        row, column = divmod(cell, FLOW_SIDE)
        middle = seen((column + 0.5) * UNITS / FLOW_SIDE, (row + 0.5) * UNITS / FLOW_SIDE)
        if direction == NO_FLOW:
            painter.setPen(QPen(HALO, 1))
            painter.setBrush(tint(PALE))
            painter.drawEllipse(middle, 2, 2)
            continue
        share = support[cell] / most if most else 1.0
        _paint(painter, middle, direction * 2 * pi / 256, side * LONG, share)


def _paint(painter: QPainter, middle: QPointF, turn: float, reach: float, share: float) -> None:
    ink = tint(round(PALE + (255 - PALE) * share), INK)
    way = QPointF(cos(turn), sin(turn)) * reach
    across = QPointF(-way.y(), way.x())
    tip, neck = middle + way, middle + way * 0.35
    shaft = QPainterPath(middle - way)
    shaft.lineTo(neck)
    paint_path(painter, shaft, ink)
    painter.setPen(QPen(HALO, 1))
    painter.setBrush(ink)
    painter.drawPolygon(QPolygonF([tip, neck + across * 0.3, neck - across * 0.3]))
    painter.setBrush(Qt.BrushStyle.NoBrush)
