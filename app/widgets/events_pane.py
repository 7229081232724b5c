"""Answers compared with what was seen: by event kind, then question by question."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from app.theme import Theme
from app.widgets import assessed_words as say
from app.widgets.empty import Empty
from app.widgets.facts import Facts
from app.widgets.figure_table import FigureTable
from app.widgets.kind_figures import KindFigures
from app.widgets.label import Label
from app.widgets.table import Row
from app.words import Words, visible
from vsa_core.domain.assessment import Assessment, EventFigures

FIGURES = range(2, 6)
LEAST = 170
"""Pixels of height that the table keeps: with many kinds, the pane scrolls."""


class EventsPane(QWidget):
    """The line chosen in the table is told whole below it."""

    def __init__(
        self, found: Assessment, words: Words, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._found = found
        self._words = words
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 12, 0, 0)
        if not found.events:
            rows.addWidget(self._nothing(theme))
            return
        self.kinds = KindFigures(found, words, theme)
        self.table = FigureTable(theme, self.tr("Questions"), self._headers(), (0, 1), FIGURES)
        self.table.setMinimumHeight(LEAST)
        self.told = Facts()
        rows.addWidget(self._sheet())
        self.table.told.connect(self._tell)
        self.table.fill([self._row(n, one) for n, one in enumerate(found.events)])
        self.setFocusProxy(self.table)

    def _sheet(self) -> QScrollArea:
        about = self.tr(
            "Precision: true hits, out of all hits. Recall: events found, out of all that happened."
            " Below each, its interval at 95 % (Wilson): few events, a wide interval."
        )
        page, area = QWidget(), QScrollArea()
        rows = QVBoxLayout(page)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(12)
        rows.addWidget(Label(about, use="muted", wraps=True))
        rows.addWidget(self.kinds)
        rows.addSpacing(4)
        rows.addWidget(Label(self.tr("Question by question"), use="heading"))
        rows.addWidget(self.table, 1)
        rows.addWidget(self.told)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(page)
        return area

    def _headers(self) -> tuple[str, ...]:
        return (
            self.tr("Film"),
            self.tr("Question"),
            self.tr("Precision"),
            self.tr("Recall"),
            self.tr("Mean time error"),
            self.tr("False alarms"),
        )

    def _row(self, number: int, figures: EventFigures) -> Row:
        words = self._words
        cells = (
            figures.clip,
            figures.question,
            say.short_rate(figures.precision, words),
            say.short_rate(figures.recall, words),
            say.error(figures, words),
            say.alarms(figures, words),
        )
        return Row(cells, str(number))

    def _tell(self, value: str) -> None:
        words, figures = self._words, self._found.events[int(value)]
        self.told.fill(
            (
                (self.tr("Question"), visible(f"{figures.clip} › {figures.question}")),
                (self.tr("Event"), words.name("kinds.kind", figures.kind)),
                (self.tr("Precision"), say.whole_rate(figures.precision, words)),
                (self.tr("Recall"), say.whole_rate(figures.recall, words)),
                (self.tr("Mean time error"), ", ".join(say.errors(figures, words))),
            )
        )

    def _nothing(self, theme: Theme) -> Empty:
        text = self.tr(
            "No film of this folder has a truth of events beside it (*.truth.toml or *.truth.json)."
        )
        return Empty(theme, "search", self.tr("No question was asked"), text)
