"""One hit, painted: as a card of a grid or as a row of a list, never as a widget of its own."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QImage, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.theme import Theme

PAD = 8
GAP = 2
"""Pixels around every card."""

NARROWEST = 192
"""Least width of the picture on a card; it is sixteen by nine."""

WIDEST = "00/00/0000 00:00:00,000"
"""What must fit on a card in any font; in bold it is an eighth wider at most."""

SLACK = 2
"""Pixels that Qt's own layout keeps free at the end of a line of cards."""

SMALL = QSize(96, 54)
SIGN = 16
RADIUS = 4
LINES = 3

Index = QModelIndex | QPersistentModelIndex
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
MIDDLE = Qt.TextElideMode.ElideMiddle
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Card:
    """What is shown of a hit, in words; `badge` is what was decided, with its icon and colour.

    picture: the thumbnail, None with a `note` that says why there is none;
    course: which way it went and how long it lasted.
    """

    picture: QImage | None
    note: str
    when: str
    camera: str
    icon: str
    what: str
    course: str
    grade: str
    badge: str
    badge_icon: str
    badge_use: str


class CardPainter(QStyledItemDelegate):
    """Paints the card that `card` gives for an index; `as_grid` chooses the shape."""

    def __init__(
        self, theme: Theme, card: Callable[[Index], Card | None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._card = card
        self._cell = QSize()
        self.as_grid = True

    def fit(self, font: QFont, width: int) -> QSize:
        """The size of every card from now on, so that whole columns fill `width` pixels."""
        metrics = QFontMetrics(font)
        line = metrics.height() + 2
        if self.as_grid:
            least = max(NARROWEST, metrics.horizontalAdvance(WIDEST) * 9 // 8) + 2 * PAD
            wide = max(width - SLACK, least) // max((width - SLACK) // least, 1)
            high = (wide - 2 * PAD) * 9 // 16 + LINES * line + 3 * PAD
            self._cell = QSize(wide, high)
        else:
            self._cell = QSize(width, max(SMALL.height(), 3 * line) + PAD)
        return self._cell

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return self._cell

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        card = self._card(index)
        if card is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        box = option.rect.adjusted(GAP, GAP, -GAP, -GAP)
        self._paint_ground(painter, box, option)
        if self.as_grid:
            inner = PAD - GAP
            self._paint_card(painter, box.adjusted(inner, inner, -inner, -inner), card)
        else:
            self._paint_row(painter, box.adjusted(PAD, GAP, -PAD, -GAP), card)
        painter.restore()

    def _paint_ground(self, painter: QPainter, box: QRect, option: QStyleOptionViewItem) -> None:
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        focus = bool(option.state & QStyle.StateFlag.State_HasFocus)
        over = bool(option.state & QStyle.StateFlag.State_MouseOver)
        pen = QPen(self._theme.colour("accent" if chosen or focus else "line"))
        pen.setWidthF(2.0 if chosen or focus else 1.0)
        if focus and not chosen:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(self._theme.colour("raised"))
        painter.drawRoundedRect(QRectF(box), RADIUS, RADIUS)
        if chosen or over:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("accent", 40 if chosen else 16))
            painter.drawRoundedRect(QRectF(box), RADIUS, RADIUS)

    def _paint_card(self, painter: QPainter, box: QRect, card: Card) -> None:
        picture = QRect(box.left(), box.top(), box.width(), box.width() * 9 // 16)
        self._paint_picture(painter, picture, card)
        self._paint_badge(painter, picture.adjusted(4, 4, -4, -4), card)
        line = painter.fontMetrics().height() + 2
        row = QRect(box.left(), picture.bottom() + PAD // 2, box.width(), line)
        self._paint_strong(painter, row, card.when)
        row.translate(0, line)
        self._paint_what(painter, row, card)
        row.translate(0, line)
        below = " · ".join(part for part in (card.camera, card.course) if part)
        self._paint_text(painter, row, below, "muted")

    def _paint_row(self, painter: QPainter, box: QRect, card: Card) -> None:
        picture = QRect(box.topLeft(), SMALL)
        picture.moveTop(box.center().y() - picture.height() // 2)
        self._paint_picture(painter, picture, card)
        words = box.adjusted(picture.width() + 12, 0, 0, 0)
        line = painter.fontMetrics().height() + 2
        row = QRect(words.left(), words.center().y() - 3 * line // 2 + 1, words.width(), line)
        taken = self._paint_badge(painter, words.adjusted(0, 2, 0, 0), card)
        self._paint_strong(painter, row.adjusted(0, 0, -taken - PAD, 0), card.when)
        row.translate(0, line)
        name = row.adjusted(0, 0, -taken - PAD, 0)
        self._paint_text(painter, name, card.camera, "muted", MIDDLE)
        row.translate(0, line)
        self._paint_what(painter, row, card)

    def _paint_picture(self, painter: QPainter, box: QRect, card: Card) -> None:
        painter.fillRect(box, self._theme.colour("canvas"))
        if card.picture is not None:
            shown = card.picture.size().scaled(box.size(), Qt.AspectRatioMode.KeepAspectRatio)
            into = QRect(box.topLeft(), shown)
            into.moveCenter(box.center())
            painter.drawImage(into, card.picture)
            return
        painter.setPen(Qt.GlobalColor.white)
        flags = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)
        painter.drawText(box.adjusted(4, 4, -4, -4), flags, card.note)

    def _paint_badge(self, painter: QPainter, box: QRect, card: Card) -> int:
        """The decision at the top right of `box`; the width it took."""
        text = painter.fontMetrics().horizontalAdvance(card.badge)
        badge = QRect(0, 0, text + SIGN + 16, max(painter.fontMetrics().height(), SIGN) + 4)
        badge.moveTopRight(box.topRight())
        painter.setPen(QPen(self._theme.colour(card.badge_use), 1))
        painter.setBrush(self._theme.colour("raised"))
        painter.drawRoundedRect(QRectF(badge).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        self._paint_sign(painter, badge.adjusted(4, 0, 0, 0), card.badge_icon, card.badge_use)
        painter.setPen(self._theme.colour("text"))
        painter.drawText(badge.adjusted(SIGN + 8, 0, 0, 0), LEFT, card.badge)
        return badge.width()

    def _paint_what(self, painter: QPainter, box: QRect, card: Card) -> None:
        """The class with its icon, and the score at the end of the line."""
        self._paint_sign(painter, box, card.icon, "text")
        words = box.adjusted(SIGN + 4, 0, 0, 0)
        taken = painter.fontMetrics().horizontalAdvance(card.grade) + PAD
        painter.setPen(self._theme.colour("muted"))
        painter.drawText(words, RIGHT, card.grade)
        what = card.what
        if not self.as_grid and card.course:
            what = f"{card.what} · {card.course}"
        self._paint_text(painter, words.adjusted(0, 0, -taken, 0), what, "text")

    def _paint_strong(self, painter: QPainter, box: QRect, text: str) -> None:
        plain, strong = painter.font(), painter.font()
        strong.setBold(True)
        painter.setFont(strong)
        self._paint_text(painter, box, text, "text")
        painter.setFont(plain)

    def _paint_text(
        self,
        painter: QPainter,
        box: QRect,
        text: str,
        use: str,
        elide: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
    ) -> None:
        painter.setPen(self._theme.colour(use))
        painter.drawText(box, LEFT, painter.fontMetrics().elidedText(text, elide, box.width()))

    def _paint_sign(self, painter: QPainter, box: QRect, icon: str, use: str) -> None:
        place = QRect(box.left(), box.center().y() - SIGN // 2 + 1, SIGN, SIGN)
        self._theme.icon(icon, use).paint(painter, place)
