"""Which way a crossing or a visit must go, shown against the line as it was drawn."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from app.theme import Theme
from app.widgets.strokes import right_of
from vsa_core.domain.geometry import Line, Place

WIDE, HIGH = 40, 28
RATIO = 3
"""Icons are drawn at three times their size, for screens of up to 300 %."""

UPRIGHT = QPointF(0.0, -1.0)
"""How a line is shown while none is drawn: walked upwards, so that left is left."""


class DirectionChoice(QWidget):
    """One radio button for each direction, "" (any) first; `changed` carries its word."""

    changed = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._group = QButtonGroup(self)
        self.buttons: dict[str, QRadioButton] = {}
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)

    def offer(self, directions: Sequence[tuple[str, str]]) -> None:
        """Offer these directions, each a word of the kind and its name, if they are not already."""
        if [(word, button.text()) for word, button in self.buttons.items()] == list(directions):
            return
        for button in self.buttons.values():
            self._group.removeButton(button)
            self._rows.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = {word: self._button(word, name) for word, name in directions}

    def show_chosen(self, direction: str, place: Place | None) -> None:
        """Check that direction, and draw the arrows against `place`."""
        with QSignalBlocker(self):
            for word, button in self.buttons.items():
                button.setChecked(word == direction)
                self._draw(word, button, place)

    def _button(self, word: str, name: str) -> QRadioButton:
        button = QRadioButton(name)
        button.setAccessibleName(name)
        button.setIconSize(QSize(WIDE, HIGH))
        button.clicked.connect(lambda: self.changed.emit(word))
        self._group.addButton(button)
        self._rows.addWidget(button)
        return button

    def _draw(self, word: str, button: QRadioButton, place: Place | None) -> None:
        crossing = word.startswith("to_") or "to_left" in self.buttons
        button.setIcon(arrows(self._theme, word, place) if crossing else QIcon())


def arrows(theme: Theme, direction: str, place: Place | None) -> QIcon:
    """The line as it is drawn, from its beginning to its head, and the way across it."""
    way = _way(place)
    middle = QPointF(WIDE / 2, HIGH / 2)
    reach = min(WIDE / 2 / max(abs(way.x()), 0.01), HIGH / 2 / max(abs(way.y()), 0.01)) - 3
    a, b = middle - way * reach, middle + way * reach
    picture = QPixmap(WIDE * RATIO, HIGH * RATIO)
    picture.setDevicePixelRatio(RATIO)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _arrow(painter, a, b, theme.colour("muted"))
    across = right_of(a, b) * 11
    for word, sign in (("to_right", 1.0), ("to_left", -1.0)):
        if direction in ("", word):
            begin = middle if not direction else middle - across * sign
            _arrow(painter, begin, middle + across * sign, theme.colour("accent"))
    painter.end()
    return QIcon(picture)


def _way(place: Place | None) -> QPointF:
    """The line's way on the screen, of length 1; a picture is taken to be 16 by 9."""
    if not isinstance(place, Line):
        return UPRIGHT
    dx, dy = (place.b.x - place.a.x) * 16, (place.b.y - place.a.y) * 9
    right = right_of(QPointF(0, 0), QPointF(dx, dy))
    return QPointF(right.y(), -right.x())


def _arrow(painter: QPainter, begin: QPointF, end: QPointF, colour: QColor) -> None:
    right = right_of(begin, end)
    ahead = QPointF(right.y(), -right.x())
    painter.setPen(QPen(colour, 2.0, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.setBrush(colour)
    painter.drawLine(begin, end - ahead * 3)
    painter.setPen(Qt.PenStyle.NoPen)
    back = end - ahead * 6
    painter.drawPolygon(QPolygonF([end, back + right * 3.5, back - right * 3.5]))
