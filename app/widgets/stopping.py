"""Asking before something long is stopped."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from app.theme import Theme

translate = QCoreApplication.translate


def ask_to_stop(parent: QWidget, theme: Theme, then: Callable[[], None]) -> QMessageBox:
    """Ask whether to stop what runs; `then` is called if so. It does not block the window."""
    box = QMessageBox(parent)
    box.setWindowTitle("Relecture")
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setIconPixmap(theme.icon("warning", "warning").pixmap(40, 40))
    box.setText(translate("Stopping", "Something is still running"))
    box.setInformativeText(
        translate(
            "Stopping",
            "What is finished is kept; the rest can be done later, from where it stopped.",
        )
    )
    stop = box.addButton(translate("Stopping", "Stop and leave"), QMessageBox.ButtonRole.AcceptRole)
    stay = box.addButton(translate("Stopping", "Go on"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(stay)
    stop.clicked.connect(then)
    box.open()
    return box
