"""Points, lines, zones, paths and flows in frame units: 0 to 65,535 across the upright picture."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

UNITS = 65_535
"""Frame units across the width and, separately, down the height of the upright picture."""

Floats = NDArray[np.float64]
Booleans = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Point:
    """A place in the upright picture; x to the right, y downwards, in frame units."""

    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Line:
    """A directed segment from `a` to `b`; its right-hand side is seen walking from a to b.

    The picture's y axis points down: for a line drawn from top to bottom the
    right-hand side is the left of the picture.
    """

    a: Point
    b: Point

    def __post_init__(self) -> None:
        if self.a == self.b:
            raise ValueError("a line has two different ends")


@dataclass(frozen=True, slots=True)
class Zone:
    """A simple polygon of at least three corners, in frame units."""

    corners: tuple[Point, ...]

    def __post_init__(self) -> None:
        if len(self.corners) < 3:
            raise ValueError("a zone has at least three corners")


@dataclass(frozen=True, slots=True)
class Path:
    """A path drawn by hand: at least two points, each different from the one before."""

    points: tuple[Point, ...]

    def __post_init__(self) -> None:
        if len(self.points) < 2 or any(a == b for a, b in pairwise(self.points)):
            raise ValueError("a path has at least two points, none twice in a row")


FLOW_SIDE = 8
"""Cells of a flow across the picture, and down it."""

NO_FLOW = -1
"""A cell of a flow in which no direction holds."""


@dataclass(frozen=True, slots=True)
class Flow:
    """The usual direction of travel in each cell of the picture, as a value to be asked with.

    `cells`: 64 numbers, cell = 8 * row + column: 256ths of a turn, 0
    rightwards and clockwise in the picture (y points down), or NO_FLOW.
    """

    cells: tuple[int, ...]

    def __post_init__(self) -> None:
        if len(self.cells) != FLOW_SIDE**2 or not all(-1 <= cell < 256 for cell in self.cells):
            raise ValueError("a flow has 64 cells of -1 to 255")


Place = Line | Zone | Path | Flow


def shape_of(place: Place) -> str:
    """The word for the sort of place: "line", "zone", "path" or "flow"."""
    return type(place).__name__.lower()


def corners_of(place: Place) -> tuple[Point, ...]:
    """The drawn points of a place, in order; none for a flow."""
    match place:
        case Line(a, b):
            return (a, b)
        case Zone(corners):
            return corners
        case Path(points):
            return points
        case Flow():
            return ()


def arrays(points: Sequence[Point]) -> tuple[Floats, Floats]:
    """x and y of `points` as float64 columns."""
    xs = np.array([point.x for point in points], dtype=np.float64)
    ys = np.array([point.y for point in points], dtype=np.float64)
    return xs, ys


def inside(zone: Zone, x: Floats, y: Floats) -> Booleans:
    """Which of the points lie in the zone (even-odd rule, after a box test).

    Shapes: x, y (n,) in frame units; result (n,).
    """
    cx, cy = arrays(zone.corners)
    result = np.zeros(x.shape, dtype=np.bool_)
    near = np.flatnonzero((x >= cx.min()) & (x <= cx.max()) & (y >= cy.min()) & (y <= cy.max()))
    px, py = x[near], y[near]
    odd = np.zeros(px.shape, dtype=np.bool_)
    for x0, y0, x1, y1 in zip(cx, cy, np.roll(cx, -1), np.roll(cy, -1), strict=True):
        if y0 == y1:
            continue
        straddles = (y0 > py) != (y1 > py)
        odd ^= straddles & (px < (x1 - x0) * (py - y0) / (y1 - y0) + x0)
    result[near] = odd
    return result


def side(line: Line, x: Floats, y: Floats) -> Floats:
    """Signed distance to the line's carrier, in frame units; positive on its right-hand side.

    Shapes: x, y (n,); result (n,).
    """
    dx, dy = line.b.x - line.a.x, line.b.y - line.a.y
    length = float(np.hypot(dx, dy))
    signed: Floats = ((y - line.a.y) * dx - (x - line.a.x) * dy) / length
    return signed


def along(line: Line, x: Floats, y: Floats) -> Floats:
    """Position of each point's foot on the line: 0 at `a`, 1 at `b`. Shapes: (n,) to (n,)."""
    dx, dy = line.b.x - line.a.x, line.b.y - line.a.y
    position: Floats = ((x - line.a.x) * dx + (y - line.a.y) * dy) / float(dx * dx + dy * dy)
    return position
