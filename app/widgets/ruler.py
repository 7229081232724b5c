"""The ruler over the lanes: days above, hours below, dragged to move through time."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.state.ticks import DAY, HOUR, Ruling, Step, offset, ruling
from app.state.visible import instant, position
from app.theme import Theme
from app.widgets.local_time import LocalTime
from vsa_core.domain.moment import Window

ROOM = 24
"""Pixels kept free between two labels."""

PAD = 4


class Ruler(QWidget):
    """Shows local time over a window. `dragged`: by how many microseconds; `zoomed`: at, factor."""

    dragged = Signal(object)  # int
    zoomed = Signal(object, object)  # int, float

    def __init__(self, theme: Theme, times: LocalTime, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._times = times
        self._window = Window(0, 1)
        self._grip: float | None = None
        self.cursor_at: int | None = None
        self.hovered: int | None = None
        self.selection: Window | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    def sizeHint(self) -> QSize:
        return QSize(400, 2 * self._row() + PAD)

    def show_window(self, window: Window) -> None:
        """Rule this window."""
        self._window = window
        self.setAccessibleName(self._times.stretch(window))
        self.update()

    @property
    def ruling(self) -> Ruling:
        """The strokes at this width: as many labels as have room."""
        widest = self.fontMetrics().horizontalAdvance("00:00:00") + ROOM
        return ruling(self._window, max(self.width() // widest, 1), self._times.zone)

    @property
    def step(self) -> Step:
        """The distance between two fine strokes, the step of the keyboard."""
        return self.ruling.fine

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("panel"))
        self._shade(painter)
        self._chapters(painter)
        self._strokes(painter, self.ruling)
        painter.setPen(self._theme.colour("line"))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        self._flags(painter)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() in (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton):
            self._grip = event.position().x()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grip is not None:
            self.dragged.emit(self._at(self._grip) - self._at(event.position().x()))
            self._grip = event.position().x()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._grip = None
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta().y()
        if turned:
            self.zoomed.emit(self._at(event.position().x()), 1.25 ** (turned / 120))
        event.accept()

    def _row(self) -> int:
        return self.fontMetrics().height() + PAD

    def _at(self, x: float) -> int:
        return instant(self._window, x, self.width())

    def _x(self, at: int) -> float:
        return position(self._window, at, self.width())

    def _shade(self, painter: QPainter) -> None:
        if self.selection is not None:
            left, right = self._x(self.selection.start), self._x(self.selection.end)
            box = QRectF(left, self._row(), max(right - left, 1.0), self.height() - self._row())
            painter.fillRect(box, self._theme.colour("accent", 70))

    def headings(self) -> list[tuple[int, tuple[str, ...], str]]:
        """Where each chapter begins, its forms from long to short, and the use of its colour.

        Where the clock is set to another hour, a heading of its own says so.
        """
        ruled = self.ruling
        told = [(at, self._shift(at), "warning") for at in ruled.shifts]
        if ruled.chapter is not None:
            chapter = ruled.chapter
            told += [(at, self._times.chapter(at, chapter), "text") for at in ruled.chapters]
        return sorted(told)

    def _shift(self, at: int) -> tuple[str, ...]:
        ahead = offset(at, self._times.zone) > offset(at - 1, self._times.zone)
        text = self.tr("summer time (+1 h)") if ahead else self.tr("winter time (−1 h)")
        return (f"{self._times.day(at)} · {text}", text)

    def _chapters(self, painter: QPainter) -> None:
        headings = self.headings()
        limits = [at for at, _, _ in headings[1:]]
        limits.append(self._window.end)
        dated = ""
        for (begins, forms, use), ends in zip(headings, limits, strict=False):
            left, right = max(self._x(begins), 0.0), self._x(ends)
            room = right - left - 2 * PAD
            forms = self._undated(forms) if dated == self._times.day(begins) else forms
            fitting = [f for f in forms if self.fontMetrics().horizontalAdvance(f) <= room]
            painter.setPen(self._theme.colour(use))
            if fitting:
                box = QRectF(left + PAD, 0, room, self._row())
                painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), fitting[0])
                dated = self._times.day(begins) if fitting[0] == forms[0] else dated
            painter.setPen(self._theme.colour("edge" if use == "text" else use))
            if begins > self._window.start:
                painter.drawLine(round(left), 0, round(left), self.height())

    def _undated(self, forms: tuple[str, ...]) -> tuple[str, ...]:
        """Where seconds are chapters, a date that already stands on the ruler is not said again."""
        chapter = self.ruling.chapter
        return forms[-1:] if chapter is not None and chapter.length < DAY else forms

    def _strokes(self, painter: QPainter, ruled: Ruling) -> None:
        bottom, row = self.height() - 1, self._row()
        painter.setPen(self._theme.colour("line"))
        for at in ruled.minor:
            x = round(self._x(at))
            painter.drawLine(x, bottom - PAD, x, bottom)
        for at in ruled.major:
            x = round(self._x(at))
            painter.setPen(self._theme.colour("edge"))
            painter.drawLine(x, row, x, bottom)
            painter.setPen(self._theme.colour("muted"))
            label = QRectF(x + PAD, row, 200, self.height() - row - PAD)
            painter.drawText(
                label, int(Qt.AlignmentFlag.AlignVCenter), self._times.tick(at, ruled.step)
            )

    def _flags(self, painter: QPainter) -> None:
        shown = self._window
        for at, use in ((self.hovered, "muted"), (self.cursor_at, "accent")):
            if at is not None and shown.start <= at < shown.end:
                self._flag(painter, self._x(at), self.told(at, use == "accent"), use)

    def told(self, at: int, fine: bool) -> str:
        """The time of a flag, with its day where the screen shows several."""
        span = self._window.end - self._window.start
        if span > DAY:
            return f"{self._times.day(at)}, {self._times.clock(at)}"
        return self._times.clock(at, fine or span < HOUR)

    def _flag(self, painter: QPainter, x: float, text: str, use: str) -> None:
        wide = self.fontMetrics().horizontalAdvance(text) + 2 * PAD
        left = min(max(x - wide / 2, 0.0), self.width() - wide)
        box = QRectF(left, self._row(), wide, self._row())
        ground = "on_accent" if use == "accent" else "panel"
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour(use))
        painter.drawRoundedRect(box, 3, 3)
        painter.setPen(self._theme.colour(ground))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), text)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.setPen(self._theme.colour(use))
        painter.drawLine(QPointF(round(x), box.bottom()), QPointF(round(x), self.height()))
