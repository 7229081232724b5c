"""A button with an icon alone: its words are the tool tip and the accessible name."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QToolButton, QWidget

from app.theme import Theme
from app.widgets.tip import plain_tip


class IconButton(QToolButton):
    """Shows `icon`; `shortcut` (for example "Ctrl+G") is told in the tool tip.

    The key itself belongs to the window's action, not to the button.
    """

    def __init__(
        self,
        theme: Theme,
        icon: str,
        text: str,
        shortcut: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAutoRaise(True)
        self.setIconSize(QSize(20, 20))
        self.show_as(icon, text, shortcut)

    def show_as(self, icon: str, text: str, shortcut: str = "") -> None:
        """Change the icon and the words: play becomes pause."""
        keys = QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText)
        self.setIcon(self._theme.icon(icon))
        self.setAccessibleName(text)
        self.setToolTip(plain_tip(f"{text} ({keys})" if keys else text))
