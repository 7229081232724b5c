"""Fields one under the other, their titles beside them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.widgets.field import Field

LETTERS = 20
"""Width of the titles, so that the pages of one form line up."""

BASELINE = 6
"""Pixels from the top of a control to the top of its text."""


class Form(QWidget):
    """A column of fields, in the order in which the Tab key visits them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = QGridLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setHorizontalSpacing(16)
        self._rows.setVerticalSpacing(12)
        self._rows.setColumnMinimumWidth(0, self.fontMetrics().averageCharWidth() * LETTERS)
        self._rows.setColumnStretch(1, 1)

    def add(self, field: Field) -> None:
        """Put one more field at the end."""
        row = self._rows.rowCount()
        field.title.setContentsMargins(0, BASELINE, 0, 0)
        beside = QWidget()
        lines = QVBoxLayout(beside)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        lines.addWidget(field.title)
        lines.addWidget(field.article)
        self._rows.addWidget(beside, row, 0, Qt.AlignmentFlag.AlignTop)
        self._rows.addWidget(field, row, 1, Qt.AlignmentFlag.AlignTop)
