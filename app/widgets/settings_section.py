"""The settings of a kind, folded: one slider or choice each, and a way back for all."""

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from app.state.amounts import amount
from app.theme import Theme
from app.widgets.fold import Fold
from app.widgets.setting_row import SettingRow
from app.widgets.stops import stops
from app.words import Words

NAMED = ("anchor", "yes_no")
"""Units whose values are names rather than amounts."""


class Parameter(Protocol):
    """A slider of a kind or of a joining word."""

    @property
    def name(self) -> str: ...

    @property
    def default(self) -> int: ...

    @property
    def low(self) -> int: ...

    @property
    def high(self) -> int: ...

    @property
    def unit(self) -> str: ...


class SettingsSection(QWidget):
    """`moved` carries the name and the value of a setting, `reset` puts all of them back."""

    moved = Signal(str, int)

    def __init__(self, words: Words, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._theme = theme
        self._known: tuple[Parameter, ...] = ()
        self.rows: dict[str, SettingRow] = {}
        self.body = QWidget()
        self.reset = QPushButton(theme.icon("reset"), self.tr("Reset all the settings"))
        self._list = QVBoxLayout(self.body)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(8)
        self._list.addWidget(self.reset)
        self.fold = Fold(theme, "", self.body)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self.fold)

    def show_values(
        self, parameters: Sequence[Parameter], value: Callable[[str], int], moved: int
    ) -> None:
        """Show these settings at their values; `moved`: how many were changed."""
        if tuple(parameters) != self._known:
            self._known = tuple(parameters)
            self._rebuild()
        for name, row in self.rows.items():
            row.show_value(value(name))
        text = self.tr("Settings (changed: {count})") if moved else self.tr("Settings")
        self.fold.set_title(text.format(count=moved))
        self.reset.setEnabled(bool(moved))
        self.setVisible(bool(parameters))

    def _rebuild(self) -> None:
        for row in self.rows.values():
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = {}
        for place, slider in enumerate(self._known):
            row = setting_row(self._theme, self._words, slider)
            row.moved.connect(lambda value, name=slider.name: self.moved.emit(name, value))
            self.rows[slider.name] = row
            self._list.insertWidget(place, row)


def setting_row(theme: Theme, words: Words, slider: Parameter, name: str = "") -> SettingRow:
    """The row of one slider, in words; under another name than that of the kinds where told."""
    values = stops(slider.low, slider.high, slider.unit, slider.default)
    return SettingRow(
        theme,
        name or words.name("kinds.setting", slider.name),
        values,
        slider.default,
        lambda value: amount(value, slider.unit, words),
        named=slider.unit in NAMED,
    )
