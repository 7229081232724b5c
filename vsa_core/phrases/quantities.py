"""Numbers with their units, to whole numbers of the unit that questions are kept in, and back."""

from collections.abc import Collection
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal
from fractions import Fraction

from vsa_core.phrases.cursor import Cursor
from vsa_core.phrases.lexicon import Lexicon

TIME, SHARE, LENGTH, PACE, OWN, ANGLE = "time", "share", "length", "pace", "own", "angle"

UNITS: dict[str, tuple[str, Fraction]] = {
    "ms": (TIME, Fraction(1)),
    "s": (TIME, Fraction(1000)),
    "min": (TIME, Fraction(60_000)),
    "h": (TIME, Fraction(3_600_000)),
    "mille": (SHARE, Fraction(1)),
    "percent": (SHARE, Fraction(10)),
    "mm": (LENGTH, Fraction(1)),
    "cm": (LENGTH, Fraction(10)),
    "m": (LENGTH, Fraction(1000)),
    "mps": (PACE, Fraction(1000)),
    "kmh": (PACE, Fraction(1_000_000, 3600)),
    "own": (OWN, Fraction(1000)),
    "degree": (ANGLE, Fraction(1)),
}
"""What each unit measures, and how many of the kept units it is: milliseconds, per mille,
millimetres, millimetres a second, per mille of the own height a second, degrees."""

WRITTEN = {
    SHARE: ("percent", 1),
    LENGTH: ("m", 3),
    PACE: ("kmh", 4),
    OWN: ("own", 3),
    ANGLE: ("degree", 0),
}
"""The unit that Relecture writes, and the decimals that tell every kept number from its
neighbours."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """What was measured (TIME, SHARE…) and how much, in kept units, rounded half to even."""

    sort: str
    value: int


def quantity(cursor: Cursor, sorts: Collection[str] = ()) -> Quantity | None:
    """Take a number with a unit, of one of these sorts where some are given; None without one.

    Raises WrongUsage (PHR-005, PHR-006) for a number without such a unit.
    """
    value = cursor.decimal()
    if value is None:
        return None
    allowed = {unit for unit, (sort, _) in UNITS.items() if not sorts or sort in sorts}
    unit = cursor.phrase("unit", allowed)
    if unit is None:
        cursor.fail()
    sort, factor = UNITS[unit]
    return Quantity(sort, round(Fraction(value) * factor))


def needed(cursor: Cursor, sorts: Collection[str] = ()) -> Quantity:
    """Take a number with a unit that must stand here."""
    found = quantity(cursor, sorts)
    if found is None:
        cursor.fail()
    return found


def measured(lexicon: Lexicon, sort: str, value: int) -> str:
    """The shortest text that is read as that quantity."""
    unit, most = _time_unit(value) if sort == TIME else WRITTEN[sort]
    factor = UNITS[unit][1]
    number = shortest(value, factor, most)
    return f"{lexicon.number(number)} {lexicon.say('unit', unit)}".replace(" °", "°")


def _time_unit(value: int) -> tuple[str, int]:
    if value and value % 3_600_000 == 0:
        return "h", 0
    if value and value % 60_000 == 0:
        return "min", 0
    return "s", 3


def shortest(value: int, factor: Fraction, most: int) -> str:
    """The decimal of fewest digits that gives `value` when it is multiplied by `factor`."""
    exact = Fraction(value) / factor
    for digits in range(most + 1):
        step = Decimal(1).scaleb(-digits)
        ratio = Decimal(exact.numerator) / Decimal(exact.denominator)
        number = ratio.quantize(step, ROUND_HALF_EVEN)
        if round(Fraction(number) * factor) == value:
            return f"{number:f}"
    raise ValueError(f"{value} has no decimal of {most} digits")
