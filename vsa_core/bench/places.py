"""Ten fixed lines and zones, what happened at them, and how much of it was told."""

from collections.abc import Sequence
from dataclasses import dataclass

from vsa_core.domain.geometry import UNITS, Line, Place, Point, Zone

TOLERANCE = 1_500_000
"""Microseconds by which two tellings of one event may differ: a walker's step onto a line is
none, and Scan sees one picture in two seconds."""


@dataclass(frozen=True, slots=True)
class Happened:
    """One event: the number of its place, its direction, microseconds since the first picture."""

    place: int
    word: str
    at: int


def _point(x: float, y: float) -> Point:
    return Point(round(x * UNITS), round(y * UNITS))


def _upright(x: float) -> Line:
    return Line(_point(x, 0.3), _point(x, 1.0))


def _box(left: float, top: float, right: float, bottom: float) -> Zone:
    corners = ((left, top), (right, top), (right, bottom), (left, bottom))
    return Zone(tuple(_point(x, y) for x, y in corners))


PLACES: tuple[Place, ...] = (
    *(_upright(x) for x in (0.2, 0.35, 0.5, 0.65, 0.8)),
    _box(0.15, 0.45, 0.4, 0.7),
    _box(0.6, 0.45, 0.85, 0.7),
    _box(0.3, 0.65, 0.7, 0.99),
    _box(0.42, 0.4, 0.58, 0.99),
    _box(0.1, 0.75, 0.9, 0.99),
)
"""Five upright lines across the street, and five zones: near, far, narrow and broad."""


def found_again(truth: Sequence[Happened], told: Sequence[Happened]) -> int:
    """How many events of `truth` were told: same place and word, TOLERANCE apart at most.

    Each telling stands for one event: those nearest in time go together first.
    """
    pairs = sorted(
        (abs(one.at - other.at), i, j)
        for i, one in enumerate(truth)
        for j, other in enumerate(told)
        if (one.place, one.word) == (other.place, other.word)
        and abs(one.at - other.at) <= TOLERANCE
    )
    first: set[int] = set()
    second: set[int] = set()
    for _, i, j in pairs:
        if i not in first and j not in second:
            first.add(i)
            second.add(j)
    return len(first)
