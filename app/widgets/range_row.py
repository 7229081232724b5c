"""One measure of a track between two ends, or a word on why it cannot be asked."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.theme import Theme
from app.widgets.icon_button import IconButton
from app.widgets.label import Label
from app.widgets.range_slider import RangeSlider
from app.widgets.stops import nearest
from vsa_core.domain.filters import Range


class RangeRow(QWidget):
    """A name, both ends in words and a slider over `values`; an end at its stop is open.

    `changed` carries the Range, `dropped` comes when both ends are open.
    """

    changed = Signal(object)  # Range
    dropped = Signal()

    def __init__(
        self,
        theme: Theme,
        what: str,
        name: str,
        values: Sequence[int],
        told: Callable[[Range], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._what = what
        self._values = tuple(values)
        self._told = told
        self.name = Label(name, wraps=True)
        self.value = Label(wraps=True, use="strong")
        self.reset = IconButton(theme, "reset", self.tr("{name}: any").format(name=name))
        least = self.tr("{name}, at least").format(name=name)
        most = self.tr("{name}, at most").format(name=name)
        self.slider = RangeSlider(theme, least, most)
        self.slider.set_stops(len(self._values))
        self.slider.changed.connect(self._moved)
        self.reset.clicked.connect(self.dropped)
        self._lay_out()
        self.show_range(None)

    def show_range(self, asked: Range | None) -> None:
        """Show that range, or that any value will do."""
        low, high = (asked.low, asked.high) if asked else (None, None)
        first = 0 if low is None else nearest(self._values, low)
        last = len(self._values) - 1 if high is None else nearest(self._values, high)
        self.slider.show_ends(first, last)
        text = self._told(asked) if asked else self.tr("any")
        self.value.setText(text)
        self.slider.describe(text, text)
        self.reset.setEnabled(asked is not None)

    def _moved(self, first: int, last: int) -> None:
        low = None if first == 0 else self._values[first]
        high = None if last == len(self._values) - 1 else self._values[last]
        if low is None and high is None:
            self.dropped.emit()
        else:
            self.changed.emit(Range(self._what, low, high))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.name, 1)
        head.addWidget(self.reset)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addLayout(head)
        rows.addWidget(self.value)
        rows.addWidget(self.slider)
