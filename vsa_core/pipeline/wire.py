"""Orders and outcomes as bytes, and back: whatever comes back is checked, and none of it is run."""

import re
from typing import Any

import numpy as np

from vsa_core import errors
from vsa_core.domain.coverage import Level, Looked, Stretch
from vsa_core.domain.moment import Span
from vsa_core.domain.track import POINT, TRACK, Part, Segment, Structured
from vsa_core.errors import Fault
from vsa_core.pipeline.crew import Died, Done, Failed, Order, Outcome, Reached
from vsa_core.pipeline.envelope import Fields, Malformed, Message, one_of, span, written
from vsa_core.pipeline.observe import Observed
from vsa_core.pipeline.wire_footage import columns_of, footage_fields, footage_from, packets_from
from vsa_core.store.soundness import fault_of

STRETCHES = 2**20
"""The most stretches of a slice."""

VALUES = 16
WORDS = 1000
"""The most values that a fault brings, and characters of each."""

_CODE = re.compile(r"[A-Z]{3}-[0-9]{3}")
_BRANCHES = ("WrongUsage", "Refused", "Unreadable", "Tampered", "Bug")
_NOT_SEEN = frozenset(
    {Looked.NOT_INDEXED, Looked.OUTSIDE_BASIS, Looked.OUTSIDE_CLOCK, Looked.QUARANTINED}
    | {Looked.NO_FOOTAGE}
)
"""Fates that are for others to say than for who looks."""


def order_bytes(order: Order) -> bytes:
    """An order as a message, its whole packet index with it."""
    columns = columns_of(order.packets)
    header = {
        "number": order.number,
        "footage": footage_fields(order.footage),
        "span": _pair_of(order.span),
        "level": order.level.value,
        "rows": [len(column) for column in columns],
    }
    return written(header, columns)


def order_from(data: bytes) -> Order:
    """The inverse of `order_bytes`; Malformed (SYS-014) for anything else."""
    message = Message(data)
    header = message.header
    number = header.whole("number", 0)
    footage = footage_from(header.inner("footage"))
    cut, level = header.span("span"), header.one_of("level", Level)
    packets = packets_from(message)
    message.end()
    if footage.stream is None or cut.clipped(footage.stream.span) != cut:
        raise Malformed("span")
    return Order(number, footage, packets, cut, level)


def observed_bytes(observed: Observed) -> bytes:
    """What a slice gave, as a message."""
    return _observed_message({}, observed)


def observed_from(data: bytes, order: Order) -> Observed:
    """The inverse of `observed_bytes`; Malformed (SYS-014) unless it answers `order` soundly.

    It holds tracks of that footage inside that span alone, and says what
    became of each tick of the span, once.
    """
    return _observed(Message(data), order)


def outcome_bytes(outcome: Outcome) -> bytes:
    """An outcome as a message."""
    header: dict[str, object] = {"kind": type(outcome).__name__, "number": outcome.number}
    match outcome:
        case Reached():
            return written({**header, "pts": outcome.pts})
        case Done():
            return _observed_message(header, outcome.observed)
        case Failed():
            return written({**header, "fault": _fault_fields(outcome.fault)})
        case Died():
            return written(header)


def outcome_from(data: bytes, order: Order) -> Outcome:
    """The inverse of `outcome_bytes`; Malformed (SYS-014) unless it is an outcome of `order`."""
    message = Message(data)
    header = message.header
    kind, number = header.text("kind", 16), header.whole("number", 0)
    if number != order.number:
        raise Malformed("number")
    if kind == Done.__name__:
        return Done(number, _observed(message, order))
    message.end()
    if kind == Reached.__name__:
        return Reached(number, header.whole("pts", order.span.start, order.span.end))
    if kind == Failed.__name__:
        return Failed(number, _fault(header.inner("fault")))
    if kind == Died.__name__:
        return Died(number)
    raise Malformed("kind")


def fault_bytes(fault: Fault) -> bytes:
    """A fault that belongs to no order, as a message."""
    return written({"fault": _fault_fields(fault)})


def fault_from(message: Message) -> Fault:
    """The fault of such a message; Malformed (SYS-014) when it is none."""
    return _fault(message.header.inner("fault"))


def _observed_message(header: dict[str, object], observed: Observed) -> bytes:
    segment = observed.segment
    parts = [
        [part.footage, part.time_base.numerator, part.time_base.denominator, *_pair_of(part.span)]
        for part in segment.parts
    ]
    stretches = [
        [*_pair_of(s.span), s.looked.value, s.level.value if s.level else None]
        for s in observed.stretches
    ]
    fields = {
        **header,
        "frames": observed.frames,
        "parts": parts,
        "stretches": stretches,
        "rows": [len(segment.table), len(segment.points)],
    }
    return written(fields, (segment.table, segment.points))


def _observed(message: Message, order: Order) -> Observed:
    header = message.header
    stream = order.footage.stream
    assert stream is not None  # an order for what has no pictures is none
    part = Part(order.footage.digest, stream.time_base, order.span)
    base = [part.time_base.numerator, part.time_base.denominator]
    if header.list("parts", 1) != [[part.footage, *base, *_pair_of(part.span)]]:
        raise Malformed("parts")
    frames = header.whole("frames", 0, 2 * len(order.packets.pts))
    stretches = _stretches(header.list("stretches", STRETCHES), order)
    segment = Segment((part,), _rows(message, TRACK), _rows(message, POINT))
    message.end()
    if wrong := fault_of(segment):
        raise Malformed(wrong)
    first, last = segment.table["t0"], segment.table["t1"]
    if (first < order.span.start).any() or (last >= order.span.end).any():
        raise Malformed("times")
    return Observed(segment, stretches, frames)


def _stretches(rows: list[object], order: Order) -> tuple[Stretch, ...]:
    """The stretches, of which each begins where the one before it ends."""
    found: list[Stretch] = []
    due = order.span.start
    for row in rows:
        if not isinstance(row, list) or len(row) != 4:
            raise Malformed("stretches")
        cut = span(row[:2], "stretches")
        looked = one_of(row[2], "stretches", Looked)
        level = None if row[3] is None else one_of(row[3], "stretches", Level)
        if cut.start != due or looked in _NOT_SEEN or level not in (None, order.level):
            raise Malformed("stretches")
        found.append(Stretch(cut, looked, level))
        due = cut.end
    if due != order.span.end:
        raise Malformed("stretches")
    return tuple(found)


def _rows(message: Message, dtype: Any) -> Structured:
    rows: Structured = np.asarray(message.column(dtype), dtype)
    return rows


def _fault_fields(fault: Fault) -> dict[str, object]:
    branch = next(name for name in _BRANCHES if isinstance(fault, getattr(errors, name)))
    values = dict(list(fault.values.items())[:VALUES])
    told = {name: v if isinstance(v, int) else str(v)[:WORDS] for name, v in values.items()}
    return {"branch": branch, "code": fault.code, "values": told}


def _fault(fields: Fields) -> Fault:
    branch, code, values = (
        fields.text("branch", 16),
        fields.text("code", 16),
        fields.inner("values"),
    )
    names = values.names()
    if branch not in _BRANCHES or not _CODE.fullmatch(code) or len(names) > VALUES:
        raise Malformed("fault")
    told = {name: _value(values, name) for name in names if name.isidentifier()}
    kind: type[Fault] = getattr(errors, branch)
    return kind(code, **{n: v for n, v in told.items() if n not in ("self", "code")})


def _value(values: Fields, name: str) -> object:
    try:
        return values.whole(name)
    except Malformed:
        return values.text(name, WORDS)


def _pair_of(cut: Span) -> list[int]:
    return [cut.start, cut.end]
