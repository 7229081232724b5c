"""What is to be erased, and when: cases by their term, volumes of the journal by theirs."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.state.approving import Approving
from app.state.retention import Retention
from app.state.session import Session
from app.theme import Theme
from app.widgets.confirming import confirm
from app.widgets.label import Label
from app.widgets.notice import Notice
from app.widgets.sheet import Sheet
from app.widgets.table import Row, Table
from app.widgets.term_words import TermWords
from app.words import Words
from vsa_core.domain.case import Role
from vsa_core.domain.term import CaseTerm, ShardTerm, Term
from vsa_core.errors import Fault

LETTERS = 150
LINES = 6
PADDING = 12
PURGERS = frozenset({Role.DPO, Role.ADMINISTRATOR})


class RetentionView(QWidget):
    """`closed` leads back to where the person belongs, `requests_wanted` to what was asked here."""

    closed = Signal()
    requests_wanted = Signal()

    def __init__(
        self,
        retention: Retention,
        approving: Approving,
        session: Session,
        words: Words,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._retention, self._approving, self._session = retention, approving, session
        self._theme, self._told = theme, TermWords(words)
        self.notice = Notice(words, theme)
        self.alarm = Label(wraps=True, use="strong")
        self.of_cases = Label(self.tr("Cases on this machine"), use="heading")
        self.of_shards = Label(self.tr("Volumes of the journal"), use="heading")
        self.cases = self._table(
            self.tr("Cases on this machine"), (self.tr("Case"), self.tr("To be erased by"))
        )
        self.shards = self._table(
            self.tr("Volumes of the journal"), (self.tr("Volume"), self.tr("Kept until"))
        )
        self.purge = QPushButton(theme.icon("eraser"), self.tr("Ask for its destruction…"))
        self.back = QPushButton(theme.icon("chevron-left"), self.tr("Back"))
        self._lay_out()
        self._listen()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self.notice.clear()
            self._show()
            self._retention.refresh()
            (self.cases if self.cases.isVisible() else self.shards).setFocus()

    def _show(self) -> None:
        terms, person = self._retention.terms, self._retention.person
        if terms is None or person is None:
            return
        calm = self.tr("No term has passed, nor comes within 30 days.")
        self.alarm.setText(self._told.alarm(terms) or calm)
        self.cases.fill([self._case(one) for one in terms.cases])
        due_first = sorted(reversed(terms.shards), key=lambda one: not one.may_go)
        self.shards.fill([self._shard(one) for one in due_first])
        for widget in (self.of_cases, self.cases):
            widget.setVisible(person.role is not Role.ADMINISTRATOR)
        for widget in (self.of_shards, self.shards):
            widget.setVisible(bool(terms.shards))
        self.purge.setVisible(person.role in PURGERS)
        self._choose()

    def _case(self, case: CaseTerm) -> Row:
        late = case.term is not Term.AHEAD or case.erase_by is None
        cells = (case.number, self._told.day(case.erase_by), self._told.case(case))
        return Row(cells, case.number, "warning" if late else "folder")

    def _shard(self, shard: ShardTerm) -> Row:
        late = shard.may_go or shard.term is Term.SOON
        cells = (shard.shard, self._told.day(shard.until), self._told.shard(shard))
        return Row(cells, shard.shard, "warning" if late else "journal", not shard.may_go)

    def _choose(self) -> None:
        terms = self._retention.terms
        chosen = self.shards.value
        free = [one.shard for one in terms.shards if one.may_go] if terms else []
        self.purge.setEnabled(chosen in free)

    def _ask(self) -> None:
        shard = self.shards.value
        if not shard or not self.purge.isEnabled():
            return
        title = self.tr("Ask for volume {shard} to be destroyed").format(shard=shard)
        why = self.tr(
            "Nothing is destroyed yet: you sign this request, the other of the two (DPO,"
            " administrator) approves it within 24 hours, then either carries it out. Its name,"
            " its size and its final root stay in the journal."
        )
        self.notice.clear()
        confirm(self, self._theme, title, why, lambda: self._approving.ask_purge(shard))

    def _asked(self, _: object) -> None:
        if self.isVisible():
            self.requests_wanted.emit()

    def _fail(self, fault: Fault) -> None:
        if self.isVisible():
            self.notice.tell(fault)

    def _busy(self, busy: bool) -> None:
        self.setEnabled(not busy)

    def _listen(self) -> None:
        self.back.clicked.connect(self.closed)
        self.purge.clicked.connect(self._ask)
        self.shards.acted.connect(lambda _: self._ask())
        self.shards.currentItemChanged.connect(lambda *_: self._choose())
        self._retention.changed.connect(self._show)
        self._approving.asked.connect(self._asked)
        for state in (self._session, self._retention):
            state.failed.connect(self._fail)
        self._session.busy.connect(self._busy)
        for button in (self.back, self.purge):
            button.setAutoDefault(True)

    def _table(self, title: str, headers: tuple[str, str]) -> Table:
        table = Table(self._theme, title, (*headers, self.tr("State")), 2)
        line = table.fontMetrics().lineSpacing() + PADDING
        table.setFixedHeight(line * (LINES + 1))
        return table

    def _lay_out(self) -> None:
        above, below = QHBoxLayout(), QHBoxLayout()
        above.addWidget(
            Label(self.tr("What is to be erased, and when"), use="title", wraps=True), 1
        )
        above.addWidget(self.back)
        below.addStretch()
        below.addWidget(self.purge)
        page = Sheet(LETTERS)
        page.rows.addLayout(above)
        told = self.tr(
            "Known from the journal and from the keys kept here: no case is opened to tell it. A"
            " volume of the journal is kept three years after its last record, and while a case"
            " that it names is not erased."
        )
        page.rows.addWidget(Label(told, use="muted", wraps=True))
        for widget in (self.notice, self.alarm, self.of_cases, self.cases, self.of_shards):
            page.rows.addWidget(widget)
        page.rows.addWidget(self.shards)
        page.rows.addLayout(below)
        page.rows.addStretch()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(page)
