"""A track itself: something of the classes asked was in view, from first to last sighting."""

from typing import ClassVar

import numpy as np

from vsa_core.domain.event import Measure
from vsa_core.domain.geometry import Place
from vsa_core.domain.query import Query
from vsa_core.domain.track import Tracks
from vsa_core.events.anchor import Ints
from vsa_core.events.asked import may_answer
from vsa_core.events.interface import ANYWHERE, Finding, Parameter, value
from vsa_core.events.settled import MILLISECOND
from vsa_core.events.visit import score_of

MINIMUM = Parameter("minimum", 0, 0, 86_400_000, "ms")
"""Time from first to last sighting from which a track is told."""


class Seen:
    """One event for each track, over its whole life.

    What is lost from view and found again is two tracks, unless the tracker
    joined them; two tracks are never taken for one person.
    """

    KIND: ClassVar[str] = "seen"
    VERSION: ClassVar[int] = 1
    PLACES: ClassVar[tuple[str, ...]] = ("",)
    DIRECTIONS: ClassVar[tuple[str, ...]] = ()
    PARAMETERS: ClassVar[tuple[Parameter, ...]] = (MINIMUM,)
    MANY: ClassVar[bool] = False

    def find(self, tracks: Tracks, query: Query) -> list[Finding]:
        """Tracks, in order of row."""
        rows, lasted = _lives(tracks, query)
        long = lasted >= value(query, MINIMUM) * MILLISECOND
        return [_life(tracks, query, int(row)) for row in rows[long]]

    def misses(self, tracks: Tracks, query: Query) -> list[Finding]:
        """Tracks seen for too short a time; `in_view` says by how much."""
        rows, lasted = _lives(tracks, query)
        short = lasted < value(query, MINIMUM) * MILLISECOND
        return [_life(tracks, query, int(row)) for row in rows[short]]

    def cells(self, place: Place | None) -> int:
        """Anywhere."""
        return ANYWHERE


def _lives(tracks: Tracks, query: Query) -> tuple[Ints, Ints]:
    """Rows of the tracks that may answer, and how long each was seen, in microseconds."""
    filled = np.flatnonzero(np.diff(tracks.starts) > 0).astype(np.int64)
    rows = may_answer(filled, tracks, query)
    return rows, tracks.t[tracks.starts[rows + 1] - 1] - tracks.t[tracks.starts[rows]]


def _life(tracks: Tracks, query: Query, row: int) -> Finding:
    first, last = int(tracks.starts[row]), int(tracks.starts[row + 1]) - 1
    at, until = int(tracks.t[first]), int(tracks.t[last])
    lasted = Measure("in_view", (until - at) // MILLISECOND, value(query, MINIMUM), "ms")
    looks = Measure("looks", last - first + 1, None, "count")
    return Finding(row, first, last, at, until, "", score_of(tracks, row), "seen", (lasted, looks))
