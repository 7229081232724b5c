"""Lines, zones, paths and arrows painted over a picture, to be seen on snow and at night alike."""

from collections.abc import Sequence
from itertools import pairwise
from math import hypot

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QLinearGradient, QPainter, QPainterPath, QPen, QPolygonF

HALO = QColor(8, 12, 18, 225)
INK = QColor(111, 214, 255)
FAULTY = QColor(255, 154, 143)
"""Ink is bright and lies on a dark halo: one of the two stands out of any picture."""

WIDTH, HALO_WIDTH = 2.0, 5.0
RADIUS = 5.0
BAND = 64.0
EVERY = 60.0
"""Screen pixels of a path between two arrow heads, at least."""


def tint(alpha: int, ink: QColor = INK) -> QColor:
    """The ink, let through."""
    return QColor(ink.red(), ink.green(), ink.blue(), alpha)


def paint_path(
    painter: QPainter, path: QPainterPath, ink: QColor = INK, *, dashed: bool = False
) -> None:
    """A stroke in ink over its halo; dashed while it is not settled."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for colour, width in ((HALO, HALO_WIDTH), (ink, WIDTH)):
        pen = QPen(colour, width)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        if dashed and colour is ink:
            pen.setDashPattern([3.0, 3.0])
        painter.setPen(pen)
        painter.drawPath(path)


def paint_zone(painter: QPainter, corners: Sequence[QPointF], ink: QColor = INK) -> None:
    """A closed zone: its inside tinted, its border stroked."""
    path = _path(corners)
    path.closeSubpath()
    painter.fillPath(path, tint(56, ink))
    paint_path(painter, path, ink)


def paint_open(painter: QPainter, corners: Sequence[QPointF], ink: QColor = INK) -> None:
    """An outline on its way, not closed yet."""
    paint_path(painter, _path(corners), ink)


def paint_line(painter: QPainter, a: QPointF, b: QPointF, direction: str = "") -> None:
    """A line from a to b: an arrow head at b, and the side (or both) that a crossing leads to."""
    if direction != "to_right":
        _paint_band(painter, a, b, -1)
    if direction != "to_left":
        _paint_band(painter, a, b, 1)
    paint_path(painter, _path([a, b]))
    _paint_head(painter, a, b, 12.0)


def paint_arrow(painter: QPainter, a: QPointF, b: QPointF) -> None:
    """The allowed way, from a to b."""
    paint_path(painter, _path([a, b]))
    _paint_head(painter, a, b, 20.0)


def paint_course(painter: QPainter, points: Sequence[QPointF], ink: QColor = INK) -> None:
    """A path with arrow heads along it, so that its way is seen."""
    paint_path(painter, _path(points), ink)
    run = 0.0
    for begin, end in pairwise(points):
        length = hypot(end.x() - begin.x(), end.y() - begin.y())
        run += length
        if run >= EVERY and length > 0:
            _paint_head(painter, begin, begin + (end - begin) / 2 + (end - begin) / length, 9.0)
            run = 0.0
    _paint_head(painter, points[-2], points[-1], 12.0)


def paint_crossing(painter: QPainter, a: QPointF, b: QPointF, direction: str, reach: float) -> None:
    """Arrows across the middle of the line, `reach` pixels each way: where a crossing leads."""
    middle = (a + b) / 2
    across = right_of(a, b) * reach
    for wanted, end in (("to_right", middle + across), ("to_left", middle - across)):
        if direction in ("", wanted):
            begin = middle if not direction else middle * 2 - end
            paint_path(painter, _path([begin, end]))
            _paint_head(painter, begin, end, 8.0)


def paint_corner(painter: QPainter, at: QPointF, *, focused: bool = False) -> None:
    """A corner that can be gripped; the focused one is larger, filled and ringed."""
    if focused:
        painter.setPen(QPen(HALO, 4.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(at, RADIUS + 4, RADIUS + 4)
        painter.setPen(QPen(QColor(Qt.GlobalColor.white), 2.0))
        painter.drawEllipse(at, RADIUS + 4, RADIUS + 4)
    painter.setPen(QPen(HALO, 2.0))
    painter.setBrush(QColor(Qt.GlobalColor.white) if focused else INK)
    painter.drawEllipse(at, RADIUS, RADIUS)


def paint_cross(painter: QPainter, at: QPointF) -> None:
    """Where the keyboard would set a corner."""
    path = QPainterPath()
    for dx, dy in ((1, 0), (-1, 0), (0, 1), (0, -1)):
        path.moveTo(at + QPointF(dx, dy) * 4)
        path.lineTo(at + QPointF(dx, dy) * 14)
    paint_path(painter, path)


def paint_word(painter: QPainter, at: QPointF, word: str, bounds: QRectF) -> None:
    """A word on a dark ground around a point, kept within `bounds`."""
    font = QFont(painter.font())
    font.setBold(True)
    painter.setFont(font)
    metrics = painter.fontMetrics()
    box = QRectF(0, 0, metrics.horizontalAdvance(word) + 12, metrics.height() + 4)
    box.moveCenter(at)
    box.moveLeft(min(max(box.left(), bounds.left() + 2), bounds.right() - box.width() - 2))
    box.moveTop(min(max(box.top(), bounds.top() + 2), bounds.bottom() - box.height() - 2))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(HALO)
    painter.drawRoundedRect(box, 4, 4)
    painter.setPen(QColor(Qt.GlobalColor.white))
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), word)


def right_of(a: QPointF, b: QPointF) -> QPointF:
    """The way of length 1 that points to the right-hand side of the line, walking from a to b.

    The picture's y axis points down, as in vsa_core.domain.geometry.Line.
    """
    dx, dy = b.x() - a.x(), b.y() - a.y()
    length = max(hypot(dx, dy), 1e-9)
    return QPointF(-dy / length, dx / length)


def _paint_band(painter: QPainter, a: QPointF, b: QPointF, sign: int) -> None:
    away = right_of(a, b) * (BAND * sign)
    shade = QLinearGradient(a, a + away)
    shade.setColorAt(0.0, tint(110))
    shade.setColorAt(1.0, tint(0))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(shade)
    painter.drawPolygon(QPolygonF([a, b, b + away, a + away]))


def _paint_head(painter: QPainter, begin: QPointF, end: QPointF, size: float) -> None:
    right = right_of(begin, end)
    back = QPointF(right.y(), -right.x()) * -size
    head = [end, end + back + right * (size / 2), end + back - right * (size / 2)]
    painter.setPen(QPen(HALO, 3.0))
    painter.setBrush(INK)
    painter.drawPolygon(QPolygonF(head))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawPolygon(QPolygonF(head))


def _path(points: Sequence[QPointF]) -> QPainterPath:
    path = QPainterPath(points[0])
    for point in points[1:]:
        path.lineTo(point)
    return path
