"""Enrolling somebody: by an administrator, or by anybody as long as there is none."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from app.state.people import SHORTEST, People
from app.state.session import Session
from app.theme import Theme
from app.widgets.label import Label
from app.widgets.notice import Notice
from app.widgets.person_form import PersonForm
from app.widgets.sheet import Sheet
from app.widgets.side import Side
from app.words import Words
from vsa_core.domain.case import Role
from vsa_core.errors import Fault

LETTERS = 92


class EnrolView(QWidget):
    """`done` carries the name of whoever was enrolled; `cancelled` when nobody was."""

    done = Signal(str)
    cancelled = Signal()

    def __init__(
        self,
        session: Session,
        people: People,
        words: Words,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._people = people
        self.form = PersonForm(words, theme, SHORTEST, session.now)
        self.notice = Notice(words, theme)
        self.enrol = QPushButton(self.tr("Enrol"))
        self.enrol.setProperty("use", "primary")
        self.cancel = QPushButton(self.tr("Cancel"))
        self.side = Side(theme, self.tr("Enrol somebody"))
        self.page = Sheet(LETTERS)
        self._lay_out()
        self.enrol.clicked.connect(self._ask)
        self.form.submitted.connect(self._ask)
        self.cancel.clicked.connect(self.cancelled)
        people.enrolled.connect(self._enrolled)
        session.failed.connect(self._told)
        session.busy.connect(self._busy)
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(True)  # Enter presses it, as Space does

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.form.short.setFocus()

    def hideEvent(self, event: QHideEvent) -> None:
        if not event.spontaneous():
            self.notice.clear()
            self.form.begin(Role.ANALYST)
        super().hideEvent(event)

    def _ask(self) -> None:
        self.notice.clear()
        form = self.form
        if form.checked():
            self._people.enrol(form.new, form.secret.text())

    def _enrolled(self, name: str) -> None:
        if self.isVisible():
            self.form.forget()
            self.done.emit(name)

    def _told(self, fault: Fault) -> None:
        if self.isVisible():
            self.notice.tell(fault)

    def _busy(self, busy: bool) -> None:
        self.page.setEnabled(not busy)

    def _lay_out(self) -> None:
        self.side.fact(
            "person", Label(self.tr("Each person has one role on this machine."), wraps=True)
        )
        self.side.fact(
            "journal", Label(self.tr("The enrolment is recorded in the journal."), wraps=True)
        )
        rows = self.page.rows
        rows.addWidget(self.notice)
        rows.addWidget(self.form)
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.enrol)
        rows.addLayout(buttons)
        rows.addStretch()
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self.side)
        across.addWidget(self.page, 1)
