"""What people type becomes values: times, durations, lines, zones, settings."""

import re
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from decimal import Decimal

from vsa_core.domain.geometry import UNITS, Line, Place, Point, Zone
from vsa_core.domain.moment import Window
from vsa_core.errors import WrongUsage

_DURATION = re.compile(r"([+-]?)(\d{1,9}(?:[.,]\d{1,9})?)\s*(ms|s|min|h)?")
_FACTORS = {"ms": 1, "s": 1_000, "min": 60_000, "h": 3_600_000}
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_NUMBER = re.compile(r"-?(?:\d{1,6}(?:\.\d*)?|\.\d+)")


def instant(text: str) -> int:
    """Microseconds since 1970 UTC of an ISO 8601 time; without an offset it is local time."""
    try:
        moment = datetime.fromisoformat(text).astimezone()
    except (ValueError, OverflowError):
        raise WrongUsage("USE-011", text=text) from None
    return _microseconds(moment)


def _microseconds(moment: datetime) -> int:
    return (moment - _EPOCH) // timedelta(microseconds=1)


def milliseconds(text: str) -> int:
    """Milliseconds of a duration: "1500ms", "15s", "2,5 min", "1h"; a bare number is seconds."""
    value = _signed_milliseconds(text)
    if text.strip().startswith(("+", "-")):
        raise WrongUsage("USE-013", text=text)
    return value


def signed_microseconds(text: str) -> int:
    """Microseconds of a duration that may carry a sign: "-83s"."""
    return _signed_milliseconds(text) * 1_000


def _signed_milliseconds(text: str) -> int:
    match = _DURATION.fullmatch(text.strip())
    if not match:
        raise WrongUsage("USE-013", text=text)
    sign, number, unit = match.groups()
    value = int(Decimal(number.replace(",", ".")) * _FACTORS[unit or "s"])
    return -value if sign == "-" else value


def window(start: str | None, end: str | None) -> Window | None:
    """The window between two times, or None when neither is given."""
    if start is None and end is None:
        return None
    if start is None or end is None:
        raise WrongUsage("USE-014")
    try:
        return Window(instant(start), instant(end))
    except ValueError:
        raise WrongUsage("USE-015", start=start, end=end) from None


def place(line: str | None, zone: str | None, size: tuple[int, int] | None) -> Place | None:
    """The line or the zone as typed: "x,y x,y …", fractions of the picture or its pixels.

    Coordinates are fractions when all are at most 1; otherwise pixels of the
    upright picture, whose `size` (width, height) must then be known.
    """
    if line and zone:
        raise WrongUsage("USE-016")
    try:
        if line:
            a, b = points(line, size)
            return Line(a, b)
        return Zone(tuple(points(zone, size))) if zone else None
    except ValueError:
        raise WrongUsage("USE-017", text=line or zone) from None


def points(text: str, size: tuple[int, int] | None) -> list[Point]:
    """Places as typed, in frame units; ValueError when they are none, WrongUsage (USE-018)."""
    pairs = [pair.split(",") for pair in text.split()]
    numbers = [(number(x), number(y)) for x, y in pairs]
    fractions = all(abs(value) <= 1 for pair in numbers for value in pair)
    if not fractions and size is None:
        raise WrongUsage("USE-018")
    width, height = (1, 1) if fractions or size is None else size
    return [Point(_unit(x, width), _unit(y, height)) for x, y in numbers]


def number(text: str) -> Decimal:
    """A plain number of a sane size; ValueError when it is none."""
    if not _NUMBER.fullmatch(text):
        raise ValueError(text)
    return Decimal(text)


def _unit(value: Decimal, extent: int) -> int:
    unit = round(value * UNITS / extent)
    if not 0 <= unit <= UNITS:
        raise ValueError(value)
    return unit


def pairs(texts: Sequence[str]) -> dict[str, str]:
    """ "name=value" words as a mapping."""
    out: dict[str, str] = {}
    for text in texts:
        name, equals, value = text.partition("=")
        if not equals or not name:
            raise WrongUsage("USE-019", text=text)
        out[name.strip()] = value.strip()
    return out
