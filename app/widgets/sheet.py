"""A page of one column that scrolls when it must, so that nothing is cut at any size of text."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)


class Sheet(QScrollArea):
    """Put things into `rows`; the column is never wider than `letters` of the font."""

    def __init__(
        self, letters: int, parent: QWidget | None = None, *, margins: tuple[int, int] = (24, 24)
    ) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.column = QWidget()
        self.column.setMaximumWidth(self.fontMetrics().averageCharWidth() * letters)
        self.rows = QVBoxLayout(self.column)
        self.rows.setContentsMargins(0, 0, 0, 0)
        self.rows.setSpacing(12)
        page = QWidget()
        across = QHBoxLayout(page)
        across.setContentsMargins(margins[0], margins[1], margins[0], margins[1])
        across.addWidget(self.column, 1)
        across.addStretch()
        self.setWidget(page)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What is being written stays in sight when a notice takes some of the room."""
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._keep_in_sight)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QTimer.singleShot(0, self, self._keep_in_sight)

    def _keep_in_sight(self) -> None:
        """Once the layouts have settled."""
        written = QApplication.focusWidget()
        if written is not None and self.isAncestorOf(written):
            self.ensureWidgetVisible(written)
