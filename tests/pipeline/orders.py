"""Made-up orders and what looking at them gave."""

import itertools
from dataclasses import replace
from fractions import Fraction

import numpy as np
from hypothesis import strategies as st

from tests.store.samples import footage
from vsa_core.domain.coverage import Level, Looked, Stretch
from vsa_core.domain.footage import PacketIndex
from vsa_core.domain.moment import Span
from vsa_core.domain.objects import CLASSES
from vsa_core.domain.track import POINT, TRACK, Part, Segment
from vsa_core.errors import Bug, Fault, Refused, Tampered, Unreadable, WrongUsage
from vsa_core.pipeline.crew import Order
from vsa_core.pipeline.observe import Observed

TICKS = 900 * 90_000
WORDS = st.text(max_size=12)


def packets(count: int) -> PacketIndex:
    """So many packets, 3,600 ticks apart, every 50th a key packet."""
    pts = np.arange(count, dtype=np.int64) * 3600
    key = np.arange(count) % 50 == 0
    return PacketIndex(pts, pts - 7200, pts % 997 + 1, key, pts * 2, np.full(count, 3600, np.int64))


@st.composite
def orders(draw: st.DrawFn) -> Order:
    """Orders for any part of any of a few files."""
    start = draw(st.integers(0, TICKS - 2))
    end = draw(st.integers(start + 1, TICKS))
    item = replace(
        footage(draw(st.integers(0, 3))),
        path=draw(st.sampled_from(["/a/b.mp4", "/a/caf\udce9.mp4", "/été/»"])),
        name=draw(WORDS),
        clock=draw(st.sampled_from([None, footage(0).clock])),
    )
    rate = draw(st.sampled_from([None, Fraction(25), Fraction(30_000, 1001)]))
    assert item.stream is not None
    item = replace(item, stream=replace(item.stream, rate=rate))
    level = draw(st.sampled_from(Level))
    index = packets(draw(st.integers(1, 60)))
    return Order(draw(st.integers(0, 2**40)), item, index, Span(start, end), level)


@st.composite
def answers(draw: st.DrawFn) -> tuple[Order, Observed]:
    """An order, and something that looking at it may have given."""
    order = draw(orders())
    frames = draw(st.integers(0, len(order.packets.pts)))
    return order, Observed(draw(_segments(order)), draw(_stretches(order)), frames)


@st.composite
def _segments(draw: st.DrawFn, order: Order) -> Segment:
    stream = order.footage.stream
    assert stream is not None
    part = Part(order.footage.digest, stream.time_base, order.span)
    counts = draw(st.lists(st.integers(1, 5), max_size=5))
    table, points = np.zeros(len(counts), TRACK), np.zeros(sum(counts), POINT)
    room = order.span.end - order.span.start - 1
    offset = 0
    for row, count in zip(table, counts, strict=True):
        steps = [0, *(draw(st.integers(0, room // count)) for _ in range(count - 1))]
        points["dt"][offset : offset + count] = steps
        row["t0"] = order.span.start
        row["t1"] = order.span.start + sum(steps)
        row["offset"], row["count"] = offset, count
        row["kind"] = draw(st.integers(0, len(CLASSES) - 1))
        offset += count
    return Segment((part,), table, points)


@st.composite
def _stretches(draw: st.DrawFn, order: Order) -> tuple[Stretch, ...]:
    inside = st.integers(order.span.start + 1, order.span.end)
    cuts = {order.span.start, order.span.end, *draw(st.lists(inside, max_size=4))}
    bounds = sorted(cuts)
    fates = st.sampled_from([Looked.LOOKED, Looked.SKIPPED, Looked.UNDECODABLE])
    return tuple(
        Stretch(Span(a, b), draw(fates), draw(st.sampled_from([None, order.level])))
        for a, b in itertools.pairwise(bounds)
    )


FAULTS = st.builds(
    lambda branch, values: branch("SRC-012", **values),
    st.sampled_from([WrongUsage, Refused, Unreadable, Tampered, Bug]),
    st.dictionaries(st.sampled_from(["name", "why", "count"]), WORDS | st.integers(-9, 9)),
)


def told(fault: Fault) -> tuple[type, str, dict[str, object]]:
    """A fault as values that compare."""
    return type(fault), fault.code, dict(fault.values)
