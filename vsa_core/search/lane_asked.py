"""Which tracks of a hall a question may be about: by camera, class, window and basis."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from vsa_core.domain.case import Grant
from vsa_core.domain.moment import Window
from vsa_core.domain.objects import CLASSES, kinds_asked
from vsa_core.domain.query import Query
from vsa_core.store.hall import Hall

Ints = NDArray[np.int64]
Booleans = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Asked:
    """The tracks of a hall, sorted by how they are to be judged; (n,) each.

    plain: their events are counted from the lanes alone; singly: each is to
    be assembled and judged by itself, because it sticks out of the basis'
    window or its pieces overlap; loose: plain ones that stick out of the
    question's window, so that the time of each event matters.
    """

    plain: Booleans
    singly: Booleans
    loose: Booleans


def asked(hall: Hall, query: Query, grant: Grant) -> Asked:
    """The tracks of the cameras and classes asked, within window and basis.

    Recordings without a clock claim cannot be held against either window:
    with one, none of their tracks is asked.
    """
    wanted = _on_cameras(hall, query, grant)
    kinds = kinds_asked(query.classes)
    if kinds:
        named = np.isin(np.arange(len(CLASSES)), sorted(kinds))
        wanted &= named[hall.kind]
    singly = hall.back & wanted
    if grant.window is not None:
        out = _out(hall, grant.window)
        wanted &= _meets(hall, grant.window, out)
        singly = (singly | out) & wanted
    loose = np.zeros(len(wanted), np.bool_)
    if query.window is not None:
        out = _out(hall, query.window)
        wanted &= _meets(hall, query.window, out)
        loose = wanted & out & ~singly
    return Asked(wanted & ~singly, singly & wanted, loose)


def _out(hall: Hall, window: Window) -> Booleans:
    """Tracks that begin before a window or end after it."""
    return (hall.start < window.start) | (hall.end >= window.end)


def _meets(hall: Hall, window: Window, out: Booleans) -> Booleans:
    """Tracks that share an instant with a window."""
    meets = ~out
    rest = np.flatnonzero(out)
    meets[rest] = (hall.start[rest] < window.end) & (hall.end[rest] >= window.start)
    return meets


def _on_cameras(hall: Hall, query: Query, grant: Grant) -> Booleans:
    """Tracks of cameras that both the question and the basis name, dated where that matters."""
    cameras = set(grant.cameras) & set(query.cameras or grant.cameras)
    timeless = query.window is None and grant.window is None
    wanted = np.ones(int(hall.tracks[-1]), np.bool_)
    for number, lane in enumerate(hall.lanes):
        mine = slice(int(hall.tracks[number]), int(hall.tracks[number + 1]))
        if lane.camera not in cameras:
            wanted[mine] = False
        elif not (timeless or lane.dated.all()):
            wanted[mine] = lane.dated[hall.recording[mine]]
    return wanted
