"""What a mouse and a keyboard do on the lanes."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QToolTip, QWidget

from app.theme import Theme
from app.widgets.lane_board import NAMES, NEAR, LaneBoard
from app.widgets.lane_words import LaneWords
from app.widgets.tip import plain_tip
from vsa_core.domain.moment import Window

NOTCH = 1.25
"""One notch of the wheel shows so many times less."""

SHARE = 8
"""One notch of a wheel that pans moves by one part in this many of the screen."""

CLICK = 4
"""A press that moves less than this many pixels is a click."""

SHIFT = Qt.KeyboardModifier.ShiftModifier
CLOSER = frozenset({Qt.Key.Key_Plus, Qt.Key.Key_Equal})
FURTHER = frozenset({Qt.Key.Key_Minus})


class LaneHands(LaneBoard):
    """Lanes that tell what a person does on them, and what lies under the pointer.

    The wheel zooms, over the names it scrolls; with Shift, or sideways, it
    pans. Dragging pans; with Alt or the right button it marks a span. A click
    seeks, or picks the one result under it; a double click fits the lane;
    Escape forgets the span.
    """

    zoomed = Signal(object, object)  # int, float
    panned = Signal(object)  # int: microseconds
    scrolled = Signal(int)  # lanes
    sought = Signal(object, object)  # str, int
    picked = Signal(object)  # Hit
    spanned = Signal(object)  # Window | None
    fitted = Signal(object)  # str
    pointed = Signal(object)  # int | None: the instant under the pointer
    stepped = Signal(int)
    laned = Signal(int)  # the row to go to
    ended = Signal(bool)  # to the last instant of the lane, or to the first
    focused = Signal()

    def __init__(self, theme: Theme, say: LaneWords, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._words = say
        self._pressed: QPointF | None = None
        self._grip: float | None = None
        self._anchor: int | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def text_at(self, x: float, y: float) -> str:
        """What lies there, in words; "" where there is nothing to say."""
        row = self.row_at(y)
        if row is None:
            return ""
        lane = self.scene.lanes[row]
        if x < NAMES:
            return self._words.camera(lane, self.scene.marks.get(lane.camera))
        near, cover = self._near(x), self.scene.coverage
        found = self._found(row, near)
        if found.stop > found.start and self.over_hits(y, row):
            return self._words.results(self.scene.hits, self.scene.marks[lane.camera], found)
        return self._words.place(lane, self.at(x), near, cover.get(lane.camera) if cover else None)

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned, aside = event.angleDelta().y(), event.angleDelta().x()
        if event.position().x() < NAMES:
            self.scrolled.emit(-1 if turned > 0 else 1)
        elif aside or event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._roll(aside or turned)
        elif turned:
            self.zoomed.emit(self.at(event.position().x()), NOTCH ** (turned / 120))
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        x, button = event.position().x(), event.button()
        self._pressed = event.position()
        marking = button is Qt.MouseButton.RightButton or bool(
            event.modifiers() & Qt.KeyboardModifier.AltModifier
        )
        if x < NAMES:
            return
        self._anchor = self.at(x) if marking else self.edge_near(x)
        if self._anchor is None:
            self._grip = x

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        x = event.position().x()
        if self._moved(event) and self._anchor is not None:
            self._mark(x)
        elif self._moved(event) and self._grip is not None:
            self.panned.emit(self.at(self._grip) - self.at(x))
            self._grip = x
            self._pressed = QPointF(-CLICK * 2, -CLICK * 2)
        on_edge = self._anchor is not None or self.edge_near(x) is not None
        self.setCursor(Qt.CursorShape.SizeHorCursor if on_edge else Qt.CursorShape.ArrowCursor)
        self._hover(self.at(x) if x >= NAMES else None)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        left = event.button() is Qt.MouseButton.LeftButton
        if left and self._pressed is not None and not self._moved(event):
            self._click(event.position())
        self._pressed = self._grip = self._anchor = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        row = self.row_at(event.position().y())
        if row is not None:
            self.fitted.emit(self.scene.lanes[row].camera)

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(None)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit()

    def event(self, event: QEvent) -> bool:
        """Keys of ours go before the window's own; tips tell what lies there."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if self._act(event) is not None:
                event.accept()
                return True
        elif isinstance(event, QHelpEvent):
            told = self.text_at(event.pos().x(), event.pos().y())
            QToolTip.showText(event.globalPos(), plain_tip(told), self)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        act = self._act(event)
        if act is None:
            super().keyPressEvent(event)
        else:
            act()

    def _act(self, event: QKeyEvent) -> Callable[[], None] | None:
        """What a key does here, None for one that is not ours."""
        if event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | SHIFT):
            return None
        key = Qt.Key(event.key())
        if key in CLOSER | FURTHER:
            return lambda: self._zoom(1 if key in CLOSER else -1)
        if event.modifiers() & SHIFT:
            return None
        if key == Qt.Key.Key_Escape and self.scene.selection is not None:
            return lambda: self.spanned.emit(None)
        return {
            Qt.Key.Key_Up: lambda: self.laned.emit(self.scene.row - 1),
            Qt.Key.Key_Down: lambda: self.laned.emit(self.scene.row + 1),
            Qt.Key.Key_Left: lambda: self.stepped.emit(-1),
            Qt.Key.Key_Right: lambda: self.stepped.emit(1),
            Qt.Key.Key_PageUp: lambda: self._roll(SHARE * 120),
            Qt.Key.Key_PageDown: lambda: self._roll(-SHARE * 120),
            Qt.Key.Key_Home: lambda: self.ended.emit(False),
            Qt.Key.Key_End: lambda: self.ended.emit(True),
            Qt.Key.Key_Return: self._seek,
            Qt.Key.Key_Enter: self._seek,
        }.get(key)

    def _zoom(self, notches: int) -> None:
        """Zoom at the cursor when it is on the screen, else in the middle."""
        shown, cursor = self.scene.window, self.scene.cursor
        here = cursor is not None and shown.start <= cursor[1] < shown.end
        at = cursor[1] if cursor and here else (shown.start + shown.end) // 2
        self.zoomed.emit(at, (NOTCH**2) ** notches)

    def _seek(self) -> None:
        if self.scene.cursor is not None:
            self.sought.emit(*self.scene.cursor)

    def _roll(self, turned: int) -> None:
        span = self.scene.window.end - self.scene.window.start
        self.panned.emit(-span * turned // (120 * SHARE))

    def _click(self, place: QPointF) -> None:
        row = self.row_at(place.y())
        if row is None:
            return
        if place.x() < NAMES:
            self.laned.emit(row)
            return
        lane = self.scene.lanes[row]
        found = self._found(row, self._near(place.x()))
        if found.stop - found.start == 1 and self.over_hits(place.y(), row):
            self.picked.emit(self.scene.hits[int(self.scene.marks[lane.camera].row[found.start])])
        else:
            self.sought.emit(lane.camera, self.at(place.x()))

    def _mark(self, x: float) -> None:
        assert self._anchor is not None
        at = self.at(x)
        if at != self._anchor:
            self.spanned.emit(Window(min(at, self._anchor), max(at, self._anchor)))

    def _moved(self, event: QMouseEvent) -> bool:
        if self._pressed is None:
            return False
        return (event.position() - self._pressed).manhattanLength() > CLICK

    def _hover(self, at: int | None) -> None:
        self.hovered = at
        self.pointed.emit(at)
        self.update()

    def _near(self, x: float) -> Window:
        """The instants within a few pixels of a place."""
        start = self.at(x - NEAR)
        return Window(start, max(self.at(x + NEAR), start + 1))

    def _found(self, row: int, near: Window) -> slice:
        marks = self.scene.marks.get(self.scene.lanes[row].camera)
        return marks.beginning(near.start, near.end) if marks else slice(0, 0)
