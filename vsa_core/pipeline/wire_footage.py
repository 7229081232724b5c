"""A footage and its packet index as fields and columns of a message, and back."""

import re
from typing import Any

import numpy as np

from vsa_core.domain.footage import Footage, FootageState, Gap, PacketIndex, Stream
from vsa_core.domain.moment import ClockClaim, Span
from vsa_core.pipeline.envelope import FAR, Column, Fields, Malformed, Message, pair, text

GAPS = 2**20
"""The most gaps of a footage."""

_INDEX = ("pts", "dts", "size", "key", "pos", "duration")
_TICKS = np.dtype(np.int64)
_FLAGS = np.dtype(np.uint8)
_DIGEST = re.compile(r"[0-9a-f]{64}")


def columns_of(packets: PacketIndex) -> list[Column]:
    """The columns of a packet index, in the order in which `packets_from` reads them."""
    return [_column(getattr(packets, name)) for name in _INDEX]


def packets_from(message: Message) -> PacketIndex:
    """The next columns of a message as a packet index; Malformed when they are none."""
    columns = {name: message.column(_FLAGS if name == "key" else _TICKS) for name in _INDEX}
    if len({len(column) for column in columns.values()}) != 1 or (columns["key"] > 1).any():
        raise Malformed("rows")
    keys = columns.pop("key").astype(np.bool_)
    return PacketIndex(key=keys, **columns)


def footage_fields(footage: Footage) -> dict[str, object]:
    """A footage as fields; its path may hold bytes that are no text, as surrogates."""
    clock = footage.clock
    return {
        "digest": footage.digest,
        "name": footage.name,
        "path": footage.path,
        "size": footage.size,
        "camera": footage.camera,
        "exhibit": footage.exhibit,
        "clock": [clock.shown, clock.offset, clock.uncertainty] if clock else None,
        "author": clock.author if clock else "",
        "state": footage.state.value,
        "reason": footage.reason,
        "stream": _stream_fields(footage.stream) if footage.stream else None,
        "gaps": [[gap.span.start, gap.span.end, gap.code] for gap in footage.gaps],
    }


def footage_from(fields: Fields) -> Footage:
    """The inverse of `footage_fields`; Malformed for anything else."""
    digest = fields.text("digest")
    if not _DIGEST.fullmatch(digest):
        raise Malformed("digest")
    return Footage(
        digest=digest,
        name=fields.text("name"),
        path=fields.text("path"),
        size=fields.whole("size", 0),
        camera=fields.text("camera"),
        exhibit=fields.text("exhibit"),
        clock=_clock(fields) if fields.holds("clock") else None,
        state=fields.one_of("state", FootageState),
        reason=fields.text("reason"),
        stream=_stream(fields.inner("stream")) if fields.holds("stream") else None,
        gaps=tuple(map(_gap, fields.list("gaps", GAPS))),
    )


def _clock(fields: Fields) -> ClockClaim:
    told = fields.list("clock", 3)
    shown, offset = pair(told[:2], "clock")
    uncertainty, _ = pair([*told[2:], 0], "clock")
    if uncertainty < 0:
        raise Malformed("clock")
    return ClockClaim(shown, offset, uncertainty, fields.text("author"))


def _stream_fields(stream: Stream) -> dict[str, object]:
    base, rate = stream.time_base, stream.rate
    return {
        "codec": stream.codec,
        "size": [stream.width, stream.height],
        "rotation": stream.rotation,
        "time_base": [base.numerator, base.denominator],
        "span": [stream.span.start, stream.span.end],
        "counts": [stream.packets, stream.pictures],
        "keys": stream.keys,
        "variable": stream.variable,
        "rate": [rate.numerator, rate.denominator] if rate else None,
        "rebuilt": stream.rebuilt,
    }


def _stream(fields: Fields) -> Stream:
    width, height = pair(fields.list("size", 2), "size")
    packets, pictures = pair(fields.list("counts", 2), "counts")
    if not (0 < width < FAR and 0 < height < FAR and packets >= 0 and pictures >= 0):
        raise Malformed("size")
    return Stream(
        codec=fields.text("codec", 64),
        width=width,
        height=height,
        rotation=fields.whole("rotation", 0, 270),
        time_base=fields.fraction("time_base"),
        span=fields.span("span"),
        packets=packets,
        pictures=pictures,
        keys=fields.whole("keys", 0),
        variable=fields.flag("variable"),
        rate=fields.fraction("rate") if fields.holds("rate") else None,
        rebuilt=fields.flag("rebuilt"),
    )


def _gap(row: object) -> Gap:
    if not isinstance(row, list) or len(row) != 3:
        raise Malformed("gaps")
    start, end = pair(row[:2], "gaps")
    if end < start:
        raise Malformed("gaps")
    return Gap(Span(start, end), text(row[2], "gaps", 16))


def _column(column: Any) -> Column:
    wide = np.uint8 if column.dtype == np.bool_ else np.int64
    return np.ascontiguousarray(column, wide)
