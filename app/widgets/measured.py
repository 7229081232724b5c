"""One measured value in words, beside the threshold it was held against and a bar of both."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.theme import Theme
from app.widgets.gauge import Gauge
from app.widgets.label import Label
from app.words import Words
from vsa_core.domain.event import Measure

WHOLE = 1000
"""Per mille are shown on a scale that ends here, unless the value goes beyond."""


class Measured(QWidget):
    """A name, a bar where there is a scale, and a value in words."""

    def __init__(
        self, name: str, told: str, gauge: Gauge | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(2)
        rows.addWidget(Label(f"{name[:1].upper()}{name[1:]}", wraps=True))
        if gauge is not None:
            rows.addWidget(gauge)
        rows.addWidget(Label(told, wraps=True, use="muted"))
        self.setAccessibleName(f"{name}: {told}")


def measured(measure: Measure, words: Words, theme: Theme) -> Measured:
    """A measure of an event, with a bar where it has a threshold or is a share of a whole."""
    gauge = None
    if measure.threshold is not None or measure.unit.startswith("per_mille"):
        gauge = Gauge(theme, measure.value, measure.threshold, _full(measure))
    return Measured(words.name("kinds.measure", measure.name), worded(measure, words), gauge)


def worded(measure: Measure, words: Words) -> str:
    """The value and the threshold of a measure, with the unit."""
    told = valued(measure.value, measure.unit, words)
    if measure.threshold is None:
        return told
    text = QCoreApplication.translate("Measured", "{value}; threshold: {threshold}")
    return text.format(value=told, threshold=valued(measure.threshold, measure.unit, words))


def valued(value: int, unit: str, words: Words) -> str:
    """A value of a measure with its unit; from one second on, milliseconds as seconds."""
    french = words.language == "fr"
    if unit != "ms" or abs(value) < 1000:
        grouped = f"{value:,}".replace(",", "\u202f") if french else f"{value:,}"
        return f"{grouped}\u00a0{words.name('kinds.unit', unit)}"
    point = "," if french else "."
    rest = f"{abs(value) % 1000:03d}".rstrip("0")
    sign = "-" if value < 0 else ""
    return f"{sign}{abs(value) // 1000}{point if rest else ''}{rest}\u00a0s"


def _full(measure: Measure) -> int:
    """The end of the scale; 0 leaves it to the bar."""
    per_mille = measure.unit.startswith("per_mille")
    return WHOLE if per_mille and max(measure.value, measure.threshold or 0) <= WHOLE else 0
