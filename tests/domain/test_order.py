from vsa_core.domain.order import NewOrder, Order, OrderKind, Origin


def test_an_order_erases_completes_or_rectifies_on_somebodys_request() -> None:
    assert set(OrderKind) == {"erase", "complete", "rectify"}
    assert set(Origin) == {"magistrate", "person"}


def test_an_order_is_open_until_it_is_done() -> None:
    new = NewOrder(OrderKind.RECTIFY, Origin.PERSON, "REQ 4")
    order = Order("7", new.kind, new.origin, new.reference, new.text, "marc", 5)
    assert order.done is None
    assert (order.done_by, order.what) == ("", "")


def test_an_order_is_told_whole() -> None:
    order = Order(
        "7", OrderKind.ERASE, Origin.MAGISTRATE, "REQ 4", "tout", "marc", 5, "zoe", 9, "x"
    )
    assert order.fields() == {
        "name": "7",
        "kind": "erase",
        "origin": "magistrate",
        "reference": "REQ 4",
        "text": "tout",
        "entered_by": "marc",
        "entered_us": 5,
        "done_by": "zoe",
        "done_us": 9,
        "what": "x",
    }
