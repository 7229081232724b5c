"""Where a passphrase is typed: never shown, never copied out, gone when the page is left."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget


class PassphraseEdit(QLineEdit):
    """A field of dots that empties itself when it is hidden; pasting is allowed.

    `capitals` tells whether Caps Lock seems to be on: Qt cannot ask the
    keyboard, so that it is heard from the letters themselves.
    """

    capitals = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEchoMode(QLineEdit.EchoMode.Password)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        letter = event.text()
        if len(letter) == 1 and letter.lower() != letter.upper():
            shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.capitals.emit(letter.isupper() != shifted)
        super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        if not event.spontaneous():  # the window put away for a moment is not the page left
            self.clear()
            self.capitals.emit(False)
        super().hideEvent(event)
