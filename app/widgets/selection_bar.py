"""The stretch marked with in and out: from when to when, how long, and what to do with it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from app.theme import Theme
from app.widgets.icon_button import IconButton
from app.widgets.label import Label
from app.widgets.local_time import LocalTime


class SelectionBar(QWidget):
    """Hidden while nothing is marked."""

    export_wanted = Signal()
    cleared = Signal()

    def __init__(self, theme: Theme, times: LocalTime, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._times = times
        self.told = Label()
        self.export_button = QPushButton(theme.icon("export"), self.tr("Export the clip…"))
        self.clear_button = IconButton(theme, "close", self.tr("Clear the selection"))
        self.export_button.clicked.connect(self.export_wanted)
        self.clear_button.clicked.connect(self.cleared)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 8, 4)
        row.setSpacing(8)
        row.addWidget(self.told, 1)
        row.addWidget(self.export_button)
        row.addWidget(self.clear_button)
        self.tell(None, None)

    def tell(self, start: int | None, end: int | None) -> None:
        """Show both ends, in corrected microseconds; None for one that is not marked yet."""
        self.setVisible(start is not None or end is not None)
        self.export_button.setEnabled(start is not None and end is not None)
        if start is not None and end is not None:
            text = self.tr("Clip from {start} to {end} ({length})").format(
                start=self._clock(start),
                end=self._clock(end),
                length=self._times.length(end - start),
            )
        elif start is not None:
            text = self.tr("Clip from {start}: mark its end").format(start=self._clock(start))
        elif end is not None:
            text = self.tr("Clip up to {end}: mark its beginning").format(end=self._clock(end))
        else:
            text = ""
        self.told.setText(text)

    def _clock(self, at: int) -> str:
        return self._times.clock(at, fine=True)
