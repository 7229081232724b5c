"""Whose acts, in which case, of which sort and when; and the hours that a service keeps."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from app.state.audit_chart import Bar
from app.theme import Theme
from app.widgets.instant import InstantEdit
from app.widgets.label import Label
from app.widgets.steady import steady
from app.words import Words
from vsa_core.domain.case import Act
from vsa_core.domain.moment import MICROSECONDS, Window

DAY = 86_400 * MICROSECONDS
LENGTHS = (30, 90, 365)
CHOSEN = -1
ALL = 0
NARROW = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon


class FiltersPane(QWidget):
    """`wanted` when the journal is to be read under what the fields say."""

    wanted = Signal()

    def __init__(self, words: Words, theme: Theme, now: int, parent: QWidget | None = None) -> None:
        """`now`, in microseconds since 1970 UTC, is where the periods proposed end."""
        super().__init__(parent)
        self._now = now
        self.person, self.case, self.act = QLineEdit(), QLineEdit(), QComboBox()
        self.period = QComboBox()
        self.start, self.end = InstantEdit(theme), InstantEdit(theme)
        self.first, self.last = QSpinBox(), QSpinBox()
        self.read = QPushButton(theme.icon("filter"), self.tr("Read"))
        self.read.setProperty("use", "primary")
        self._fill(words)
        self._lay_out()
        self._connect()
        self._limit()

    @property
    def span(self) -> Window | None:
        """The period chosen, None for all of the journal."""
        days = self.period.currentData()
        if days == ALL:
            return None
        if days != CHOSEN:
            return Window(self._now - days * DAY, self._now + DAY)
        start, end = self.start.microseconds, self.end.microseconds
        return Window(start, end) if start < end else None

    @property
    def chosen_act(self) -> Act | None:
        """The act chosen, None for every one."""
        return Act(self.act.currentData()) if self.act.currentData() else None

    def choose_bar(self, bar: Bar) -> None:
        """Make the period that of a bar of the chart, and ask for it."""
        self.start.set_microseconds(bar.start)
        self.end.set_microseconds(bar.end)
        self.period.setCurrentIndex(self.period.findData(CHOSEN))
        self.wanted.emit()

    def _fill(self, words: Words) -> None:
        self.act.addItem(self.tr("Every act"), "")
        for act in Act:
            self.act.addItem(words.name("cli.acts", act.value), act.value)
        for days in LENGTHS:
            self.period.addItem(self.tr("The last {count} days").format(count=days), days)
        self.period.addItem(self.tr("All of the journal"), ALL)
        self.period.addItem(self.tr("Between two dates"), CHOSEN)
        self.start.set_microseconds(self._now - LENGTHS[0] * DAY)
        self.end.set_microseconds(self._now + DAY)
        self.person.setPlaceholderText(self.tr("Everybody"))
        self.case.setPlaceholderText(self.tr("Every case"))
        for combo in (self.act, self.period):
            combo.setSizeAdjustPolicy(NARROW)
            combo.setMinimumContentsLength(12)
            steady(combo)
        for box, hour in ((self.first, 7), (self.last, 20)):
            box.setRange(0, 24)
            box.setSuffix(self.tr(":00"))
            box.setValue(hour)
            steady(box)

    def _lay_out(self) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(4)
        for title, widget in (
            (self.tr("Person"), self.person),
            (self.tr("Case"), self.case),
            (self.tr("Act"), self.act),
            (self.tr("Period"), self.period),
        ):
            widget.setAccessibleName(title)
            rows.addWidget(Label(title, use="muted"))
            rows.addWidget(widget)
            rows.addSpacing(2)
        for edit, title in ((self.start, self.tr("From")), (self.end, self.tr("To"))):
            edit.setAccessibleName(title)
            rows.addWidget(edit)
        rows.addWidget(Label(self.tr("Hours of the service (Paris)"), use="muted"))
        rows.addLayout(self._hours())
        rows.addSpacing(4)
        rows.addWidget(self.read)

    def _hours(self) -> QHBoxLayout:
        across = QHBoxLayout()
        across.setSpacing(6)
        self.first.setAccessibleName(self.tr("First hour of the service"))
        self.last.setAccessibleName(self.tr("Last hour of the service"))
        across.addWidget(self.first, 1)
        across.addWidget(Label(self.tr("to")))
        across.addWidget(self.last, 1)
        return across

    def _connect(self) -> None:
        self.read.clicked.connect(self.wanted)
        self.person.returnPressed.connect(self.wanted)
        self.case.returnPressed.connect(self.wanted)
        self.period.currentIndexChanged.connect(self._limit)

    def _limit(self) -> None:
        chosen = self.period.currentData() == CHOSEN
        self.start.setVisible(chosen)
        self.end.setVisible(chosen)
