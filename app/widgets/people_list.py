"""The people of the installation, for the administrator who enrols them."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.theme import Theme
from app.widgets.label import Label
from app.widgets.table import Row, Table


class PeopleList(QWidget):
    """`enrol_wanted` when somebody is to be added; the others carry the name of the line chosen."""

    enrol_wanted = Signal()
    renew_wanted = Signal(str)
    end_wanted = Signal(str)
    role_wanted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.enrol = QPushButton(theme.icon("plus", "on_accent"), self.tr("Enrol somebody…"))
        self.enrol.setProperty("use", "primary")
        self.enrol.clicked.connect(self.enrol_wanted)
        headers = (
            self.tr("Short name"),
            self.tr("Full name"),
            self.tr("Role"),
            self.tr("Habilitation"),
            self.tr("Holds until"),
        )
        self.soon = Label(use="warning", wraps=True)
        self.soon.hide()
        self.renew = QPushButton(theme.icon("calendar"), self.tr("Renew…"))
        self.role = QPushButton(theme.icon("swap"), self.tr("Another role…"))
        self.end = QPushButton(theme.icon("stop"), self.tr("End now…"))
        self.table = Table(theme, self.tr("People of this installation"), headers, 1)
        self.setFocusProxy(self.table)
        above = QHBoxLayout()
        above.addWidget(Label(self.tr("People"), use="title"), 1)
        above.addWidget(self.enrol)
        told = self.tr("An administrator enrols people and sees neither footage nor cases.")
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(12)
        rows.addLayout(above)
        rows.addWidget(Label(told, use="muted", wraps=True))
        rows.addWidget(self.soon)
        rows.addWidget(self.table, 1)
        below = QHBoxLayout()
        below.addWidget(self.end)
        below.addWidget(self.role)
        below.addStretch()
        below.addWidget(self.renew)
        rows.addLayout(below)
        self.table.acted.connect(self.renew_wanted)
        self.renew.clicked.connect(lambda: self.renew_wanted.emit(self.table.value))
        self.role.clicked.connect(lambda: self.role_wanted.emit(self.table.value))
        self.end.clicked.connect(lambda: self.end_wanted.emit(self.table.value))
        self.fill(())

    def fill(self, rows: Sequence[Row], soon: str = "") -> None:
        """Show these people, in order of name; `soon` says whose habilitation needs a signature."""
        self.table.fill(rows)
        self.soon.setText(soon)
        self.soon.setVisible(bool(soon))
        for button in (self.renew, self.role, self.end):
            button.setEnabled(bool(rows))
