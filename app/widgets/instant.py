"""A date and a time that a person types, in the hour of a named place."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import QDateTime, QSignalBlocker, Qt, QTimeZone, Signal
from PySide6.QtWidgets import QComboBox, QDateTimeEdit, QVBoxLayout, QWidget

from app.theme import Theme
from app.widgets.label import Label
from app.widgets.steady import steady
from app.widgets.tip import plain_tip

PARIS = "Europe/Paris"
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)


class InstantEdit(QWidget):
    """A local date and time to the millisecond; `changed` carries corrected microseconds.

    An hour that comes twice, when clocks go back, asks which of the two is
    meant. One that never comes, when clocks go forward, is read as the same
    stretch of time later, and says so.
    """

    changed = Signal(object)  # int

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, zone: str = PARIS) -> None:
        super().__init__(parent)
        self._zone = ZoneInfo(zone)
        self._below = 0
        self.field = QDateTimeEdit()
        self.which = QComboBox()
        self.said = Label(wraps=True, use="warning")
        self._set_up(zone)
        self._lay_out()
        self.field.dateTimeChanged.connect(self._typed)
        self.field.editingFinished.connect(self._finished)
        self.which.currentIndexChanged.connect(self._told)

    @property
    def microseconds(self) -> int:
        """Microseconds of corrected time since 1970 UTC."""
        found = instants(self._wall(), self._zone)
        return found[min(max(self.which.currentIndex(), 0), len(found) - 1)] + self._below

    def set_microseconds(self, instant: int) -> None:
        """Show that instant, cut to the millisecond; `microseconds` still gives it whole."""
        before = self.microseconds
        local = (EPOCH + instant * MICROSECOND).astimezone(self._zone)
        shown = (local.replace(tzinfo=UTC, fold=0) - EPOCH) // timedelta(milliseconds=1)
        with QSignalBlocker(self.field), QSignalBlocker(self.which):
            self.field.setDateTime(QDateTime.fromMSecsSinceEpoch(shown, QTimeZone.utc()))
            self.which.setCurrentIndex(local.fold)
        self._below = instant % 1000
        self._say()
        if instant != before:
            self.changed.emit(instant)

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.field.setAccessibleName(name)

    def _wall(self) -> datetime:
        """What the field shows, as if it were UTC."""
        return EPOCH + timedelta(milliseconds=self.field.dateTime().toMSecsSinceEpoch())

    def _typed(self) -> None:
        self._below = 0
        with QSignalBlocker(self.which):
            self.which.setCurrentIndex(0)
        self._say()
        self.changed.emit(self.microseconds)

    def _told(self) -> None:
        self.changed.emit(self.microseconds)

    def _finished(self) -> None:
        """Move an hour that never comes to the one that is meant."""
        if not exists(self._wall(), self._zone):
            said = self.said.text()
            self.set_microseconds(self.microseconds)
            self._show_said(said)

    def _say(self) -> None:
        wall = self._wall()
        twice = len(instants(wall, self._zone)) > 1
        self.which.setVisible(twice)
        if twice:
            self._show_said(self.tr("Clocks went back: this time comes twice."))
        elif not exists(wall, self._zone):
            self._show_said(
                self.tr("Clocks went forward: this time never comes, it is read later.")
            )
        else:
            self._show_said("")

    def _show_said(self, text: str) -> None:
        self.said.setText(text)
        self.said.setVisible(bool(text))

    def _set_up(self, zone: str) -> None:
        self.field.setTimeZone(QTimeZone.utc())
        self.field.setDisplayFormat(self.tr("yyyy-MM-dd HH:mm:ss.zzz"))
        self.field.setProperty("use", "mono")
        self.field.setAccessibleDescription(zone)
        self.field.setToolTip(plain_tip(zone))
        steady(self.field)
        steady(self.which)
        self.which.addItems([self.tr("the first time"), self.tr("the second time")])
        self.which.setAccessibleName(self.tr("Which of the two"))
        self.setFocusProxy(self.field)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _lay_out(self) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(4)
        for part in (self.field, self.said, self.which):
            rows.addWidget(part)
        self.said.hide()
        self.which.hide()


def instants(wall: datetime, zone: ZoneInfo) -> tuple[int, ...]:
    """The instants, one or two, at which clocks of `zone` show `wall`, in microseconds.

    `wall` is written as if it were UTC. For an hour that never comes: the one
    that the clock would have shown, had it not gone forward.
    """
    found = [
        (wall.replace(tzinfo=zone, fold=fold).astimezone(UTC) - EPOCH) // MICROSECOND
        for fold in (0, 1)
    ]
    return tuple(sorted(set(found))) if exists(wall, zone) else (found[0],)


def exists(wall: datetime, zone: ZoneInfo) -> bool:
    """Whether clocks of `zone` ever show `wall`, which is written as if it were UTC."""
    there = wall.replace(tzinfo=zone).astimezone(UTC).astimezone(zone)
    return there.replace(tzinfo=UTC, fold=0) == wall
