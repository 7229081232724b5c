"""One file of the archive, painted as two or three lines of a list."""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.state.looks import Shares
from app.theme import Theme
from app.widgets.share_bar import paint_shares

Index = QModelIndex | QPersistentModelIndex
LINE = Qt.ItemDataRole.UserRole + 1
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
PAD, SIGN, GAP = 8, 16, 6
INSET = SIGN + GAP
BAR = QSize(56, 8)
TINT = 40
"""Opacity of the ground of the line chosen: more, and a state in its colour is under 4.5:1."""


@dataclass(frozen=True, slots=True)
class FootageLine:
    """What is shown of a file: its name, its state with an icon and a colour, facts, badges.

    badges: a text and the use of its colour each; shares: () where there is
    nothing to look at; spoken: all of it, for a screen reader.
    """

    value: str
    name: str
    icon: str
    use: str
    state: str
    facts: str
    badges: tuple[tuple[str, str], ...]
    shares: Shares
    spoken: str

    @property
    def lines(self) -> tuple[str, ...]:
        """What stands below the name: a state that explains itself has a line of its own."""
        if self.use == "good":
            return (" · ".join(part for part in (self.state, self.facts) if part),)
        return tuple(part for part in (self.state, self.facts) if part)


class FootageDelegate(QStyledItemDelegate):
    """Paints the `FootageLine` of an item; items without one, headings, are painted as usual."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        line: FootageLine | None = index.data(LINE)
        if line is None:
            return super().sizeHint(option, index)
        rows = 1 + len(line.lines) + bool(line.badges)
        return QSize(0, rows * _high(option.font) + 2 * PAD - 4)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: FootageLine | None = index.data(LINE)
        if line is None:
            super().paint(painter, option, index)
            return
        painter.save()
        painter.setFont(option.font)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        self._ground(painter, option, chosen)
        self._line(painter, option.rect.adjusted(PAD, PAD - 2, -PAD, 0), line, chosen)
        painter.restore()

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem, chosen: bool) -> None:
        over = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if chosen:
            painter.fillRect(option.rect, self._theme.colour("accent", TINT))
            side = QRect(option.rect.left(), option.rect.top(), 3, option.rect.height())
            painter.fillRect(side, self._theme.colour("accent"))
        elif over:
            painter.fillRect(option.rect, self._theme.colour("accent", 24))

    def _line(self, painter: QPainter, box: QRect, line: FootageLine, chosen: bool) -> None:
        high = _high(painter.font())
        sign = QRect(box.left(), box.top() + (high - SIGN) // 2, SIGN, SIGN)
        self._theme.icon(line.icon, line.use).paint(painter, sign)
        row = QRect(box.left() + INSET, box.top(), box.width() - INSET, high)
        bar = QRect(row.right() - BAR.width(), row.center().y() - 3, BAR.width(), BAR.height())
        taken = 0
        if line.shares:
            paint_shares(painter, bar, line.shares, self._theme)
            taken = BAR.width() + PAD
        self._text(painter, row.adjusted(0, 0, -taken, 0), line.name, "text", chosen)
        for number, text in enumerate(line.lines):
            row.translate(0, high)
            own = number == 0 and line.use != "good"
            self._text(painter, row, text, line.use if own else "muted", False)
        if line.badges:
            row.translate(0, high)
            self._badges(painter, row, line)

    def _text(self, painter: QPainter, box: QRect, text: str, use: str, strong: bool) -> None:
        plain, font = painter.font(), painter.font()
        font.setBold(strong)
        painter.setFont(font)
        painter.setPen(self._theme.colour(use))
        middle = Qt.TextElideMode.ElideMiddle
        painter.drawText(box, LEFT, painter.fontMetrics().elidedText(text, middle, box.width()))
        painter.setFont(plain)

    def _badges(self, painter: QPainter, row: QRect, line: FootageLine) -> None:
        left = row.left()
        for text, use in line.badges:
            wide = painter.fontMetrics().horizontalAdvance(text) + 2 * GAP
            pill = QRectF(left + 0.5, row.top() + 1.5, wide, row.height() - 3)
            painter.setPen(QPen(self._theme.colour(use), 1))
            painter.drawRoundedRect(pill, 3, 3)
            painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, text)
            left += wide + GAP


def _high(font: QFont) -> int:
    return QFontMetrics(font).height() + 3
