"""Which cells of the 8 x 8 occupancy mask a zone can concern."""

from vsa_core.domain.geometry import Place, Point, Zone
from vsa_core.events.border import EDGE
from vsa_core.events.interface import ANYWHERE

SIDE = 8
CELL = 65_536 // SIDE
"""Frame units across one cell; a foot point (x, y) lies in column x // CELL, row y // CELL."""


def cells_below(place: Place | None) -> int:
    """The cells of a zone and those below it (`zone_cells`); anywhere without a zone."""
    return zone_cells(place) if isinstance(place, Zone) else ANYWHERE


def zone_cells(zone: Zone) -> int:
    """Mask of the cells where the foot of a track may be while its anchor is in the zone.

    The anchor is the foot or a point straight above it, so for each column
    these are the cells from the top of the zone there down to the bottom of
    the picture. The zone is widened by what `border.off_edge` can move a
    point. An anchor is inside only at an observed point, so a track that
    jumps over the zone has no visit to lose.
    """
    mask = 0
    for column in range(SIDE):
        top = _top(zone, column * CELL - EDGE - 1, (column + 1) * CELL + EDGE)
        if top is not None:
            for row in range(max(0, top - EDGE - 1) // CELL, SIDE):
                mask |= 1 << (SIDE * row + column)
    return mask


def _top(zone: Zone, left: int, right: int) -> int | None:
    """Highest place of the zone between two verticals (rounded up the picture), or None."""
    corners = zone.corners
    tops = [
        _highest(a, b, left, right)
        for a, b in zip(corners, corners[1:] + corners[:1], strict=True)
        if max(a.x, b.x) >= left and min(a.x, b.x) <= right
    ]
    return min(tops) if tops else None


def _highest(a: Point, b: Point, left: int, right: int) -> int:
    if a.x > b.x:
        a, b = b, a
    if a.x == b.x:
        return min(a.y, b.y)
    ends = (max(left, a.x), min(right, b.x))
    return min((a.y * (b.x - x) + b.y * (x - a.x)) // (b.x - a.x) for x in ends)
