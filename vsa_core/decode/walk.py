"""Walks every packet of a file without decoding it, then tries a few pictures."""

import os
from array import array
from dataclasses import dataclass, field
from fractions import Fraction
from typing import BinaryIO

import numpy as np
from numpy.typing import NDArray

from vsa_core.decode import sniff
from vsa_core.decode.container import FAILURES, Opened, Reader, open_container, stop_code
from vsa_core.decode.feed import PicturePacket, or_none, picture_packets
from vsa_core.decode.timeline import not_coded
from vsa_core.decode.timing import ORDERED, RAW, Given, Settled, settle
from vsa_core.decode.trial import Trial, try_pictures
from vsa_core.domain.footage import PacketIndex
from vsa_core.domain.ports import Walked
from vsa_core.errors import Unreadable

MOST_PACKETS = 2**24
"""Packets after which a file is given up: 186 hours at 25 pictures a second."""

NO_TIMES = "SRC-007"
ENDLESS = "SRC-025"
TOO_LARGE = "SRC-018"
KEY_LOST = "SRC-021"
REPAIRED = "SRC-024"
CUT_SHORT = "SRC-028"
MARKED_BAD = "SRC-029"
OTHER_STREAMS = "SRC-030"
HIDDEN = "SRC-031"


def _numbers() -> "array[int]":
    return array("q")


@dataclass(slots=True)
class _Columns:
    """What each packet says, gathered in file order."""

    pts: "array[int]" = field(default_factory=_numbers)
    dts: "array[int]" = field(default_factory=_numbers)
    size: "array[int]" = field(default_factory=_numbers)
    pos: "array[int]" = field(default_factory=_numbers)
    duration: "array[int]" = field(default_factory=_numbers)
    key: bytearray = field(default_factory=bytearray)
    shown: bytearray = field(default_factory=bytearray)
    bad: int = 0

    def add(self, packet: PicturePacket, codec: str) -> None:
        """Take down one packet."""
        self.pts.append(or_none(packet.pts))
        self.dts.append(or_none(packet.dts))
        self.size.append(packet.size)
        self.pos.append(or_none(packet.pos))
        self.duration.append(max(0, packet.duration or 0))
        self.key.append(packet.is_keyframe)
        self.shown.append(not packet.is_discard and not _invisible(packet, codec))
        self.bad += packet.is_corrupt


@dataclass(frozen=True, slots=True)
class _Declared:
    """What the container says of its picture stream."""

    container: str
    codec: str
    width: int
    height: int
    time_base: Fraction
    rate: Fraction | None
    faults: tuple[str, ...]


def walk(file: BinaryIO, name: str) -> Walked:
    """Walk the picture stream of an open regular file; implements Walker.

    Raises Unreadable with a code that says why nothing can be read.
    """
    opened = open_container(file, name, Reader(file))
    try:
        columns, stopped = _gathered(opened)
        declared = _declared(opened, columns, os.fstat(file.fileno()).st_size)
    finally:
        opened.close()
    settled = _settled(columns, declared)
    index = _index(columns, settled, declared.codec)
    trial = try_pictures(file, name, index, declared.codec)
    if not declared.width and not trial.pictures and len(index.size):
        raise Unreadable(TOO_LARGE, name=name)
    faults = (*stopped, *declared.faults, *_findings(columns, settled, trial))
    return Walked(
        container=declared.container,
        codec=declared.codec,
        width=trial.width or declared.width,
        height=trial.height or declared.height,
        rotation=trial.rotation,
        time_base=declared.time_base,
        rate=declared.rate,
        timed=settled.timed,
        encrypted=sniff.locked(file),
        trial=trial.pictures,
        faults=faults,
        packets=index,
    )


def _gathered(opened: Opened) -> tuple[_Columns, tuple[str, ...]]:
    """Every packet up to the end, and the code of what stopped the walk before it, if anything."""
    columns = _Columns()
    codec = opened.codec.codec.canonical_name
    try:
        for packet in picture_packets(opened):
            columns.add(packet, codec)
            if len(columns.size) >= MOST_PACKETS:
                return columns, (ENDLESS,)
    except FAILURES as error:
        return columns, (stop_code(error),)
    return columns, ()


def _invisible(packet: PicturePacket, codec: str) -> bool:
    """Whether the packet only helps others: show_frame is bit 4 of a VP8 frame (RFC 6386, 9.1)."""
    return codec == "vp8" and not memoryview(packet)[0] & 0x10


def _declared(opened: Opened, columns: _Columns, size: int) -> _Declared:
    stream = opened.stream
    container = opened.container.format.name
    faults = (CUT_SHORT,) if _is_cut(opened, columns, size) else ()
    return _Declared(
        container=container,
        codec=opened.codec.codec.canonical_name,
        width=opened.codec.width,
        height=opened.codec.height,
        time_base=stream.time_base or Fraction(1, 90_000),
        rate=_rate(opened, container),
        faults=faults + ((OTHER_STREAMS,) if opened.others else ()),
    )


def _rate(opened: Opened, container: str) -> Fraction | None:
    """The rate claimed, where it is a rate that a camera can have."""
    stream = opened.stream
    claims = (None if container in RAW else stream.average_rate, stream.guessed_rate)
    return next((rate for rate in claims if rate and 1 <= rate <= 240), None)


def _is_cut(opened: Opened, columns: _Columns, size: int) -> bool:
    """Whether the container announces pictures beyond what the file holds."""
    if opened.container.format.name in ORDERED:
        reached = max(columns.dts, default=-1) + 1
        return opened.stream.frames > reached
    entries = opened.stream.index_entries
    if not len(entries):
        return False
    last = entries[len(entries) - 1]
    return last.pos + max(0, last.size) > size


def _settled(columns: _Columns, declared: _Declared) -> Settled:
    given = Given(
        _ints(columns.pts),
        _ints(columns.dts),
        np.frombuffer(bytes(columns.key), np.bool_),
        np.frombuffer(bytes(columns.shown), np.bool_),
    )
    return settle(given, declared.container, declared.rate, declared.time_base)


def _index(columns: _Columns, settled: Settled, codec: str) -> PacketIndex:
    size = _ints(columns.size)
    return PacketIndex(
        pts=settled.pts,
        dts=_ints(columns.dts),
        size=size,
        key=np.frombuffer(bytes(columns.key), np.bool_) & ~not_coded(codec, size),
        pos=_ints(columns.pos),
        duration=_ints(columns.duration),
    )


def _findings(columns: _Columns, settled: Settled, trial: Trial) -> tuple[str, ...]:
    found = (
        (not settled.timed, NO_TIMES),
        (settled.repaired, REPAIRED),
        (columns.bad > 0, MARKED_BAD),
        (trial.lost_keys > 0, KEY_LOST),
        (not all(columns.shown), HIDDEN),
    )
    return tuple(code for happened, code in found if happened)


def _ints(column: "array[int]") -> NDArray[np.int64]:
    return np.array(column, np.int64)
