"""A value that people copy on a wide page: its button stands beside it, not at the far end."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.theme import Theme
from app.widgets.copyable import Copyable


class CopyLine(QWidget):
    """`copyable` as wide as its text where there is room; elided where there is not."""

    def __init__(
        self,
        theme: Theme,
        name: str,
        shown: str,
        whole: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.copyable = Copyable(theme, name, shown, whole)
        self.copyable.text.ensurePolished()  # else its font is not yet that of the theme
        text = self.copyable.text.fontMetrics().horizontalAdvance(f"{shown} ")
        beside = self.copyable.sizeHint().width() - self.copyable.text.sizeHint().width()
        self.copyable.setMaximumWidth(text + beside)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.copyable, 1)
        row.addStretch()
