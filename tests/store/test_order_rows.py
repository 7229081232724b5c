from dataclasses import replace

from vsa_core.domain.order import Order, OrderKind, Origin
from vsa_core.store.catalog import Catalog

ORDER = Order("7", OrderKind.RECTIFY, Origin.PERSON, "REQ 4", "corriger « X »", "marc", 5)


def test_a_case_begins_without_orders(catalog: Catalog) -> None:
    assert catalog.orders.all() == ()


def test_orders_come_back_in_order_of_entering(catalog: Catalog) -> None:
    other = replace(ORDER, name="9", kind=OrderKind.ERASE)
    catalog.orders.keep(ORDER)
    catalog.orders.keep(other)
    assert catalog.orders.all() == (ORDER, other)


def test_an_order_carried_out_takes_its_own_place(catalog: Catalog) -> None:
    done = replace(ORDER, done_by="alice", done=9, what="corrigé")
    catalog.orders.keep(ORDER)
    catalog.orders.keep(replace(ORDER, name="9"))
    catalog.orders.keep(done)
    assert catalog.orders.all() == (done, replace(ORDER, name="9"))
