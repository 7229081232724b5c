"""Lines of the journal, cut and read strictly: what is not byte-for-byte canonical is refused."""

import base64
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

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


def parse(raw: bytes, place: int) -> Line:
    """One line taken apart; `place` is where it stands, for the message.

    Raises Tampered: AUD-101 incomplete or too long, AUD-102 without a
    well-formed seal, AUD-103 not canonical.
    """
    if not raw.endswith(b"\n") or len(raw) > LINE_MAX:
        raise Tampered("AUD-101", place=place)
    body, tab, mark = raw[:-1].partition(b"\t")
    seal = _seal(mark) if tab else b""
    if len(seal) != SIGNATURE:
        raise Tampered("AUD-102", place=place)
    return Line(_record(body, place), body, seal)


def _seal(mark: bytes) -> bytes:
    try:
        seal = base64.b64decode(mark, validate=True)
    except ValueError:
        return b""
    return seal if base64.b64encode(seal) == mark else b""


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
