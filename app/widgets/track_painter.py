"""Draws boxes, trails and plates of tracks over a picture, fast enough for every picture."""

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from app.state.overprint import Boxes, Trails
from app.widgets.ink import CASING, WRITING, ink
from app.widgets.track_tags import HIGH, Tag, TrackTags
from vsa_core.domain.geometry import UNITS

LINE = 2.0
HELD = [4.0, 3.0]
AGES, FADED = (0.3, 0.65, 1.0), (240, 150, 70)
"""Up to which age a piece of a trail is how opaque: it fades into the past."""

CORNER = 10

SHADE = QPointF(0.7, 1.2)
"""Where the dark edge of a trail lies, so that it shows on a bright picture too."""


@dataclass(slots=True)
class Wanted:
    """What is drawn; a chosen track is drawn whatever else is not."""

    boxes: bool = True
    trails: bool = True
    tags: bool = True
    chosen: int | None = None


def tag_of(boxes: Boxes, row: int) -> Tag:
    """The tag of one row."""
    return Tag(
        int(boxes.number[row]),
        int(boxes.kind[row]),
        bool(boxes.matched[row]),
        bool(boxes.examined[row]),
    )


class TrackPainter:
    """Draws over `area`, where the whole picture lies in widget pixels."""

    def __init__(self, tags: TrackTags) -> None:
        self._tags = tags

    def paint(
        self, painter: QPainter, area: QRectF, boxes: Boxes, trails: Trails, wanted: Wanted
    ) -> None:
        """Trails first, boxes over them, plates on top; the chosen one last."""
        drawn = [tag_of(boxes, row) for row in range(len(boxes))]
        places = _places(area, boxes)
        rows = sorted(range(len(boxes)), key=lambda row: drawn[row].number == wanted.chosen)
        if wanted.trails:
            self._trails(painter, area, trails, places, drawn)
        for row in rows:
            chosen = drawn[row].number == wanted.chosen
            if wanted.boxes or chosen:
                held = not boxes.observed[row]
                _box(painter, places[row], drawn[row].colour, held, chosen)
        for row in rows:
            if wanted.tags or drawn[row].number == wanted.chosen:
                self._tag(painter, places[row], drawn[row])

    def _tag(self, painter: QPainter, place: QRectF, tag: Tag) -> None:
        """Above the box; below it where there is no room above."""
        top = place.top() - HIGH - 3
        if top < painter.viewport().top():
            top = min(place.bottom() + 3, painter.viewport().bottom() - HIGH)
        plate = self._tags.plate(tag)
        most = painter.viewport().right() - plate.deviceIndependentSize().width()
        left = max(min(place.left() - 1, most), 0)
        painter.drawPixmap(QPointF(left, top), plate)

    def _trails(
        self,
        painter: QPainter,
        area: QRectF,
        trails: Trails,
        places: list[QRectF],
        drawn: list[Tag],
    ) -> None:
        x = (area.x() + trails.x * (area.width() / UNITS)).tolist()
        y = (area.y() + trails.y * (area.height() / UNITS)).tolist()
        ratio = painter.device().devicePixelRatio()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for row, tag in enumerate(drawn):
            first, end = int(trails.starts[row]), int(trails.starts[row + 1])
            foot = QPointF(places[row].center().x(), places[row].bottom())
            points = [*map(QPointF, x[first:end], y[first:end]), foot]
            ages = np.append(trails.age[first:end], 0.0)[::-1]
            _trail(painter, points, ages, tag.colour, 1 / ratio)


def _places(area: QRectF, boxes: Boxes) -> list[QRectF]:
    scale = np.array([area.width(), area.height()] * 2) / UNITS
    edges = boxes.edges * scale + np.array([area.x(), area.y()] * 2)
    return [QRectF(QPointF(a, b), QPointF(c, d)) for a, b, c, d in edges.tolist()]


def _trail(
    painter: QPainter, points: list[QPointF], ages: np.ndarray, colour: QColor, hair: float
) -> None:
    """`ages` from the newest to the oldest, as `points` are from the oldest to the newest.

    `hair` is one pixel of the screen: what is wider is stroked ten times
    slower than two hairs side by side.
    """
    painter.setPen(QPen(ink(CASING, 110), hair))
    painter.translate(SHADE)
    painter.drawPolyline(points)
    painter.translate(-SHADE)
    last, begin = len(points) - 1, 0
    for end, alpha in zip(np.searchsorted(ages, AGES, side="right") - 1, FADED, strict=True):
        if end > begin:
            faded = QColor(colour)
            faded.setAlpha(alpha)
            piece = points[last - end : last - begin + 1]
            painter.setPen(QPen(faded, hair))
            painter.drawPolyline(piece)
            painter.translate(-hair, -hair)
            painter.drawPolyline(piece)
            painter.translate(hair, hair)
            begin = end


def _box(painter: QPainter, place: QRectF, colour: QColor, held: bool, chosen: bool) -> None:
    """On whole pixels: smoothing upright lines only blurs them, and takes five times as long."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(ink(CASING, 150), LINE + 2))
    painter.drawRect(place.toRect())
    pen = QPen(colour, LINE + 1 if chosen else LINE)
    if held:
        pen.setDashPattern(HELD)
    painter.setPen(pen)
    painter.drawRect(place.toRect())
    if chosen:
        _corners(painter, place.toRect().adjusted(-5, -5, 5, 5))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)


def _corners(painter: QPainter, place: QRect) -> None:
    """Four white corners around what is chosen."""
    painter.setPen(QPen(ink(WRITING), 3))
    for corner, right, down in (
        (place.topLeft(), 1, 1),
        (place.topRight(), -1, 1),
        (place.bottomLeft(), 1, -1),
        (place.bottomRight(), -1, -1),
    ):
        across, along = QPoint(CORNER * right, 0), QPoint(0, CORNER * down)
        painter.drawPolyline([corner + across, corner, corner + along])
