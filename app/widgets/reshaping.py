"""A drawn place, changed: a corner or the whole moved, a corner more or less, a line turned."""

from vsa_core.domain.geometry import UNITS, Line, Place, Point


def shape_of(place: Place) -> str:
    """ "line" or "zone"."""
    return "line" if isinstance(place, Line) else "zone"


def corner_at(corners: tuple[Point, ...], index: int, point: Point) -> tuple[Point, ...]:
    """The corners with one of them put elsewhere."""
    return (*corners[:index], point, *corners[index + 1 :])


def shifted(corners: tuple[Point, ...], dx: int, dy: int) -> tuple[Point, ...]:
    """All corners moved alike, as far as the whole stays in the picture."""
    xs, ys = [c.x for c in corners], [c.y for c in corners]
    dx = min(max(dx, -min(xs)), UNITS - max(xs))
    dy = min(max(dy, -min(ys)), UNITS - max(ys))
    return tuple(Point(c.x + dx, c.y + dy) for c in corners)


def nudged(point: Point, dx: int, dy: int) -> Point:
    """A point moved by frame units, kept in the picture."""
    return Point(min(max(point.x + dx, 0), UNITS), min(max(point.y + dy, 0), UNITS))


def with_corner(corners: tuple[Point, ...], edge: int, point: Point) -> tuple[Point, ...]:
    """A corner more, on the edge that leaves corner number `edge`."""
    return (*corners[: edge + 1], point, *corners[edge + 1 :])


def without_corner(corners: tuple[Point, ...], index: int) -> tuple[Point, ...]:
    """A corner less."""
    return (*corners[:index], *corners[index + 1 :])


def turned(line: Line) -> Line:
    """The same line walked the other way: left becomes right."""
    return Line(line.b, line.a)
