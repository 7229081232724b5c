"""One line of text that gives up its middle when there is no room, and tells it whole in a tip."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QStyleOption, QWidget

from app.widgets.label import Label
from app.widgets.tip import plain_tip

NARROWEST = 48
WIDEST = 240


class Elided(Label):
    """A label whose `text()` stays whole; "…" stands for the middle that does not fit."""

    def __init__(self, text: str = "", parent: QWidget | None = None, *, use: str = "") -> None:
        super().__init__(text, parent, use=use)
        self._tell()

    def shown(self) -> str:
        """What is painted: the whole text, or its two ends."""
        room = self.contentsRect().width()
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideMiddle, room)

    def setText(self, text: str) -> None:
        super().setText(text)
        self._tell()

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(min(hint.width(), WIDEST), hint.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(NARROWEST, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell()

    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOption()
        option.initFrom(self)
        painter = QPainter(self)
        self.style().drawItemText(
            painter,
            self.contentsRect(),
            self.alignment(),
            option.palette,
            self.isEnabled(),
            self.shown(),
            self.foregroundRole(),
        )
        painter.end()

    def _tell(self) -> None:
        self.setToolTip(plain_tip(self.text()) if self.shown() != self.text() else "")
