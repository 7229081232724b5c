"""Both clocks of the picture on show, its exact address, and what holds of it."""

from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.theme import Theme
from app.widgets.badge import Badge
from app.widgets.clock import Clock
from app.widgets.elided import Elided
from app.widgets.label import Label
from app.widgets.tip import plain_tip

SIDE = 16
NONE = "–"


@dataclass(frozen=True, slots=True)
class Reading:
    """What the read-out shows, as text; "" where there is nothing to say.

    corrected: with its uncertainty; shown: what the recorder's clock said;
    number: picture of how many; address: its pts; tick: the time base of
    that; opening, masked, rate, variable: badges.
    """

    camera: str = ""
    file: str = ""
    corrected: str = ""
    shown: str = ""
    number: str = ""
    address: str = ""
    tick: str = ""
    opening: str = ""
    masked: str = ""
    rate: str = ""
    variable: str = ""


class ReadOut(QWidget):
    """Two lines over the picture: where it comes from and what holds of it, then when it is."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.mark = Label()
        self.camera = Label(use="strong")
        self.file = Elided(use="muted")
        self.opening = Badge(theme, "film", "accent")
        self.masked = Badge(theme, "mask")
        self.rate = Badge(theme, "fast-forward", "accent")
        self.variable = Badge(theme, "clock", "warning")
        self.corrected = Clock(widest="00/00/0000 00:00:00,000 ±0 s")
        self.shown = Clock()
        self.number = Clock(widest="00000 / 00000")
        self.address = Label(use="muted")
        self._lay_out(theme)
        self.tell(Reading())

    def tell(self, reading: Reading) -> None:
        """Show this."""
        self.mark.setVisible(bool(reading.camera))
        self.camera.setText(reading.camera)
        self.file.setText(reading.file)
        for label, text in (
            (self.corrected, reading.corrected),
            (self.shown, reading.shown),
            (self.number, reading.number),
        ):
            label.setText(text or NONE)
        self.address.setText(reading.address)
        self.address.setToolTip(plain_tip(reading.tick))
        self.opening.say(reading.opening)
        self.masked.say(reading.masked)
        self.rate.say(reading.rate)
        self.variable.say(reading.variable)

    def _lay_out(self, theme: Theme) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(12, 8, 12, 8)
        rows.setSpacing(4)
        rows.addLayout(self._origin(theme))
        rows.addLayout(self._times())

    def _origin(self, theme: Theme) -> QHBoxLayout:
        self.mark.setPixmap(theme.icon("camera", "muted").pixmap(QSize(SIDE, SIDE)))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.mark)
        row.addWidget(self.camera)
        row.addWidget(self.file, 1)
        row.addWidget(self.address)
        for badge in (self.opening, self.rate, self.variable, self.masked):
            row.addWidget(badge)
        return row

    def _times(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(0)
        told = (
            (self.corrected, self.tr("Corrected time")),
            (self.shown, self.tr("Shown by the recorder")),
            (self.number, self.tr("Picture in reel")),
        )
        for column, (value, text) in enumerate(told):
            title = Label(text, use="muted")
            title.setBuddy(value)
            value.setAccessibleName(text)
            value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            grid.addWidget(title, 0, column)
            grid.addWidget(value, 1, column)
        grid.setColumnStretch(len(told), 1)
        return grid
