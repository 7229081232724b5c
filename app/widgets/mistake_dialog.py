"""One mistake after the other, as large as the window allows."""

from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.theme import Theme
from app.widgets.icon_button import IconButton
from app.widgets.label import Label
from app.widgets.still import Still

SHARE = 0.92
"""How much of the window's width and height it takes."""

STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
}


class MistakeDialog(QDialog):
    """`moved` asks for the one before (-1) or after (1); Escape closes."""

    moved = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Mistake"))
        self.still = Still(theme)
        self.title = Label(use="heading", wraps=True)
        self.count = Label(use="muted")
        self.before = IconButton(theme, "chevron-left", self.tr("Previous mistake"), "Left")
        self.after = IconButton(theme, "chevron-right", self.tr("Next mistake"), "Right")
        self.leave = IconButton(theme, "close", self.tr("Close"), "Escape")
        self._lay_out()
        self._listen()
        if parent is not None:
            size = parent.window().size()
            self.resize(QSize(round(size.width() * SHARE), round(size.height() * SHARE)))

    def show_mistake(
        self, title: str, place: tuple[int, int], picture: QImage | None, message: str
    ) -> None:
        """Show a picture with its title, or the message; `place`: which (from 1) of how many."""
        number, total = place
        told = self.tr("{number} of {total}").format(number=number, total=total)
        self.title.setText(title)
        self.count.setText(told)
        self.before.setEnabled(number > 1)
        self.after.setEnabled(number < total)
        self.still.show_image(picture, message)
        self.still.setAccessibleName(f"{title}, {told}")

    def _listen(self) -> None:
        """The arrows, which a button with the focus would take to move it."""
        for key, step in STEPS.items():
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.activated.connect(partial(self.moved.emit, step))
        self.before.clicked.connect(partial(self.moved.emit, -1))
        self.after.clicked.connect(partial(self.moved.emit, 1))
        self.leave.clicked.connect(self.reject)

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.title, 1)
        for widget in (self.count, self.before, self.after, self.leave):
            line.addWidget(widget)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(12, 12, 12, 12)
        rows.setSpacing(12)
        rows.addLayout(line)
        rows.addWidget(self.still, 1)
