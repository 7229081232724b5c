"""What stands where no picture can be shown: an icon, why, what follows from it, what to do."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.theme import DARK, Theme
from app.widgets.label import Label

SIDE = 40
WIDEST = 520


class Slate(QFrame):
    """Stands on the dark ground of pictures in every scheme; `acted` when its button is pressed."""

    acted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.picture = Label()
        self.title = Label(wraps=True)
        self.text = Label(wraps=True)
        self.code = Label()
        self.button = QPushButton()
        self.button.clicked.connect(self.acted)
        self.setMinimumSize(240, 135)
        self._dress(theme)
        self._lay_out()

    def tell(self, icon: str, title: str, text: str, code: str = "", action: str = "") -> None:
        """Say this; `action` is the text of the button, "" for none."""
        self.picture.setPixmap(DARK.icon(icon, "muted").pixmap(QSize(SIDE, SIDE)))
        for label, told in ((self.title, title), (self.text, text), (self.code, code)):
            label.setText(told)
            label.setVisible(bool(told))
        self.button.setText(action)
        self.button.setVisible(bool(action))
        self.setAccessibleName(title)
        self.setAccessibleDescription(f"{text} {code}".strip())

    def _dress(self, theme: Theme) -> None:
        self.setObjectName("slate")
        self.setStyleSheet(f"#slate {{ background: {theme.canvas}; }}")
        self.title.setStyleSheet(f"color: {DARK.text}; font-size: 13pt; font-weight: 600;")
        self.text.setStyleSheet(f"color: {DARK.text};")
        self.code.setStyleSheet(f"color: {DARK.muted};")

    def _lay_out(self) -> None:
        middle = QWidget()
        middle.setMaximumWidth(WIDEST)
        rows = QVBoxLayout(middle)
        rows.setContentsMargins(24, 12, 24, 12)
        rows.setSpacing(8)
        rows.addStretch()
        for label in (self.picture, self.title, self.text, self.code):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            rows.addWidget(label)
        rows.addWidget(self.button, alignment=Qt.AlignmentFlag.AlignCenter)
        rows.addStretch()
        around = QHBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addStretch(1)
        around.addWidget(middle, 100)
        around.addStretch(1)
