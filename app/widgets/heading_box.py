"""Going which way, if that matters: a compass and how near is near."""

from collections.abc import Callable

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from app.theme import Theme
from app.widgets.compass import Compass
from app.widgets.label import Label
from app.widgets.setting_row import SettingRow
from vsa_core.domain.filters import Heading

SPREADS = (10, 20, 30, 45, 60, 90, 120, 180)
DOWNWARDS = Heading(90)


class HeadingBox(QWidget):
    """`changed` carries the Heading, `dropped` comes when any way will do."""

    changed = Signal(object)  # Heading
    dropped = Signal()

    def __init__(
        self, theme: Theme, told: Callable[[Heading], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._told = told
        self._heading = DOWNWARDS
        self.on = QCheckBox(self.tr("Going one way"))
        self.compass = Compass(theme, self.tr("Way across the picture"))
        self.value = Label(wraps=True, use="strong")
        name = self.tr("To each side")
        self.spread = SettingRow(theme, name, SPREADS, DOWNWARDS.spread, lambda d: f"{d}°")
        self._body = QWidget()
        self._lay_out()
        self.on.clicked.connect(self._switched)
        self.compass.turned.connect(lambda to: self._change(Heading(to, self._heading.spread)))
        self.spread.moved.connect(lambda by: self._change(Heading(self._heading.towards, by)))
        self.show_heading(None)

    def show_heading(self, heading: Heading | None) -> None:
        """Show that way, or that any will do."""
        with QSignalBlocker(self.on):
            self.on.setChecked(heading is not None)
        self._body.setVisible(heading is not None)
        self._heading = heading or self._heading
        told = self._told(self._heading)
        self.value.setText(told)
        self.compass.show_heading(self._heading.towards, self._heading.spread, told)
        self.spread.show_value(self._heading.spread)

    def _switched(self, on: bool) -> None:
        if on:
            self.changed.emit(self._heading)
        else:
            self.dropped.emit()

    def _change(self, heading: Heading) -> None:
        if heading != self._heading:
            self.changed.emit(heading)

    def _lay_out(self) -> None:
        beside = QVBoxLayout()
        beside.setSpacing(4)
        beside.addWidget(self.value)
        beside.addWidget(self.spread)
        beside.addStretch()
        body = QHBoxLayout(self._body)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(12)
        body.addWidget(self.compass)
        body.addLayout(beside, 1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(4)
        rows.addWidget(self.on)
        rows.addWidget(self._body)
