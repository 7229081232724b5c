"""Labelled boxes that were found, missed or invented, by class and by size."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.theme import Theme
from app.widgets import assessed_words as say
from app.widgets.empty import Empty
from app.widgets.figure_table import FigureTable
from app.widgets.label import Label
from app.widgets.table import Row
from app.words import Words
from vsa_core.domain.assessment import ALL, Assessment, BoxFigures, Rate

FIGURES = range(3, 8)


class BoxesPane(QWidget):
    """A line for each class of each film, then one for each size."""

    def __init__(
        self, found: Assessment, words: Words, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._words = words
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 12, 0, 0)
        rows.setSpacing(12)
        if not found.boxes:
            rows.addWidget(self._nothing(found, theme))
            return
        about = self.tr(
            "Found, missed and invented: at the class’s own threshold, at an overlap of one half;"
            " AP50: over all thresholds. Sizes: small below 32 × 32 pixels, medium below 96 × 96,"
            " large beyond. Empty pictures: without a labelled object of the class; alarms: those"
            " with a box all the same."
        )
        self.table = FigureTable(theme, self.tr("Boxes"), self._headers(), (0,), FIGURES)
        rows.addWidget(Label(about, use="muted", wraps=True))
        rows.addWidget(self.table, 1)
        self.table.fill([self._row(n, one) for n, one in enumerate(found.boxes)])
        self.setFocusProxy(self.table)

    def _headers(self) -> tuple[str, ...]:
        return (
            self.tr("Film"),
            self.tr("Class"),
            self.tr("Size"),
            self.tr("AP50"),
            self.tr("Found"),
            self.tr("Missed"),
            self.tr("Invented"),
            self.tr("Alarms on empty pictures"),
        )

    def _row(self, number: int, figures: BoxFigures) -> Row:
        words, whole = self._words, figures.size == ALL
        found = Rate(figures.found, figures.truths)
        empty = Rate(figures.alarmed, figures.empty)
        cells = (
            figures.clip,
            words.name("cli.classes", figures.kind),
            words.name("validation.size", figures.size),
            say.ratio(figures.ap50, words),
            say.short_rate(found, words),
            say.number(figures.missed, words),
            say.number(figures.invented, words),
            (say.short_rate(empty, words) if empty.of else self.tr("none is empty"))
            if whole
            else "",
        )
        return Row(cells, str(number), faded=not whole)

    def _nothing(self, found: Assessment, theme: Theme) -> Empty:
        title = self.tr("No box was compared")
        if not found.subject.named:
            text = self.tr("Motion alone looked here, and it names nothing.")
        else:
            text = self.tr("Nothing in this folder has labelled boxes (MOTChallenge or COCO).")
        return Empty(theme, "boxes", title, text)
