"""What stands over the list of hits: how many, which of them, in which order and shape."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.state.hit_order import Order, Sieve
from app.theme import Theme
from app.widgets.icon_button import IconButton
from app.widgets.label import Label
from app.widgets.tip import plain_tip


class HitBar(QWidget):
    """Count, stop, filter, order, shape and export; the filter tells how many each choice has."""

    sieve_wanted = Signal(object)  # Sieve
    order_wanted = Signal(object)  # Order
    grid_wanted = Signal(bool)
    stop_wanted = Signal()
    export_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.count = Label(use="heading")
        self.going = QProgressBar()
        self.going.setRange(0, 0)
        self.going.setTextVisible(False)
        self.going.setFixedSize(64, 8)
        self.going.setAccessibleName(self.tr("The answer is still coming"))
        self.promise = Label(
            self.tr("What was looked at is told with the end of the answer."), wraps=True
        )
        self.stop = QPushButton(theme.icon("stop"), self.tr("Stop"))
        self.stop.clicked.connect(self.stop_wanted)
        self.sieve = self._combo(self.tr("Which results are listed"))
        self.order = self._combo(self.tr("Order of the results"))
        self.grid = IconButton(theme, "grid", self.tr("As a grid"))
        self.list = IconButton(theme, "list", self.tr("As a list"))
        self.export = IconButton(theme, "export", self.tr("Export the selected results…"))
        self._fill()
        self._connect()
        self._lay_out()
        self.tell(dict.fromkeys(Sieve, 0), asking=False)

    def tell(self, counts: Mapping[Sieve, int], asking: bool) -> None:
        """Show the counts, and whether more may come."""
        self.count.setText(self.tr("Results: {count}").format(count=counts[Sieve.ALL]))
        self._asking.setVisible(asking)
        for widget in (self.sieve, self.order):
            widget.setEnabled(counts[Sieve.ALL] > 0)
        for row, (sieve, name) in enumerate(self._sieves().items()):
            self.sieve.setItemText(row, f"{name} ({counts[sieve]})")

    def _combo(self, name: str) -> QComboBox:
        combo = QComboBox()
        combo.setAccessibleName(name)
        combo.setToolTip(plain_tip(name))
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        return combo

    def _sieves(self) -> dict[Sieve, str]:
        return {
            Sieve.ALL: self.tr("All"),
            Sieve.TO_VERIFY: self.tr("To verify"),
            Sieve.MATCHED: self.tr("Matched"),
            Sieve.REJECTED: self.tr("Rejected"),
            Sieve.DOUBTFUL: self.tr("Doubtful"),
        }

    def _fill(self) -> None:
        self.sieve.addItems(list(self._sieves().values()))
        self.order.addItems([self.tr("By time"), self.tr("By score")])
        shapes = QButtonGroup(self)
        for button in (self.grid, self.list):
            button.setCheckable(True)
            shapes.addButton(button)
        self.grid.setChecked(True)

    def _connect(self) -> None:
        self.sieve.activated.connect(lambda row: self.sieve_wanted.emit(list(Sieve)[row]))
        self.order.activated.connect(lambda row: self.order_wanted.emit(list(Order)[row]))
        self.grid.toggled.connect(self.grid_wanted)
        self.export.clicked.connect(self.export_wanted)

    def _lay_out(self) -> None:
        above = QHBoxLayout()
        above.setSpacing(8)
        above.addWidget(self.count)
        above.addStretch()
        chosen: tuple[QWidget, ...] = (self.sieve, self.order, self.grid, self.list, self.export)
        for widget in chosen:
            above.addWidget(widget)
        self._asking = QWidget(self)
        below = QHBoxLayout(self._asking)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(8)
        below.addWidget(self.going)
        below.addWidget(self.promise, 1)
        below.addWidget(self.stop)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(8)
        rows.addLayout(above)
        rows.addWidget(self._asking)
