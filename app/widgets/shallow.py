"""A label that takes as many lines as it needs, up to a few: then it scrolls."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from app.widgets.label import Label


class Shallow(QScrollArea):
    """Shows `label` over `lines` lines at most; longer text is scrolled, by keys too."""

    def __init__(self, label: Label, lines: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = label
        self._lines = lines
        label.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.setWidget(label)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def fit(self) -> None:
        """Take the height of the text, or of the few lines."""
        metrics = self._label.fontMetrics()
        wide = max(self.viewport().width(), 1)
        need = self._label.heightForWidth(wide)
        most = metrics.lineSpacing() * self._lines + 2
        self.setFixedHeight(min(max(need, metrics.lineSpacing()), most))
        scrolls = need > most
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if scrolls else Qt.FocusPolicy.NoFocus)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def sizeHint(self) -> QSize:
        return QSize(200, self.height())
