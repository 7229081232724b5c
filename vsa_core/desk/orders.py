"""Orders of a magistrate, and requests of persons: entered, listed with the case, carried out."""

from dataclasses import replace

from vsa_core.desk.register import Deed, Register
from vsa_core.desk.tickets import InCase, SignedIn, Tickets
from vsa_core.domain.case import Act
from vsa_core.domain.order import NewOrder, Order
from vsa_core.domain.provenance import Canonical
from vsa_core.errors import Refused
from vsa_core.legal.orders import check_done, check_entered

LONGEST = 500
"""Characters of what an order says, and of what was done: the journal's own limit."""


class Orders:
    """The orders of a case; one that says erase leads to an erasure that two people sign."""

    def __init__(self, register: Register, tickets: Tickets) -> None:
        self._register = register
        self._tickets = tickets

    def enter(self, who: SignedIn, where: InCase, new: NewOrder) -> Order:
        """Write an order down: by the magistrate, or by a supervisor with its reference.

        Kind, origin and reference stand in clear in the journal, what the
        order says is sealed under the case's log key. Raises Refused:
        LAW-001 for another role, LAW-051 for a supervisor without a reference,
        CAS-096 for a text that is too long.
        """
        archive = self._tickets.archive(who, where)
        about: dict[str, Canonical] = {
            "order": new.kind.value,
            "origin": new.origin.value,
            "reference": new.reference,
        }
        deed = Deed(
            Act.ORDER, where.case, about=about, secret={"text": new.text}, log_key=archive.keys.log
        )
        self._register.grant(who.person, deed)
        try:
            check_entered(who.person, where.case, new)
            _check_length(where, new.reference, new.text)
        except Refused as refusal:
            self._register.deny(who.person, deed, refusal)
            raise
        receipt = self._register.write(who.person, deed)
        order = Order(
            name=str(receipt.sequence),
            kind=new.kind,
            origin=new.origin,
            reference=new.reference,
            text=new.text,
            entered_by=who.person.name,
            entered=self._register.latest(),
        )
        archive.catalogue.orders.keep(order)
        return order

    def listed(self, who: SignedIn, where: InCase) -> tuple[Order, ...]:
        """The orders of the case, oldest first; the reading is recorded."""
        archive = self._tickets.archive(who, where)
        deed = Deed(Act.CONSULT, where.case, about={"what": "orders"})
        self._register.permit(who.person, deed)
        return archive.catalogue.orders.all()

    def done(self, who: SignedIn, where: InCase, name: str, what: str) -> Order:
        """Say that an order was carried out, and how; by an analyst or a supervisor, recorded.

        An order to erase the whole case ends by its erasure, not here. Raises
        Refused: LAW-001, CAS-097 for an order that the case does not have,
        CAS-098 for one that was carried out before, LAW-055 for an order to
        erase, by anybody but a supervisor, CAS-096 without a word or too many.
        """
        archive = self._tickets.archive(who, where)
        about: dict[str, Canonical] = {"order": name}
        deed = Deed(
            Act.ORDER_DONE, where.case, about=about, secret={"what": what}, log_key=archive.keys.log
        )
        self._register.grant(who.person, deed)
        try:
            order = _open_order(where, archive.catalogue.orders.all(), name)
            check_done(who.person, where.case, order)
            if not what.strip():
                raise Refused("CAS-096", case=where.case.number, limit=LONGEST)
            _check_length(where, what)
        except Refused as refusal:
            self._register.deny(who.person, deed, refusal)
            raise
        self._register.write(who.person, deed)
        carried = replace(order, done_by=who.person.name, done=self._register.latest(), what=what)
        archive.catalogue.orders.keep(carried)
        return carried


def _open_order(where: InCase, orders: tuple[Order, ...], name: str) -> Order:
    found = [order for order in orders if order.name == name]
    if not found:
        raise Refused("CAS-097", case=where.case.number, order=name)
    if found[0].done is not None:
        raise Refused("CAS-098", case=where.case.number, order=name)
    return found[0]


def _check_length(where: InCase, *texts: str) -> None:
    if any(len(text) > LONGEST for text in texts):
        raise Refused("CAS-096", case=where.case.number, limit=LONGEST)
