"""A picture in a frame: fitted, zoomed at the pointer, panned, and drawn over."""

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QWidget

from app.theme import Theme
from vsa_core.domain.geometry import UNITS, Point
from vsa_core.domain.ports import Picture

CLOSEST = 16.0
STEP = 1.25


class Canvas(QWidget):
    """Shows one BGR picture with square pixels; frame units are 0 to 65,535 across it.

    A subclass draws over the picture in `paint_over`. The wheel zooms at the
    pointer, the middle button pans, `fit` shows the whole picture again.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._image: QImage | None = None
        self._held: Picture | None = None
        self._zoom = 1.0
        self._middle = QPointF(0.5, 0.5)
        self._grip: QPointF | None = None
        self._message = ""
        self.setMinimumSize(240, 135)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def show_picture(self, picture: Picture | None, message: str = "") -> None:
        """Show an (h, w, 3) BGR picture, or `message` where there is none to show."""
        self._held = None if picture is None else np.ascontiguousarray(picture)
        self._image = None if self._held is None else _image(self._held)
        self._message = message
        self.update()

    @property
    def has_picture(self) -> bool:
        """Whether a picture is on show."""
        return self._image is not None

    def fit(self) -> None:
        """Show the whole picture."""
        self._zoom, self._middle = 1.0, QPointF(0.5, 0.5)
        self.update()

    def area(self) -> QRectF:
        """Where the whole picture lies, in widget pixels; it may reach beyond the widget."""
        if self._image is None:
            return QRectF(self.rect())
        wide, high = self._image.width(), self._image.height()
        scale = min(self.width() / wide, self.height() / high) * self._zoom
        size = QPointF(wide * scale, high * scale)
        left = self.width() / 2 - self._middle.x() * size.x()
        top = self.height() / 2 - self._middle.y() * size.y()
        return QRectF(left, top, size.x(), size.y())

    def to_widget(self, x: float, y: float) -> QPointF:
        """Frame units to widget pixels."""
        area = self.area()
        return QPointF(area.x() + x / UNITS * area.width(), area.y() + y / UNITS * area.height())

    def to_frame(self, position: QPointF) -> Point:
        """Widget pixels to the nearest point of the frame."""
        area = self.area()
        x = (position.x() - area.x()) / max(area.width(), 1.0)
        y = (position.y() - area.y()) / max(area.height(), 1.0)
        return Point(round(min(max(x, 0.0), 1.0) * UNITS), round(min(max(y, 0.0), 1.0) * UNITS))

    def paint_over(self, painter: QPainter) -> None:
        """Draw over the picture, in widget pixels."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), self.theme.colour("canvas"))
        if self._image is not None:
            painter.drawImage(self.area(), self._image)
            self.paint_over(painter)
        if self._message:
            self._say(painter)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self.theme.colour("accent"), 2))
            painter.drawRect(QRectF(self.rect()).adjusted(1, 1, -1, -1))
        painter.end()

    def zoom(self, factor: float, at: QPointF) -> None:
        """Show the picture `factor` times larger; what lies at `at`, in widget pixels, stays."""
        if self._image is None:
            return
        before = self.area()
        across = (at.x() - before.x()) / before.width()
        down = (at.y() - before.y()) / before.height()
        self._zoom = min(max(self._zoom * factor, 1.0), CLOSEST)
        after = self.area()
        self._pan(
            at.x() - after.x() - across * after.width(), at.y() - after.y() - down * after.height()
        )

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self._image is None or not event.angleDelta().y():
            return
        self.zoom(STEP if event.angleDelta().y() > 0 else 1 / STEP, event.position())
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.MiddleButton:
            self._grip = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grip is not None:
            moved = event.position() - self._grip
            self._grip = event.position()
            self._pan(moved.x(), moved.y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.MiddleButton:
            self._grip = None

    def _pan(self, dx: float, dy: float) -> None:
        area = self.area()
        slack = 0.5 - 0.5 / self._zoom
        x = self._middle.x() - dx / area.width()
        y = self._middle.y() - dy / area.height()
        self._middle = QPointF(
            min(max(x, 0.5 - slack), 0.5 + slack), min(max(y, 0.5 - slack), 0.5 + slack)
        )
        self.update()

    def _say(self, painter: QPainter) -> None:
        box = self.rect().adjusted(24, 24, -24, -24)
        flags = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)
        painter.setPen(Qt.GlobalColor.white)
        painter.drawText(box, flags, self._message)


def _image(picture: Picture) -> QImage:
    height, width = picture.shape[:2]
    return QImage(picture.data, width, height, picture.strides[0], QImage.Format.Format_BGR888)
