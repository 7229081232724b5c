"""What waits for a second person: the exact terms, who asked, until when; signed here."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.state.approving import Approving, Destroyed
from app.state.session import Session
from app.theme import Theme
from app.widgets.asking import Asking
from app.widgets.confirming import confirm
from app.widgets.destroyed_pane import DestroyedPane
from app.widgets.empty import Empty
from app.widgets.facts import Facts
from app.widgets.folder_dialog import ask_folder
from app.widgets.label import Label
from app.widgets.notice import Notice
from app.widgets.request_words import RequestWords
from app.widgets.sheet import Sheet
from app.widgets.signing import SigningDialog
from app.widgets.table import Row, Table
from app.words import Words, visible
from vsa_core.domain.case import Role
from vsa_core.domain.request import Kind, Pending
from vsa_core.errors import Fault

LETTERS = 190
LINES = 7
PADDING = 12
CARRIERS = {
    Kind.ERASE_CASE: (Role.SUPERVISOR,),
    Kind.CHANGE_ROLE: (Role.ADMINISTRATOR,),
    Kind.PURGE_SHARD: (Role.DPO, Role.ADMINISTRATOR),
}
"""Who carries out what from this page; a basis is widened from the papers of its case."""


class ApprovalsView(QWidget):
    """`closed` leads back to where the person belongs."""

    closed = Signal()

    def __init__(
        self,
        approving: Approving,
        session: Session,
        words: Words,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._approving, self._session = approving, session
        self._words, self._theme = words, theme
        self._request_words = RequestWords(words)
        self._dialog: Asking | None = None
        self.notice = Notice(words, theme)
        self.empty = Empty(theme, "accept", "", "")
        self.table = Table(theme, self.tr("Requests"), self._headers(), 2)
        self.stack = QStackedWidget()
        self.terms = Facts()
        self.why = Label(use="muted", wraps=True)
        self.all = QCheckBox(self.tr("Also those carried out or lapsed"))
        self.approve = QPushButton(theme.icon("accept", "on_accent"), self.tr("Approve and sign…"))
        self.approve.setProperty("use", "primary")
        self.carry_out = QPushButton(theme.icon("check"), self.tr("Carry out…"))
        self.back = QPushButton(theme.icon("chevron-left"), self.tr("Back"))
        self.certificate = DestroyedPane(words, theme)
        self._lay_out()
        self._listen()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous() and self._approving.person is not None:
            self.notice.clear()
            self.certificate.hide()
            self._show()
            self._approving.refresh()
            self.table.setFocus()

    def _show(self) -> None:
        approving = self._approving
        if approving.person is None:
            return
        self.table.fill([self._row(one) for one in reversed(approving.pendings)])
        if approving.is_known:
            told = self.tr(
                "Erasing a case, widening a basis, changing a role or destroying a volume of the"
                " journal takes two people of two roles. What somebody asked would stand here for"
                " a day."
            )
            self.empty.say("accept", self.tr("Nothing waits for you to sign"), told)
        else:
            self.empty.say("clock", self.tr("Reading the requests…"), "")
        self.stack.setCurrentWidget(self.table if approving.pendings else self.empty)
        self._choose()

    def _row(self, pending: Pending) -> Row:
        words, request = self._request_words, pending.request
        cells = (
            words.kind(pending),
            request.case or "–",
            words.who(request.asked_by, request.role.value),
            words.minute(request.expires),
            words.state(pending, self._approving.now()),
        )
        over = pending.done or self._approving.now() >= request.expires
        return Row(cells, pending.name, "accept", over)

    def _chosen(self) -> Pending | None:
        name = self.table.value
        return next((one for one in self._approving.pendings if one.name == name), None)

    def _choose(self) -> None:
        """Show what is chosen, and offer what may be done with it."""
        pending, person = self._chosen(), self._approving.person
        if pending is None or person is None:
            self.terms.fill(())
            self.why.setText("")
        else:
            self.terms.fill(self._facts(pending))
            self.why.setText(self._obstacle(pending))
        open_now = pending is not None and not self._obstacle(pending)
        self.approve.setEnabled(open_now)
        self.carry_out.setEnabled(pending is not None and self._may_carry_out(pending))

    def _facts(self, pending: Pending) -> tuple[tuple[str, str], ...]:
        words, asked, second = self._request_words, pending.asked, pending.approved
        facts = [
            (self.tr("Request"), words.kind(pending)),
            (self.tr("Case"), visible(pending.request.case) or "–"),
            (self.tr("Asked"), self._signed(asked.name, asked.role.value, asked.at)),
            (self.tr("Valid until"), words.minute(pending.request.expires)),
            *words.terms(pending),
        ]
        if second is not None:
            told = self._signed(second.name, second.role.value, second.at)
            facts.append((self.tr("Approved"), told))
        return (*facts, (self.tr("Name of the request"), f"{pending.name[:16]}…"))

    def _signed(self, name: str, role: str, at: int) -> str:
        words = self._request_words
        told = self.tr("{when}, {who}")
        return told.format(when=words.minute(at), who=words.who(name, role))

    def _obstacle(self, pending: Pending) -> str:
        """Why this person cannot sign it, where that can be foreseen; "" when they might."""
        person, request = self._approving.person, pending.request
        if person is None or pending.done:
            return self.tr("It was carried out.")
        if self._approving.now() >= request.expires:
            return self.tr("It has lapsed: a request holds for 24 hours. It can be asked again.")
        if pending.approved is not None:
            return self.tr("Two people have signed it: it can be carried out.")
        if person.name == request.asked_by:
            return self.tr("You asked it yourself: somebody else must approve it.")
        if person.role is request.role:
            return self.tr("Somebody of your own role asked it: another role must approve it.")
        return ""

    def _may_carry_out(self, pending: Pending) -> bool:
        person = self._approving.person
        if person is None or pending.approved is None or pending.done:
            return False
        return person.role in CARRIERS.get(pending.request.kind, ())

    def _sign(self) -> None:
        pending = self._chosen()
        if pending is None or not self.approve.isEnabled():
            return
        dialog = SigningDialog(self._words, self._theme, self._facts(pending), self)
        dialog.agreed.connect(lambda: self._approving.approve(pending.name, dialog.secret.text()))
        self.notice.clear()
        self._dialog = dialog
        dialog.finished.connect(lambda _: self._taken_away(dialog))
        dialog.open()

    def erase(self, name: str, folder: str) -> None:
        """Carry out an approved erasure; what the person has just confirmed is not asked again."""
        self.notice.clear()
        self._approving.erase(name, folder)

    def _carry_out(self) -> None:
        pending = self._chosen()
        if pending is None:
            return
        terms = "\n".join(f"{n}: {value}" for n, value in self._request_words.terms(pending))
        name = pending.name
        acts: dict[Kind, tuple[str, Callable[[], None]]] = {
            Kind.CHANGE_ROLE: (
                self.tr("Give the new role"),
                lambda: self._approving.give_role(name),
            ),
            Kind.PURGE_SHARD: (
                self.tr("Destroy this volume for good"),
                lambda: self._approving.purge(name),
            ),
            Kind.ERASE_CASE: (
                self.tr("Erase this case for good"),
                lambda: self._ask_folder(name),
            ),
        }
        title, act = acts[pending.request.kind]
        confirm(self, self._theme, title, terms, act)

    def _ask_folder(self, name: str) -> None:
        title = self.tr("Folder of the case to erase")
        ask_folder(self, title, "", lambda folder: self.erase(name, folder))

    def _taken_away(self, dialog: Asking) -> None:
        self._dialog = None
        dialog.deleteLater()

    def _approved(self, _: Pending) -> None:
        if self._dialog is not None:
            self._dialog.accept()

    def _destroyed(self, destroyed: Destroyed) -> None:
        if self.isVisible():
            self.certificate.tell(destroyed)

    def _told(self, fault: Fault) -> None:
        if self._dialog is not None:
            self._dialog.refuse(fault)
        elif self.isVisible():
            self.notice.tell(fault)

    def _everything(self, wanted: bool) -> None:
        self._approving.everything = wanted
        self._approving.refresh()

    def _busy(self, busy: bool) -> None:
        self.setEnabled(not busy)

    def _listen(self) -> None:
        self.back.clicked.connect(self.closed)
        self.approve.clicked.connect(self._sign)
        self.carry_out.clicked.connect(self._carry_out)
        self.all.toggled.connect(self._everything)
        self.table.currentItemChanged.connect(lambda *_: self._choose())
        self.table.acted.connect(lambda _: self._sign())
        self._approving.changed.connect(self._show)
        self._approving.approved.connect(self._approved)
        self._approving.erased.connect(self._destroyed)
        self._session.failed.connect(self._told)
        self._session.busy.connect(self._busy)
        for button in (self.back, self.approve, self.carry_out):
            button.setAutoDefault(True)

    def _headers(self) -> tuple[str, ...]:
        names = (self.tr("Request"), self.tr("Case"), self.tr("Asked by"))
        return (*names, self.tr("Valid until"), self.tr("State"))

    def _lay_out(self) -> None:
        line = self.table.fontMetrics().lineSpacing() + PADDING
        self.stack.addWidget(self.empty)
        self.stack.addWidget(self.table)
        self.stack.setFixedHeight(line * (LINES + 1))
        above, below = QHBoxLayout(), QHBoxLayout()
        above.addWidget(Label(self.tr("What takes two people"), use="title", wraps=True), 1)
        above.addWidget(self.back)
        below.addWidget(self.carry_out)
        below.addStretch()
        below.addWidget(self.approve)
        page = Sheet(LETTERS)
        page.rows.addLayout(above)
        for widget in (self.notice, self.certificate, self.stack, self.all, self.terms, self.why):
            page.rows.addWidget(widget)
        page.rows.addLayout(below)
        page.rows.addStretch()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(page)
