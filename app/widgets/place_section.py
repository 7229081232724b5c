"""Where: the sort of place, a look at what was drawn, and the ways to draw or erase it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.theme import Theme
from app.widgets.choice_row import ChoiceRow
from app.widgets.icon_button import IconButton
from app.widgets.label import Label
from app.widgets.place_preview import PlacePreview
from vsa_core.domain.geometry import Place
from vsa_core.domain.ports import Picture

ARROWED = "wrong_way"
"""The kind whose line is read as an arrow of the allowed direction."""


class PlaceSection(QWidget):
    """`chosen` carries a sort of place; `draw_wanted`: to draw it, or to learn the usual way."""

    chosen = Signal(str)
    draw_wanted = Signal()
    cleared = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.sorts = ChoiceRow(theme, across=2)
        self.preview = PlacePreview(theme)
        self.draw = QPushButton(theme.icon("draw"), "")
        self.clear = IconButton(theme, "eraser", self.tr("Erase the drawing"))
        self.sorts.chosen.connect(self.chosen)
        self.draw.clicked.connect(self.draw_wanted)
        self.preview.clicked.connect(self.draw_wanted)
        self.clear.clicked.connect(self.cleared)
        self._lay_out()

    def offer(self, kind: str, places: Sequence[str], shape: str) -> None:
        """Offer the sorts of place of that kind; one alone needs no choice, none no section."""
        self.preview.as_arrow = kind == ARROWED
        texts = {
            "": ("fit", self.tr("Whole picture")),
            "line": ("line", self.tr("Arrow") if kind == ARROWED else self.tr("Line")),
            "zone": ("zone", self.tr("Zone")),
            "path": ("path", self.tr("Path")),
            "flow": ("flow", self.tr("Learnt way")),
        }
        self.sorts.offer([(place, *texts[place]) for place in places])
        self.sorts.show_chosen(shape)
        self.sorts.setVisible(len(places) > 1)
        self.setVisible(tuple(places) != ("",))
        self._tools.setVisible(bool(shape))

    def show_place(
        self, shape: str, picture: Picture | None, place: Place | None, direction: str
    ) -> None:
        """Show what was drawn on that picture."""
        self.preview.setVisible(picture is not None and place is not None)
        self.preview.show_place(picture, place, direction)
        self.draw.setText(self._text(shape, place is not None))
        self.draw.setIcon(self._theme.icon("flow" if shape == "flow" else "draw"))
        self.clear.setEnabled(place is not None)

    def _text(self, shape: str, drawn: bool) -> str:
        arrow = self.preview.as_arrow
        if shape == "line" and arrow:
            return self.tr("Change the arrow") if drawn else self.tr("Draw the allowed way")
        if shape == "line":
            return self.tr("Change the line") if drawn else self.tr("Draw the line")
        if shape == "path":
            return self.tr("Change the path") if drawn else self.tr("Draw the path")
        if shape == "flow":
            return self.tr("See the learnt way") if drawn else self.tr("Learn it from the film…")
        return self.tr("Change the zone") if drawn else self.tr("Draw the zone")

    def _lay_out(self) -> None:
        self._tools = QWidget()
        tools = QHBoxLayout(self._tools)
        tools.setContentsMargins(0, 0, 0, 0)
        tools.setSpacing(8)
        tools.addWidget(self.draw, 1)
        tools.addWidget(self.clear)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 4)
        rows.setSpacing(4)
        rows.addWidget(Label(self.tr("Where"), use="strong"))
        rows.addWidget(self.sorts)
        rows.addWidget(self.preview)
        rows.addWidget(self._tools)
