"""Signing in: a name and a passphrase; nobody is listed, and every attempt is recorded."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from app.state.session import Session
from app.theme import Theme
from app.widgets.entrance import Entrance
from app.widgets.field import Field
from app.widgets.form import Form
from app.widgets.label import Label
from app.widgets.notice import Notice
from app.widgets.passphrase import PassphraseEdit
from app.widgets.sheet import Sheet
from app.words import Words
from vsa_core.errors import Fault

LETTERS = 72
UNKNOWN = "CAS-011"


class SignInView(QWidget):
    """The session's `signed_in` follows; `enrol_wanted` when somebody new stands at the door."""

    enrol_wanted = Signal()

    def __init__(
        self, session: Session, words: Words, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self.entrance = Entrance(theme, session.installation.folder, session.installation.program)
        self.name, self.secret = QLineEdit(), PassphraseEdit()
        self.name_field = Field(theme, self.tr("Short name"), self.name)
        self.secret_field = Field(theme, self.tr("Passphrase"), self.secret)
        self.notice = Notice(words, theme)
        self.enter = QPushButton(self.tr("Sign in"))
        self.enter.setProperty("use", "primary")
        self.enrol = QPushButton(theme.icon("person"), self.tr("Enrol somebody…"))
        self.page = Sheet(LETTERS)
        self._lay_out()
        self._listen()
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(True)  # Enter presses it, as Space does

    def greet(self, name: str) -> None:
        """Put a name in the field: whoever was just enrolled goes on to their passphrase."""
        self.name.setText(name)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._focus()

    def hideEvent(self, event: QHideEvent) -> None:
        if not event.spontaneous():
            self.notice.clear()
            self.name.clear()
        super().hideEvent(event)

    def _ask(self) -> None:
        """Enter in the name goes on to the passphrase; with both, the desk is asked."""
        missing = self.tr("Needed.")
        name, secret = self.name.text().strip(), self.secret.text()
        self.name_field.complain("" if name else missing)
        self.secret_field.complain("" if secret or not name else missing)
        if name and secret:
            self.notice.clear()
            self._session.sign_in(name, secret)
        else:
            self._focus()

    def _next(self) -> None:
        if self.secret.text():
            self._ask()
        else:
            self.secret.setFocus()

    def _told(self, fault: Fault) -> None:
        if not self.isVisible():
            return
        self.notice.tell(fault)
        field = self.name if fault.code == UNKNOWN else self.secret
        field.setFocus()
        field.selectAll()

    def _busy(self, busy: bool) -> None:
        self.page.setEnabled(not busy)
        self.entrance.offer.set_running(self._session.rendering)

    def _warn(self, capitals: bool) -> None:
        self.secret_field.complain(self.tr("Caps Lock is on.") if capitals else "")

    def _focus(self) -> None:
        (self.secret if self.name.text() else self.name).setFocus()

    def _listen(self) -> None:
        self.enter.clicked.connect(self._ask)
        self.name.returnPressed.connect(self._next)
        self.secret.returnPressed.connect(self._ask)
        self.secret.capitals.connect(self._warn)
        self.enrol.clicked.connect(self.enrol_wanted)
        self.name.textEdited.connect(lambda _: self.name_field.complain(""))
        self._session.failed.connect(self._told)
        self._session.busy.connect(self._busy)
        self._session.advanced.connect(self.entrance.offer.advance)
        self.entrance.offer.wanted.connect(lambda: self._session.try_sample())
        self.entrance.offer.given_up.connect(self._session.give_up_sample)

    def _lay_out(self) -> None:
        form = Form()
        form.add(self.name_field)
        form.add(self.secret_field)
        rows = self.page.rows
        rows.addWidget(Label(self.tr("Sign in"), use="title", wraps=True))
        rows.addWidget(self.notice)
        rows.addWidget(form)
        buttons = QHBoxLayout()
        buttons.addWidget(self.enrol)
        buttons.addStretch()
        buttons.addWidget(self.enter)
        rows.addLayout(buttons)
        rows.addStretch()
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self.entrance)
        across.addWidget(self.page, 1)
