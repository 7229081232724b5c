"""When a track passes from one side of a line to the other for good."""

import numpy as np

from vsa_core.domain.query import Query
from vsa_core.events.anchor import Ints
from vsa_core.events.interface import Parameter, value
from vsa_core.events.line_side import Standing
from vsa_core.events.settled import Holds, settled

MARGIN = Parameter("margin", 100, 0, 1000, "per_mille_size")
"""How far from the line a point must be to count, per mille of the object's size across it."""

SETTLE = Parameter("settle", 400, 0, 10_000, "ms")
"""A stay on one side between two crossings that is shorter than this is jitter."""

LEFT, RIGHT = "to_left", "to_right"


def sides_held(stand: Standing, query: Query) -> Holds:
    """The stretches that each path holds a side for, jitter removed."""
    sure = stand.clear * 1000 >= value(query, MARGIN)
    return settled(stand.paths, stand.signs, sure, stand.flips, value(query, SETTLE))


def crossings(stand: Standing, holds: Holds) -> tuple[Ints, Ints]:
    """Holds that began by a crossing of the drawn line, and the flip that did it."""
    turns = np.flatnonzero(holds.follows).astype(np.int64)
    before = stand.flips.before
    low = np.searchsorted(before, holds.last[turns - 1], "left")
    high = np.searchsorted(before, holds.first[turns], "left")
    through = stand.through
    counted = np.concatenate([np.zeros(1, np.int64), np.cumsum(through)])
    odd = (counted[high] - counted[low]) % 2 == 1
    latest = np.maximum.accumulate(np.where(through, np.arange(len(through)), -1))
    return turns[odd], latest[high[odd] - 1]
