"""Whether a drawn outline may be asked about: it does not cross itself, and is no speck."""

from collections.abc import Sequence
from enum import StrEnum
from itertools import pairwise
from math import hypot

from vsa_core.domain.geometry import UNITS, Line, Path, Place, Point, Zone

SHORTEST = 8
"""Least length of a line, and least side of a square zone, in pixels of the picture."""


class Flaw(StrEnum):
    """Why an outline is refused."""

    FEW = "few"  # a zone of less than three corners, a path of one point
    TINY = "tiny"
    CROSSED = "crossed"


def place_of(shape: str, corners: Sequence[Point]) -> Place:
    """The line, zone or path with these corners, which have no flaw."""
    if shape == "path":
        return Path(tuple(corners))
    return Line(corners[0], corners[1]) if shape == "line" else Zone(tuple(corners))


def flaw_of(shape: str, corners: Sequence[Point], size: tuple[int, int]) -> Flaw | None:
    """Why these corners make no place on a picture of `size` (width, height); None when they do."""
    if shape == "line":
        return Flaw.TINY if _length(corners, size) < SHORTEST else None
    if shape == "path":
        return _flaw_of_path(corners, size)
    if len(corners) < 3:
        return Flaw.FEW
    if crosses(corners, closed=True):
        return Flaw.CROSSED
    return Flaw.TINY if _area(corners, size) < SHORTEST * SHORTEST else None


def crosses(corners: Sequence[Point], *, closed: bool) -> bool:
    """Whether the outline touches itself anywhere but where neighbouring edges join."""
    joined = [*corners, corners[0]] if closed else list(corners)
    edges = list(pairwise(joined))
    last = len(edges) - 1
    for i, (a, b) in enumerate(edges):
        for j in range(i + 1, len(edges)):
            c, d = edges[j]
            if j == i + 1:
                met = _folds(a, b, d)
            elif closed and i == 0 and j == last:
                met = _folds(c, d, b)
            else:
                met = _meet(a, b, c, d)
            if met:
                return True
    return False


def _turn(a: Point, b: Point, c: Point) -> int:
    """Positive, zero or negative as c lies right of, on, or left of the way from a to b."""
    return (c.y - a.y) * (b.x - a.x) - (c.x - a.x) * (b.y - a.y)


def _folds(a: Point, b: Point, c: Point) -> bool:
    """Whether the way from a to b to c comes back over itself, or stands still."""
    ahead = (b.x - a.x) * (c.x - b.x) + (b.y - a.y) * (c.y - b.y)
    return b in (a, c) or (_turn(a, b, c) == 0 and ahead < 0)


def _meet(a: Point, b: Point, c: Point, d: Point) -> bool:
    """Whether the closed segments ab and cd share a point."""
    if _apart(a.x, b.x, c.x, d.x) or _apart(a.y, b.y, c.y, d.y):
        return False
    across = _sign(_turn(a, b, c)) * _sign(_turn(a, b, d))
    along = _sign(_turn(c, d, a)) * _sign(_turn(c, d, b))
    return across <= 0 and along <= 0


def _apart(a: int, b: int, c: int, d: int) -> bool:
    return max(a, b) < min(c, d) or max(c, d) < min(a, b)


def _sign(value: int) -> int:
    return (value > 0) - (value < 0)


def _flaw_of_path(points: Sequence[Point], size: tuple[int, int]) -> Flaw | None:
    """A path may cross itself; it only must lead somewhere."""
    if len(points) < 2:
        return Flaw.FEW
    whole = sum(_length(pair, size) for pair in pairwise(points))
    standing = any(a == b for a, b in pairwise(points))
    return Flaw.TINY if standing or whole < SHORTEST else None


def _length(corners: Sequence[Point], size: tuple[int, int]) -> float:
    a, b = corners
    return hypot((b.x - a.x) * size[0] / UNITS, (b.y - a.y) * size[1] / UNITS)


def _area(corners: Sequence[Point], size: tuple[int, int]) -> float:
    """Area in square pixels (shoelace formula)."""
    pairs = zip(corners, [*corners[1:], corners[0]], strict=True)
    doubled = sum(p.x * q.y - q.x * p.y for p, q in pairs)
    return abs(doubled) / 2 * size[0] * size[1] / UNITS**2
