"""One hit explained: when, where, by which measure, from what; and what a person decides of it."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGroupBox,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.state.explaining import Explaining
from app.state.hits import Hits
from app.theme import Theme
from app.times import doubt
from app.widgets import hit_words, miss_words
from app.widgets.copyable import Copyable
from app.widgets.deciding import Deciding
from app.widgets.empty import Empty
from app.widgets.event_parts import EventParts
from app.widgets.facts import Facts
from app.widgets.gauge import Gauge
from app.widgets.label import Label
from app.widgets.measured import WHOLE, Measured, measured
from app.widgets.misses_pane import MissesPane
from app.widgets.pedigree import PedigreeSheet
from app.widgets.rule import Rule
from app.widgets.still import Still
from app.words import Words, visible
from vsa_core.domain.event import Event, Hit, Stamp

SIGN = 20


class DetailsView(QWidget):
    """Shows the chosen hit; asks for what needs a motive, and decides nothing itself."""

    match_wanted = Signal(object)  # Hit
    reject_wanted = Signal(object)  # Hit
    doubt_wanted = Signal(object)  # Hit
    part_wanted = Signal(object)  # Event
    examine_wanted = Signal(object)  # Hit
    export_wanted = Signal(object)  # Hit
    show_wanted = Signal(object)  # Hit

    def __init__(
        self,
        hits: Hits,
        explaining: Explaining,
        words: Words,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._hits = hits
        self._explaining = explaining
        self._words = words
        self._theme = theme
        self._make()
        self._lay_out()
        hits.chosen.connect(self._tell)
        hits.changed.connect(self._tell_decision)
        explaining.changed.connect(self._tell_misses)
        hits.thumbnails.arrived.connect(self._tell_picture)
        self._tell(hits.current)

    def _make(self) -> None:
        self.still = Still(self._theme)
        self.title = Label(use="heading", wraps=True)
        self.sign = Label()
        self.what = Label(wraps=True)
        self.caution = Label(
            self.tr("Element to verify: the program establishes nothing."), wraps=True, use="muted"
        )
        self.when = Facts()
        self.rule = Label(wraps=True)
        self.pedigree = PedigreeSheet(self._theme)
        self.parts = EventParts(self._words, self._theme)
        self.parts.wanted.connect(self.part_wanted)
        self.misses = MissesPane(self._theme)
        self.misses.wanted.connect(self._ask_misses)
        self.deciding = Deciding(self._theme)
        self.show_it = self._tool("play", self.tr("See"))
        self.examine = self._tool("examine", self.tr("Examine…"))
        self.export = self._tool("export", self.tr("Export…"))
        for button, wanted in (
            (self.deciding.match, self.match_wanted),
            (self.deciding.reject, self.reject_wanted),
            (self.deciding.doubt, self.doubt_wanted),
            (self.show_it, self.show_wanted),
            (self.examine, self.examine_wanted),
            (self.export, self.export_wanted),
        ):
            button.clicked.connect(lambda _=False, wanted=wanted: wanted.emit(self._hits.current))

    def _tool(self, icon: str, text: str) -> QToolButton:
        button = QToolButton()
        button.setIcon(self._theme.icon(icon))
        button.setIconSize(QSize(SIGN, SIGN))
        button.setText(text)
        button.setAccessibleName(text)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        return button

    def _lay_out(self) -> None:
        self._whole = QWidget()
        rows = QVBoxLayout(self._whole)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self._scrolled(), 1)
        rows.addWidget(Rule(self._theme))
        rows.addWidget(self.deciding)
        text = self.tr("Choose a result to read why it was found, and to decide on it.")
        self.empty = Empty(self._theme, "info", self.tr("No result chosen"), text)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self.empty)
        self._pages.addWidget(self._whole)

    def _scrolled(self) -> QScrollArea:
        body = QWidget()
        rows = QVBoxLayout(body)
        rows.setContentsMargins(12, 12, 12, 12)
        rows.setSpacing(8)
        rows.addWidget(self.still)
        rows.addWidget(self.title)
        rows.addLayout(self._signed(self.sign, self.what))
        rows.addLayout(self._tools())
        rows.addWidget(self.caution)
        self._measures = QVBoxLayout()
        self._measures.setSpacing(8)
        why = QVBoxLayout()
        why.addWidget(self.rule)
        why.addLayout(self._measures)
        self._parts_group = self._group(self.tr("What it is made of"), self.parts)
        rows.addWidget(self._parts_group)
        rows.addWidget(self._group(self.tr("When and where"), self.when))
        rows.addWidget(self._group(self.tr("Why"), why))
        rows.addWidget(self._group(self.tr("What nearly was one"), self.misses))
        rows.addWidget(self._group(self.tr("Where it comes from"), self.pedigree))
        rows.addStretch()
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidgetResizable(True)
        area.setWidget(body)
        return area

    def _tools(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(4)
        for button in (self.show_it, self.examine, self.export):
            row.addWidget(button, 1)
        return row

    def _signed(self, sign: Label, text: Label) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(sign)
        row.addWidget(text, 1)
        return row

    def _group(self, title: str, inside: QWidget | QVBoxLayout) -> QGroupBox:
        group = QGroupBox(title)
        rows = QVBoxLayout(group)
        rows.setContentsMargins(0, 4, 0, 0)
        if isinstance(inside, QWidget):
            rows.addWidget(inside)
        else:
            inside.setSpacing(8)
            rows.addLayout(inside)
        return group

    def _tell(self, hit: Hit | None) -> None:
        self._pages.setCurrentWidget(self.empty if hit is None else self._whole)
        if hit is None:
            return
        event, words = hit.event, self._words
        icon = self._theme.icon(hit_words.class_icon(event.object_class))
        self.title.setText(self._title(event))
        self.sign.setPixmap(icon.pixmap(QSize(SIGN, SIGN)))
        track = self.tr("track no. {number}").format(number=event.track)
        parts = (hit_words.what(event, words), track, hit_words.direction(event, words))
        self.what.setText(", ".join(part for part in parts if part))
        self.rule.setText(words.name("kinds.rule", event.rule))
        self.when.fill(self._when(event))
        self._tell_measures(event)
        self._parts_group.setVisible(bool(event.parts))
        self.parts.tell(event.parts, self._hits.files, sequence=event.kind == "then")
        self._tell_misses()
        self.pedigree.fill(event.pedigree)
        self._tell_picture()
        self._tell_decision()

    def _title(self, event: Event) -> str:
        names = [self._words.name("kinds.kind", part.kind) for part in event.parts]
        if event.kind == "then" and len(names) == 2:
            return self.tr("{first}, then {second}").format(first=names[0], second=names[1])
        return self._words.name("kinds.kind", event.kind)

    def _when(self, event: Event) -> tuple[tuple[str, str | QWidget], ...]:
        start, end = event.start, event.end
        rows: list[tuple[str, str | QWidget]] = [
            (self.tr("Camera"), visible(event.camera)),
            (self.tr("File"), self._file(start)),
            (self.tr("Beginning"), hit_words.when(start, self._words, self._hits.files)),
            ("PTS", self._address(self.tr("Address of the beginning"), start)),
        ]
        if end.footage != start.footage:
            rows.append((self.tr("Then"), self._file(end)))
        if (end.footage, end.pts) != (start.footage, start.pts):
            rows += [
                (self.tr("End"), hit_words.when(end, self._words, self._hits.files)),
                ("PTS", self._address(self.tr("Address of the end"), end)),
            ]
        length = hit_words.length(event, self._words)
        if length:
            rows.append((self.tr("Length"), length))
        return (*rows, (self.tr("Clock"), self._clock(start)))

    def _file(self, stamp: Stamp) -> Copyable:
        """The name of the file; its name and digest are copied."""
        footage = self._hits.files.get(stamp.footage)
        name = visible(footage.name) if footage else f"{stamp.footage[:12]}…"
        whole = f"{name} {stamp.footage}" if footage else stamp.footage
        return Copyable(self._theme, self.tr("File"), name, whole)

    def _address(self, name: str, stamp: Stamp) -> Copyable:
        """The pts and its time base: with the file, the very picture, in any program."""
        at = f"{stamp.pts} × {stamp.time_base.numerator}/{stamp.time_base.denominator} s"
        return Copyable(self._theme, name, at, f"{stamp.footage} {at}")

    def _clock(self, stamp: Stamp) -> str:
        footage = self._hits.files.get(stamp.footage)
        if stamp.corrected is None:
            return self.tr("not claimed: the time of day is not known")
        if footage is None or footage.clock is None:
            return self.tr("Paris time, corrected as claimed")
        half = doubt(footage.clock.uncertainty, self._words.language)
        text = self.tr("Paris time, corrected as claimed by {author}, {doubt}")
        return text.format(author=visible(footage.clock.author), doubt=half)

    def _tell_measures(self, event: Event) -> None:
        while (item := self._measures.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        found = [measured(measure, self._words, self._theme) for measure in event.measures]
        score = Gauge(self._theme, event.score, None, WHOLE)
        found.append(Measured(self.tr("Score"), hit_words.grade(event.score), score))
        for one in found:
            self._measures.addWidget(one)
            one.show()

    def _tell_picture(self, *_: object) -> None:
        hit = self._hits.current
        if hit is None:
            return
        code = self._hits.thumbnails.code(hit.name)
        message = self.tr("No picture [{code}]").format(code=code) if code else ""
        self.still.show_image(self._hits.thumbnails.picture(hit.name), message)

    def _tell_decision(self) -> None:
        hit = self._hits.current
        if hit is not None:
            provisional = self._hits.provisional
            self.deciding.tell(self._hits.verdict(hit.name), provisional=provisional)
            self.misses.ask.setEnabled(not provisional)

    def _ask_misses(self) -> None:
        if self._hits.current is not None:
            self._explaining.ask(self._hits.current.name)

    def _tell_misses(self) -> None:
        hit = self._hits.current
        if hit is None:
            return
        told = self._explaining.told(hit.name)
        if self._explaining.busy(hit.name):
            self.misses.tell_busy()
        elif told is None:
            self.misses.tell_nothing()
        else:
            words = self._words
            self.misses.tell(
                [(miss_words.what(m, words), miss_words.lacked(m, words)) for m in told.misses]
            )
