"""The questions kept in the case: a button with a menu to keep, open, rename and drop them."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QInputDialog, QLineEdit, QMenu, QToolButton, QWidget

from app.theme import Theme
from app.words import visible

LONGEST = 80
"""Letters of a name that the menu shows."""


class SavedMenu(QToolButton):
    """`keep` carries a name, `take` and `drop` the name of a kept one, `rename` old and new."""

    keep = Signal(str)
    take = Signal(str)
    drop = Signal(str)
    rename = Signal(str, str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setIcon(theme.icon("bookmark"))
        self.setText(self.tr("Kept"))
        self.setToolTip(self.tr("Kept questions"))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setAccessibleName(self.tr("Kept questions"))
        self.own = QMenu(self)
        self.setMenu(self.own)
        self.offer((), current="", keepable=False)

    def offer(self, names: Sequence[str], *, current: str, keepable: bool) -> None:
        """Offer these; `current` is the name of the question as it stands, if it is kept."""
        self.own.clear()
        keep = self.own.addAction(self._theme.icon("plus"), self.tr("Keep this question…"))
        keep.setEnabled(keepable and not current)
        keep.triggered.connect(self.ask_to_keep)
        self.own.addSeparator()
        for name in names:
            act = self.own.addAction(_shown(name))
            act.setCheckable(True)
            act.setChecked(name == current)
            act.triggered.connect(lambda _=False, name=name: self.take.emit(name))
        if not names:
            self.own.addAction(self.tr("No question kept in this case")).setEnabled(False)
            return
        self.own.addSeparator()
        self._each(self.tr("Rename"), "draw", names, self.ask_to_rename)
        self._each(self.tr("Drop"), "close", names, self.drop.emit)

    def ask_to_keep(self) -> None:
        """Ask for the name of the question as it stands."""
        self._ask(self.tr("Keep this question"), "", self.keep.emit)

    def ask_to_rename(self, name: str) -> None:
        """Ask for another name."""
        self._ask(self.tr("Rename"), name, lambda new: self.rename.emit(name, new))

    def _ask(self, title: str, name: str, then: Callable[[str], object]) -> None:
        dialog = QInputDialog(self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(title)
        dialog.setLabelText(self.tr("Name (it is sealed in the journal)"))
        dialog.setTextValue(name)
        dialog.setTextEchoMode(QLineEdit.EchoMode.Normal)
        dialog.textValueSelected.connect(then)
        dialog.open()

    def _each(
        self, title: str, icon: str, names: Sequence[str], then: Callable[[str], object]
    ) -> None:
        menu = self.own.addMenu(self._theme.icon(icon), title)
        for name in names:
            act: QAction = menu.addAction(_shown(name))
            act.triggered.connect(lambda _=False, name=name: then(name))


def _shown(name: str) -> str:
    """A name from outside: an ampersand is no key of the menu."""
    return visible(name)[:LONGEST].replace("&", "&&")
