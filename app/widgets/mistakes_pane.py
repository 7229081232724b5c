"""Every miss and every false alarm, each with the masked picture of its instant."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from app.theme import Theme
from app.widgets import assessed_words as say
from app.widgets import mistake_words as tell
from app.widgets.empty import Empty
from app.widgets.facts import Facts
from app.widgets.figure_table import FigureTable
from app.widgets.label import Label
from app.widgets.mistake_dialog import MistakeDialog
from app.widgets.still import Still
from app.widgets.table import Row
from app.words import Words, visible
from vsa_core.domain.assessment import Assessment, Mistake

SIZES = (640, 450)
FIGURES = (1, 2)


class MistakesPane(QWidget):
    """A list on the left, the chosen mistake on the right; Enter enlarges it."""

    def __init__(
        self, found: Assessment, words: Words, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._found = found
        self._words = words
        self._theme = theme
        self._large: MistakeDialog | None = None
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 12, 0, 0)
        if not found.mistakes:
            rows.addWidget(self._nothing())
            return
        self.wanted = QComboBox()
        self.table = FigureTable(theme, self.tr("Mistakes"), self._headers(), (3, 4), FIGURES)
        self.still = Still(theme)
        self.facts = Facts()
        self.enlarge = QPushButton(theme.icon("zoom-in"), self.tr("Enlarge"))
        rows.addWidget(self._panes())
        self._offer()
        self.table.told.connect(self._tell)
        self.table.acted.connect(self._enlarge)
        self.enlarge.clicked.connect(lambda: self._enlarge(self.table.value))
        self.wanted.currentIndexChanged.connect(self._fill)
        self._fill()
        self.setFocusProxy(self.table)

    def _panes(self) -> QSplitter:
        left, right = QWidget(), QWidget()
        rows = QVBoxLayout(left)
        rows.setContentsMargins(0, 0, 8, 0)
        rows.setSpacing(12)
        rows.addWidget(self.wanted)
        rows.addWidget(self.table, 1)
        if self._found.unpictured:
            text = self.tr("Without a picture, because there were too many: {count}.")
            told = text.format(count=self._found.unpictured)
            rows.addWidget(Label(told, use="muted", wraps=True))
        rows = QVBoxLayout(right)
        rows.setContentsMargins(8, 0, 0, 0)
        rows.setSpacing(12)
        line = QHBoxLayout()
        line.addWidget(self.enlarge)
        line.addStretch()
        rows.addWidget(self.still)
        rows.addLayout(line)
        rows.addWidget(self.facts)
        rows.addStretch()
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(right)
        panes = QSplitter(Qt.Orientation.Horizontal)
        panes.setChildrenCollapsible(False)
        panes.addWidget(left)
        panes.addWidget(area)
        panes.setSizes(list(SIZES))
        return panes

    def _headers(self) -> tuple[str, ...]:
        return (
            self.tr("What"),
            self.tr("No."),
            self.tr("Time"),
            self.tr("Film"),
            self.tr("Question"),
        )

    def _offer(self) -> None:
        missed = sum(one.missed for one in self._found.mistakes)
        total = len(self._found.mistakes)
        for text, count, wanted in (
            (self.tr("All mistakes ({count})"), total, None),
            (self.tr("Missed events ({count})"), missed, True),
            (self.tr("False alarms ({count})"), total - missed, False),
        ):
            if count:
                self.wanted.addItem(text.format(count=count), wanted)
        self.wanted.setAccessibleName(self.tr("Which mistakes"))

    def _fill(self, _: int = 0) -> None:
        wanted = self.wanted.currentData()
        shown = [
            (number, one)
            for number, one in enumerate(self._found.mistakes)
            if wanted is None or one.missed is wanted
        ]
        self.table.fill([self._row(number, one) for number, one in shown])

    def _row(self, number: int, mistake: Mistake) -> Row:
        cells = (
            tell.what(mistake),
            say.number(number + 1, self._words),
            tell.when(mistake, self._words),
            mistake.clip,
            mistake.question,
        )
        return Row(cells, str(number), tell.LOOKS[mistake.missed][0])

    def _tell(self, value: str) -> None:
        words, mistake = self._words, self._found.mistakes[int(value)]
        time = self.tr("{time} after the first picture")
        rows = (
            (self.tr("What"), tell.what(mistake)),
            (self.tr("Time"), time.format(time=tell.when(mistake, words))),
            (self.tr("Film"), visible(mistake.clip)),
            (self.tr("Question"), visible(mistake.question)),
            (self.tr("Event"), words.name("kinds.kind", mistake.kind)),
            (self.tr("Way"), tell.way(mistake, words)),
            (self.tr("Note"), visible(mistake.note)),
        )
        self.facts.fill(tuple(row for row in rows if row[1]))
        self.still.show_image(_picture(mistake), self._none())
        self.still.setAccessibleName(tell.title(mistake, words))
        if self._large is not None:
            self._show_large(self._large)

    def _none(self) -> str:
        return self.tr(
            "No picture of this instant: it could not be decoded, or there were too many."
        )

    def _enlarge(self, _: str) -> None:
        dialog = MistakeDialog(self._theme, self)
        dialog.moved.connect(self._move)
        dialog.finished.connect(self._shrink)
        self._large = dialog
        self._show_large(dialog)
        dialog.open()

    def _shrink(self, _: int) -> None:
        self._large = None

    def _move(self, step: int) -> None:
        item = self.table.topLevelItem(self._place() + step)
        if item is not None:
            self.table.setCurrentItem(item)

    def _place(self) -> int:
        """The place of the chosen mistake in the table, -1 while none is."""
        item = self.table.currentItem()
        return -1 if item is None else self.table.indexOfTopLevelItem(item)

    def _show_large(self, dialog: MistakeDialog) -> None:
        mistake = self._found.mistakes[int(self.table.value)]
        dialog.show_mistake(
            tell.title(mistake, self._words),
            (self._place() + 1, self.table.topLevelItemCount()),
            _picture(mistake),
            self._none(),
        )

    def _nothing(self) -> Empty:
        if not self._found.events:
            text = self.tr("Mistakes are those of answers, and no question was asked.")
            return Empty(self._theme, "search", self.tr("No question was asked"), text)
        text = self.tr(
            "Every event of the truth was found: {events}. Nothing else was said in {minutes}."
        )
        events = sum(one.matched for one in self._found.events)
        looked = sum(one.looked for one in self._found.events)
        told = text.format(events=events, minutes=say.minutes(looked, self._words))
        return Empty(self._theme, "check", self.tr("No mistake"), told)


def _picture(mistake: Mistake) -> QImage | None:
    image = QImage.fromData(mistake.picture) if mistake.picture else QImage()
    return None if image.isNull() else image
