"""The small signs of the timeline: a hit by its verdict, and a warning, drawn once as pixels."""

from functools import lru_cache

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPolygonF

from app.state.marks import Verdict
from app.theme import Theme
from app.widgets.patterns import Pixels

COLOURS = {Verdict.OPEN: "hit", Verdict.MATCHED: "matched", Verdict.REJECTED: "rejected"}


@lru_cache(maxsize=64)
def verdict_sign(theme: Theme, verdict: Verdict, side: int) -> Pixels:
    """(side, side) a diamond to verify, a ticked disc for a match, a struck ring for a reject."""
    image, painter = _sheet(theme.colour("panel"), side)
    _draw_verdict(painter, theme, verdict, QRectF(0, 0, side, side))
    return _pixels(image, painter)


@lru_cache(maxsize=16)
def alarm_sign(theme: Theme, side: int) -> Pixels:
    """(side, side) a warning triangle on a plate of its own."""
    image, painter = _sheet(theme.colour("panel"), side)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("warning"))
    corners = [QPointF(side / 2, side * 0.04), QPointF(side, side), QPointF(0, side)]
    painter.drawPolygon(QPolygonF(corners))
    painter.setBrush(theme.colour("panel"))
    wide = max(side * 0.14, 1.0)
    painter.drawRect(QRectF(side / 2 - wide / 2, side * 0.36, wide, side * 0.3))
    painter.drawRect(QRectF(side / 2 - wide / 2, side * 0.76, wide, wide))
    return _pixels(image, painter)


def _draw_verdict(painter: QPainter, theme: Theme, verdict: Verdict, box: QRectF) -> None:
    colour, side = theme.colour(COLOURS[verdict]), box.width()
    thin = QPen(colour, max(side * 0.14, 1.0))
    middle = box.center()
    if verdict is Verdict.OPEN:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        reach = side / 2
        painter.drawPolygon(
            QPolygonF(
                [
                    middle + QPointF(0, -reach),
                    middle + QPointF(reach, 0),
                    middle + QPointF(0, reach),
                    middle + QPointF(-reach, 0),
                ]
            )
        )
        return
    inner = box.adjusted(side * 0.09, side * 0.09, -side * 0.09, -side * 0.09)
    painter.setPen(thin)
    painter.setBrush(colour if verdict is Verdict.MATCHED else Qt.BrushStyle.NoBrush)
    painter.drawEllipse(inner)
    if verdict is Verdict.REJECTED:
        painter.drawLine(
            inner.bottomLeft() * 0.8 + middle * 0.2, inner.topRight() * 0.8 + middle * 0.2
        )
        return
    painter.setPen(QPen(theme.colour("panel"), max(side * 0.15, 1.0)))
    knee = QPointF(side * 0.44, side * 0.7)
    painter.drawLine(QPointF(side * 0.27, side * 0.52), knee)
    painter.drawLine(knee, QPointF(side * 0.74, side * 0.34))


def _sheet(paper: QColor, side: int) -> tuple[QImage, QPainter]:
    image = QImage(side, side, QImage.Format.Format_RGB32)
    image.fill(paper)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    return image, painter


def _pixels(image: QImage, painter: QPainter) -> Pixels:
    painter.end()
    flat = np.frombuffer(image.constBits(), np.uint32).copy()
    return flat.reshape(image.height(), image.bytesPerLine() // 4)[:, : image.width()]
