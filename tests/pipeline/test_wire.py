"""Orders and outcomes survive the way; nothing else is believed."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.pipeline.orders import FAULTS, answers, orders, packets, told
from tests.store.samples import footage
from vsa_core.domain.coverage import Level, Looked, Stretch
from vsa_core.domain.moment import Span
from vsa_core.domain.track import POINT, TRACK, Part, Segment
from vsa_core.errors import Fault
from vsa_core.pipeline.crew import Died, Done, Failed, Order, Reached
from vsa_core.pipeline.envelope import Malformed, Message
from vsa_core.pipeline.observe import Observed
from vsa_core.pipeline.wire import (
    fault_bytes,
    fault_from,
    observed_bytes,
    observed_from,
    order_bytes,
    order_from,
    outcome_bytes,
    outcome_from,
)
from vsa_core.store.layout import image

SCRAPS = st.sampled_from([b"null", b"-1", b"[]", b'"', b"9" * 20, b"1e9"])
ORDER = Order(7, footage(0), packets(60), Span(0, 216_000), Level.STANDARD)


def same(first: Observed, second: Observed) -> bool:
    bytes_of = (image(first.segment), image(second.segment))
    return bytes_of[0] == bytes_of[1] and (first.stretches, first.frames) == (
        second.stretches,
        second.frames,
    )


def observed(**changes: object) -> Observed:
    """One track of two points in ORDER's span, with something changed."""
    stream = ORDER.footage.stream
    assert stream is not None
    table, points = np.zeros(1, TRACK), np.zeros(2, POINT)
    table["t0"], table["t1"], table["count"] = 1000, 4600, 2
    points["dt"][1] = 3600
    part = Part(ORDER.footage.digest, stream.time_base, ORDER.span)
    good = Observed(
        Segment((part,), table, points), (Stretch(ORDER.span, Looked.LOOKED, Level.STANDARD),), 12
    )
    return replace(good, **changes)  # type: ignore[arg-type]  # by name


@given(orders())
def test_an_order_comes_back_as_it_was(order: Order) -> None:
    found = order_from(order_bytes(order))
    assert (found.number, found.footage, found.span, found.level) == (
        order.number,
        order.footage,
        order.span,
        order.level,
    )
    assert (found.packets.pts == order.packets.pts).all()


@given(answers())
def test_what_a_slice_gave_comes_back_as_it_was(answer: tuple[Order, Observed]) -> None:
    order, gave = answer
    assert same(observed_from(observed_bytes(gave), order), gave)
    outcome = outcome_from(outcome_bytes(Done(order.number, gave)), order)
    assert isinstance(outcome, Done)
    assert same(outcome.observed, gave)


@given(FAULTS)
def test_a_fault_comes_back_as_it_was(fault: Fault) -> None:
    outcome = outcome_from(outcome_bytes(Failed(7, fault)), ORDER)
    assert isinstance(outcome, Failed)
    assert told(outcome.fault) == told(fault)
    assert told(fault_from(Message(fault_bytes(fault)))) == told(fault)


def test_the_other_outcomes_come_back_as_they_were() -> None:
    for outcome in (Reached(7, 3600), Reached(7, 216_000), Died(7)):
        assert outcome_from(outcome_bytes(outcome), ORDER) == outcome


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_malformed(data: bytes) -> None:
    for read in (order_from, lambda d: outcome_from(d, ORDER), lambda d: observed_from(d, ORDER)):
        with pytest.raises(Malformed, match="SYS-014"):
            read(data)


@given(st.data())
def test_a_damaged_message_is_read_or_malformed_and_nothing_else(data: st.DataObject) -> None:
    """Bytes changed, cut or doubled anywhere, most of all in the header."""
    good = data.draw(
        st.sampled_from(
            [
                order_bytes(ORDER),
                observed_bytes(observed()),
                outcome_bytes(Done(7, observed())),
                outcome_bytes(Failed(7, Malformed("x"))),
                outcome_bytes(Reached(7, 1)),
            ]
        )
    )
    bad = bytearray(good)
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(bad) - 1))
        bad[at : at + data.draw(st.integers(0, 3))] = data.draw(st.binary(max_size=3) | SCRAPS)
    for read in (order_from, lambda d: outcome_from(d, ORDER), lambda d: observed_from(d, ORDER)):
        with suppress(Malformed):
            read(bytes(bad))


def other_part(**changes: object) -> Segment:
    segment = observed().segment
    return replace(segment, parts=(replace(segment.parts[0], **changes),))  # type: ignore[arg-type]


def times(t0: int, t1: int) -> Segment:
    segment = observed().segment
    segment.table["t0"], segment.table["t1"] = t0, t1
    return segment


def stretched(*stretches: Stretch) -> Observed:
    return observed(stretches=stretches)


LIES: list[Callable[[], Observed]] = [
    lambda: observed(segment=other_part(footage="ab" * 32)),
    lambda: observed(segment=other_part(span=Span(0, 216_001))),
    lambda: observed(segment=replace(observed().segment, parts=())),
    lambda: observed(segment=times(-1, 3599)),
    lambda: observed(segment=times(215_000, 218_600)),
    lambda: observed(segment=times(1000, 4601)),
    lambda: observed(segment=times(-(2**63), -(2**63) + 3600)),
    lambda: observed(frames=121),
    lambda: observed(frames=-1),
    lambda: stretched(),
    lambda: stretched(Stretch(Span(0, 215_999), Looked.LOOKED, Level.STANDARD)),
    lambda: stretched(Stretch(Span(1, 216_000), Looked.LOOKED, Level.STANDARD)),
    lambda: stretched(Stretch(ORDER.span, Looked.LOOKED, Level.FULL)),
    lambda: stretched(Stretch(ORDER.span, Looked.QUARANTINED, Level.STANDARD)),
    lambda: stretched(Stretch(ORDER.span, Looked.NO_FOOTAGE, None)),
]


@pytest.mark.parametrize("lie", LIES)
def test_what_does_not_answer_the_order_is_not_believed(lie: Callable[[], Observed]) -> None:
    with pytest.raises(Malformed):
        observed_from(observed_bytes(lie()), ORDER)


@pytest.mark.parametrize(
    "outcome", [Done(8, observed()), Reached(8, 0), Died(8), Reached(7, -1), Reached(7, 216_001)]
)
def test_an_outcome_of_another_order_is_not_believed(outcome) -> None:
    with pytest.raises(Malformed):
        outcome_from(outcome_bytes(outcome), ORDER)
