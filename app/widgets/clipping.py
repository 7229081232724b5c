"""The clipboard: what this program puts there is taken back when the person goes."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QClipboard, QGuiApplication

COPIED = "copied"
"""Property of the application that remembers the last text put there."""


def put(text: str) -> None:
    """Put a text on the clipboard."""
    QGuiApplication.clipboard().setText(text)
    _application().setProperty(COPIED, text)


def clear_clipboard() -> None:
    """Empty the clipboard and the selection, where what they hold was copied here.

    What another program put there since is its own affair. Not every platform
    can tell who owns the clipboard: there, the same text is ours.
    """
    clipboard = QGuiApplication.clipboard()
    copied = _application().property(COPIED)
    if clipboard.ownsClipboard() or (copied and clipboard.text() == copied):
        clipboard.clear()
    if clipboard.supportsSelection() and clipboard.ownsSelection():
        clipboard.clear(QClipboard.Mode.Selection)
    _application().setProperty(COPIED, None)


def _application() -> QCoreApplication:
    held = QCoreApplication.instance()
    assert held is not None
    return held
