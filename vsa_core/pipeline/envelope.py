"""Messages between the program and who looks for it: a header and columns of numbers, no code."""

import json
import struct
from collections.abc import Mapping, Sequence
from enum import StrEnum
from fractions import Fraction
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from vsa_core.domain.moment import Span
from vsa_core.errors import Bug

MOST = 2**29
"""Bytes of the largest message that is read or written."""

FAR = 2**62
"""Whole numbers in a message lie below it, on either side of zero."""

ROWS = 2**26
"""Rows of the longest column."""

Column = NDArray[Any]
Closed = TypeVar("Closed", bound=StrEnum)

_LENGTH = struct.Struct(">I")


class Malformed(Bug):
    """A message is not what it must be (SYS-014): whoever sent it is not believed any more."""

    def __init__(self, what: str) -> None:
        super().__init__("SYS-014", what=what)


def written(header: Mapping[str, object], columns: Sequence[Column] = ()) -> bytes:
    """A message: the header's length (4 bytes), the header (JSON), the bytes of each column.

    How many rows a column has is for the header to say. Malformed beyond MOST.
    """
    head = json.dumps(header, separators=(",", ":"), allow_nan=False).encode("ascii")
    data = b"".join((_LENGTH.pack(len(head)), head, *(column.tobytes() for column in columns)))
    if len(data) > MOST:
        raise Malformed("length")
    return data


class Message:
    """A message that was received: what is asked of it is checked, then given."""

    def __init__(self, data: bytes) -> None:
        """Raises Malformed unless `data` begins with a header that is an object."""
        if not _LENGTH.size <= len(data) <= MOST:
            raise Malformed("length")
        (length,) = _LENGTH.unpack_from(data)
        self.data, self._at = data, _LENGTH.size + length
        if self._at > len(data):
            raise Malformed("length")
        try:
            header = json.loads(data[_LENGTH.size : self._at])
        except (ValueError, RecursionError) as wrong:
            raise Malformed("header") from wrong
        self.header = Fields(header)

    def column(self, dtype: np.dtype[Any]) -> Column:
        """The next column, whose rows are the next number of the header's list `rows`."""
        rows = self.header.rows()
        end = self._at + rows * dtype.itemsize
        if end > len(self.data):
            raise Malformed("rows")
        column = np.frombuffer(self.data, dtype, rows, self._at).copy()
        self._at = end
        return column

    def end(self) -> None:
        """Malformed when bytes are left that nobody asked for."""
        if self._at != len(self.data):
            raise Malformed("length")


class Fields:
    """The fields of a header, or of an object in it; each must be of the kind that is asked."""

    def __init__(self, table: object, key: str = "header") -> None:
        """Raises Malformed unless `table` is an object."""
        if not isinstance(table, dict):
            raise Malformed(key)
        self._table = table
        self._columns = 0

    def rows(self) -> int:
        """The next number of the list `rows`."""
        counts = self.list("rows", 16)
        if self._columns >= len(counts):
            raise Malformed("rows")
        self._columns += 1
        return whole(counts[self._columns - 1], "rows", 0, ROWS)

    def holds(self, key: str) -> bool:
        """Whether there is such a field, and it is not null."""
        return self._table.get(key) is not None

    def whole(self, key: str, least: int = -FAR, most: int = FAR) -> int:
        """A whole number from `least` to `most`."""
        return whole(self._table.get(key), key, least, most)

    def text(self, key: str, most: int = 8192) -> str:
        """A text of at most `most` characters."""
        return text(self._table.get(key), key, most)

    def flag(self, key: str) -> bool:
        """True or false."""
        value = self._table.get(key)
        if not isinstance(value, bool):
            raise Malformed(key)
        return value

    def one_of(self, key: str, known: type[Closed]) -> Closed:
        """One word of a closed list."""
        return one_of(self._table.get(key), key, known)

    def span(self, key: str) -> Span:
        """A span [start, end]."""
        return span(self._table.get(key), key)

    def fraction(self, key: str) -> Fraction:
        """A fraction above zero [numerator, denominator]."""
        first, second = pair(self._table.get(key), key)
        if first <= 0 or second <= 0:
            raise Malformed(key)
        return Fraction(first, second)

    def list(self, key: str, most: int) -> list[object]:
        """A list of at most `most` things."""
        value = self._table.get(key)
        if not isinstance(value, list) or len(value) > most:
            raise Malformed(key)
        return value

    def inner(self, key: str) -> "Fields":
        """The object in that field."""
        return Fields(self._table.get(key), key)

    def table(self, key: str) -> dict[str, object]:
        """The object in that field as it is: of somebody whom one believes."""
        return dict(self.inner(key)._table)

    def names(self) -> tuple[str, ...]:
        """What its fields are called."""
        return tuple(self._table)


def whole(value: object, key: str, least: int = -FAR, most: int = FAR) -> int:
    """`value`, where it is a whole number from `least` to `most`; Malformed otherwise."""
    if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
        raise Malformed(key)
    return value


def text(value: object, key: str, most: int) -> str:
    """`value`, where it is a text of at most `most` characters; Malformed otherwise."""
    if not isinstance(value, str) or len(value) > most:
        raise Malformed(key)
    return value


def one_of(value: object, key: str, known: type[Closed]) -> Closed:
    """The word of a closed list that `value` is; Malformed otherwise."""
    if not isinstance(value, str) or value not in {word.value for word in known}:
        raise Malformed(key)
    return known(value)


def pair(value: object, key: str) -> tuple[int, int]:
    """Two whole numbers; Malformed otherwise."""
    if not isinstance(value, list) or len(value) != 2:
        raise Malformed(key)
    return whole(value[0], key), whole(value[1], key)


def span(value: object, key: str) -> Span:
    """A span [start, end] of at least one tick; Malformed otherwise."""
    start, end = pair(value, key)
    if end <= start:
        raise Malformed(key)
    return Span(start, end)


def framed(message: bytes) -> bytes:
    """A message as it travels through a pipe: its length in 4 bytes before it."""
    if len(message) > MOST:
        raise Malformed("length")
    return _LENGTH.pack(len(message)) + message


class Frames:
    """Takes bytes as they come out of a pipe, and gives whole messages."""

    def __init__(self, most: int = MOST) -> None:
        """`most`: bytes of the longest message that is waited for."""
        self._most = most
        self._kept = bytearray()

    def take(self, data: bytes) -> list[bytes]:
        """The messages that `data` completes, in order; Malformed when one would be too long."""
        self._kept += data
        whole_ones: list[bytes] = []
        while len(self._kept) >= _LENGTH.size:
            (length,) = _LENGTH.unpack_from(self._kept)
            if length > self._most:
                raise Malformed("length")
            end = _LENGTH.size + length
            if len(self._kept) < end:
                break
            whole_ones.append(bytes(self._kept[_LENGTH.size : end]))
            del self._kept[:end]
        return whole_ones
