"""A day that a person types, in Paris; it may be left open where it is said so."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QCheckBox, QDateEdit, QHBoxLayout, QWidget

from app.widgets.steady import steady

PARIS = ZoneInfo("Europe/Paris")
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)


class DayEdit(QWidget):
    """A date; with `open_text`, a box beside it that says there is none, ticked at first."""

    changed = Signal()

    def __init__(self, open_text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = QDateEdit()
        self.field.setDisplayFormat(self.tr("yyyy-MM-dd"))
        steady(self.field)
        self.none = QCheckBox(open_text)
        self.none.setVisible(bool(open_text))
        self.none.setChecked(bool(open_text))
        self.field.setEnabled(not open_text)
        self.setFocusProxy(self.none if open_text else self.field)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.field)
        row.addWidget(self.none)
        row.addStretch()
        self.none.toggled.connect(self._opened)
        self.field.dateChanged.connect(lambda _: self.changed.emit())

    @property
    def start(self) -> int | None:
        """The first microsecond of the day since 1970 UTC; None where there is none."""
        return None if self.none.isChecked() else _midnight(self._day())

    @property
    def end(self) -> int | None:
        """The first microsecond after the day; None where there is none."""
        return None if self.none.isChecked() else _midnight(self._day() + timedelta(days=1))

    def show_day(self, instant: int | None) -> None:
        """Show the day of an instant, or that there is none; the day before stays proposed."""
        self.none.setChecked(instant is None)
        if instant is not None:
            there = (EPOCH + instant * MICROSECOND).astimezone(PARIS)
            self.field.setDate(QDate(there.year, there.month, there.day))

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.field.setAccessibleName(name)

    def _day(self) -> date:
        shown = self.field.date()
        return date(shown.year(), shown.month(), shown.day())

    def _opened(self, none: bool) -> None:
        self.field.setEnabled(not none)
        self.changed.emit()


def _midnight(day: date) -> int:
    """The beginning of a day in Paris, in microseconds since 1970 UTC."""
    there = datetime(day.year, day.month, day.day, tzinfo=PARIS)
    return (there.astimezone(UTC) - EPOCH) // MICROSECOND
