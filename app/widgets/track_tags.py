"""The small plates that name tracks on a picture, drawn once and kept."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPixmap

from app.theme import DARK
from app.widgets.hit_words import class_icon
from app.widgets.ink import EXAMINED, MATCHED, PAPER, WRITING, class_colour, ink
from app.words import Words
from vsa_core.domain.objects import CLASSES

HIGH = 20
ICON = 14
KEPT = 400


@dataclass(frozen=True, slots=True)
class Tag:
    """What a plate tells: a track, its class, and what was decided about it."""

    number: int
    kind: int
    matched: bool = False
    examined: bool = False

    @property
    def colour(self) -> QColor:
        """The colour of the track on the picture."""
        if self.matched:
            return ink(MATCHED)
        return ink(EXAMINED) if self.examined else class_colour(self.kind)


class TrackTags:
    """Draws plates for a screen of `ratio` pixels to a point."""

    def __init__(self, words: Words, font: QFont, ratio: float) -> None:
        self._words = words
        self._font = QFont(font)
        self._font.setPixelSize(12)
        self._metrics = QFontMetrics(self._font)
        self._ratio = ratio
        self._kept: dict[Tag, QPixmap] = {}

    def text(self, tag: Tag) -> str:
        """The words of a plate: "personne 12"."""
        return f"{self._words.name('cli.classes', CLASSES[tag.kind])} {tag.number}"

    def plate(self, tag: Tag) -> QPixmap:
        """The plate of a tag."""
        kept = self._kept.get(tag)
        if kept is None:
            if len(self._kept) >= KEPT:
                self._kept.clear()
            kept = self._kept[tag] = self._drawn(tag)
        return kept

    def _drawn(self, tag: Tag) -> QPixmap:
        text = self.text(tag)
        wide = self._metrics.horizontalAdvance(text) + ICON + 16
        plate = QPixmap(QSize(wide, HIGH) * self._ratio)
        plate.setDevicePixelRatio(self._ratio)
        plate.fill(Qt.GlobalColor.transparent)
        painter = QPainter(plate)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink(PAPER, 225))
        painter.drawRoundedRect(QRectF(0, 0, wide, HIGH), 3, 3)
        painter.setBrush(tag.colour)
        painter.drawRoundedRect(QRectF(0, 0, 3, HIGH), 1.5, 1.5)
        icon = DARK.icon(self._sign(tag), "text").pixmap(QSize(ICON, ICON), self._ratio)
        painter.drawPixmap(7, (HIGH - ICON) // 2, icon)
        painter.setFont(self._font)
        painter.setPen(ink(WRITING))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(QRectF(ICON + 11, 0, wide, HIGH), flags, text)
        painter.end()
        return plate

    def _sign(self, tag: Tag) -> str:
        if tag.matched:
            return "check"
        return "examine" if tag.examined else class_icon(CLASSES[tag.kind])
