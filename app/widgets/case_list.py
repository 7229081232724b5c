"""The cases entered lately, with the ways to another one."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from app.theme import Theme
from app.widgets.empty import Empty
from app.widgets.label import Label
from app.widgets.table import Row, Table


class CaseList(QWidget):
    """`chosen` and `removed` carry the folder of a line."""

    new_wanted = Signal()
    open_wanted = Signal()
    chosen = Signal(str)
    removed = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.new = QPushButton(theme.icon("folder-plus", "on_accent"), self.tr("New case…"))
        self.new.setProperty("use", "primary")
        self.open = QPushButton(theme.icon("folder-open"), self.tr("Open a case…"))
        self.enter = QPushButton(self.tr("Enter"))
        self.remove = QPushButton(self.tr("Take off the list"))
        headers = (self.tr("Case"), self.tr("Folder"), self.tr("Entered"))
        self.table = Table(theme, self.tr("Recent cases"), headers, 1)
        self.empty = Empty(theme, "case", "", "")
        self.stack = QStackedWidget()
        self._lay_out()
        self._listen()
        self.allow(True)
        self.wait()

    def allow(self, new: bool) -> None:
        """Whether the person may open new cases, or only enter those there are."""
        self._may_open = new
        self.new.setVisible(new)

    def wait(self) -> None:
        """The list is being read."""
        self.empty.say("clock", self.tr("Reading the recent cases…"), "")
        self._show(False)

    def fill(self, rows: Sequence[Row]) -> None:
        """Show these cases, latest first."""
        self.table.fill(rows)
        title = self.tr("No case yet")
        if self._may_open:
            text = self.tr("Open a new case with its legal basis, or a case folder you were given.")
        else:
            text = self.tr("Open the folder of a case that you are a person of.")
        self.empty.say("case", title, text)
        self._show(bool(rows))

    def _show(self, rows: bool) -> None:
        self.stack.setCurrentWidget(self.table if rows else self.empty)
        self.setFocusProxy(self.table if rows else self.new if self._may_open else self.open)
        self.enter.setVisible(rows)
        self.remove.setVisible(rows)

    def _listen(self) -> None:
        self.new.clicked.connect(self.new_wanted)
        self.open.clicked.connect(self.open_wanted)
        self.table.acted.connect(self.chosen)
        self.enter.clicked.connect(lambda: self.chosen.emit(self.table.value))
        self.remove.clicked.connect(lambda: self.removed.emit(self.table.value))
        key = QShortcut(QKeySequence(Qt.Key.Key_Delete), self.table)
        key.setContext(Qt.ShortcutContext.WidgetShortcut)
        key.activated.connect(lambda: self.removed.emit(self.table.value))

    def _lay_out(self) -> None:
        above, below = QHBoxLayout(), QHBoxLayout()
        above.addWidget(Label(self.tr("Cases"), use="title"), 1)
        above.addWidget(self.open)
        above.addWidget(self.new)
        below.addWidget(self.remove)
        below.addStretch()
        below.addWidget(self.enter)
        self.stack.addWidget(self.empty)
        self.stack.addWidget(self.table)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(12)
        rows.addLayout(above)
        rows.addWidget(self.stack, 1)
        rows.addLayout(below)
