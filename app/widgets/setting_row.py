"""One setting of a question: its name, its value in words, a slider or a choice."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSlider, QVBoxLayout, QWidget

from app.theme import Theme
from app.widgets.icon_button import IconButton
from app.widgets.label import Label
from app.widgets.steady import steady
from app.widgets.stops import nearest


class SettingRow(QWidget):
    """A slider over `values`, or a choice among them where `named` is true.

    `moved` carries the value; `told` says a value in words, with its unit.
    """

    moved = Signal(int)

    def __init__(
        self,
        theme: Theme,
        name: str,
        values: Sequence[int],
        default: int,
        told: Callable[[int], str],
        *,
        named: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._values = tuple(values)
        self._default = default
        self._told = told
        self.name = Label(name, wraps=True)
        self.value = Label(wraps=True, use="strong")
        back = self.tr("Back to {value}").format(value=told(default))
        self.reset = IconButton(theme, "reset", back)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.choice = QComboBox()
        self.field: QSlider | QComboBox = self.choice if named else self.slider
        self._set_up(name)
        self._lay_out(named)
        self.show_value(default)

    def show_value(self, value: int) -> None:
        """Show that value, at the nearest stop."""
        index = nearest(self._values, value)
        with QSignalBlocker(self.slider), QSignalBlocker(self.choice):
            self.slider.setValue(index)
            self.choice.setCurrentIndex(index)
        text = self._told(value)
        self.value.setText(text)
        self.field.setAccessibleDescription(text)
        self.reset.setEnabled(value != self._default)

    def _set_up(self, name: str) -> None:
        self.slider.setRange(0, len(self._values) - 1)
        self.slider.setPageStep(max(len(self._values) // 10, 1))
        if self.field is self.choice:
            self.choice.addItems([self._told(value) for value in self._values])
        self.field.setAccessibleName(name)
        steady(self.field)
        self.slider.valueChanged.connect(self._chosen)
        self.choice.currentIndexChanged.connect(self._chosen)
        self.reset.clicked.connect(lambda: self.moved.emit(self._default))

    def _chosen(self, index: int) -> None:
        self.moved.emit(self._values[index])

    def _lay_out(self, named: bool) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.name, 1)
        head.addWidget(self.reset)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addLayout(head)
        rows.addWidget(self.value)
        rows.addWidget(self.field)
        self.value.setVisible(not named)
