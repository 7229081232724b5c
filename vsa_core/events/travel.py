"""Which way each point of a path travels, and how far off the usual direction that is."""

from dataclasses import dataclass

import numpy as np

from vsa_core.domain.geometry import FLOW_SIDE, NO_FLOW, Flow, Line
from vsa_core.events.anchor import Floats, Ints, Paths
from vsa_core.events.settled import Booleans
from vsa_core.events.spells import on_one_clock

LOOK = 1_000_000
"""Microseconds over which the travel at a point is measured, half before it and half after."""

GRAIN = 50
"""A travel of less than this over LOOK, per mille of the box, is tremor and has no direction."""

TURN = 256
"""Parts of a full turn, 0 rightwards, clockwise in the picture."""


@dataclass(frozen=True, slots=True)
class Travel:
    """How m points move: dx, dy (m,) frame units over LOOK; moving (m,) more than tremor."""

    dx: Floats
    dy: Floats
    moving: Booleans


def travelled(paths: Paths) -> Travel:
    """The travel at every point, over its neighbours at least where they lie further apart."""
    spells = on_one_clock(paths.t, paths.starts, LOOK)
    here, path = np.arange(len(paths.t)), spells.owner
    before = np.maximum(np.minimum(spells.back(LOOK // 2), here - 1), paths.starts[path])
    after = np.minimum(np.maximum(spells.ahead(LOOK // 2), here + 1), paths.starts[path + 1] - 1)
    dx, dy = paths.x[after] - paths.x[before], paths.y[after] - paths.y[before]
    far = np.hypot(dx / np.maximum(paths.w, 1.0), dy / np.maximum(paths.h, 1.0))
    return Travel(dx, dy, far * 1000 >= GRAIN)


def cell_of(x: Floats, y: Floats) -> Ints:
    """(n,) the cell of a flow that each point lies in, the picture's edge being part of it."""
    column, row = (
        np.clip(value * FLOW_SIDE // 65_536, 0, FLOW_SIDE - 1).astype(np.int64) for value in (x, y)
    )
    cell: Ints = FLOW_SIDE * row + column
    return cell


def off_course(place: Line | Flow, paths: Paths, travel: Travel, shape: float) -> Floats:
    """(m,) degrees, 0 to 180, between each travel and the usual direction; NaN where none holds.

    shape: width over height of the picture; angles are those on the screen.
    """
    ux, uy = _usual(place, paths, shape)
    along = travel.dx * shape * ux + travel.dy * uy
    across = travel.dx * shape * uy - travel.dy * ux
    degrees: Floats = np.degrees(np.arctan2(np.abs(across), along))
    return degrees


def _usual(place: Line | Flow, paths: Paths, shape: float) -> tuple[Floats, Floats]:
    """(m,), (m,) a vector of the usual direction at each point; NaN where none holds."""
    if isinstance(place, Line):
        ux, uy = (place.b.x - place.a.x) * shape, float(place.b.y - place.a.y)
        return np.full(len(paths.x), ux), np.full(len(paths.x), uy)
    cells = np.array(place.cells, np.float64)
    turn = np.where(cells == NO_FLOW, np.nan, cells * (2 * np.pi / TURN))
    held = turn[cell_of(paths.x, paths.y)]
    return np.cos(held), np.sin(held)
