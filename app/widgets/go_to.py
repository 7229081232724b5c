"""A small window over the player in which a person types the time to go to."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDateTimeEdit,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from app.theme import Theme
from app.widgets.instant import InstantEdit
from app.widgets.label import Label


class GoTo(QFrame):
    """`wanted` carries corrected microseconds; Escape closes it.

    A person may type the time that the recorder shows, as it stands in the
    picture: `offset` makes the corrected time of it.
    """

    wanted = Signal(object)  # int

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._offset = 0
        self.corrected = QRadioButton(self.tr("Corrected time"))
        self.shown = QRadioButton(self.tr("Time shown by the recorder"))
        self.instant = InstantEdit(theme)
        self.button = QPushButton(self.tr("Go"))
        self.button.setProperty("use", "primary")
        self.button.clicked.connect(self._go)
        self.corrected.setChecked(True)
        self.shown.toggled.connect(self._convert)
        self._lay_out()

    def open_at(self, place: QPoint, at: int, offset: int | None) -> None:
        """Open with its lower left corner at `place` of the screen.

        `at`: corrected time to begin with; `offset`: microseconds to add to
        the shown time, None where nobody claimed the clock.
        """
        self._offset = offset or 0
        self.corrected.setChecked(True)
        self.shown.setEnabled(offset is not None)
        self.instant.set_microseconds(at)
        self.adjustSize()
        self.move(place - QPoint(0, self.height()))
        self.show()
        self.instant.field.setFocus()
        self.instant.field.setSelectedSection(QDateTimeEdit.Section.HourSection)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._go()
        else:
            super().keyPressEvent(event)

    def _convert(self, shown: bool) -> None:
        """The same instant, on the other clock."""
        change = -self._offset if shown else self._offset
        self.instant.set_microseconds(self.instant.microseconds + change)

    def _go(self) -> None:
        at = self.instant.microseconds + (self._offset if self.shown.isChecked() else 0)
        self.close()
        self.wanted.emit(at)

    def _lay_out(self) -> None:
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAccessibleName(self.tr("Go to a time"))
        self.instant.setAccessibleName(self.tr("Time"))
        rows = QVBoxLayout(self)
        rows.setContentsMargins(12, 12, 12, 12)
        rows.setSpacing(8)
        rows.addWidget(Label(self.tr("Go to a time"), use="strong"))
        rows.addWidget(self.corrected)
        rows.addWidget(self.shown)
        last = QHBoxLayout()
        last.setSpacing(8)
        last.addWidget(self.instant, 1)
        last.addWidget(self.button)
        rows.addLayout(last)
