"""The camera's picture on which four points of the ground are clicked, by mouse or by keys."""

from math import hypot

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPolygonF
from PySide6.QtWidgets import QWidget

from app.theme import Theme
from app.widgets.canvas import Canvas
from app.widgets.reshaping import nudged
from app.widgets.strokes import INK, paint_corner, paint_cross, paint_word, tint
from vsa_core.domain.geometry import UNITS, Point

POINTS = 4
REACH = 12.0
"""Screen pixels within which a point is meant."""

AWAY = QPointF(14, -14)
"""Where the number of a point stands beside it."""

WAYS: dict[int, tuple[int, int]] = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class GroundCanvas(Canvas):
    """`points` in frame units, in the order clicked; `moved` when one comes, moves or goes.

    Arrow keys move the point with the focus by one pixel of the picture, by
    ten with Shift; Space sets the next one, Page Up and Down choose another,
    Backspace takes the last away.
    """

    moved = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.points: list[Point] = []
        self.size_of_picture = (1, 1)
        self.focus = 0
        self._pointer = Point(UNITS // 2, UNITS // 2)
        self._dragged = False
        self.setCursor(Qt.CursorShape.CrossCursor)

    @property
    def whole(self) -> bool:
        """Whether all four are set."""
        return len(self.points) == POINTS

    def show_points(self, points: tuple[Point, ...]) -> None:
        """Begin with these."""
        self.points = list(points)
        self.focus = 0
        self._told()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if event.button() is not Qt.MouseButton.LeftButton or not self.has_picture:
            return
        near = self._near(event.position())
        if near is None and not self.whole:
            self._add(self.to_frame(event.position()))
            near = self.focus
        if near is not None:
            self.focus, self._dragged = near, True
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        if self._dragged:
            self.points[self.focus] = self.to_frame(event.position())
            self._told()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self._dragged = False

    def event(self, event: QEvent) -> bool:
        """Keys that set points are not left to the shortcuts of the window."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if event.key() in WAYS or event.key() == Qt.Key.Key_Space:
                event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if not self.has_picture:
            super().keyPressEvent(event)
        elif key in WAYS:
            self._step(WAYS[key], far=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif key == Qt.Key.Key_Space and not self.whole:
            self._add(self._pointer)
        elif key == Qt.Key.Key_Backspace and self.points:
            self.points.pop()
            self.focus = max(len(self.points) - 1, 0)
            self._told()
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown) and self.points:
            self.focus = (self.focus + (1 if key == Qt.Key.Key_PageDown else -1)) % len(self.points)
            self.update()
        else:
            super().keyPressEvent(event)

    def paint_over(self, painter: QPainter) -> None:
        seen = [self.to_widget(point.x, point.y) for point in self.points]
        if len(seen) > 2:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tint(60, INK))
            painter.drawPolygon(QPolygonF(seen))
        for index, at in enumerate(seen):
            paint_corner(painter, at, focused=self.hasFocus() and index == self.focus)
            paint_word(painter, at + AWAY, str(index + 1), QRectF(self.rect()))
        if self.hasFocus() and not self.whole:
            paint_cross(painter, self.to_widget(self._pointer.x, self._pointer.y))

    def _add(self, point: Point) -> None:
        self.points.append(point)
        self.focus = len(self.points) - 1
        self._told()

    def _step(self, way: tuple[int, int], *, far: bool) -> None:
        """Move the point with the focus; while some are missing, where the next one goes."""
        wide, high = self.size_of_picture
        pixels = 10 if far else 1
        dx, dy = round(way[0] * pixels * UNITS / wide), round(way[1] * pixels * UNITS / high)
        if self.whole:
            self.points[self.focus] = nudged(self.points[self.focus], dx, dy)
            self._told()
        else:
            self._pointer = nudged(self._pointer, dx, dy)
            self.update()

    def _near(self, at: QPointF) -> int | None:
        gaps = []
        for point in self.points:
            gap = self.to_widget(point.x, point.y) - at
            gaps.append(hypot(gap.x(), gap.y()))
        nearest = min(range(len(gaps)), key=gaps.__getitem__, default=None)
        return nearest if nearest is not None and gaps[nearest] <= REACH else None

    def _told(self) -> None:
        self.update()
        self.moved.emit()
