"""A stroke drawn by hand, kept to the few points that hold its shape (Douglas, Peucker 1973)."""

from collections.abc import Sequence
from math import hypot

from vsa_core.domain.geometry import UNITS, Point

ROUGH = 3.0
"""Pixels of the picture by which the kept line may leave the drawn one."""

MOST = 64
"""Points of a path at most: the tolerance grows until no more are left."""


def simplified(points: Sequence[Point], size: tuple[int, int]) -> tuple[Point, ...]:
    """Those of the points that hold the shape on a picture of `size` (width, height).

    The first and the last stay; no point comes twice in a row.
    """
    drawn = [point for at, point in enumerate(points) if not at or point != points[at - 1]]
    rough = ROUGH
    while len(kept := _kept(drawn, size, rough)) > MOST:
        rough *= 1.5
    return tuple(kept)


def _kept(points: Sequence[Point], size: tuple[int, int], rough: float) -> list[Point]:
    if len(points) < 3:
        return list(points)
    keep = {0, len(points) - 1}
    open_spans = [(0, len(points) - 1)]
    while open_spans:
        first, last = open_spans.pop()
        furthest, gap = first, rough
        for at in range(first + 1, last):
            away = _away(points[at], points[first], points[last], size)
            if away > gap:
                furthest, gap = at, away
        if furthest != first:
            keep.add(furthest)
            open_spans += [(first, furthest), (furthest, last)]
    return [points[at] for at in sorted(keep)]


def _away(point: Point, a: Point, b: Point, size: tuple[int, int]) -> float:
    """Distance of a point from the segment ab, in pixels of the picture."""
    wide, high = size[0] / UNITS, size[1] / UNITS
    dx, dy = (b.x - a.x) * wide, (b.y - a.y) * high
    px, py = (point.x - a.x) * wide, (point.y - a.y) * high
    square = dx * dx + dy * dy
    share = min(max((px * dx + py * dy) / square, 0.0), 1.0) if square else 0.0
    return hypot(px - share * dx, py - share * dy)
