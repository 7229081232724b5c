"""The door: a name and a passphrase; nobody is listed, and every attempt is recorded."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QStackedWidget, QWidget

from app.state.lock import Lock
from app.state.patience import Patience
from app.state.session import Session
from app.theme import Theme
from app.widgets.damaged import Damaged
from app.widgets.ended import CODES, Ended
from app.widgets.entrance import Entrance
from app.widgets.field import Field
from app.widgets.form import Form
from app.widgets.label import Label
from app.widgets.locked import Locked
from app.widgets.notice import Notice
from app.widgets.passphrase import PassphraseEdit
from app.widgets.sheet import Sheet
from app.words import Words
from vsa_core.errors import Fault, Tampered

LETTERS = 72
UNKNOWN = "CAS-011"
WRONG, TOO_OFTEN = "KEY-002", "KEY-020"
JOURNAL = "AUD-"


class SignInView(QWidget):
    """The session's `signed_in` follows, or `proven` where it is only covered.

    `enrol_wanted` when somebody new stands at the door; `other_wanted` when
    somebody else does while the work of the one before still runs.
    """

    enrol_wanted = Signal()
    other_wanted = Signal()

    def __init__(
        self,
        session: Session,
        lock: Lock,
        words: Words,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._lock = lock
        self._patience = Patience(session, self)
        self.entrance = Entrance(theme, session.installation.folder, session.installation.program)
        self.name, self.secret = QLineEdit(), PassphraseEdit()
        self.name_field = Field(theme, self.tr("Short name"), self.name)
        self.secret_field = Field(theme, self.tr("Passphrase"), self.secret)
        self.notice = Notice(words, theme)
        self.damaged = Damaged(theme)
        self.locked = Locked(theme)
        self.ended = Ended(words, theme)
        self.pages = QStackedWidget()
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
        self._follow_lock()
        self._focus()

    def hideEvent(self, event: QHideEvent) -> None:
        if not event.spontaneous():
            self.notice.clear()
            self.damaged.hide()
            self.name.clear()
            self.pages.setCurrentWidget(self.page)
        super().hideEvent(event)

    def _ask(self) -> None:
        """Enter in the name goes on to the passphrase; with both, the desk is asked."""
        missing = self.tr("Needed.")
        name, secret = self.name.text().strip(), self.secret.text()
        self.name_field.complain("" if name else missing)
        self.secret_field.complain("" if secret or not name else missing)
        if self._patience.left(name):
            self._count()
        elif name and secret:
            self.notice.clear()
            self.damaged.hide()
            if self._lock.is_covered:
                self._session.prove(secret)
            else:
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
        if fault.code in CODES:
            self.ended.tell(fault)
            self.pages.setCurrentWidget(self.ended)
            return
        if fault.code in (WRONG, TOO_OFTEN):
            self._patience.ask(self.name.text().strip())
        self.damaged.setVisible(fault.code.startswith(JOURNAL) and isinstance(fault, Tampered))
        self.notice.tell(fault)
        field = self.name if fault.code == UNKNOWN else self.secret
        field.setFocus()
        field.selectAll()

    def _count(self) -> None:
        """While the name must wait, the button waits with it, and says how long."""
        left = self._patience.left(self.name.text().strip())
        self.enter.setEnabled(not left)
        self.enter.setText(
            self.tr("Wait {left}").format(left=_clock(left)) if left else self.tr("Sign in")
        )
        self.secret_field.explain(
            self.tr(
                "Too many wrong passphrases for this name: each one from now on doubles the"
                " wait. Starting the program again changes nothing."
            )
            if left
            else ""
        )

    def _follow_lock(self) -> None:
        """Whose session was closed or covered is greeted by name; where work runs, nobody else."""
        left, covered = self._lock.left, self._lock.is_covered
        self.locked.tell(left, covered)
        self.name.setReadOnly(covered)
        self.enrol.setVisible(not covered)
        self.entrance.offer.setVisible(not covered)
        if left is not None and (covered or not self.name.text()):
            self.name.setText(left.name)

    def _back(self) -> None:
        self.pages.setCurrentWidget(self.page)
        self._focus()

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
        self.name.textChanged.connect(lambda _: self._count())
        self._patience.changed.connect(self._count)
        self._lock.changed.connect(self._follow_lock)
        self.locked.other_wanted.connect(self.other_wanted)
        self.ended.closed.connect(self._back)
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
        rows.addWidget(self.locked)
        rows.addWidget(self.notice)
        rows.addWidget(self.damaged)
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
        self.pages.addWidget(self.page)
        self.pages.addWidget(self.ended)
        across.addWidget(self.pages, 1)


def _clock(seconds: int) -> str:
    """m:ss, with the hours where there are any."""
    hours, rest = divmod(seconds, 3600)
    minutes, left = divmod(rest, 60)
    return f"{hours}:{minutes:02d}:{left:02d}" if hours else f"{minutes}:{left:02d}"
