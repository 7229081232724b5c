"""Where four clicked points lie on the ground: the sides of a rectangle, or four positions."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import (
    QDoubleSpinBox,
    QGridLayout,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.theme import Theme
from app.widgets.choice_row import ChoiceRow
from app.widgets.label import Label
from app.widgets.steady import steady
from app.widgets.tip import plain_tip

MILLIMETRES = 1000
FURTHEST = 999.0
POINTS = 4

Known = tuple[tuple[int, int], tuple[int, int], tuple[int, int], tuple[int, int]]


class GroundForm(QWidget):
    """Metres are typed; `known` are millimetres. `changed` when a number does."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ways = ChoiceRow(theme, across=2)
        self.ways.offer(
            [
                ("rectangle", "zone", self.tr("Rectangle")),
                ("places", "fit", self.tr("Positions")),
            ]
        )
        self.long = self._metres(self.tr("Side from 1 to 2"), 5.0)
        self.wide = self._metres(self.tr("Side from 2 to 3"), 3.0)
        self.places = [
            (
                self._metres(self.tr("Point {number}, across").format(number=n + 1), 0.0),
                self._metres(self.tr("Point {number}, along").format(number=n + 1), 0.0),
            )
            for n in range(POINTS)
        ]
        self._pages = QStackedWidget()
        self._pages.addWidget(self._rectangle())
        self._pages.addWidget(self._positions())
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(8)
        rows.addWidget(self.ways)
        rows.addWidget(self._pages)
        self.ways.chosen.connect(self._turn)
        self.ways.show_chosen("rectangle")

    @property
    def known(self) -> Known:
        """Where the four points lie, in millimetres."""
        if self._pages.currentIndex() == 0:
            long, wide = _whole(self.long), _whole(self.wide)
            return (0, 0), (long, 0), (long, wide), (0, wide)
        a, b, c, d = ((_whole(across), _whole(along)) for across, along in self.places)
        return a, b, c, d

    def show_known(self, known: Known) -> None:
        """Show these positions; a rectangle as its sides."""
        (x0, y0), (x1, y1), (x2, y2), (x3, y3) = known
        rectangle = (x0, y0, y1, x3) == (0, 0, 0, 0) and x1 == x2 and y2 == y3
        if rectangle:
            for field, value in ((self.long, x1), (self.wide, y2)):
                with QSignalBlocker(field):
                    field.setValue(value / MILLIMETRES)
        for (across, along), (x, y) in zip(self.places, known, strict=True):
            with QSignalBlocker(across), QSignalBlocker(along):
                across.setValue(x / MILLIMETRES)
                along.setValue(y / MILLIMETRES)
        self._turn("rectangle" if rectangle else "places")

    def _turn(self, way: str) -> None:
        if way == "places" and self._pages.currentIndex() == 0:
            self._carry_over()
        self.ways.show_chosen(way)
        self._pages.setCurrentIndex(0 if way == "rectangle" else 1)
        self.changed.emit()

    def _carry_over(self) -> None:
        """The rectangle is where four positions begin, if they were never typed."""
        if any(field.value() for pair in self.places for field in pair):
            return
        for (across, along), (x, y) in zip(self.places, self.known, strict=True):
            with QSignalBlocker(across), QSignalBlocker(along):
                across.setValue(x / MILLIMETRES)
                along.setValue(y / MILLIMETRES)

    def _metres(self, name: str, value: float) -> QDoubleSpinBox:
        field = QDoubleSpinBox()
        field.setRange(-FURTHEST, FURTHEST)
        field.setDecimals(2)
        field.setSingleStep(0.1)
        field.setSuffix("\u00a0m")
        field.setValue(value)
        field.setAccessibleName(name)
        field.setToolTip(plain_tip(name))
        steady(field)
        field.valueChanged.connect(lambda _: self.changed.emit())
        return field

    def _rectangle(self) -> QWidget:
        page = QWidget()
        grid = QGridLayout(page)
        grid.setContentsMargins(0, 0, 0, 0)
        for row, (name, field) in enumerate(
            ((self.tr("Side from 1 to 2"), self.long), (self.tr("Side from 2 to 3"), self.wide))
        ):
            field.setMinimum(0.01)
            grid.addWidget(Label(name), row, 0)
            grid.addWidget(field, row, 1)
        grid.setRowStretch(2, 1)
        return page

    def _positions(self) -> QWidget:
        page = QWidget()
        rows = QVBoxLayout(page)
        rows.setContentsMargins(0, 0, 0, 0)
        for number, pair in enumerate(self.places, 1):
            row = QHBoxLayout()
            row.addWidget(Label(str(number)))
            for field in pair:
                row.addWidget(field, 1)
            rows.addLayout(row)
        return page


def _whole(field: QDoubleSpinBox) -> int:
    return round(field.value() * MILLIMETRES)
