"""Who may enter an order, and who may say that it was carried out (CPP art. 230-23, 230-24)."""

from vsa_core.domain.case import Case, Person, Role
from vsa_core.domain.order import NewOrder, Order, OrderKind
from vsa_core.errors import Refused
from vsa_core.legal.articles import ORDERS


def check_entered(person: Person, case: Case, new: NewOrder) -> None:
    """Raise Refused (LAW-051) where somebody enters it for another without its reference."""
    if person.role is not Role.MAGISTRATE and not new.reference.strip():
        raise Refused("LAW-051", case=case.number, article=ORDERS)


def check_done(person: Person, case: Case, order: Order) -> None:
    """Raise Refused (LAW-055) unless a supervisor answers for an order to erase."""
    if order.kind is OrderKind.ERASE and person.role is not Role.SUPERVISOR:
        raise Refused("LAW-055", case=case.number, order=order.name)
