"""A table of an untrusted COCO file, read value by value, refused clearly."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NoReturn

from vsa_core.errors import Unreadable

FARTHEST = 1e6
"""Pixels: no number of a box is beyond it."""

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Item:
    """One table; `where` says to people which one it is. Other keys than those read are left.

    Every reader raises Unreadable (VAL-021) for a value that is missing or of
    the wrong sort.
    """

    where: str
    table: Mapping[str, object]

    def has(self, key: str) -> bool:
        """Whether the key is there."""
        return key in self.table

    def text(self, key: str) -> str:
        """A text that is not empty and can be written down."""
        value = self.table.get(key)
        if not isinstance(value, str) or not value or "\0" in value:
            self.wrong(key, "text")
        if any("\ud800" <= c <= "\udfff" for c in value):
            self.wrong(key, "text")
        return value

    def whole(self, key: str, low: int, high: int, default: int | None = None) -> int:
        """A whole number from `low` to `high`."""
        value = self.table.get(key, default)
        if not isinstance(value, int) or isinstance(value, bool) or not low <= value <= high:
            self.wrong(key, f"{low} … {high}")
        return value

    def flag(self, key: str) -> bool:
        """0 or 1, 0 when it is not there."""
        return bool(self.whole(key, 0, 1, 0))

    def area(self, key: str, default: float) -> float:
        """An area in square pixels, more than 0."""
        value = _number(self.table.get(key, default))
        return value if 0 < value <= FARTHEST**2 else self.wrong(key, "> 0")

    def box(self, key: str) -> Box:
        """Left, top, width and height."""
        values = self.table.get(key)
        if not isinstance(values, list) or len(values) != 4:
            self.wrong(key, "[x, y, width, height]")
        left, top, width, height = (_number(value) for value in values)
        if not all(abs(value) <= FARTHEST for value in (left, top, width, height)):
            self.wrong(key, "[x, y, width, height]")
        return left, top, width, height

    def items(self, key: str) -> "list[Item]":
        """A list of tables, numbered from 1."""
        values = self.table.get(key)
        if not isinstance(values, list):
            self.wrong(key, "[{…}, …]")
        return [self._item(key, number, value) for number, value in enumerate(values, 1)]

    def wrong(self, key: str, wanted: str) -> NoReturn:
        """Raises Unreadable (VAL-021): the value of `key` is not what is wanted."""
        raise Unreadable("VAL-021", where=self.where, key=key, wanted=wanted)

    def _item(self, key: str, number: int, value: object) -> "Item":
        if not isinstance(value, dict):
            self.wrong(key, "[{…}, …]")
        return Item(f"{self.where} › {key}[{number}]", value)


def _number(value: object) -> float:
    """As a number; what is none, or too large for one, is NaN, which no bound accepts."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return math.nan
    return float(value) if abs(value) <= FARTHEST**2 else math.nan
