"""A slider with two ends: from here to there, each end moved by mouse or by keys."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.theme import Theme

KNOB, HIGH = 16, 24
GROOVE = 4
PAGE = 10
"""Page Up and Page Down move by so many hundredths of the whole."""

STEPS: dict[int, int] = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Down: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: 1,
}


class Knob(QWidget):
    """One end; `pulled` carries the stop that a person moves it to."""

    pulled = Signal(int)

    def __init__(self, theme: Theme, name: str, slider: "RangeSlider") -> None:
        super().__init__(slider)
        self._theme = theme
        self._slider = slider
        self._grip: QPoint | None = None
        self.at = 0
        self.setFixedSize(KNOB, HIGH)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        most = self._slider.most
        page = max(most * PAGE // 100, 1)
        steps = {**STEPS, Qt.Key.Key_PageUp: page, Qt.Key.Key_PageDown: -page}
        ends: dict[int, int] = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: most}
        if event.key() in steps:
            self.pulled.emit(self.at + steps[event.key()])
        elif event.key() in ends:
            self.pulled.emit(ends[event.key()])
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._grip = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grip is not None:
            here = self.mapToParent(event.position().toPoint()) - self._grip
            self.pulled.emit(self._slider.stop_at(here.x() + KNOB // 2))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._grip = None

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        use = "accent" if self.isEnabled() else "muted"
        painter.setBrush(self._theme.colour(use if self.hasFocus() else "raised"))
        painter.setPen(QPen(self._theme.colour(use), 2))
        painter.drawEllipse(QRectF(2, (HIGH - KNOB) / 2 + 2, KNOB - 4, KNOB - 4))
        painter.end()


class RangeSlider(QWidget):
    """Two knobs over `most` + 1 stops; `changed` carries the stops of both ends."""

    changed = Signal(int, int)

    def __init__(
        self, theme: Theme, low_name: str, high_name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.most = 1
        self.low = Knob(theme, low_name, self)
        self.high = Knob(theme, high_name, self)
        self.high.at = 1
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(HIGH)
        self.setMinimumWidth(4 * KNOB)
        self.low.pulled.connect(lambda at: self._pull(min(at, self.high.at), self.high.at))
        self.high.pulled.connect(lambda at: self._pull(self.low.at, max(at, self.low.at)))

    def set_stops(self, count: int) -> None:
        """Slide over so many stops."""
        self.most = max(count - 1, 1)
        self.show_ends(0, self.most)

    def show_ends(self, low: int, high: int) -> None:
        """Show both ends at these stops; emits nothing."""
        self.low.at, self.high.at = low, high
        self._place()

    def describe(self, low: str, high: str) -> None:
        """What a screen reader says of either end."""
        self.low.setAccessibleDescription(low)
        self.high.setAccessibleDescription(high)

    def stop_at(self, x: int) -> int:
        """The stop nearest to a place across the slider, in its pixels."""
        room = max(self.width() - KNOB, 1)
        return round((x - KNOB / 2) * self.most / room)

    def sizeHint(self) -> QSize:
        return QSize(160, HIGH)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on the groove brings the nearer end."""
        at = self.stop_at(event.position().toPoint().x())
        knob = self.low if abs(at - self.low.at) < abs(at - self.high.at) else self.high
        knob.setFocus()
        knob.pulled.emit(at)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        groove = QRect(KNOB // 2, (HIGH - GROOVE) // 2, self.width() - KNOB, GROOVE)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("edge"))
        painter.drawRoundedRect(groove, 2, 2)
        inside = QRect(groove)
        inside.setLeft(self.low.geometry().center().x())
        inside.setRight(self.high.geometry().center().x())
        painter.setBrush(self._theme.colour("accent" if self.isEnabled() else "muted"))
        painter.drawRoundedRect(inside, 2, 2)
        painter.end()

    def _pull(self, low: int, high: int) -> None:
        ends = (min(max(low, 0), self.most), min(max(high, 0), self.most))
        if ends != (self.low.at, self.high.at):
            self.show_ends(*ends)
            self.changed.emit(*ends)

    def _place(self) -> None:
        room = max(self.width() - KNOB, 0)
        for knob in (self.low, self.high):
            knob.move(round(knob.at * room / self.most), 0)
            knob.update()
        if self.low.at == self.most:
            self.low.raise_()  # else both lie at the end, and neither can be pulled back
        else:
            self.high.raise_()
        self.update()
