"""Everything that a question is put together with, one section under the other, on a page."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from app.theme import Theme
from app.widgets.camera_list import CameraList
from app.widgets.class_chips import ORDER, ClassChips
from app.widgets.count_pane import CountPane
from app.widgets.direction_choice import DirectionChoice
from app.widgets.fold import Fold
from app.widgets.join_bar import JoinBar
from app.widgets.kind_menu import KindMenu, Offered
from app.widgets.label import Label
from app.widgets.narrowing_pane import NarrowingPane
from app.widgets.part_cards import PartCards
from app.widgets.period_box import PeriodBox
from app.widgets.place_section import PlaceSection
from app.widgets.saved_menu import SavedMenu
from app.widgets.settings_section import SettingsSection
from app.widgets.words_pane import WordsPane
from app.words import Words
from vsa_core.domain.phrase import Completion


class QuestionPage(QScrollArea):
    """The sections of `part` are about the part on show; the others about the whole question.

    It scrolls; beside the scroll bar no second margin is lost.
    """

    def __init__(
        self,
        kinds: Sequence[Offered],
        complete: Callable[[int], Sequence[Completion]],
        words: Words,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._make_whole(complete, words, theme)
        self._make_part(kinds, words, theme)
        self._lay_out()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)

    def _make_whole(
        self, complete: Callable[[int], Sequence[Completion]], words: Words, theme: Theme
    ) -> None:
        self.phrase = WordsPane(theme, complete)
        self.saved = SavedMenu(theme)
        self.join = JoinBar(words, theme)
        self.cards = PartCards(theme)
        self.written = Label(
            self.tr("This part is written in words: change it there, or remove it."),
            wraps=True,
            use="muted",
        )
        self.over = QPushButton(theme.icon("reset"), self.tr("Start over"))
        self.period = PeriodBox(theme)
        self.count = CountPane(theme)

    def _make_part(self, kinds: Sequence[Offered], words: Words, theme: Theme) -> None:
        self.kind = KindMenu(kinds, words, theme)
        self.about = Label(wraps=True, use="muted")
        self.cameras = CameraList()
        self.alone = Label(
            self.tr("A place belongs to one picture: one camera is asked about."),
            wraps=True,
            use="muted",
        )
        self.index = QPushButton(theme.icon("index"), self.tr("Index the footage"))
        self.place = PlaceSection(theme)
        self.direction = DirectionChoice(theme)
        self.chips = ClassChips(ORDER, words, theme)
        self.filters = NarrowingPane(words, theme)
        self.filter_fold = Fold(theme, "", self.filters)
        self.settings = SettingsSection(words, theme)

    def _lay_out(self) -> None:
        page, self.part = QWidget(), QWidget()
        whole, part = QVBoxLayout(page), QVBoxLayout(self.part)
        whole.setContentsMargins(12, 12, 0, 12)
        part.setContentsMargins(0, 0, 0, 0)
        for rows in (whole, part):
            rows.setSpacing(12)
        head = QHBoxLayout()
        head.addWidget(Label(self.tr("In words"), use="strong"), 1)
        head.addWidget(self.saved)
        said = QVBoxLayout()
        said.setSpacing(4)
        said.addLayout(head)
        said.addWidget(self.phrase)
        whole.addLayout(said)
        for widget in (self.cards, self.join, self.written, self.over):
            whole.addWidget(widget)
        self._fill_part(part)
        whole.addWidget(self.part)
        whole.addWidget(self.cards.add)
        _section(whole, self.tr("When"), self.period)
        whole.addWidget(self.count)
        whole.addStretch()
        self.setWidget(page)

    def _fill_part(self, part: QVBoxLayout) -> None:
        named = self.tr("Unnamed: what moves and the detector does not name.")
        every = self.tr("None chosen: everything that moves.")
        finer = self.tr("Asking for a car also gives what is named only vehicle.")
        notes = Label(f"{every} {named} {finer}", wraps=True, use="muted")
        _section(part, self.tr("Event"), self.kind, self.about)
        _section(part, self.tr("Camera"), self.cameras, self.alone, self.index)
        part.addWidget(self.place)
        self.which_way = _section(part, self.tr("Which way"), self.direction)
        _section(part, self.tr("What"), self.chips, notes)
        part.addWidget(self.filter_fold)
        part.addWidget(self.settings)


def _section(into: QVBoxLayout, title: str, *parts: QWidget) -> QWidget:
    section = QWidget()
    rows = QVBoxLayout(section)
    rows.setContentsMargins(0, 0, 0, 4)
    rows.setSpacing(4)
    rows.addWidget(Label(title, use="strong"))
    for part in parts:
        rows.addWidget(part)
    into.addWidget(section)
    return section
