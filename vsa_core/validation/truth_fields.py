"""A table of an untrusted document, read key by key, refused clearly, nothing left over."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import NoReturn, TypeGuard

from vsa_core.domain.moment import MICROSECONDS
from vsa_core.errors import WrongUsage

LONGEST = 31_622_400
"""No time in a truth is beyond a year, in seconds."""


@dataclass(frozen=True, slots=True)
class Fields:
    """One table; `where` says to people which one it is.

    Every reader raises WrongUsage: EVT-021 for a value of the wrong sort,
    EVT-022 for a key that is missing and has no default.
    """

    where: str
    table: Mapping[str, object]

    def only(self, *known: str) -> None:
        """Raises WrongUsage (EVT-020) for a key that is none of the known ones."""
        for key in self.table:
            if key not in known:
                raise WrongUsage("EVT-020", where=self.where, key=key, known=", ".join(known))

    def has(self, key: str) -> bool:
        """Whether the key is there."""
        return key in self.table

    def text(self, key: str, default: str | None = None) -> str:
        """A text."""
        value = self._value(key, default)
        return value if _is_text(value) else self.wrong(key, "text")

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts; empty where there is none."""
        items = self._list(key)
        return tuple(i if _is_text(i) else self.wrong(key, "[text, …]") for i in items)

    def whole(self, key: str, default: int | None = None) -> int:
        """A whole number."""
        value = self._value(key, default)
        return value if _is_whole(value) else self.wrong(key, "1, 2, 3…")

    def wholes(self, key: str) -> tuple[int, ...]:
        """A list of whole numbers; empty where there is none."""
        items = self._list(key)
        return tuple(i if _is_whole(i) else self.wrong(key, "[1, 2, 3…]") for i in items)

    def microseconds(self, key: str) -> int:
        """A time or a length given in seconds, as whole microseconds, from 0 to a year."""
        wanted = f"0 … {LONGEST} s"
        seconds = self._number(key, self._value(key, None), wanted)
        if not 0 <= seconds <= LONGEST:
            self.wrong(key, wanted)
        return int((seconds * MICROSECONDS).to_integral_value())

    def pairs(self, key: str) -> list[tuple[Decimal, Decimal]]:
        """A list of pairs of numbers."""
        wanted = "[[x, y], …]"
        pairs = []
        for item in self._list(key):
            if not (isinstance(item, list) and len(item) == 2):
                self.wrong(key, wanted)
            pairs.append((self._number(key, item[0], wanted), self._number(key, item[1], wanted)))
        return pairs

    def size(self, key: str) -> tuple[int, int] | None:
        """A width and a height in pixels; None where there are none."""
        if not self.has(key):
            return None
        sizes = self._list(key)
        if len(sizes) != 2:
            self.wrong(key, "[width, height]")
        width, height = sizes
        if not (_is_whole(width) and _is_whole(height) and width > 0 and height > 0):
            self.wrong(key, "[width, height]")
        return width, height

    def tables(self, key: str) -> list["Fields"]:
        """A list of tables; empty where there is none."""
        return [
            self._table(key, item, f"{key}[{number}]")
            for number, item in enumerate(self._list(key), 1)
        ]

    def inner(self, key: str) -> "Fields":
        """A table inside this one; empty where there is none."""
        return self._table(key, self.table.get(key, {}), key)

    def wrong(self, key: str, wanted: str) -> NoReturn:
        """Raises WrongUsage (EVT-021): the value of `key` is not what is wanted."""
        raise WrongUsage("EVT-021", where=self.where, key=key, wanted=wanted)

    def _table(self, key: str, item: object, place: str) -> "Fields":
        if not isinstance(item, dict):
            self.wrong(key, "{…}")
        return Fields(f"{self.where} › {place}", item)

    def _value(self, key: str, default: object) -> object:
        value = self.table.get(key, default)
        if value is None:
            raise WrongUsage("EVT-022", where=self.where, key=key)
        return value

    def _list(self, key: str) -> list[object]:
        value = self.table.get(key, [])
        return value if isinstance(value, list) else self.wrong(key, "[…]")

    def _number(self, key: str, value: object, wanted: str) -> Decimal:
        if _is_whole(value):
            return Decimal(value)
        if not (isinstance(value, Decimal) and value.is_finite()):
            self.wrong(key, wanted)
        return value


def _is_whole(value: object) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool)


def _is_text(value: object) -> TypeGuard[str]:
    """Whether it is text that can be written down: JSON can spell half a character."""
    return isinstance(value, str) and not any("\ud800" <= c <= "\udfff" for c in value)
