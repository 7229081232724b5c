"""A zone on a grid of 256 by 256: most points are told inside or outside by one look-up."""

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from vsa_core.domain.geometry import Zone, arrays, inside
from vsa_core.events.border import EDGE

OUTSIDE, INSIDE, UNSURE = 0, 1, 2
SIDE = 256
CELL = 65_536 // SIDE

Small = NDArray[np.uint16]


@lru_cache(maxsize=8)
def raster(zone: Zone) -> NDArray[np.uint8]:
    """(65536,) what row * 256 + column of the grid tells of every point in that cell.

    A cell that a side of the zone meets is UNSURE, and so is what is so near
    the picture's edge that `events.border.off_edge` moves it.
    """
    centres = np.arange(SIDE) * CELL + CELL / 2
    x, y = (axis.ravel() for axis in np.meshgrid(centres, centres))
    cells = inside(zone, x, y).astype(np.uint8).reshape(SIDE, SIDE)
    xs, ys = arrays(zone.corners)
    for x0, y0, x1, y1 in zip(xs, ys, np.roll(xs, -1), np.roll(ys, -1), strict=True):
        _cross(cells, float(x0), float(y0), float(x1), float(y1))
    ring = EDGE // CELL + 1
    cells[:ring] = cells[-ring:] = UNSURE
    cells[:, :ring] = cells[:, -ring:] = UNSURE
    cells.flags.writeable = False
    return cells.reshape(-1)


def told(zone: Zone, x: Small, y: Small) -> NDArray[np.uint8]:
    """What the grid tells of points; y is rounded down, which changes no cell. Any one shape."""
    return raster(zone).take((y & 0xFF00) | (x >> 8))


def _cross(cells: NDArray[np.uint8], x0: float, y0: float, x1: float, y1: float) -> None:
    """Mark the cells that one side of the zone meets, or nearly."""
    left, right = (int(v // CELL) for v in (min(x0, x1) - 1, max(x0, x1) + 1))
    top, bottom = (int(v // CELL) for v in (min(y0, y1) - 1, max(y0, y1) + 1))
    columns = np.arange(max(0, left), min(SIDE - 1, right) + 1)
    rows = np.arange(max(0, top), min(SIDE - 1, bottom) + 1)
    middle_x, middle_y = columns * CELL + CELL / 2, rows * CELL + CELL / 2
    dx, dy = x1 - x0, y1 - y0
    apart = (middle_y[:, None] - y0) * dx - (middle_x[None, :] - x0) * dy
    reach = (CELL / 2 + 1) * (abs(dx) + abs(dy))
    met = np.abs(apart) <= reach
    part = cells[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    part[met] = UNSURE
