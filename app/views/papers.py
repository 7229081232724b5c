"""The papers of a case: its basis and what changed it, the orders, its closing and its end."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.state.papers import Papers
from app.state.session import Session
from app.theme import Theme
from app.widgets.asking import Asking
from app.widgets.basis_words import BasisWords
from app.widgets.confirming import confirm
from app.widgets.erasure_dialog import ErasureDialog
from app.widgets.facts import Facts
from app.widgets.label import Label
from app.widgets.motive import MotiveDialog
from app.widgets.notice import Notice
from app.widgets.order_dialogs import CarriedOutDialog, OrderDialog
from app.widgets.request_words import RequestWords
from app.widgets.sheet import Sheet
from app.widgets.table import Row, Table
from app.widgets.widening_dialog import WideningDialog
from app.words import Words, visible
from vsa_core.domain.case import Role
from vsa_core.domain.order import Order
from vsa_core.domain.request import Kind, Pending
from vsa_core.errors import Fault

LETTERS = 190
LINES = 3
PADDING = 12


class PapersView(QWidget):
    """`closed` leads back to the footage; `erase_wanted` carries an approved request to erase."""

    closed = Signal()
    erase_wanted = Signal(str)

    def __init__(
        self,
        papers: Papers,
        session: Session,
        words: Words,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._papers, self._session = papers, session
        self._words, self._theme = words, theme
        self._basis_words, self._request_words = BasisWords(words), RequestWords(words)
        self._dialog: Asking | None = None
        self.title = Label(use="title", wraps=True)
        self.notice = Notice(words, theme)
        self.basis = Facts()
        self.requests = self._table(self._request_headers(), self.tr("Requests of this case"), 1)
        self.orders = self._table(self._order_headers(), self.tr("Orders of this case"), 3)
        self._buttons()
        self._lay_out()
        self._listen()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous() and self._session.in_case:
            self.notice.clear()
            self.refresh()
            self._papers.refresh()
            self.back.setFocus()

    def refresh(self) -> None:
        """Show the papers as they were last read."""
        if not self._session.in_case:
            return
        papers = self._papers
        number = visible(papers.case.number)
        self.title.setText(self.tr("Papers of case {number}").format(number=number))
        self.basis.fill(self._basis_words.rows(papers.case))
        self.requests.fill([self._request(one) for one in papers.requests])
        self.orders.fill([self._order(one) for one in papers.orders])
        self._offer()

    def _offer(self) -> None:
        """Offer what this role may do and what the papers allow; the desk decides."""
        role, live = self._papers.person.role, self._papers.case.closed is None
        supervises = role is Role.SUPERVISOR
        chosen = self._chosen()
        ready = chosen is not None and chosen.approved is not None and not chosen.done
        self.widen.setVisible(supervises)
        self.widen.setEnabled(live)
        self.force.setVisible(supervises)
        self.force.setEnabled(ready)
        self.enter.setVisible(role in (Role.SUPERVISOR, Role.MAGISTRATE))
        self.done.setVisible(role in (Role.SUPERVISOR, Role.ANALYST))
        order = self._order_chosen()
        self.done.setEnabled(order is not None and order.done is None)
        self.close_case.setVisible(supervises)
        self.close_case.setEnabled(live)
        self.erase.setVisible(role in (Role.SUPERVISOR, Role.MAGISTRATE))

    def _request(self, pending: Pending) -> Row:
        words, second = self._request_words, pending.approved
        asked = words.who(pending.asked.name, pending.asked.role.value)
        approved = words.who(second.name, second.role.value) if second else "–"
        state = words.state(pending, self._papers.now())
        terms = "\n".join(f"{name}: {value}" for name, value in words.terms(pending))
        cells = (words.kind(pending), asked, approved, words.minute(pending.request.made), state)
        return Row(cells, pending.name, "accept", pending.done, terms)

    def _order(self, order: Order) -> Row:
        name, minute = self._words.name, self._request_words.minute
        cells = (
            order.name,
            name("cli.orders.kinds", order.kind.value),
            name("cli.orders.origins", order.origin.value),
            order.reference,
            f"{minute(order.entered)}, {order.entered_by}",
            f"{minute(order.done)}, {order.done_by}" if order.done is not None else "–",
        )
        tip = "\n".join(text for text in (order.text, order.what) if text)
        return Row(cells, order.name, "check" if order.done else "warning", tip=tip)

    def _chosen(self) -> Pending | None:
        name = self.requests.value
        return next((one for one in self._papers.requests if one.name == name), None)

    def _order_chosen(self) -> Order | None:
        name = self.orders.value
        return next((one for one in self._papers.orders if one.name == name), None)

    def _ask_wider(self) -> None:
        case, now = self._papers.case, self._papers.now()
        dialog = WideningDialog(self._words, self._theme, case, now, self)
        dialog.agreed.connect(lambda: self._papers.ask_wider(dialog.wider, dialog.motive.code))
        self._put(dialog)

    def _enter_order(self) -> None:
        own = self._papers.person.role is Role.MAGISTRATE
        dialog = OrderDialog(self._words, self._theme, own=own, parent=self)
        dialog.agreed.connect(lambda: self._papers.enter(dialog.order))
        self._put(dialog)

    def _carry_out_order(self) -> None:
        order = self._order_chosen()
        if order is not None:
            dialog = CarriedOutDialog(self._words, self._theme, order, self)
            dialog.agreed.connect(lambda: self._papers.carry_out(order.name, dialog.what))
            self._put(dialog)

    def _ask_erasure(self) -> None:
        papers = self._papers
        dialog = ErasureDialog(self._words, self._theme, papers.case, papers.orders, self)
        dialog.agreed.connect(
            lambda: papers.ask_erasure(
                dialog.ground, dialog.reference.text().strip(), dialog.order, dialog.motive.code
            )
        )
        self._put(dialog)

    def _carry_out(self) -> None:
        """Put a wider basis in force, or go and erase: after one more question."""
        pending = self._chosen()
        if pending is None:
            return
        terms = "\n".join(f"{n}: {value}" for n, value in self._request_words.terms(pending))
        name = pending.name
        if pending.request.kind is Kind.ERASE_CASE:
            title = self.tr("Erase this case for good")
            confirm(self, self._theme, title, terms, lambda: self.erase_wanted.emit(name))
        else:
            title = self.tr("Put the wider basis in force")
            confirm(self, self._theme, title, terms, lambda: self._papers.widen(name))

    def _close_case(self) -> None:
        told = self.tr(
            "From then on its footage can no longer be searched, looked at or exported, and it is"
            " due to be erased. Its papers stay readable."
        )
        dialog = MotiveDialog(self._words, self._theme, self.tr("Close the case"), told, self)
        dialog.chosen.connect(self._papers.close)
        dialog.open()

    def _put(self, dialog: Asking) -> None:
        self.notice.clear()
        self._dialog = dialog
        dialog.finished.connect(lambda _: self._taken_away(dialog))
        dialog.open()

    def _taken_away(self, dialog: Asking) -> None:
        self._dialog = None
        dialog.deleteLater()

    def _written(self) -> None:
        if self._dialog is not None:
            self._dialog.accept()
        self.refresh()

    def _told(self, fault: Fault) -> None:
        if self._dialog is not None:
            self._dialog.refuse(fault)
        elif self.isVisible():
            self.notice.tell(fault)

    def _listen(self) -> None:
        self.back.clicked.connect(self.closed)
        for button, slot in (
            (self.widen, self._ask_wider),
            (self.force, self._carry_out),
            (self.enter, self._enter_order),
            (self.done, self._carry_out_order),
            (self.close_case, self._close_case),
            (self.erase, self._ask_erasure),
        ):
            button.clicked.connect(slot)
            button.setAutoDefault(True)
        for table in (self.requests, self.orders):
            table.currentItemChanged.connect(lambda *_: self._offer_again())
        self._papers.changed.connect(self.refresh)
        self._papers.written.connect(self._written)
        self._session.failed.connect(self._told)

    def _offer_again(self) -> None:
        if self._session.in_case:
            self._offer()

    def _table(self, headers: tuple[str, ...], title: str, stretched: int) -> Table:
        table = Table(self._theme, title, headers, stretched)
        line = table.fontMetrics().lineSpacing() + PADDING
        table.setFixedHeight(line * (LINES + 1))
        return table

    def _request_headers(self) -> tuple[str, ...]:
        names = (self.tr("Request"), self.tr("Asked by"), self.tr("Approved by"))
        return (*names, self.tr("On"), self.tr("State"))

    def _order_headers(self) -> tuple[str, ...]:
        names = (self.tr("No."), self.tr("Order"), self.tr("From"), self.tr("Reference"))
        return (*names, self.tr("Entered"), self.tr("Carried out"))

    def _buttons(self) -> None:
        icon = self._theme.icon
        self.back = QPushButton(icon("chevron-left"), self.tr("Back to the footage"))
        self.widen = QPushButton(icon("plus"), self.tr("Widen the basis…"))
        self.force = QPushButton(icon("check"), self.tr("Carry out what was approved…"))
        self.enter = QPushButton(icon("plus"), self.tr("Enter an order…"))
        self.done = QPushButton(icon("check"), self.tr("Say it was carried out…"))
        self.close_case = QPushButton(icon("lock"), self.tr("Close the case…"))
        self.erase = QPushButton(icon("eraser"), self.tr("Ask for the erasure…"))

    def _lay_out(self) -> None:
        page = Sheet(LETTERS)
        rows = page.rows
        above = QHBoxLayout()
        above.addWidget(self.title, 1)
        above.addWidget(self.back)
        rows.addLayout(above)
        rows.addWidget(self.notice)
        rows.addWidget(Label(self.tr("Legal basis"), use="heading"))
        rows.addWidget(self.basis)
        rows.addWidget(Label(self.tr("What takes two people"), use="heading"))
        rows.addWidget(self.requests)
        rows.addLayout(_row(self.widen, self.force))
        rows.addWidget(Label(self.tr("Orders and requests of persons"), use="heading"))
        rows.addWidget(self.orders)
        rows.addLayout(_row(self.enter, self.done))
        rows.addWidget(Label(self.tr("End of the case"), use="heading"))
        rows.addLayout(_row(self.close_case, self.erase))
        rows.addStretch()
        across = QVBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(page)


def _row(*buttons: QPushButton) -> QHBoxLayout:
    row = QHBoxLayout()
    for button in buttons:
        row.addWidget(button)
    row.addStretch()
    return row
