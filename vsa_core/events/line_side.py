"""Where paths stand to a line, and the steps that take them through it."""

from dataclasses import dataclass

import numpy as np

from vsa_core.domain.geometry import Line, along, side
from vsa_core.domain.query import Query
from vsa_core.domain.track import Tracks
from vsa_core.errors import WrongUsage
from vsa_core.events.anchor import Floats, Ints, Paths, anchored, blocks, lift
from vsa_core.events.asked import may_answer
from vsa_core.events.settled import Booleans, Flips, Sides, flip_steps, flips_at, sides


@dataclass(frozen=True, slots=True)
class Standing:
    """Paths seen from a line, m points and k flips.

    clear: (m,) distance to the line's carrier over the object's own size
    across the line, never negative; signs: (m,) +1 on the right-hand side;
    place: (k,) where each flip meets the carrier: 0 at a, 1 at b.
    """

    paths: Paths
    clear: Floats
    signs: Sides
    flips: Flips
    place: Floats

    @property
    def through(self) -> Booleans:
        """(k,) whether each flip passes through the drawn line, its ends included."""
        return (self.place >= 0.0) & (self.place <= 1.0)


def line_of(query: Query, kind: str) -> Line:
    """The question's line. Raises WrongUsage (EVT-002) when it has none."""
    if isinstance(query.place, Line):
        return query.place
    raise WrongUsage("EVT-002", kind=kind, place="line")


def standing(tracks: Tracks, query: Query, line: Line) -> Standing:
    """The tracks of the question that were seen on both sides of the line's carrier."""
    lifts = lift(tracks, query)
    rows = may_answer(_straddling(tracks, line, lifts), tracks, query)
    paths = anchored(tracks, rows, lifts)
    field = side(line, paths.x, paths.y)
    signs = sides(paths, field)
    flips = _flips(paths, field, signs)
    return Standing(
        paths, np.abs(field) / across(line, paths), signs, flips, _place(line, paths, flips)
    )


def across(line: Line, paths: Paths) -> Floats:
    """(m,) size of each box across the line, in frame units, at least 1.

    Both this and the distance are linear along the line's normal, so their
    ratio does not depend on the shape of the picture.
    """
    dx, dy = line.b.x - line.a.x, line.b.y - line.a.y
    size: Floats = (abs(dy) * paths.w + abs(dx) * paths.h) / float(np.hypot(dx, dy))
    return np.maximum(size, 1.0)


def _straddling(tracks: Tracks, line: Line, lifts: Floats) -> Ints:
    """Rows of the tracks with anchors on both sides, or on the carrier itself."""
    found = [np.zeros(0, np.int64)]
    dx, dy = float(line.b.x - line.a.x), float(line.b.y - line.a.y)
    for block in blocks(tracks, lifts):
        field = (block.y - line.a.y) * dx
        field -= (block.x - line.a.x) * dy
        low = np.minimum.reduceat(field, block.starts)
        high = np.maximum.reduceat(field, block.starts)
        found.append(block.rows[(low <= 0) & (high >= 0)])
    return np.concatenate(found)


def _flips(paths: Paths, field: Floats, signs: Sides) -> Flips:
    before = flip_steps(paths, signs)
    ahead, behind = np.abs(field[before + 1]), np.abs(field[before])
    return flips_at(paths, before, behind / (behind + ahead))


def _place(line: Line, paths: Paths, flips: Flips) -> Floats:
    near, far = flips.before, flips.before + 1
    x = paths.x[near] + flips.share * (paths.x[far] - paths.x[near])
    y = paths.y[near] + flips.share * (paths.y[far] - paths.y[near])
    return along(line, x, y)
