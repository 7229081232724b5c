"""A group that opens and closes: what is seldom needed lies folded."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QSizePolicy, QToolButton, QVBoxLayout, QWidget

from app.theme import Theme


class Fold(QWidget):
    """A heading that is a button, over `body`; closed at first."""

    def __init__(
        self, theme: Theme, title: str, body: QWidget, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.body = body
        self.head = QToolButton()
        self.head.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.head.setIconSize(QSize(16, 16))
        self.head.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.head.clicked.connect(lambda: self.open(not self.opened))
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(4)
        rows.addWidget(self.head)
        rows.addWidget(body)
        self.set_title(title)
        self.open(False)

    def set_title(self, title: str) -> None:
        """Change the heading."""
        self.head.setText(title)
        self.head.setAccessibleName(title)

    @property
    def opened(self) -> bool:
        """Whether the body is on show."""
        return not self.body.isHidden()

    def open(self, opened: bool) -> None:
        """Open it, or close it."""
        self.body.setVisible(opened)
        self.head.setIcon(self._theme.icon("chevron-down" if opened else "chevron-right"))
        self.head.setAccessibleDescription(self.tr("open") if opened else self.tr("closed"))
