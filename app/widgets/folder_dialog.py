"""Asking for a folder with the desktop's own dialog, without stopping the window."""

from collections.abc import Callable

from PySide6.QtCore import QDir, Qt
from PySide6.QtWidgets import QFileDialog, QWidget


def ask_folder(
    parent: QWidget, title: str, start: str, chosen: Callable[[str], None]
) -> QFileDialog:
    """Open the dialog on `start`, or at home; `chosen` is called with the folder, or never.

    Where the person before looked is not shown: folders name cases.
    """
    dialog = QFileDialog(parent, title, start or QDir.homePath())
    dialog.setHistory([])
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.fileSelected.connect(chosen)
    dialog.open()
    return dialog
