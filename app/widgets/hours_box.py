"""At which hours of the day, on which days of the week, if that matters."""

from PySide6.QtCore import QSignalBlocker, QTime, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QTimeEdit, QToolButton, QVBoxLayout, QWidget

from app.widgets.label import Label
from app.widgets.steady import steady
from app.widgets.tip import plain_tip
from app.words import Words
from vsa_core.domain.filters import DAY, Hours

NIGHT = Hours(22 * 60, 5 * 60)
"""What the field offers first."""

WEEK = 7


class HoursBox(QWidget):
    """`changed` carries the Hours, `dropped` comes when any hour will do."""

    changed = Signal(object)  # Hours
    dropped = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hours = NIGHT
        self.on = QCheckBox(self.tr("At certain hours"))
        self.start = self._edit(self.tr("From"))
        self.end = self._edit(self.tr("Until"))
        self.days = [self._day(words.name("question.day", str(day))) for day in range(WEEK)]
        self.note = Label(wraps=True, use="muted")
        self._body = QWidget()
        self._lay_out()
        self.on.clicked.connect(self._switched)
        self.show_hours(None)

    def show_hours(self, hours: Hours | None) -> None:
        """Show these hours, or that any will do."""
        with QSignalBlocker(self.on):
            self.on.setChecked(hours is not None)
        self._body.setVisible(hours is not None)
        self._hours = hours or self._hours
        for edit, minutes in ((self.start, self._hours.start), (self.end, self._hours.end)):
            with QSignalBlocker(edit):
                edit.setTime(QTime(minutes // 60 % 24, minutes % 60))
        for day, button in enumerate(self.days):
            button.setChecked(day in self._hours.days)
        over = self._hours.end <= self._hours.start
        told = self.tr("Over midnight.") if over else ""
        every = self.tr("No day pressed: every day.") if not self._hours.days else ""
        zone = self.tr("Local time, {zone}.").format(zone=self._hours.zone)
        self.note.setText(" ".join(part for part in (told, every, zone) if part))

    def _switched(self, on: bool) -> None:
        if on:
            self.changed.emit(self._hours)
        else:
            self.dropped.emit()

    def _moved(self) -> None:
        """A start and an end alike mean the whole day: the end is then its 24th hour."""
        start, end = (_minutes(edit.time()) for edit in (self.start, self.end))
        days = tuple(day for day, button in enumerate(self.days) if button.isChecked())
        if start == end:
            start, end = 0, DAY
        hours = Hours(start, end, days, self._hours.zone)
        if hours != self._hours:
            self.changed.emit(hours)

    def _edit(self, name: str) -> QTimeEdit:
        edit = QTimeEdit()
        edit.setDisplayFormat("HH:mm")
        edit.setAccessibleName(name)
        edit.setWrapping(True)
        steady(edit)
        edit.timeChanged.connect(self._moved)
        return edit

    def _day(self, name: str) -> QToolButton:
        button = QToolButton()
        button.setCheckable(True)
        button.setText(name[:1].upper())
        button.setAccessibleName(name)
        button.setToolTip(plain_tip(name))
        button.clicked.connect(self._moved)
        return button

    def _lay_out(self) -> None:
        times = QHBoxLayout()
        times.setSpacing(8)
        for label, edit in ((self.tr("From"), self.start), (self.tr("until"), self.end)):
            times.addWidget(Label(label))
            times.addWidget(edit, 1)
        days = QHBoxLayout()
        days.setSpacing(4)
        for button in self.days:
            days.addWidget(button, 1)
        body = QVBoxLayout(self._body)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(4)
        body.addLayout(times)
        body.addLayout(days)
        body.addWidget(self.note)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(4)
        rows.addWidget(self.on)
        rows.addWidget(self._body)


def _minutes(time: QTime) -> int:
    return time.hour() * 60 + time.minute()
