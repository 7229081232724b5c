"""What a hit came from: detector, tracker, settings, program, and the digests of its sources."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.theme import Theme
from app.widgets.copyable import Copyable
from app.widgets.facts import Facts
from vsa_core.domain.provenance import Pedigree

SHORT = 12
"""Digits of a digest that are shown; all of them are copied."""


class PedigreeSheet(QWidget):
    """Each ancestor on a line, short on the screen and whole on the clipboard."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._facts = Facts()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self._facts)

    def fill(self, pedigree: Pedigree) -> None:
        """Show another pedigree."""
        told = (
            (self.tr("Detector"), (pedigree.detector,)),
            (self.tr("Tracker"), (pedigree.tracker,)),
            (self.tr("Settings"), (pedigree.settings,)),
            (self.tr("Program"), (pedigree.program,)),
            (self.tr("Footage"), pedigree.footage),
            (self.tr("Segments"), pedigree.segments),
        )
        self._facts.fill(tuple((name, self._value(name, values)) for name, values in told))

    def _value(self, name: str, values: tuple[str, ...]) -> Copyable:
        """The first value, and how many others are copied with it."""
        shown = ", ".join(_short(value) for value in values[:1])
        if len(values) > 1:
            shown = self.tr("{first} and others: {count}").format(
                first=shown, count=len(values) - 1
            )
        return Copyable(self._theme, name, shown, "\n".join(values))


def _short(value: str) -> str:
    """A digest cut short; a name stays as it is."""
    digest = len(value) == 64 and all(c in "0123456789abcdef" for c in value)
    return f"{value[:SHORT]}…" if digest else value
