"""The usual direction of travel in each cell of the picture, learnt from a film's own tracks."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from vsa_core.domain.geometry import FLOW_SIDE, NO_FLOW, Flow
from vsa_core.domain.moment import Window
from vsa_core.domain.query import Query
from vsa_core.domain.track import Tracks
from vsa_core.events.anchor import Floats, Ints, anchored, lift
from vsa_core.events.asked import may_answer
from vsa_core.events.travel import TURN, cell_of

FEWEST = 5
"""A cell in which fewer tracks went has no usual direction."""

AGREEMENT = 700
"""Nor has one in which the directions agree less than this, per mille: 1000 is all the same way."""

CROSSED = 250
"""A track goes through a cell when it moves there by this much, per mille of its box, at least."""

CELLS = FLOW_SIDE**2


@dataclass(frozen=True, slots=True)
class LearntFlow:
    """A flow with what it rests on, to be shown before it is used.

    support: 64 numbers, the tracks that went through each cell; agreement:
    64 numbers, per mille, the length of the mean of their directions, 0 where
    none went.
    """

    flow: Flow
    support: tuple[int, ...]
    agreement: tuple[int, ...]


def learnt(films: Iterable[Tracks], query: Query, window: Window | None = None) -> LearntFlow:
    """The usual direction per cell: the circular mean over the tracks that the question lets by.

    Each track has one voice in each cell that it goes through, however slowly
    (Fisher, Statistical Analysis of Circular Data, 1993, section 2.3). Its
    anchor is the question's; of the steps, those within `window` count.
    Angles are those on the screen.
    """
    support, east, south = np.zeros(CELLS, np.int64), np.zeros(CELLS), np.zeros(CELLS)
    for tracks in films:
        cell, x, y = _voices(tracks, query, window)
        np.add.at(support, cell, 1)
        np.add.at(east, cell, x)
        np.add.at(south, cell, y)
    length = np.hypot(east, south) / np.maximum(support, 1)
    agreement = np.minimum(np.rint(length * 1000), 1000).astype(np.int64)
    turn = np.rint(np.arctan2(south, east) * (TURN / (2 * np.pi))).astype(np.int64) % TURN
    usual = np.where((support >= FEWEST) & (agreement >= AGREEMENT), turn, NO_FLOW)
    return LearntFlow(
        Flow(tuple(usual.tolist())), tuple(support.tolist()), tuple(agreement.tolist())
    )


def _voices(tracks: Tracks, query: Query, window: Window | None) -> tuple[Ints, Floats, Floats]:
    """Cell and direction (a vector of length 1) of each passage of a track through a cell."""
    several = np.flatnonzero(np.diff(tracks.starts) > 1).astype(np.int64)
    paths = anchored(tracks, may_answer(several, tracks, query), lift(tracks, query))
    step = np.flatnonzero(paths.path[1:] == paths.path[:-1])
    if window is not None:
        step = step[(paths.t[step] >= window.start) & (paths.t[step + 1] < window.end)]
    to = step + 1
    cell = cell_of((paths.x[step] + paths.x[to]) / 2, (paths.y[step] + paths.y[to]) / 2)
    shape = tracks.picture[0] / tracks.picture[1]
    passage, which = np.unique(paths.path[step] * CELLS + cell, return_inverse=True)
    x, y, w, h, steps = np.zeros((5, len(passage)))
    np.add.at(x, which, paths.x[to] - paths.x[step])
    np.add.at(y, which, paths.y[to] - paths.y[step])
    np.add.at(w, which, paths.w[to] + paths.w[step])
    np.add.at(h, which, paths.h[to] + paths.h[step])
    np.add.at(steps, which, 2)
    sizes = np.hypot(x * steps / np.maximum(w, 1.0), y * steps / np.maximum(h, 1.0))
    went = sizes * 1000 >= CROSSED
    east, south = x[went] * shape, y[went]
    length = np.hypot(east, south)
    return passage[went] % CELLS, east / length, south / length
