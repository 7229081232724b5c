"""Lines, zones, paths and flows in a text: percent of the picture, exact to the frame unit."""

from collections.abc import Collection
from decimal import Decimal
from fractions import Fraction

from vsa_core.domain.geometry import (
    UNITS,
    Flow,
    Line,
    Path,
    Place,
    Point,
    Zone,
    corners_of,
    shape_of,
)
from vsa_core.phrases.cursor import Cursor
from vsa_core.phrases.lexicon import Lexicon
from vsa_core.phrases.quantities import shortest

PERCENT = Fraction(UNITS, 100)
"""Frame units in one percent of the picture: three decimals tell each unit from the next."""


def place(cursor: Cursor, wanted: Collection[str]) -> tuple[str, Place] | None:
    """Take a place, small words before it included; its shape and itself, or None.

    wanted: the shapes that a fault names; any other is taken as well.

    Raises WrongUsage: PHR-005 or PHR-006 where no point can be read, PHR-011
    outside the picture, PHR-015 points that make no such place.
    """
    start = cursor.index
    while cursor.phrase("link") or cursor.phrase("article"):
        pass
    shape = cursor.phrase("place", wanted) or cursor.unwanted("place")
    if shape is None:
        cursor.index = start
        return None
    try:
        return shape, _flow(cursor) if shape == "flow" else _drawn(cursor, shape)
    except ValueError:
        raise cursor.span(start).fault("PHR-015") from None


def _drawn(cursor: Cursor, shape: str) -> Place:
    points = [_point(cursor)]
    while not cursor.sign(")"):
        cursor.sign(";")
        points.append(_point(cursor))
    if shape == "line":
        a, b = points
        return Line(a, b)
    return Zone(tuple(points)) if shape == "zone" else Path(tuple(points))


def _point(cursor: Cursor) -> Point:
    cursor.hint("point")
    x = _unit(cursor)
    cursor.need(",")
    return Point(x, _unit(cursor))


def _unit(cursor: Cursor) -> int:
    start = cursor.index
    value = cursor.decimal(comma=False)
    if value is None:
        cursor.fail()
    if not Decimal(0) <= value <= Decimal(100):
        raise cursor.span(start).fault("PHR-011")
    return round(Fraction(value) * PERCENT)


def _flow(cursor: Cursor) -> Flow:
    cells = [cursor.integer()]
    while not cursor.sign(")"):
        cursor.sign(",")
        cells.append(cursor.integer())
    return Flow(tuple(cells))


def drawn(lexicon: Lexicon, told: Place) -> str:
    """The text of a place; ValueError when a corner lies outside the picture."""
    if isinstance(told, Flow):
        inside = " ".join(map(str, told.cells))
    else:
        inside = " ".join(f"{_percent(p.x)},{_percent(p.y)}" for p in corners_of(told))
    return f"{lexicon.say('place', shape_of(told))}{inside})"


def _percent(unit: int) -> str:
    if not 0 <= unit <= UNITS:
        raise ValueError(unit)
    return shortest(unit, PERCENT, 3)
