"""The panel in which a question is put together."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from app.state.amounts import amount
from app.state.phrase import phrase
from app.state.question import Question
from app.state.standing import Standing
from app.theme import Theme
from app.widgets.ask_bar import AskBar
from app.widgets.camera_list import CameraList
from app.widgets.class_chips import ORDER, ClassChips
from app.widgets.direction_choice import DirectionChoice
from app.widgets.empty import Empty
from app.widgets.fold import Fold
from app.widgets.icon_button import IconButton
from app.widgets.label import Label
from app.widgets.period_box import PeriodBox
from app.widgets.place_preview import PlacePreview
from app.widgets.setting_row import SettingRow
from app.widgets.steady import steady
from app.widgets.stops import stops
from app.words import Words
from vsa_core.domain.moment import Window

NARROW, WIDE = 300, 360
NAMED = ("anchor", "yes_no")
"""Units whose values are names rather than amounts."""


class QueryView(QWidget):
    """What, where, when, how strictly and why; a sentence says what will be asked.

    `draw_wanted`: a line or a zone is to be drawn; `index_wanted`: the footage
    is to be looked at first; `stop_wanted`: the answer that comes is enough.
    """

    draw_wanted = Signal()
    index_wanted = Signal()
    stop_wanted = Signal()

    def __init__(
        self, question: Question, words: Words, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._question = question
        self._words = words
        self._theme = theme
        self._kind = ""
        self.rows: dict[str, SettingRow] = {}
        self._make_parts()
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.kind)
        self.setMinimumWidth(NARROW)
        self.setMaximumWidth(WIDE)
        self.refresh()

    def ask(self) -> None:
        """Ask the question as it stands, if nothing is lacking; the window's key comes here."""
        self.bar.press()

    def show_asking(self, asking: bool, found: int = 0) -> None:
        """While an answer comes: how many results so far."""
        self.bar.show_asking(asking, found)

    def set_window_from(self, selection: Window | None) -> None:
        """Take a stretch of the timeline as the period of the question."""
        self._question.set_window_from(selection)

    def refresh(self) -> None:
        """Show the question as it stands."""
        self._show_kind()
        self._show_cameras()
        self._show_place()
        self.chips.press(self._question.choice.classes)
        self.period.show_period(self._question.choice.period, self._question.allowed)
        self._show_settings()
        self._show_foot()

    def _make_parts(self) -> None:
        theme = self._theme
        self.kind = QComboBox()
        self.kind.setAccessibleName(self.tr("Event"))
        self.kind.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        steady(self.kind)
        for sheet in self._question.kinds:
            icon = theme.icon(sheet.place or "sliders")
            self.kind.addItem(icon, self._words.name("kinds.kind", sheet.kind), sheet.kind)
        self.about = Label(wraps=True, use="muted")
        self.cameras = CameraList()
        self.alone = Label(wraps=True, use="muted")
        self.index = QPushButton(theme.icon("index"), self.tr("Index the footage"))
        self.preview = PlacePreview(theme)
        self.draw = QPushButton(theme.icon("draw"), "")
        self.clear = IconButton(theme, "eraser", self.tr("Erase the drawing"))
        self.direction = DirectionChoice(theme)
        self.chips = ClassChips(ORDER, self._words, theme)
        self.period = PeriodBox(theme)
        self.settings = QWidget()
        self.reset = QPushButton(theme.icon("reset"), self.tr("Reset all the settings"))
        self.fold = Fold(theme, "", self.settings)
        self.bar = AskBar(self._words, theme, self._question.motive)
        text = self.tr("Admit files to the case first; they can then be asked about.")
        self.empty = Empty(theme, "film", self.tr("No footage in this case"), text)

    def _lay_out(self) -> None:
        self._page = self._scrolled()
        place = QHBoxLayout()
        place.setSpacing(8)
        place.addWidget(self.draw, 1)
        place.addWidget(self.clear)
        named = self.tr("Unnamed: what moves and the detector does not name.")
        every = self.tr("None chosen: everything that moves.")
        self._section(self.tr("Event"), self.kind, self.about)
        self._section(self.tr("Camera"), self.cameras, self.alone, self.index)
        self._where = self._section(self.tr("Where"), self.preview, place)
        self._which_way = self._section(self.tr("Which way"), self.direction)
        finer = self.tr("Asking for a car also gives what is named only vehicle.")
        notes = Label(f"{every} {named} {finer}", wraps=True, use="muted")
        self._section(self.tr("What"), self.chips, notes)
        self._section(self.tr("When"), self.period)
        self._sections.addWidget(self.fold)
        self._sections.addStretch()
        self._settings_rows = QVBoxLayout(self.settings)
        self._settings_rows.setContentsMargins(0, 0, 0, 0)
        self._settings_rows.setSpacing(8)
        self._stack = QStackedLayout()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addLayout(self._stack, 1)
        for page in (self._page, self.empty):  # once it lies in the view, else it shows a window
            self._stack.addWidget(page)
        rows.addWidget(self.bar)

    def _scrolled(self) -> QScrollArea:
        """A page that scrolls; beside the scroll bar no second margin is lost."""
        page = QWidget()
        self._sections = QVBoxLayout(page)
        self._sections.setContentsMargins(12, 12, 0, 12)
        self._sections.setSpacing(12)
        scrolled = QScrollArea()
        scrolled.setFrameShape(QFrame.Shape.NoFrame)
        scrolled.setWidgetResizable(True)
        scrolled.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scrolled.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scrolled.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        scrolled.setWidget(page)
        return scrolled

    def _section(self, title: str, *parts: QWidget | QHBoxLayout) -> QWidget:
        section = QWidget()
        rows = QVBoxLayout(section)
        rows.setContentsMargins(0, 0, 0, 4)
        rows.setSpacing(4)
        rows.addWidget(Label(title, use="strong"))
        for part in parts:
            if isinstance(part, QWidget):
                rows.addWidget(part)
            else:
                rows.addLayout(part)
        self._sections.addWidget(section)
        return section

    def _connect(self) -> None:
        question = self._question
        self.kind.activated.connect(lambda _: question.choose_kind(self.kind.currentData()))
        self.cameras.ticked.connect(question.choose_cameras)
        self.index.clicked.connect(self.index_wanted)
        self.draw.clicked.connect(self.draw_wanted)
        self.preview.clicked.connect(self.draw_wanted)
        self.clear.clicked.connect(lambda: question.drawing.draw(None))
        self.direction.changed.connect(question.choose_direction)
        self.chips.changed.connect(question.choose_classes)
        self.period.changed.connect(question.choose_period)
        self.period.around.connect(question.take_around)
        self.period.selection_wanted.connect(lambda: question.set_window_from(question.selection))
        self.reset.clicked.connect(question.reset_values)
        self.bar.ask_wanted.connect(question.ask)
        self.bar.stop_wanted.connect(self.stop_wanted)
        question.changed.connect(self.refresh)
        question.backdrop.changed.connect(self._show_place)
        question.offered.connect(self._offer)

    def _offer(self) -> None:
        question = self._question
        self.period.offer(
            playhead=question.playhead is not None, selection=question.selection is not None
        )

    def _show_kind(self) -> None:
        kind = self._question.kind
        self.kind.setCurrentIndex(self.kind.findData(kind))
        about = self._words.name("kinds.about", kind)
        self.about.setText(about)
        self.kind.setAccessibleDescription(about)

    def _show_cameras(self) -> None:
        question = self._question
        choice, every = question.choice, question.every_camera
        one = bool(choice.sheet.place)
        if not every:  # nobody's motive is left to the next person
            self.bar.motive.choose(question.motive)
        remarks = {
            Standing.EMPTY: self.tr("no footage"),
            Standing.UNREAD: self.tr("not indexed"),
        }
        listed = [(name, remarks.get(question.standing(name), "")) for name in every]
        self.cameras.show_cameras(listed, choice.cameras, one=one)
        self.alone.setText(self.tr("A place belongs to one picture: one camera is asked about."))
        self.alone.setVisible(one and len(every) > 1)
        unread = bool(choice.cameras) and question.standing(*choice.cameras) is Standing.UNREAD
        self.index.setVisible(unread)

    def _show_place(self) -> None:
        question, choice = self._question, self._question.choice
        self._where.setVisible(bool(choice.sheet.place))
        picture = question.backdrop.picture(choice.camera)
        self.preview.setVisible(picture is not None and choice.place is not None)
        self.preview.show_place(picture, choice.place, choice.direction)
        self.draw.setText(self._drawing_text(choice.sheet.place, choice.place is not None))
        self.draw.setEnabled(question.problem not in ("empty", "unread", "camera"))
        self.clear.setEnabled(choice.place is not None)
        words = choice.sheet.directions
        named = [(word, self._words.name("kinds.direction", word)) for word in words]
        self._which_way.setVisible(bool(words))
        self.direction.offer([("", self.tr("Any")), *named] if words else [])
        self.direction.show_chosen(choice.direction, choice.place)

    def _drawing_text(self, shape: str, drawn: bool) -> str:
        if shape == "line":
            return self.tr("Change the line") if drawn else self.tr("Draw the line")
        return self.tr("Change the zone") if drawn else self.tr("Draw the zone")

    def _show_settings(self) -> None:
        choice = self._question.choice
        if choice.sheet.kind != self._kind:
            self._kind = choice.sheet.kind
            self._rebuild_settings()
        for name, row in self.rows.items():
            row.show_value(choice.value(name))
        moved = len(choice.values)
        text = self.tr("Settings (changed: {count})") if moved else self.tr("Settings")
        self.fold.set_title(text.format(count=moved))
        self.reset.setEnabled(bool(moved))

    def _rebuild_settings(self) -> None:
        for row in self.rows.values():
            self._settings_rows.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._settings_rows.removeWidget(self.reset)
        self.rows = {}
        for slider in self._question.choice.sheet.parameters:
            values = stops(slider.low, slider.high, slider.unit, slider.default)
            row = SettingRow(
                self._theme,
                self._words.name("kinds.setting", slider.name),
                values,
                slider.default,
                lambda value, unit=slider.unit: amount(value, unit, self._words),  # type: ignore[misc]
                named=slider.unit in NAMED,
            )
            row.moved.connect(lambda value, name=slider.name: self._question.set_value(name, value))
            self.rows[slider.name] = row
            self._settings_rows.addWidget(row)
        self._settings_rows.addWidget(self.reset)

    def _show_foot(self) -> None:
        question = self._question
        query, problem = question.query(), question.problem
        self.bar.show_question(
            phrase(query, self._words) if query is not None else "",
            self._words.name("question.problem", problem) if problem else "",
            stale=question.stale,
        )
        nothing = question.standing() is Standing.EMPTY
        self._stack.setCurrentWidget(self.empty if nothing else self._page)
        self.bar.setVisible(not nothing)

    def sizeHint(self) -> QSize:
        return QSize(WIDE - 20, 640)
