"""A fault told in a window of its own, where no page is there to tell it."""

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from app.theme import Theme
from app.widgets.notice import Notice
from app.words import Words
from vsa_core.errors import Fault

WIDE = 480


class NoticeDialog(QDialog):
    """Holds a notice of `fault`; use `open`, it does not stop the program.

    A QMessageBox would read the names in its sentences as rich text.
    """

    def __init__(
        self, words: Words, theme: Theme, fault: Fault, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Relecture")
        self.setMinimumWidth(WIDE)
        self.notice = Notice(words, theme)
        self.notice.tell(fault)
        self.notice.close_button.hide()
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.buttons.rejected.connect(self.reject)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(12, 12, 12, 12)
        rows.setSpacing(12)
        rows.addWidget(self.notice)
        rows.addWidget(self.buttons)
