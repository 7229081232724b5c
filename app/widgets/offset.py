"""How wrong a recorder's clock is, as a person says it: fast or slow, by how much."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QHBoxLayout, QWidget

from app.widgets.steady import steady

LONGEST = 20 * 366 * 86_400
"""Seconds by which a clock may be wrong: recorders that lost theirs begin again years back."""

NARROW = 136
"""Pixels for a day with its milliseconds; a clock that is years off scrolls in its field."""

SIGNS = (0, -1, 1)


class Seconds(QDoubleSpinBox):
    """A length in seconds, to the millisecond; told in microseconds."""

    def __init__(self, longest: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDecimals(3)
        self.setRange(0, longest)
        self.setSuffix("\u00a0s")
        self.setMinimumWidth(NARROW)
        steady(self)

    @property
    def microseconds(self) -> int:
        """The length."""
        return round(self.value() * 1000) * 1000

    def set_microseconds(self, microseconds: int) -> None:
        """Show that length, cut to the millisecond."""
        self.setValue(microseconds // 1000 / 1000)


class OffsetEdit(QWidget):
    """`microseconds` is what must be added to the time shown: less than nothing when it is fast."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.way = QComboBox()
        self.way.addItems([self.tr("is on time"), self.tr("is fast by"), self.tr("is slow by")])
        steady(self.way)
        self.much = Seconds(LONGEST)
        self.much.setAccessibleName(self.tr("By how many seconds"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.way, 1)
        row.addWidget(self.much, 1)
        self.setFocusProxy(self.way)
        self.way.currentIndexChanged.connect(self._tell)
        self.much.valueChanged.connect(self._tell)
        self._tell()

    @property
    def microseconds(self) -> int:
        """What must be added to the time shown to get the true time."""
        return SIGNS[self.way.currentIndex()] * self.much.microseconds

    def set_microseconds(self, offset: int) -> None:
        """Show that offset, cut to the millisecond."""
        self.much.set_microseconds(abs(offset))
        self.way.setCurrentIndex(SIGNS.index((offset > 0) - (offset < 0)))

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.way.setAccessibleName(name)

    def _tell(self) -> None:
        self.much.setEnabled(bool(self.way.currentIndex()))
        self.changed.emit()
