"""From when to when: all that is allowed, two typed instants, or a stretch around the playhead."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from app.theme import Theme
from app.widgets.instant import InstantEdit
from app.widgets.label import Label
from vsa_core.domain.moment import MICROSECONDS, Window

MINUTE = 60 * MICROSECONDS
REACHES = (MINUTE, 10 * MINUTE, 60 * MINUTE)


class PeriodBox(QWidget):
    """`changed` carries (first, last) in corrected microseconds, or None for all that is allowed.

    `around` carries how far on each side of the playhead; `selection_wanted`
    asks for what is selected on the timeline.
    """

    changed = Signal(object)  # tuple[int, int] | None
    around = Signal(object)  # int
    selection_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.whole = QRadioButton(self.tr("The whole authorised period"))
        self.part = QRadioButton(self.tr("A period:"))
        self.first = InstantEdit(theme)
        self.last = InstantEdit(theme)
        self.first.setAccessibleName(self.tr("Beginning of the period"))
        self.last.setAccessibleName(self.tr("End of the period"))
        self.selection = QPushButton(self.tr("Timeline selection"))
        self.reaches = {reach: self._reach(reach) for reach in REACHES}
        self.near = Label(self.tr("Around the picture on show:"), use="muted")
        self._lay_out()
        self._connect()
        self.show_period(None, None)
        self.offer(playhead=False, selection=False)

    def show_period(self, period: tuple[int, int] | None, allowed: Window | None) -> None:
        """Show that period; the fields begin with what is allowed. Emits nothing."""
        self.whole.setChecked(period is None)
        self.part.setChecked(period is not None)
        if period is None and allowed is not None:
            period = (allowed.start, allowed.end)
        for edit, instant in zip((self.first, self.last), period or (), strict=False):
            if edit.microseconds != instant:
                with QSignalBlocker(edit):
                    edit.set_microseconds(instant)
        for edit in (self.first, self.last):
            edit.setVisible(self.part.isChecked())
        for label in self._labels:
            label.setVisible(self.part.isChecked())

    def offer(self, *, playhead: bool, selection: bool) -> None:
        """Whether a picture is on show, and whether a stretch of the timeline is selected."""
        for button in self.reaches.values():
            button.setEnabled(playhead)
        self.near.setEnabled(playhead)
        self.selection.setEnabled(selection)

    def _reach(self, reach: int) -> QPushButton:
        minutes = reach // MINUTE
        text = self.tr("± {count} min") if minutes < 60 else self.tr("± {count} h")
        count = minutes if minutes < 60 else minutes // 60
        button = QPushButton(text.format(count=count))
        button.clicked.connect(lambda: self.around.emit(reach))
        return button

    def _connect(self) -> None:
        self.whole.clicked.connect(lambda: self.changed.emit(None))
        self.part.clicked.connect(self._typed)
        self.first.changed.connect(self._typed)
        self.last.changed.connect(self._typed)
        self.selection.clicked.connect(self.selection_wanted)

    def _typed(self) -> None:
        self.changed.emit((self.first.microseconds, self.last.microseconds))

    def _lay_out(self) -> None:
        self._labels = (Label(self.tr("From"), use="muted"), Label(self.tr("To"), use="muted"))
        typed = QVBoxLayout()
        typed.setContentsMargins(0, 0, 0, 0)
        typed.setSpacing(4)
        for label, edit in zip(self._labels, (self.first, self.last), strict=True):
            label.setBuddy(edit)
            typed.addWidget(label)
            typed.addWidget(edit)
        near = QHBoxLayout()
        near.setSpacing(4)
        for button in self.reaches.values():
            near.addWidget(button, 1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(4)
        rows.addWidget(self.whole)
        rows.addWidget(self.part)
        rows.addLayout(typed)
        rows.addSpacing(4)
        rows.addWidget(self.near)
        rows.addLayout(near)
        rows.addWidget(self.selection)
