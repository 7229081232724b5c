"""A footage and its packets survive the way through a message."""

import numpy as np
import pytest
from hypothesis import given

from tests.pipeline.orders import orders, packets
from tests.store.samples import footage
from vsa_core.pipeline.crew import Order
from vsa_core.pipeline.envelope import Fields, Malformed, Message, written
from vsa_core.pipeline.wire_footage import columns_of, footage_fields, footage_from, packets_from


def through(fields: dict[str, object]) -> Fields:
    return Message(written({"footage": fields})).header.inner("footage")


@given(orders())
def test_a_footage_comes_back_as_it_was(order: Order) -> None:
    assert footage_from(through(footage_fields(order.footage))) == order.footage


def test_packets_come_back_as_they_were() -> None:
    sent = packets(120)
    columns = columns_of(sent)
    found = packets_from(Message(written({"rows": [len(c) for c in columns]}, columns)))
    for name in ("pts", "dts", "size", "key", "pos", "duration"):
        assert (getattr(found, name) == getattr(sent, name)).all()
        assert getattr(found, name).dtype == getattr(sent, name).dtype


def test_columns_of_different_lengths_are_malformed() -> None:
    columns = columns_of(packets(3))
    columns[2] = np.zeros(2, np.int64)
    with pytest.raises(Malformed, match="rows"):
        packets_from(Message(written({"rows": [len(c) for c in columns]}, columns)))


@pytest.mark.parametrize("changed", ["digest", "state", "size", "stream", "clock", "gaps", "path"])
def test_a_footage_with_a_wrong_field_is_malformed(changed: str) -> None:
    fields = footage_fields(footage(1))
    with pytest.raises(Malformed):
        footage_from(through({**fields, changed: [1, "x"]}))
