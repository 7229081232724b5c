"""The bar under the picture: step, run, mark, go, look closer."""

from fractions import Fraction

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QWidget

from app.theme import Theme
from app.widgets.icon_button import IconButton
from app.widgets.steady import steady

REAL = Fraction(1)


class Transport(QWidget):
    """Buttons by name, in groups; `paced` when a person chooses another rate.

    Keys belong to the actions of the window: the tips only name them.
    """

    paced = Signal(object)  # Fraction

    def __init__(
        self,
        theme: Theme,
        rates: tuple[Fraction, ...],
        point: str,
        parent: QWidget | None = None,
    ) -> None:
        """`point`: the decimal sign of the language."""
        super().__init__(parent)
        self._theme = theme
        self._rates = rates
        self._chosen = REAL
        self.rates = QComboBox()
        for rate in rates:
            self.rates.addItem(rate_text(rate, point))
        self.buttons = self._made()
        for name in ("boxes", "trails", "tags"):
            self.buttons[name].setCheckable(True)
            self.buttons[name].setChecked(True)
        self._lay_out()
        self.rates.setCurrentIndex(rates.index(REAL))
        self.rates.activated.connect(self._choose)

    @property
    def rate(self) -> Fraction:
        """The rate that playing begins at."""
        return self._chosen

    def show_running(self, rate: Fraction) -> None:
        """It runs at `rate`; 0: it stands still."""
        self.rates.setCurrentIndex(self._rates.index(rate or self._chosen))
        if rate:
            self.buttons["play"].show_as("pause", self.tr("Pause"), "Space")
        else:
            self.buttons["play"].show_as("play", self.tr("Play"), "Space")

    def enable(self, there: bool) -> None:
        """Whether there is a film to move in; results may be gone through without one."""
        for name, button in self.buttons.items():
            button.setEnabled(there or name in ("previous_hit", "next_hit"))
        self.rates.setEnabled(there)

    def _choose(self, index: int) -> None:
        self._chosen = self._rates[index]
        self.paced.emit(self._chosen)

    def _made(self) -> dict[str, IconButton]:
        told = (
            ("previous_hit", "previous-hit", self.tr("Previous result"), "Up"),
            ("back", "step-back", self.tr("Back 1 picture"), "Left"),
            ("play", "play", self.tr("Play"), "Space"),
            ("on", "step-forward", self.tr("Forward 1 picture"), "Right"),
            ("next_hit", "next-hit", self.tr("Next result"), "Down"),
            ("mark_in", "mark-in", self.tr("Clip begins here"), "I"),
            ("mark_out", "mark-out", self.tr("Clip ends here"), "O"),
            ("go", "clock", self.tr("Go to a time…"), "Ctrl+G"),
            ("boxes", "boxes", self.tr("Boxes"), ""),
            ("trails", "trails", self.tr("Trails"), ""),
            ("tags", "tag", self.tr("Names"), ""),
            ("further", "zoom-out", self.tr("Zoom out"), ""),
            ("fit", "fit", self.tr("Whole picture"), ""),
            ("closer", "zoom-in", self.tr("Zoom in"), ""),
        )
        return {name: IconButton(self._theme, icon, text, key) for name, icon, text, key in told}

    def _lay_out(self) -> None:
        self.rates.setAccessibleName(self.tr("Speed"))
        self.rates.setToolTip(self.tr("Speed"))
        steady(self.rates)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 4, 8, 4)
        row.setSpacing(0)
        for name in ("previous_hit", "back", "play", "on", "next_hit"):
            row.addWidget(self.buttons[name])
        row.addSpacing(4)
        row.addWidget(self.rates)
        self._group(row, "mark_in", "mark_out", "go")
        row.addStretch()
        self._group(row, "boxes", "trails", "tags", ruled=False)
        self._group(row, "further", "fit", "closer")

    def _group(self, row: QHBoxLayout, *names: str, ruled: bool = True) -> None:
        if ruled:
            rule = QFrame()
            rule.setFrameShape(QFrame.Shape.VLine)
            rule.setStyleSheet(f"color: {self._theme.line};")
            row.addSpacing(4)
            row.addWidget(rule)
            row.addSpacing(4)
        for name in names:
            row.addWidget(self.buttons[name])


def rate_text(rate: Fraction, point: str) -> str:
    """A rate as people write it: "0,25×", "−4×"."""
    whole, rest = divmod(abs(rate), 1)
    hundredths = (rest * 100).__floor__()
    digits = f"{whole}{point}{hundredths:02d}".rstrip("0").rstrip(point) if rest else f"{whole}"
    return f"{'−' if rate < 0 else ''}{digits}×"
