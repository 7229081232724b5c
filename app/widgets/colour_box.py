"""Colours to be asked for: named swatches, for the upper and lower clothing or the whole."""

from collections.abc import Mapping

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from app.theme import Theme
from app.widgets.choice_row import ChoiceRow
from app.widgets.label import Label
from app.words import Words
from vsa_core.domain.filters import WHERE, Colours
from vsa_core.domain.objects import COLOURS

ACROSS = 3
SIDE, RATIO = 14, 3

PAINT: Mapping[str, str] = {
    "black": "#101010",
    "grey": "#808080",
    "white": "#ffffff",
    "red": "#c8202a",
    "orange": "#ef7d12",
    "yellow": "#f2cf1d",
    "green": "#2e8b3d",
    "cyan": "#22b3c4",
    "blue": "#2354b8",
    "purple": "#7b3fa0",
    "pink": "#ee8ab3",
    "brown": "#7a4a25",
    "beige": "#dcc8a0",
    "silver": "#b9c0c8",
}
"""How each colour is shown; its name stands beside it always."""

ORDER = (*PAINT, COLOURS[0])


class ColourBox(QWidget):
    """One part at a time is on show; `changed` carries its Colours, `dropped` the part given up."""

    changed = Signal(object)  # Colours
    dropped = Signal(str)

    def __init__(self, words: Words, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._theme = theme
        self._asked: dict[str, Colours] = {}
        self._offered: tuple[str, ...] = ()
        self._where = ""
        self._turned = False
        self.parts = ChoiceRow(theme, across=2)
        self.note = Label(wraps=True, use="muted")
        self.swatches = {name: self._swatch(name) for name in ORDER}
        self.parts.chosen.connect(self._turn)
        self._lay_out()
        self.show_colours({}, WHERE)

    def show_colours(self, asked: Mapping[str, Colours], offered: tuple[str, ...]) -> None:
        """Show the colours asked for by part; `offered`: the parts that the objects asked have."""
        self._asked, self._offered = dict(asked), offered
        self._turned = self._turned and self._where in offered
        if not self._turned and self._where not in asked:
            self._where = next((part for part in offered if part in asked), offered[0])
        self.parts.offer([(part, "", self._part(part)) for part in offered])
        self.parts.show_chosen(self._where)
        self.parts.setVisible(len(offered) > 1)
        self.note.setText(self._note())
        here = self._asked.get(self._where)
        for name, swatch in self.swatches.items():
            swatch.setChecked(here is not None and name in here.names)

    def _turn(self, part: str) -> None:
        self._where, self._turned = part, True
        self.show_colours(self._asked, self._offered)

    def _pressed(self) -> None:
        names = tuple(name for name in COLOURS if self.swatches[name].isChecked())
        before = self._asked.get(self._where)
        if not names:
            self.dropped.emit(self._where)
        elif before is not None:
            self.changed.emit(Colours(self._where, names, before.share))
        else:
            self.changed.emit(Colours(self._where, names))

    def _part(self, part: str) -> str:
        """The part's name, with how many colours are asked of it."""
        names = {
            "any": self.tr("Any part"),
            "upper": self.tr("Top"),
            "lower": self.tr("Bottom"),
            "whole": self.tr("Whole"),
        }
        count = len(self._asked[part].names) if part in self._asked else 0
        return f"{names[part]} ({count})" if count else names[part]

    def _note(self) -> str:
        if self._where == "any":
            told = self.tr("The top or the bottom of a person, the whole of any other object.")
        elif self._where == "whole":
            told = self.tr("The whole of a vehicle or an object; persons have a top and a bottom.")
        else:
            told = self.tr("Clothing of persons; other objects have one colour as a whole.")
        unknown = self.tr("Unknown: by night or in infrared, no colour can be told.")
        return f"{told} {unknown}"

    def _swatch(self, name: str) -> QToolButton:
        text = self._words.name("question.colour", name)
        button = QToolButton()
        button.setCheckable(True)
        button.setText(f"\u2009{text}")  # Qt leaves too little room beside a wide icon
        button.setIcon(swatch(self._theme, name))
        button.setIconSize(QSize(SIDE, SIDE))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        button.setAccessibleName(text)
        button.clicked.connect(self._pressed)
        return button

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setSpacing(4)
        for place, button in enumerate(self.swatches.values()):
            grid.addWidget(button, place // ACROSS, place % ACROSS)
        for column in range(ACROSS):
            grid.setColumnStretch(column, 1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(4)
        rows.addWidget(self.parts)
        rows.addLayout(grid)
        rows.addWidget(self.note)


def swatch(theme: Theme, name: str) -> QIcon:
    """A patch of the colour; of the unknown one, a crossed-out patch. Pressed, it bears a tick."""
    icon = QIcon()
    for state in (QIcon.State.Off, QIcon.State.On):
        picture = QPixmap(SIDE * RATIO, SIDE * RATIO)
        picture.setDevicePixelRatio(RATIO)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(1, 1, SIDE - 2, SIDE - 2)
        paint = QColor(PAINT.get(name, theme.raised))
        painter.setPen(QPen(theme.colour("edge"), 1))
        painter.setBrush(paint)
        painter.drawRoundedRect(box, 3, 3)
        if name not in PAINT:
            painter.drawLine(box.bottomLeft(), box.topRight())
        if state is QIcon.State.On:
            _tick(painter, paint)
        painter.end()
        icon.addPixmap(picture, QIcon.Mode.Normal, state)
    return icon


def _tick(painter: QPainter, over: QColor) -> None:
    ink = Qt.GlobalColor.black if over.lightness() > 120 else Qt.GlobalColor.white
    painter.setPen(QPen(ink, 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawPolyline(
        [
            QRectF(3.5, 7, 1, 1).topLeft(),
            QRectF(6, 9.8, 1, 1).topLeft(),
            QRectF(10.5, 4.2, 1, 1).topLeft(),
        ]
    )
