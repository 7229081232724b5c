"""How the parts of a question are joined: and, or, then within a time."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.theme import Theme
from app.widgets.choice_row import ChoiceRow
from app.widgets.label import Label
from app.widgets.setting_row import SettingRow
from app.widgets.settings_section import Parameter, setting_row
from app.words import Words


class JoinBar(QWidget):
    """`chosen` carries the word, `moved` a setting of it; a single part shows nothing."""

    chosen = Signal(str)
    moved = Signal(str, int)

    def __init__(self, words: Words, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._theme = theme
        self._known: tuple[Parameter, ...] = ()
        self.words = ChoiceRow(theme)
        self.words.offer(
            [
                ("all", "", self.tr("and")),
                ("any", "", self.tr("or")),
                ("then", "", self.tr("then")),
            ]
        )
        self.note = Label(wraps=True, use="muted")
        self.rows: dict[str, SettingRow] = {}
        self._list = QVBoxLayout(self)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(4)
        self._list.addWidget(Label(self.tr("Combined by"), use="strong"))
        self._list.addWidget(self.words)
        self._list.addWidget(self.note)
        self.words.chosen.connect(self.chosen)

    @property
    def word(self) -> str:
        """The joining word on show, as it stands between two cards."""
        pressed = (button.text() for button in self.words.buttons.values() if button.isChecked())
        return next(pressed, "")

    def show_join(
        self, join: str, parameters: Sequence[Parameter], values: Mapping[str, int]
    ) -> None:
        """Show that word with its settings."""
        told = {
            "all": self.tr("One object that answers every part."),
            "any": self.tr("Whatever answers one of the parts."),
            "then": self.tr(
                "The first, then the second: times and places. Nothing says that it is the same "
                "person."
            ),
        }
        self.words.show_chosen(join)
        self.note.setText(told[join])
        if tuple(parameters) != self._known:
            self._known = tuple(parameters)
            self._rebuild()
        for name, row in self.rows.items():
            row.show_value(values[name])

    def _rebuild(self) -> None:
        for row in self.rows.values():
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = {}
        names = {
            "within": self.tr("After at most"),
            "gap": self.tr("After at least"),
            "same_camera": self.tr("On one camera"),
        }
        for slider in self._known:
            row = setting_row(self._theme, self._words, slider, names.get(slider.name, ""))
            row.moved.connect(lambda value, name=slider.name: self.moved.emit(name, value))
            self.rows[slider.name] = row
            self._list.addWidget(row)
