"""A small look at the place that was drawn, on the picture it was drawn on."""

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.theme import Theme
from app.widgets.canvas import Canvas
from app.widgets.flow_arrows import paint_flow
from app.widgets.strokes import paint_arrow, paint_course, paint_line, paint_zone
from vsa_core.domain.geometry import Flow, Line, Path, Place, corners_of
from vsa_core.domain.ports import Picture

HIGH = 120


class PlacePreview(Canvas):
    """Shows the whole picture with the place over it; a click asks to draw."""

    clicked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._place: Place | None = None
        self._direction = ""
        self.as_arrow = False
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setMinimumSize(120, HIGH)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_place(self, picture: Picture | None, place: Place | None, direction: str) -> None:
        """Show that place on that picture; nothing is painted without a picture."""
        self._place, self._direction = place, direction
        self.show_picture(picture)

    def sizeHint(self) -> QSize:
        return QSize(240, HIGH)

    def paint_over(self, painter: QPainter) -> None:
        if self._place is None:
            return
        if isinstance(self._place, Flow):
            paint_flow(painter, self._place, self.to_widget)
            return
        seen: list[QPointF] = [self.to_widget(c.x, c.y) for c in corners_of(self._place)]
        if isinstance(self._place, Path):
            paint_course(painter, seen)
        elif isinstance(self._place, Line) and self.as_arrow:
            paint_arrow(painter, seen[0], seen[1])
        elif isinstance(self._place, Line):
            paint_line(painter, seen[0], seen[1], self._direction)
        else:
            paint_zone(painter, seen)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        inside = self.rect().contains(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and inside:
            self.clicked.emit()
