"""Which way a track went in the picture, from its first to its last anchor."""

import numpy as np

from vsa_core.domain.query import Query
from vsa_core.domain.track import Tracks
from vsa_core.events.anchor import Ints, anchored, lift
from vsa_core.events.colour_share import NONE
from vsa_core.events.motion_measures import medians

STILL = 500
"""Per mille of its own (median) box height under which an object went nowhere."""

TURN = 360


def bearings(tracks: Tracks, rows: Ints, query: Query) -> Ints:
    """(n,) whole degrees, 0 rightwards, clockwise in the picture; NONE of what hardly moved.

    `rows` all have points. The picture's own proportions count: half right
    is 45 degrees on the screen.
    """
    paths = anchored(tracks, rows, lift(tracks, query))
    first, last = paths.starts[:-1], paths.starts[1:] - 1
    width, height = tracks.picture
    across = (paths.x[last] - paths.x[first]) * (width / height)
    down = paths.y[last] - paths.y[first]
    tall = np.maximum(medians(paths.h, paths.starts), 1.0)
    moved = np.hypot(across, down) * 1000 >= STILL * tall
    turned = np.rint(np.degrees(np.arctan2(down, across))).astype(np.int64) % TURN
    return np.where(moved, turned, NONE)


def aside(found: Ints, towards: int) -> Ints:
    """(n,) degrees between each bearing and `towards`, 0 to 180; NONE of what has no bearing."""
    apart = np.abs((found - towards + TURN // 2) % TURN - TURN // 2)
    return np.where(found == NONE, NONE, apart)
