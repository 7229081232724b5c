"""The border of a zone: how clear of it a point is, and where a step passes it."""

from collections.abc import Iterator

import numpy as np

from vsa_core.domain.geometry import UNITS, Booleans, Zone, arrays, inside
from vsa_core.events.anchor import Floats

EDGE = UNITS // 200
"""Half a per cent of the picture: what is this near its edge counts as on it."""

Side = tuple[float, float, float, float]


def off_edge(values: Floats) -> Floats:
    """Coordinates pulled off the edge of the picture, so that a zone drawn up to it holds them.

    Boxes are cut off at the edge and a hand draws a few pixels short of it;
    without this, a foot on the last line would be outside the whole picture.
    """
    return np.clip(values, EDGE, UNITS - EDGE)


def within(zone: Zone, x: Floats, y: Floats) -> Booleans:
    """(n,) which points are in the zone, the edge of the picture being part of it."""
    return inside(zone, off_edge(x), off_edge(y))


def clearance(zone: Zone, x: Floats, y: Floats, w: Floats, h: Floats) -> Floats:
    """(n,) distance from each point to the border, in box widths and heights.

    The plane is scaled by each box, so the shape of the picture does not
    matter: 1.0 is one width sideways or one height up or down.
    """
    x, y = off_edge(x), off_edge(y)
    w, h = np.maximum(w, 1.0), np.maximum(h, 1.0)
    nearest = np.full(x.shape, np.inf)
    for x0, y0, x1, y1 in _sides(zone):
        ux, uy = (x1 - x0) / w, (y1 - y0) / h
        px, py = (x - x0) / w, (y - y0) / h
        length = ux * ux + uy * uy
        share = np.clip((px * ux + py * uy) / np.where(length > 0, length, 1.0), 0.0, 1.0)
        np.minimum(nearest, np.hypot(px - share * ux, py - share * uy), out=nearest)
    return nearest


def passing(zone: Zone, x: Floats, y: Floats, to_x: Floats, to_y: Floats) -> Floats:
    """(n,) where each step last passes the border, as a share of the step from 0 to 1."""
    x, y = off_edge(x), off_edge(y)
    dx, dy = off_edge(to_x) - x, off_edge(to_y) - y
    latest = np.full(x.shape, -1.0)
    for x0, y0, x1, y1 in _sides(zone):
        ex, ey = x1 - x0, y1 - y0
        cross = dx * ey - dy * ex
        meets = cross != 0
        scale = np.where(meets, cross, 1.0)
        share = ((x0 - x) * ey - (y0 - y) * ex) / scale
        along = ((x0 - x) * dy - (y0 - y) * dx) / scale
        meets &= (share >= 0) & (share <= 1) & (along >= 0) & (along <= 1)
        latest = np.where(meets, np.maximum(latest, share), latest)
    return np.where(latest < 0, 1.0, latest)  # rounding at a corner: the step ends on the border


def _sides(zone: Zone) -> Iterator[Side]:
    x, y = arrays(zone.corners)
    corners = zip(x.tolist(), y.tolist(), strict=True)
    following = zip(np.roll(x, -1).tolist(), np.roll(y, -1).tolist(), strict=True)
    for (x0, y0), (x1, y1) in zip(corners, following, strict=True):
        yield x0, y0, x1, y1
