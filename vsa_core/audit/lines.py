"""Lines of the journal, cut and read strictly: what is not byte-for-byte canonical is refused."""

import base64
import json
import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from vsa_core.audit.disk import finding, telling
from vsa_core.audit.entry import LINE_MAX
from vsa_core.audit.head import SIGNATURE
from vsa_core.domain.provenance import Canonical, canonical
from vsa_core.errors import Tampered

CHUNK = 1 << 20

Read = Callable[[int, int], bytes]
"""Count and offset to bytes, as os.pread; b"" at the end."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line taken apart: the record, its canonical bytes, and the seal (64 bytes)."""

    record: Mapping[str, Canonical]
    body: bytes
    seal: bytes


def cut(read: Read, offset: int = 0) -> Iterator[bytes]:
    """Lines with their line feed from `offset` on; the last one may lack it.

    A line longer than LINE_MAX is given cut and ends the reading: it is no record.
    """
    pending = b""
    while chunk := read(CHUNK, offset):
        offset += len(chunk)
        *whole, pending = (pending + chunk).split(b"\n")
        for line in whole:
            yield line + b"\n"
        if len(pending) > LINE_MAX:
            break
    if pending:
        yield pending


def read_lines(path: Path) -> Iterator[bytes]:
    """Lines of a log's file as `cut` gives them.

    Raises Tampered (AUD-010) when it is gone, Refused (AUD-003) when the disk does not give it.
    """
    with finding(Tampered("AUD-010", place=0)):
        file = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    try:
        yield from cut(lambda count, offset: _read(file, count, offset))
    finally:
        os.close(file)


def _read(file: int, count: int, offset: int) -> bytes:
    with telling():
        return os.pread(file, count, offset)


def parse(raw: bytes, place: int) -> Line:
    """One line taken apart; `place` is where it stands, for the message.

    Raises Tampered: AUD-101 incomplete or too long, AUD-102 without a
    well-formed seal, AUD-103 not canonical.
    """
    if not raw.endswith(b"\n") or len(raw) > LINE_MAX:
        raise Tampered("AUD-101", place=place)
    body, tab, mark = raw[:-1].partition(b"\t")
    seal = read_seal(mark) if tab else b""
    if not seal:
        raise Tampered("AUD-102", place=place)
    return Line(_record(body, place), body, seal)


def read_seal(mark: bytes) -> bytes:
    """The 64 bytes that a line's base64 stands for, b"" when it is not exactly that."""
    try:
        seal = base64.b64decode(mark, validate=True)
    except ValueError:
        return b""
    right = len(seal) == SIGNATURE and base64.b64encode(seal) == mark
    return seal if right else b""


def _record(body: bytes, place: int) -> Mapping[str, Canonical]:
    try:
        record = strict_object(body)
    except (ValueError, RecursionError) as error:
        raise Tampered("AUD-103", place=place) from error
    return record


def strict_object(body: bytes) -> dict[str, Canonical]:
    """The JSON object whose canonical form is exactly `body`.

    Raises ValueError on anything else (duplicate keys, floats, spaces,
    another order), RecursionError on absurd nesting.
    """
    value = json.loads(
        body.decode("utf-8"),
        object_pairs_hook=_unique,
        parse_float=_refuse,
        parse_constant=_refuse,
    )
    if not isinstance(value, dict) or canonical(value) != body:
        raise ValueError("not a canonical object")
    return value


def _unique(pairs: list[tuple[str, Canonical]]) -> dict[str, Canonical]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key is given twice")
    return found


def _refuse(text: str) -> Canonical:
    raise ValueError(f"not an integer: {text[:20]}")
