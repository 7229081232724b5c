"""The thresholds of the answer on show, as sliders: moved, the answer follows at once."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.theme import Theme
from app.widgets.label import Label
from app.widgets.setting_row import SettingRow
from app.widgets.stops import stops

HIGH = 92
ACROSS = 2
ICON = 16


@dataclass(frozen=True, slots=True)
class Knob:
    """One slider: which part of the question, its name and unit, where it stands and may go."""

    node: int
    name: str
    title: str
    unit: str
    value: int
    low: int
    high: int


class TuningBar(QWidget):
    """`moved` carries the part, the name and the value; `told` says a value with its unit.

    `toggle` opens and closes it, and stands where its owner puts it.
    """

    moved = Signal(int, str, int)

    def __init__(
        self,
        theme: Theme,
        told: Callable[[int, str], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._told = told
        self._known: tuple[tuple[int, str, int, int], ...] = ()
        self.rows: dict[tuple[int, str], SettingRow] = {}
        self.toggle = QToolButton()
        self.toggle.setText(self.tr("Thresholds"))
        self.toggle.setToolTip(self.tr("Thresholds of this answer"))
        self.toggle.setAccessibleName(self.tr("Thresholds of this answer"))
        self.toggle.setIcon(theme.icon("sliders"))
        self.toggle.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.toggle.setCheckable(True)
        self.state_icon = Label()
        self.state = Label(wraps=True, use="muted")
        self._inside = QWidget()
        self._grid = QGridLayout(self._inside)
        self._grid.setContentsMargins(0, 0, 8, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(4)
        self._area = QScrollArea()
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(self._inside)
        self._lay_out()
        self.toggle.toggled.connect(self._open)
        self.show_knobs(())
        self.tell("", "")

    def show_knobs(self, knobs: Sequence[Knob]) -> None:
        """Show these sliders where they stand; none hides the bar and its toggle."""
        self.toggle.setVisible(bool(knobs))
        known = tuple((knob.node, knob.name, knob.low, knob.high) for knob in knobs)
        if known != self._known:
            self._known = known
            self._rebuild(knobs)
        for knob in knobs:
            self.rows[knob.node, knob.name].show_value(knob.value)
        self._open(self.toggle.isChecked())

    def tell(self, icon: str, text: str) -> None:
        """Say whether the values on show are recorded; "" says nothing."""
        self.state.setText(text)
        if icon:
            self.state_icon.setPixmap(self._theme.icon(icon, "muted").pixmap(QSize(ICON, ICON)))
        self.state_icon.setVisible(bool(text))

    def _open(self, wanted: bool) -> None:
        self.setVisible(wanted and bool(self._known))

    def _rebuild(self, knobs: Sequence[Knob]) -> None:
        for row in self.rows.values():
            self._grid.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = {}
        for place, knob in enumerate(knobs):
            self.rows[knob.node, knob.name] = row = self._row(knob)
            self._grid.addWidget(row, place // ACROSS, place % ACROSS)
            row.show()

    def _row(self, knob: Knob) -> SettingRow:
        values = stops(knob.low, knob.high, knob.unit, knob.value)
        named = knob.unit in ("anchor", "yes_no")
        row = SettingRow(
            self._theme,
            knob.title,
            values,
            knob.value,
            lambda value: self._told(value, knob.unit),
            named=named,
        )
        row.moved.connect(lambda value: self.moved.emit(knob.node, knob.name, value))
        return row

    def _lay_out(self) -> None:
        for column in range(ACROSS):
            self._grid.setColumnStretch(column, 1)
        self._area.setFixedHeight(HIGH)
        said = QHBoxLayout()
        said.setSpacing(8)
        said.addWidget(self.state_icon)
        said.addWidget(self.state, 1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(4)
        rows.addWidget(self._area)
        rows.addLayout(said)
