"""The papers of the case entered: its orders, what widened its basis, its closing, its end."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from app.state.session import Session
from vsa_core.desk.tickets import InCase
from vsa_core.domain.case import Case, Person
from vsa_core.domain.erasure import Ground
from vsa_core.domain.order import NewOrder, Order
from vsa_core.domain.request import Pending
from vsa_core.domain.widening import Wider


class Papers(QObject):
    """As last read; every reading and every act is recorded, refusals too.

    `blank` has the screen hold no picture any more: what was opened under the
    old papers is closed before they change. What the desk refuses is the
    session's `failed`; `written` follows what it did.
    """

    changed = Signal()
    written = Signal()

    def __init__(
        self, session: Session, blank: Callable[[], None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._blank = blank
        self.orders: tuple[Order, ...] = ()
        self.requests: tuple[Pending, ...] = ()
        session.left.connect(self._forget)

    @property
    def case(self) -> Case:
        """The case as its papers stand; RuntimeError outside a case."""
        return self._session.where.case

    @property
    def folder(self) -> str:
        """Where it lies."""
        return self._session.where.folder

    @property
    def person(self) -> Person:
        """Who reads them."""
        return self._session.who.person

    def now(self) -> int:
        """The machine's time, in microseconds since 1970 UTC."""
        return self._session.now()

    def refresh(self) -> None:
        """Read the orders, and the requests that concern this case."""
        desks, who, where = self._session.desks, self._session.who, self._session.where

        def call() -> tuple[tuple[Order, ...], tuple[Pending, ...]]:
            requests = desks.approvals.listed(who, everything=True)
            mine = tuple(one for one in requests if one.request.case == where.case.number)
            return desks.orders.listed(who, where), mine

        self._session.tasks.ask(
            call, lambda found: self._take(where, *found), self._session.failed.emit
        )

    def enter(self, order: NewOrder) -> None:
        """Write an order down."""
        desks, who, where = self._session.desks, self._session.who, self._session.where
        self._session.ask(lambda: desks.orders.enter(who, where, order), self._written)

    def carry_out(self, order: str, what: str) -> None:
        """Say that an order was carried out, and how."""
        desks, who, where = self._session.desks, self._session.who, self._session.where
        self._session.ask(lambda: desks.orders.done(who, where, order, what), self._written)

    def ask_wider(self, wider: Wider, motive: str) -> None:
        """Ask for a wider basis; somebody of another role approves it."""
        desks, who, where = self._session.desks, self._session.who, self._session.where
        self._session.ask(lambda: desks.widening.ask(who, where, wider, motive), self._written)

    def ask_erasure(self, ground: Ground, reference: str, order: str, motive: str) -> None:
        """Ask for the case to be erased; somebody of another role approves it."""
        desks, who, folder = self._session.desks, self._session.who, self.folder
        self._session.ask(
            lambda: desks.erasing.ask(who, folder, ground, reference, order, motive), self._written
        )

    def widen(self, request: str) -> None:
        """Put an approved widening in force."""
        desks, who, where = self._session.desks, self._session.who, self._session.where
        self._amend(where, lambda: desks.widening.carry_out(who, where, request))

    def close(self, motive: str) -> None:
        """Close the case: its footage is out of reach from then on, its papers stay readable."""
        desks, who, where = self._session.desks, self._session.who, self._session.where
        self._amend(where, lambda: desks.cases.close(who, where, motive))

    def _amend(self, before: InCase, call: Callable[[], InCase]) -> None:
        """Under changed papers the stay goes on; a reel can only be closed under the old ones."""
        self._blank()

        def take(where: InCase) -> None:
            if self._session.in_case and self._session.where == before:
                self._session.amend(where)
                self._written(where)

        self._session.tasks.last(call, take, self._session.failed.emit)

    def _take(
        self, where: InCase, orders: tuple[Order, ...], requests: tuple[Pending, ...]
    ) -> None:
        if self._session.in_case and self._session.where == where:
            self.orders, self.requests = orders, requests
            self.changed.emit()

    def _written(self, _: object) -> None:
        self.written.emit()
        self.refresh()

    def _forget(self) -> None:
        self.orders, self.requests = (), ()
        self.changed.emit()
