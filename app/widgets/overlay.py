"""A picture with the tracks on it: boxes, trails and names, to look at and to choose from."""

import numpy as np
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QMouseEvent, QPainter, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from app.state.overprint import NO_BOXES, NO_TRAILS, Boxes, Trails
from app.theme import Theme
from app.widgets.canvas import STEP, Canvas
from app.widgets.track_painter import TrackPainter, Wanted, tag_of
from app.widgets.track_tags import TrackTags
from app.words import Words

SLACK = 4
"""Pixels that a pressed pointer may move and still choose rather than pan."""


class Overlay(Canvas):
    """Left click chooses a track, or drags a zoomed picture; the right button asks for a menu.

    picked: the track under the pointer, None beside all; asked: a menu for
    the chosen track at a place of the screen; reshaped: another size or zoom.
    """

    picked = Signal(object)  # int | None
    asked = Signal(QPoint)
    reshaped = Signal()

    def __init__(self, words: Words, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._tags = TrackTags(words, self.font(), self.devicePixelRatioF())
        self._painter = TrackPainter(self._tags)
        self._boxes: Boxes = NO_BOXES
        self._trails: Trails = NO_TRAILS
        self._pressed: QPointF | None = None
        self._dragged = False
        self.wanted = Wanted()

    @property
    def zoomed(self) -> bool:
        """Whether only a part of the picture is shown."""
        return self._zoom > 1.0

    def show_tracks(self, boxes: Boxes, trails: Trails) -> None:
        """Draw these from now on; `boxes` and `trails` have the same rows."""
        self._boxes, self._trails = boxes, trails
        self.update()

    def choose(self, track: int | None) -> None:
        """Mark that track wherever it goes."""
        self.wanted.chosen = track
        row = self._boxes.row(track) if track is not None else None
        told = self._tags.text(tag_of(self._boxes, row)) if row is not None else ""
        self.setAccessibleDescription(told)
        self.update()

    def tracks(self) -> list[int]:
        """Numbers of the tracks on the picture, from left to right."""
        order = np.argsort(self._boxes.edges[:, 0], kind="stable")
        return [int(number) for number in self._boxes.number[order]]

    def track_at(self, position: QPointF) -> int | None:
        """The track whose box lies there; the smallest of several."""
        point = self.to_frame(position)
        left, top, right, bottom = self._boxes.edges.T
        here = (left <= point.x) & (point.x <= right) & (top <= point.y) & (point.y <= bottom)
        size = np.where(here, (right - left) * (bottom - top), np.inf)
        return int(self._boxes.number[int(size.argmin())]) if here.any() else None

    def closer(self) -> None:
        """Zoom in on the middle."""
        self.zoom(STEP, QRectF(self.rect()).center())
        self.reshaped.emit()

    def further(self) -> None:
        """Zoom out of the middle."""
        self.zoom(1 / STEP, QRectF(self.rect()).center())
        self.reshaped.emit()

    def fit(self) -> None:
        super().fit()
        self.reshaped.emit()

    def paint_over(self, painter: QPainter) -> None:
        self._painter.paint(painter, self.area(), self._boxes, self._trails, self.wanted)

    def wheelEvent(self, event: QWheelEvent) -> None:
        super().wheelEvent(event)
        self.reshaped.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.reshaped.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed, self._dragged = event.position(), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        if self._pressed is None:
            return
        moved = event.position() - self._pressed
        if self._dragged or moved.manhattanLength() > SLACK:
            self._dragged, self._pressed = True, event.position()
            self._pan(moved.x(), moved.y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if self._pressed is not None and not self._dragged:
            self.picked.emit(self.track_at(event.position()))
        self._pressed = None

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            self.picked.emit(self.track_at(QPointF(event.pos())))
        if self.wanted.chosen is not None:
            self.asked.emit(event.globalPos())
