"""The picture that a line, a zone or a path is drawn on, by mouse or by keyboard alone."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QWidget

from app.theme import Theme
from app.widgets.canvas import STEP, Canvas
from app.widgets.pencil import Pencil
from app.widgets.strokes import (
    BAND,
    FAULTY,
    INK,
    paint_arrow,
    paint_corner,
    paint_course,
    paint_cross,
    paint_crossing,
    paint_line,
    paint_open,
    paint_word,
    paint_zone,
    right_of,
)
from vsa_core.domain.geometry import UNITS, Place, Point
from vsa_core.domain.ports import Picture

WAYS: dict[int, tuple[int, int]] = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class SketchCanvas(Canvas):
    """Lets one place of `shape` be drawn and changed; frame units throughout.

    `drawn` carries the new place, and whether it was nudged there by a key;
    `stirred` follows every gesture, so that what is told beside the picture
    can follow. Arrow keys move by one pixel of the picture, by ten with
    Shift, by a hundred with Ctrl.
    """

    drawn = Signal(object, bool)  # Place, nudged
    stirred = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.pencil = Pencil(lambda point: self.to_widget(point.x, point.y))
        self.direction = ""
        self.as_arrow = False
        self.sides = ("", "")
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self._keys: dict[int, Callable[[], Place | None]] = {
            Qt.Key.Key_Space: self.pencil.set_here,
            Qt.Key.Key_Return: self.pencil.finish,
            Qt.Key.Key_Enter: self.pencil.finish,
            Qt.Key.Key_Backspace: self.pencil.back,
            Qt.Key.Key_Delete: self.pencil.back,
            Qt.Key.Key_Insert: self.pencil.insert,
            Qt.Key.Key_PageUp: lambda: self.pencil.next_corner(-1),
            Qt.Key.Key_PageDown: lambda: self.pencil.next_corner(1),
            Qt.Key.Key_Plus: lambda: self.zoom(STEP, self._here()),
            Qt.Key.Key_Minus: lambda: self.zoom(1 / STEP, self._here()),
        }

    def show_picture(self, picture: Picture | None, message: str = "") -> None:
        """Show the picture to draw on; without one nothing can be drawn."""
        super().show_picture(picture, message)
        if picture is not None:
            self.pencil.size = (picture.shape[1], picture.shape[0])

    def show_place(self, shape: str, place: Place | None) -> None:
        """Draw places of that shape from now on, beginning with this one."""
        if shape != self.pencil.shape:
            self.pencil.cancel()
            self.pencil.shape = shape
        self.pencil.show(place)
        self._stir()

    def start_over(self) -> None:
        """Forget what is being drawn: another picture comes."""
        self.pencil.cancel()
        self.pencil.cursor = None
        self.fit()

    def cancel(self) -> bool:
        """Let go of what is being drawn or dragged; False when there was nothing."""
        busy = self.pencil.cancel()
        self._stir()
        return busy

    def back(self) -> None:
        """Take the last corner of the stroke away."""
        self._after(self.pencil.back())

    def paint_over(self, painter: QPainter) -> None:
        pencil = self.pencil
        seen = [self.to_widget(corner.x, corner.y) for corner in pencil.corners]
        if seen and pencil.stroke is not None:
            painter.setOpacity(0.35)
        if seen:
            self._paint_place(painter, seen)
        painter.setOpacity(1.0)
        if pencil.stroke is not None:
            self._paint_stroke(painter)
        if pencil.cursor is not None and pencil.drawing and self.hasFocus():
            paint_cross(painter, self.to_widget(pencil.cursor.x, pencil.cursor.y))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if event.button() is Qt.MouseButton.LeftButton and self.has_picture:
            self._after(self.pencil.press(self.to_frame(event.position())))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        if self.has_picture:
            self.pencil.move(self.to_frame(event.position()))
            self._stir()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() is Qt.MouseButton.LeftButton and self.has_picture:
            self._after(self.pencil.release(self.to_frame(event.position())))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self.has_picture:
            self._after(self.pencil.double(self.to_frame(event.position())))

    def event(self, event: QEvent) -> bool:
        """Keys that draw are not left to the shortcuts of the window."""
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return super().event(event)
        event.setAccepted(self.has_picture and (event.key() in WAYS or event.key() in self._keys))
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if not self.has_picture:
            super().keyPressEvent(event)
        elif key in WAYS:
            place = self.pencil.step(*self._step(WAYS[key], event.modifiers()))
            self._after(place, nudged=True)
        elif key in self._keys:
            self._after(self._keys[key]())
        elif key != Qt.Key.Key_Escape or not self.cancel():
            super().keyPressEvent(event)

    def _step(self, way: tuple[int, int], held: Qt.KeyboardModifier) -> tuple[int, int]:
        pixels = 1
        if held & Qt.KeyboardModifier.ControlModifier:
            pixels = 100
        elif held & Qt.KeyboardModifier.ShiftModifier:
            pixels = 10
        wide, high = self.pencil.size
        return (
            round(way[0] * pixels * UNITS / wide),
            round(way[1] * pixels * UNITS / high),
        )

    def _after(self, place: Place | None, *, nudged: bool = False) -> None:
        self._stir()
        if place is not None:
            self.drawn.emit(place, nudged)

    def _stir(self) -> None:
        self.update()
        self.stirred.emit()

    def _here(self) -> QPointF:
        """What the keyboard looks at: the corner with the focus, or the middle."""
        corners = self.pencil.corners
        point = corners[self.pencil.focus] if corners else self.pencil.cursor
        return self.to_widget(point.x, point.y) if point else QPointF(self.rect().center())

    def _paint_place(self, painter: QPainter, seen: list[QPointF]) -> None:
        if self.pencil.shape == "line":
            self._paint_line(painter, seen[0], seen[1])
        elif self.pencil.shape == "path":
            paint_course(painter, seen, FAULTY if self.pencil.flaw else INK)
        else:
            paint_zone(painter, seen, FAULTY if self.pencil.flaw else INK)
        for index, corner in enumerate(seen):
            paint_corner(painter, corner, focused=self._marks(index))

    def _paint_line(self, painter: QPainter, a: QPointF, b: QPointF) -> None:
        if self.as_arrow:
            paint_arrow(painter, a, b)
            return
        paint_line(painter, a, b, self.direction)
        paint_crossing(painter, a, b, self.direction, BAND / 2)
        middle, away = (a + b) / 2, right_of(a, b) * (BAND * 0.85)
        for word, at in zip(self.sides, (middle - away, middle + away), strict=True):
            paint_word(painter, at, word, QRectF(self.rect()))

    def _paint_stroke(self, painter: QPainter) -> None:
        stroke, cursor = self.pencil.stroke, self.pencil.cursor
        if stroke is None:
            return
        seen = [self.to_widget(corner.x, corner.y) for corner in stroke.corners]
        ahead = [self.to_widget(cursor.x, cursor.y)] if cursor else []
        if self.pencil.shape == "line" and ahead and ahead != seen:
            self._paint_line(painter, seen[0], ahead[0])
        else:
            paint_open(painter, seen + ahead, FAULTY if self.pencil.flaw else INK)
        for index, corner in enumerate(seen):
            paint_corner(painter, corner, focused=index == 0 and self._closes(cursor))

    def _marks(self, index: int) -> bool:
        return self.hasFocus() and index == self.pencil.focus and self.pencil.stroke is None

    def _closes(self, cursor: Point | None) -> bool:
        """Whether a click now would close the zone on its first corner."""
        return cursor is not None and self.pencil.at_start(cursor)
