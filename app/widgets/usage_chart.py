"""Acts by day or week as bars: painted, walked with the arrow keys, and told in words."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QBrush,
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.state.audit_chart import Bar, Group, highest
from app.theme import Theme
from app.widgets.tip import plain_tip

HEIGHT = 148
LEFT, RIGHT, TOP, BOTTOM = 44, 10, 10, 22
"""Pixels around the bars: figures at the left, days below."""

WIDEST, GAP = 40, 2
LABEL = 84
"""Pixels that the name of a day needs."""

COLOURS = {
    Group.QUESTIONS: "track",
    Group.LOOKS: "matched",
    Group.EXPORTS: "hit",
    Group.REFUSALS: "bad",
    Group.OTHER: "rejected",
}
HATCHES = {
    Group.LOOKS: Qt.BrushStyle.BDiagPattern,
    Group.EXPORTS: Qt.BrushStyle.Dense4Pattern,
    Group.REFUSALS: Qt.BrushStyle.DiagCrossPattern,
}
"""Patterns over the colours, so that colour alone tells nothing."""

STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_PageUp: -7,
    Qt.Key.Key_PageDown: 7,
}


class UsageChart(QWidget):
    """`pointed` carries the bar under the hand, None when none is; `chosen` one clicked or entered.

    Text alternative: the accessible name says what is shown, the description
    the bar pointed at.
    """

    pointed = Signal(object)  # Bar | None
    chosen = Signal(object)  # Bar

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._bars: tuple[Bar, ...] = ()
        self._top = highest(())
        self.at = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_bars((), weekly=False)

    def sizeHint(self) -> QSize:
        return QSize(480, HEIGHT)

    def show_bars(self, bars: tuple[Bar, ...], *, weekly: bool) -> None:
        """Show these bars instead."""
        self._bars, self._top, self.at = bars, highest(bars), -1
        text = self.tr("Acts by week") if weekly else self.tr("Acts by day")
        total = sum(bar.total for bar in bars)
        told = self.tr("{what}: {count} in all. Arrow keys go from bar to bar, Enter reads it.")
        self.setAccessibleName(told.format(what=text, count=total))
        self.update()

    def words(self, bar: Bar) -> str:
        """A bar in words: its day, and how many acts of each sort."""
        names = self.names()
        parts = [f"{names[group]} {bar.parts[group]}" for group in Group if bar.parts[group]]
        return self.tr("{day}: {acts}").format(
            day=bar.day, acts=", ".join(parts) or self.tr("no act")
        )

    def names(self) -> dict[Group, str]:
        """What the parts of a bar are called."""
        return {
            Group.QUESTIONS: self.tr("questions"),
            Group.LOOKS: self.tr("pictures looked at, decisions"),
            Group.EXPORTS: self.tr("exports"),
            Group.REFUSALS: self.tr("refusals"),
            Group.OTHER: self.tr("other acts"),
        }

    def swatch(self, group: Group) -> tuple[QColor, QBrush]:
        """The colour of a part, and the pattern over it."""
        colour = self._theme.colour(COLOURS[group])
        over = QBrush(self._theme.colour("panel"), HATCHES.get(group, Qt.BrushStyle.NoBrush))
        return colour, over

    def bar_at(self, x: float) -> int:
        """The bar under a place across the widget, -1 beside them all."""
        if not self._bars or not LEFT <= x < LEFT + self._slot() * len(self._bars):
            return -1
        return int((x - LEFT) / self._slot())

    def point(self, at: int) -> None:
        """Point at a bar, -1 for none."""
        at = at if 0 <= at < len(self._bars) else -1
        if at == self.at:
            return
        self.at = at
        bar = self._bars[at] if at >= 0 else None
        told = self.words(bar) if bar else ""
        self.setAccessibleDescription(told)
        self.setToolTip(plain_tip(told))
        changed = QAccessible.Event.DescriptionChanged
        QAccessible.updateAccessibility(QAccessibleEvent(self, changed))
        self.pointed.emit(bar)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, last = Qt.Key(event.key()), len(self._bars) - 1
        if key in STEPS and self._bars:
            begin = self.at if self.at >= 0 else (last + 1 if STEPS[key] < 0 else -1)
            self.point(min(max(begin + STEPS[key], 0), last))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.point(0 if key == Qt.Key.Key_Home else last)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self.at >= 0:
            self.chosen.emit(self._bars[self.at])
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.point(self.bar_at(event.position().x()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.point(self.bar_at(event.position().x()))
        if self.at >= 0:
            self.chosen.emit(self._bars[self.at])

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.point(-1)
        super().focusOutEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_scale(painter)
        for place, bar in enumerate(self._bars):
            self._paint_bar(painter, place, bar)
        self._paint_days(painter)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.colour("accent"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)
        painter.end()

    def _slot(self) -> float:
        across = self.width() - LEFT - RIGHT
        return min(across / max(len(self._bars), 1), WIDEST)

    def _level(self, count: int) -> float:
        return self.height() - BOTTOM - (self.height() - TOP - BOTTOM) * count / self._top

    def _paint_scale(self, painter: QPainter) -> None:
        painter.setFont(self.font())
        for count in (0, self._top // 2, self._top):
            y = round(self._level(count)) + 0.5
            painter.setPen(QPen(self._theme.colour("line"), 1))
            painter.drawLine(QPointF(LEFT, y), QPointF(self.width() - RIGHT, y))
            painter.setPen(self._theme.colour("muted"))
            box = QRectF(0, y - 10, LEFT - 6, 20)
            ends = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(box, ends, str(count))

    def _paint_bar(self, painter: QPainter, place: int, bar: Bar) -> None:
        slot = self._slot()
        gap = GAP if slot > 2 * GAP else 0
        left, done = LEFT + place * slot, 0
        if place == self.at:
            veil = QRectF(left, TOP, slot, self.height() - TOP - BOTTOM)
            painter.fillRect(veil, self._theme.colour("accent", 46))
        for group in Group:
            low, high = self._level(done), self._level(done + bar.parts[group])
            done += bar.parts[group]
            if low - high > 0:
                box = QRectF(left + gap / 2, high, max(slot - gap, 1), low - high)
                colour, over = self.swatch(group)
                painter.fillRect(box, colour)
                painter.fillRect(box, over)

    def _paint_days(self, painter: QPainter) -> None:
        slot, taken = self._slot(), 0.0
        painter.setPen(self._theme.colour("muted"))
        for place, bar in enumerate(self._bars):
            left = LEFT + place * slot
            if left >= taken and left + LABEL <= self.width():
                box = QRectF(left, self.height() - BOTTOM + 2, LABEL, BOTTOM - 2)
                ends = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
                painter.drawText(box, ends, bar.day)
                taken = left + LABEL + 8
