"""A value that people copy: elided to what fits, whole on the clipboard."""

from PySide6.QtCore import QSize, QTimer
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.theme import Theme
from app.widgets.clipping import put
from app.widgets.elided import Elided
from app.widgets.icon_button import IconButton
from app.widgets.tip import plain_tip

SIDE = 16
SAID = 1500
"""Milliseconds for which the button says that it has copied."""


class CopyButton(IconButton):
    """Puts `whole` on the clipboard; `name` says what that is."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, "copy", "", parent=parent)
        self._name = name
        self.whole = ""
        self.setIconSize(QSize(SIDE, SIDE))
        self._back = QTimer(self, singleShot=True, interval=SAID)
        self._back.timeout.connect(self._offer)
        self.clicked.connect(self._copy)
        self._offer()

    def _copy(self) -> None:
        put(self.whole)
        self.show_as("check", self.tr("Copied"))
        self._back.start()

    def _offer(self) -> None:
        self.show_as("copy", self.tr("Copy: {what}").format(what=self._name))


class Copyable(QWidget):
    """Shows `shown` and copies `whole` (the same unless given); `name` says what it is."""

    def __init__(
        self,
        theme: Theme,
        name: str,
        shown: str,
        whole: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.text = Elided(shown, use="mono")
        self.button = CopyButton(theme, name)
        self.button.whole = whole or shown
        self.text.setAccessibleName(f"{name}: {self.button.whole}")
        if self.button.whole != shown:
            self.text.setToolTip(plain_tip(self.button.whole))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.text, 1)
        row.addWidget(self.button)

    @property
    def whole(self) -> str:
        """What is copied."""
        return self.button.whole
