"""The model that looks at footage here, and every other that this installation knows."""

from collections.abc import Iterator, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.state.known_models import Known
from app.theme import Theme
from app.widgets.copy_line import CopyLine
from app.widgets.facts import Facts
from app.widgets.label import Label
from app.widgets.table import Row, Table
from app.words import Words, visible

SHORT = 16
"""Digits of a digest that are shown; the whole of it is copied."""

ROOM = 6
"""Lines that the table shows before it scrolls."""

COMMAND = "relecture models add FICHIER"


class ModelList(QWidget):
    """Facts of the one in use above, a table of all below; nothing can be changed here."""

    def __init__(self, words: Words, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._theme = theme
        self.told = Label(wraps=True, use="muted")
        self.chosen = Facts()
        headers = (
            self.tr("Known models"),
            self.tr("Digest (SHA-256)"),
            self.tr("Licence"),
            self.tr("Origin"),
            self.tr("State"),
        )
        self.table = Table(theme, self.tr("Known models"), headers, 0)
        self.how = Label(
            self.tr("A model is added by the command line alone, and the journal says so:"),
            use="muted",
            wraps=True,
        )
        self.command = CopyLine(theme, self.tr("Command"), COMMAND)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(12)
        for widget in (self.told, self.chosen, self.table, self.how, self.command):
            rows.addWidget(widget)
        self.wait()

    def wait(self, text: str = "") -> None:
        """The list is being read, or could not be."""
        self.told.setText(text or self.tr("Reading the list of models…"))
        self.told.show()
        self.chosen.hide()
        self.table.hide()

    def show_models(self, models: Sequence[Known]) -> None:
        """Show these, and say which one looks."""
        chosen = next((one for one in models if one.chosen), None)
        self.told.setText(
            self.tr("No model is here: motion alone looks, and nothing it finds has a name.")
        )
        self.told.setVisible(chosen is None)
        self.chosen.setVisible(chosen is not None)
        if chosen is not None:
            self.chosen.fill(self._facts(chosen))
        self.table.setVisible(bool(models))
        self.table.fill([self._row(one) for one in models])
        line = max(self.table.sizeHintForRow(0), 1)
        shown = min(max(len(models), 1), ROOM)
        self.table.setFixedHeight(self.table.header().sizeHint().height() + shown * line + 6)

    def _facts(self, model: Known) -> tuple[tuple[str, str | QWidget], ...]:
        name = self.tr("Digest (SHA-256)")
        digest = CopyLine(self._theme, name, f"{model.digest[:SHORT]}…", model.digest)
        return (
            (self.tr("Model"), visible(model.name)),
            (name, digest),
            (self.tr("Names"), self._named(model.kept) or self.tr("nothing")),
            *self._beyond(model),
        )

    def _beyond(self, model: Known) -> Iterator[tuple[str, str]]:
        """What it could name and does not."""
        if model.experimental:
            text = self.tr("{classes} (too uncertain: left out unless asked for)")
            named = self._named(model.experimental)
            yield self.tr("Experimental"), text.format(classes=named)
        if model.unnamed:
            yield self.tr("Without a name"), self._named(model.unnamed)

    def _named(self, classes: Sequence[str]) -> str:
        return ", ".join(self._words.name("cli.classes", name) for name in classes)

    def _row(self, model: Known) -> Row:
        if model.chosen:
            state = self.tr("in use")
        else:
            state = self.tr("present") if model.present else self.tr("absent")
        origin = self._words.name("cli.models.origins", model.origin)
        cells = (model.name, f"{model.digest[:SHORT]}…", model.licence, origin, state)
        icon = "check" if model.chosen else "disk" if model.present else "minus"
        tip = f"{model.digest}\n{self._named(model.kept)}"
        return Row(cells, model.digest, icon, not model.present, tip)
