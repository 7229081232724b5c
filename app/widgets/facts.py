"""Names and values below each other, as in an inspector."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLayoutItem, QWidget

from app.widgets.label import Label


class Facts(QWidget):
    """Rows of a name and a value; a value is text, or a widget that shows it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(1, 1)

    def fill(self, rows: tuple[tuple[str, str | QWidget], ...]) -> None:
        """Show these rows instead; a row without a name goes on under the one above."""
        while (item := self._grid.takeAt(0)) is not None:
            _forget(item)
        for row, (name, value) in enumerate(rows):
            shown = Label(value, wraps=True) if isinstance(value, str) else value
            label = Label(name, use="muted")
            top, middle = Qt.AlignmentFlag.AlignTop, Qt.AlignmentFlag.AlignVCenter
            self._grid.addWidget(label, row, 0, top if isinstance(value, str) else middle)
            self._grid.addWidget(shown, row, 1)
            for widget in (label, shown):
                widget.show()  # else Qt shows it a turn later, and the pane flickers
            if isinstance(value, str):
                shown.setAccessibleName(f"{name}: {value}")


def _forget(item: QLayoutItem) -> None:
    widget = item.widget()
    if widget is not None:
        widget.hide()
        widget.deleteLater()
