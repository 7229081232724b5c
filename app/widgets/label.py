"""Text as it is written: a name that comes from outside is never read as rich text."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget


class Label(QLabel):
    """A label of plain text; `wraps` over several lines, `use` names a style of the theme.

    QLabel guesses rich text by default: a file name could then show what it
    is not, or fetch a picture.
    """

    def __init__(
        self, text: str = "", parent: QWidget | None = None, *, wraps: bool = False, use: str = ""
    ) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wraps)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        if use:
            self.setProperty("use", use)
