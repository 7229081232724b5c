"""The panel in which a question is put together."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from app.state.asking_tools import AskingTools
from app.state.phrase import clause, phrase
from app.state.question import Question
from app.state.standing import Standing
from app.theme import Theme
from app.widgets.ask_bar import AskBar
from app.widgets.coverage_words import sentence
from app.widgets.empty import Empty
from app.widgets.part_cards import Shown
from app.widgets.question_page import QuestionPage
from app.words import Words
from vsa_core.domain.moment import Window

NARROW, WIDE = 300, 360


class QueryView(QWidget):
    """What, where, when, how strictly and why; a sentence says what will be asked.

    `draw_wanted`: a place is to be drawn or learnt; `index_wanted`: the footage
    is to be looked at first; `stop_wanted`: the answer that comes is enough;
    `calibrate_wanted` carries the camera whose ground is to be measured.
    """

    draw_wanted = Signal()
    index_wanted = Signal()
    stop_wanted = Signal()
    calibrate_wanted = Signal(str)

    def __init__(
        self,
        question: Question,
        tools: AskingTools,
        words: Words,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._question = question
        self._tools = tools
        self._words = words
        kinds = [(sheet.kind, sheet.place or "eye") for sheet in question.kinds]
        self.page = QuestionPage(kinds, tools.wording.complete, words, theme)
        self.bar = AskBar(words, theme, question.motive)
        text = self.tr("Admit files to the case first; they can then be asked about.")
        self.empty = Empty(theme, "film", self.tr("No footage in this case"), text)
        self._lay_out()
        tools.wording.speak(words.language)
        self._connect()
        self._connect_part()
        self.setFocusProxy(self.page.kind)
        self.setMinimumWidth(NARROW)
        self.setMaximumWidth(WIDE)
        self.refresh()

    def ask(self) -> None:
        """Ask the question as it stands, if nothing is lacking; the window's key comes here."""
        self.bar.press()

    def say(self) -> None:
        """Go to the words; the window's key comes here."""
        self.page.ensureWidgetVisible(self.page.phrase)
        self.page.phrase.line.setFocus()
        self.page.phrase.line.selectAll()

    def show_asking(self, asking: bool, found: int = 0) -> None:
        """While an answer comes: how many results so far."""
        self.bar.show_asking(asking, found)

    def set_window_from(self, selection: Window | None) -> None:
        """Take a stretch of the timeline as the period of the question."""
        self._question.set_window_from(selection)

    def refresh(self) -> None:
        """Show the question as it stands."""
        choice, page = self._question.choice, self.page
        self._show_parts()
        self._show_kind()
        self._show_cameras()
        self._show_place()
        page.chips.press(choice.classes)
        page.period.show_period(choice.period, self._question.allowed)
        self._show_filters()
        page.settings.show_values(choice.sheet.parameters, choice.value, len(choice.values))
        self._show_foot()
        self._tools.wording.write()

    def sizeHint(self) -> QSize:
        return QSize(WIDE - 20, 640)

    def _lay_out(self) -> None:
        self._stack = QStackedLayout()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addLayout(self._stack, 1)
        for page in (self.page, self.empty):  # once it lies in the view, else it shows a window
            self._stack.addWidget(page)
        rows.addWidget(self.bar)

    def _connect(self) -> None:
        question, page, tools = self._question, self.page, self._tools
        page.phrase.typed.connect(tools.wording.type)
        page.phrase.entered.connect(tools.wording.compile)
        page.saved.keep.connect(tools.saved.keep)
        page.saved.take.connect(tools.saved.take)
        page.saved.drop.connect(tools.saved.drop)
        page.saved.rename.connect(tools.saved.rename)
        page.cards.added.connect(question.add_part)
        page.cards.removed.connect(question.remove_part)
        page.cards.shown.connect(question.show_part)
        page.cards.excepted.connect(question.except_part)
        page.join.chosen.connect(question.join)
        page.join.moved.connect(self._join_moved)
        page.over.clicked.connect(question.start_over)
        page.count.count_wanted.connect(lambda: tools.counting.ask(self.bar.motive.code))
        self.bar.ask_wanted.connect(question.ask)
        self.bar.stop_wanted.connect(self.stop_wanted)
        question.changed.connect(self.refresh)
        question.backdrop.changed.connect(self._show_place)
        question.offered.connect(self._offer)
        tools.wording.changed.connect(self._show_words)
        tools.counting.changed.connect(self._show_count)
        tools.saved.changed.connect(self._show_saved)
        tools.grounds.changed.connect(self._show_filters)

    def _connect_part(self) -> None:
        question, page = self._question, self.page
        page.kind.wanted.connect(question.choose_kind)
        page.cameras.ticked.connect(question.choose_cameras)
        page.index.clicked.connect(self.index_wanted)
        page.place.chosen.connect(question.choose_shape)
        page.place.draw_wanted.connect(self.draw_wanted)
        page.place.cleared.connect(lambda: question.drawing.draw(None))
        page.direction.changed.connect(question.choose_direction)
        page.chips.changed.connect(question.choose_classes)
        page.period.changed.connect(question.choose_period)
        page.period.around.connect(question.take_around)
        page.period.selection_wanted.connect(lambda: question.set_window_from(question.selection))
        page.filters.put.connect(question.narrow)
        page.filters.dropped.connect(question.widen)
        page.filters.calibrate_wanted.connect(
            lambda: self.calibrate_wanted.emit(question.choice.camera)
        )
        page.filter_fold.head.clicked.connect(self._load_grounds)
        page.settings.moved.connect(question.set_value)
        page.settings.reset.clicked.connect(question.reset_values)

    def _offer(self) -> None:
        question = self._question
        self.page.period.offer(
            playhead=question.playhead is not None, selection=question.selection is not None
        )

    def _join_moved(self, name: str, value: int) -> None:
        whole = self._question.parts.whole
        values = {setting.name: setting.value for setting in whole.settings} | {name: value}
        self._question.join(whole.kind, values.items())

    def _show_parts(self) -> None:
        question, page, parts = self._question, self.page, self._question.parts
        sheet = next(sheet for sheet in question.joins if sheet.kind == parts.join)
        held = {setting.name: setting.value for setting in parts.whole.settings}
        values = {p.name: held.get(p.name, p.default) for p in sheet.parameters}
        page.join.setVisible(parts.joined)
        page.join.show_join(parts.join, sheet.parameters, values)
        faulty = question.faulty if question.problem else -1
        shown = [
            Shown(
                clause(part.query(question.every_camera), self._words),
                self._problem() if parts.joined and index == faulty else "",
                index == parts.at,
                part.excepted,
                part.fixed is not None,
            )
            for index, part in enumerate(parts.listed)
        ]
        page.cards.show_parts(shown, page.join.word, exceptions=parts.join == "all")
        fixed = parts.shown.fixed is not None
        page.written.setVisible(fixed)
        page.over.setVisible(fixed or parts.joined)
        page.part.setVisible(not fixed)
        page.period.setEnabled(parts.joined or not fixed)

    def _show_kind(self) -> None:
        kind = self._question.kind
        about = self._words.name("kinds.about", kind)
        self.page.kind.show_kind(kind)
        self.page.kind.setAccessibleDescription(about)
        self.page.about.setText(about)

    def _show_cameras(self) -> None:
        question, page = self._question, self.page
        choice, every = question.choice, question.every_camera
        one = bool(choice.shape)
        if not every:  # nobody's motive is left to the next person
            self.bar.motive.choose(question.motive)
        remarks = {
            Standing.EMPTY: self.tr("no footage"),
            Standing.UNREAD: self.tr("not indexed"),
        }
        listed = [(name, remarks.get(question.standing(name), "")) for name in every]
        page.cameras.show_cameras(listed, choice.cameras, one=one)
        page.alone.setVisible(one and len(every) > 1)
        unread = bool(choice.cameras) and question.standing(*choice.cameras) is Standing.UNREAD
        page.index.setVisible(unread)

    def _show_place(self) -> None:
        question, choice, page = self._question, self._question.choice, self.page
        page.place.offer(choice.sheet.kind, choice.sheet.places, choice.shape)
        picture = question.backdrop.picture(choice.camera)
        page.place.show_place(choice.shape, picture, choice.place, choice.direction)
        at = question.standing(*choice.cameras)
        ready = bool(choice.cameras) and at not in (Standing.EMPTY, Standing.UNREAD)
        page.place.draw.setEnabled(ready)
        named = [(word, self._words.name("kinds.direction", word)) for word in choice.ways]
        page.which_way.setVisible(bool(named))
        page.direction.offer([("", self.tr("Any")), *named] if named else [])
        page.direction.show_chosen(choice.direction, choice.place)

    def _show_filters(self) -> None:
        choice, known = self._question.choice, self._tools.grounds.calibrated
        calibrated = all(camera in known for camera in choice.cameras) if choice.camera else None
        self.page.filters.show_filters(choice.filters, choice.classes, calibrated=calibrated)
        count = len(choice.filters)
        text = self.tr("Filters ({count})") if count else self.tr("Filters")
        self.page.filter_fold.set_title(text.format(count=count))
        if self.page.filter_fold.opened:
            self._load_grounds()

    def _load_grounds(self) -> None:
        """A look at a camera's calibration is recorded: only when somebody comes to filter."""
        if self.page.filter_fold.opened:
            self._tools.grounds.load(*self._question.choice.cameras)

    def _show_words(self) -> None:
        wording = self._tools.wording
        wording.write()
        wrong = ""
        if wording.fault is not None:
            wrong = " ".join(part for part in self._words.explain(wording.fault) if part)
        self.page.phrase.tell(wording.text, wrong, wording.span, typed=wording.typed)

    def _show_saved(self) -> None:
        saved = self._tools.saved
        names = [one.name for one in saved.listed]
        self.page.saved.offer(names, current=saved.name, keepable=saved.keepable)

    def _show_count(self) -> None:
        counting, pane = self._tools.counting, self.page.count
        if counting.busy:
            pane.tell_busy()
        elif counting.count is not None:
            count = counting.count
            cameras = [(one.camera, one.hits) for one in count.cameras]
            pane.tell(count.total, cameras, sentence(count.coverage, self._words))
        else:
            pane.tell_nothing()

    def _problem(self) -> str:
        problem = self._question.problem
        return self._words.name("question.problem", problem) if problem else ""

    def _show_foot(self) -> None:
        question = self._question
        query = question.query()
        told = phrase(query, self._words) if query is not None else ""
        self.bar.show_question(told, self._problem(), stale=question.stale)
        self.page.count.button.setEnabled(query is not None)
        self._show_saved()
        nothing = question.standing() is Standing.EMPTY
        self._stack.setCurrentWidget(self.empty if nothing else self.page)
        self.bar.setVisible(not nothing)
