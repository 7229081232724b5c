from vsa_core.domain.order import NewOrder, Order, OrderKind, Origin


def test_an_order_erases_completes_or_rectifies_on_somebodys_request() -> None:
    assert set(OrderKind) == {"erase", "complete", "rectify"}
    assert set(Origin) == {"magistrate", "person"}


def test_an_order_is_open_until_it_is_done() -> None:
    new = NewOrder(OrderKind.RECTIFY, Origin.PERSON, "REQ 4")
    order = Order("7", new.kind, new.origin, new.reference, new.text, "marc", 5)
    assert order.done is None
    assert (order.done_by, order.what) == ("", "")
