"""The first run: nobody is enrolled here yet, so the first person founds the installation."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QWidget

from app.state.document import Document
from app.state.people import SHORTEST, People
from app.state.session import Session
from app.theme import Theme
from app.widgets.aipd_form import AipdForm
from app.widgets.entrance import Entrance
from app.widgets.field import Field
from app.widgets.form import Form
from app.widgets.label import Label
from app.widgets.notice import Notice
from app.widgets.person_form import PersonForm
from app.widgets.sheet import Sheet
from app.words import Words, visible
from vsa_core.domain.case import Role
from vsa_core.errors import Fault

LETTERS = 92


class FoundingView(QWidget):
    """`done` carries the name of whoever was enrolled first, when they go on to sign in."""

    done = Signal(str)

    def __init__(
        self,
        session: Session,
        people: People,
        words: Words,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._words = words
        self._people = people
        self._first = ""
        self.entrance = Entrance(theme, session.installation.folder, session.installation.program)
        self.form = PersonForm(words, theme, SHORTEST, session.now)
        self._document = Document(session.tasks, self)
        self.aipd = AipdForm(theme)
        self.aipd_field = Field(
            theme,
            self.tr("Impact assessment (AIPD)"),
            self.aipd,
            self.tr(
                "Cases are opened under it. It may be left out here: each case then tells its own."
            ),
        )
        self.notice = Notice(words, theme)
        self.enrol = QPushButton(self.tr("Enrol and found the installation"))
        self.enrol.setProperty("use", "primary")
        self.pages = QStackedWidget()
        self.standing = Label(wraps=True)
        self.next = Label(wraps=True)
        self.sign_in = QPushButton(self.tr("Sign in"))
        self.sign_in.setProperty("use", "primary")
        self.another = QPushButton(theme.icon("plus"), self.tr("Enrol another person"))
        self._lay_out()
        self._listen()
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(True)  # Enter presses it, as Space does

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.notice.clear()
        self.form.short.setFocus()

    def _ask(self) -> None:
        self.notice.clear()
        told = self.aipd.value
        whole = self.aipd.is_whole or not (told.reference or told.digest)
        self.aipd_field.complain(
            "" if whole else self.tr("Both are needed: the reference, and 64 digits.")
        )
        if not self.form.checked():
            return
        if whole:
            aipd = told if self.aipd.is_whole and not self._first else None
            self._people.enrol(self.form.new, self.form.secret.text(), aipd)
        else:
            self.aipd.setFocus()

    def _enrolled(self, name: str) -> None:
        if not self.isVisible():
            return
        self._first = self._first or name
        role = self._words.name("cli.roles", self.form.role.value)
        alone = self.form.role is not Role.ADMINISTRATOR
        self.form.begin(Role.DPO)
        self.assessment.hide()  # the first person alone tells it
        self.another.setVisible(alone)
        told = self.tr("{name} is enrolled: {role}.")
        self.standing.setText(told.format(name=visible(name), role=role))
        self.next.setText(self._what_next(alone))
        self.pages.setCurrentIndex(1)
        self.sign_in.setFocus()

    def _what_next(self, alone: bool) -> str:
        if alone:
            return self.tr(
                "A data protection officer reads the journal without ever seeing footage:"
                " enrol one now, or later."
            )
        return self.tr("From now on only an administrator enrols people, once signed in.")

    def _again(self) -> None:
        self.pages.setCurrentIndex(0)
        self.form.short.setFocus()

    def _told(self, fault: Fault) -> None:
        if self.isVisible():
            self.notice.tell(fault)

    def _busy(self, busy: bool) -> None:
        self.pages.setEnabled(not busy)
        self.entrance.offer.set_running(self._session.rendering)

    def _listen(self) -> None:
        self.enrol.clicked.connect(self._ask)
        self.aipd.document_wanted.connect(self._document.look_at)
        self.aipd.changed.connect(lambda: self.aipd_field.complain(""))
        self._document.known.connect(self.aipd.take)
        self._document.failed.connect(self._told)
        self.form.submitted.connect(self._ask)
        self.another.clicked.connect(self._again)
        self.sign_in.clicked.connect(lambda: self.done.emit(self._first))
        self._people.enrolled.connect(self._enrolled)
        self._session.failed.connect(self._told)
        self._session.busy.connect(self._busy)
        self._session.advanced.connect(self.entrance.offer.advance)
        self.entrance.offer.wanted.connect(lambda: self._session.try_sample())
        self.entrance.offer.given_up.connect(self._session.give_up_sample)

    def _lay_out(self) -> None:
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self.entrance)
        across.addWidget(self.pages, 1)
        self.pages.addWidget(self._asking())
        self.pages.addWidget(self._founded())

    def _asking(self) -> QWidget:
        page = Sheet(LETTERS)
        page.rows.addWidget(Label(self.tr("Founding this installation"), use="title", wraps=True))
        page.rows.addWidget(
            Label(
                self.tr(
                    "Nobody is enrolled on this machine yet. The first person founds the"
                    " installation: its keys, and the signed journal that no act escapes."
                    " In a small service, enrol yourself as analyst; others can follow."
                ),
                wraps=True,
            )
        )
        page.rows.addWidget(self.notice)
        page.rows.addWidget(self.form)
        self.assessment = Form()
        self.assessment.add(self.aipd_field)
        page.rows.addWidget(self.assessment)
        page.rows.addWidget(self.enrol, alignment=Qt.AlignmentFlag.AlignRight)
        page.rows.addStretch()
        return page

    def _founded(self) -> QWidget:
        page = Sheet(LETTERS)
        page.rows.addWidget(Label(self.tr("The installation is ready"), use="title", wraps=True))
        page.rows.addWidget(self.standing)
        page.rows.addWidget(self.next)
        buttons = QHBoxLayout()
        buttons.addWidget(self.another)
        buttons.addStretch()
        buttons.addWidget(self.sign_in)
        page.rows.addLayout(buttons)
        page.rows.addStretch()
        return page
