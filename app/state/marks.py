"""Hits as columns: of each camera, in time order, counted per pixel without reading them again."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from app.state.lanes import Instants
from vsa_core.domain.event import Hit
from vsa_core.domain.verdict import Verdict as Said

Verdicts = Callable[[str], Said | None]
"""What a person decided about the hit of that name; None while nobody did."""


class Verdict(IntEnum):
    """What a person decided about a hit; one left in doubt is open still."""

    OPEN = 0
    MATCHED = 1
    REJECTED = 2


@dataclass(frozen=True, slots=True, eq=False)
class Marks:
    """The hits of one camera in order of their start, as columns of one length.

    start, end: (n,) corrected microseconds; verdict: (n,) `Verdict`; row: (n,)
    number of the hit in the answer; reach: (n,) latest end up to here; ends:
    the ends, sorted; before: (verdicts, n + 1) hits of each verdict before a
    place, so that any stretch is counted by a subtraction.
    """

    start: Instants
    end: Instants
    verdict: NDArray[np.uint8]
    row: Instants
    reach: Instants
    ends: Instants
    before: NDArray[np.int32]

    def counted(self, edges: Instants) -> tuple[NDArray[np.int32], NDArray[np.bool_]]:
        """What the columns between n edges hold.

        (verdicts, n) hits that begin before each edge, of which a difference
        counts any columns; (n - 1,) whether any hit lasts over some of each.
        """
        places = np.searchsorted(self.start, edges, "left")
        over = np.searchsorted(self.ends, edges[:-1], "right")
        return np.take(self.before, places, axis=1), places[1:] > over

    def beginning(self, start: int, end: int) -> slice:
        """The hits that begin in [start, end)."""
        low, high = np.searchsorted(self.start, (start, end), "left")
        return slice(int(low), int(high))

    def touching(self, start: int, end: int) -> Instants:
        """Places of the hits that begin or last in [start, end), in time order."""
        low = int(np.searchsorted(self.reach, start, "left"))
        high = int(np.searchsorted(self.start, end, "left"))
        near = np.arange(low, max(low, high))
        return near[(self.end[near] > start) | (self.start[near] >= start)]


class Gathering:
    """The hits of an answer as columns in the order they came.

    An answer that only grew is read from where it grew; hits without a
    corrected time have no place, and `untimed` counts them.
    """

    def __init__(self) -> None:
        self.hits: tuple[Hit, ...] = ()
        self._codes: dict[str, int] = {}
        self._parts: list[NDArray[np.int64]] = []
        self._verdict = np.zeros(0, np.uint8)

    @property
    def untimed(self) -> int:
        """How many hits nobody can place: their clock was never claimed."""
        return sum(int(np.count_nonzero(part[0] < 0)) for part in self._parts)

    def take(self, hits: tuple[Hit, ...], verdicts: Verdicts) -> None:
        """Know these hits in place of those before."""
        known = len(self.hits) if self._grown(hits) else 0
        if not known:
            self._parts, self._verdict = [], np.zeros(0, np.uint8)
        fresh = hits[known:]
        if fresh:
            self._parts.append(np.array([self._columns(hit) for hit in fresh], np.int64).T)
            self._verdict = np.append(self._verdict, _verdicts(fresh, verdicts))
        else:
            self._verdict = _verdicts(hits, verdicts)
        self.hits = hits

    def marks(self) -> dict[str, Marks]:
        """The columns of each camera."""
        if not self._parts:
            return {}
        code, start, end = np.concatenate(self._parts, axis=1)
        order = np.lexsort((start, code))
        first, last = (
            np.searchsorted(code[order], range(len(self._codes)), side)
            for side in ("left", "right")
        )
        return {
            camera: marks_of(start, end, self._verdict, order[first[number] : last[number]])
            for camera, number in self._codes.items()
        }

    def _grown(self, hits: tuple[Hit, ...]) -> bool:
        known = len(self.hits)
        if not known or len(hits) < known:
            return False
        return hits[0] is self.hits[0] and hits[known - 1] is self.hits[-1]

    def _columns(self, hit: Hit) -> tuple[int, int, int]:
        start, end = hit.event.start.corrected, hit.event.end.corrected
        if start is None:
            return -1, 0, 0
        code = self._codes.setdefault(hit.event.camera, len(self._codes))
        return code, start, max(start, start if end is None else end)


def marks_of(start: Instants, end: Instants, verdict: NDArray[np.uint8], row: Instants) -> Marks:
    """The marks of the hits `row`, given in order of their start; columns are of all hits."""
    start, end, verdict = start[row], end[row], verdict[row]
    before = np.zeros((len(Verdict), len(row) + 1), np.int32)
    for which in Verdict:
        np.cumsum(verdict == which, out=before[which, 1:])
    return Marks(start, end, verdict, row, np.maximum.accumulate(end), np.sort(end), before)


def _verdicts(hits: Sequence[Hit], verdicts: Verdicts) -> NDArray[np.uint8]:
    told = {
        None: Verdict.OPEN,
        Said.DOUBT: Verdict.OPEN,
        Said.MATCH: Verdict.MATCHED,
        Said.REJECT: Verdict.REJECTED,
    }
    return np.array([told[verdicts(hit.name)] for hit in hits], np.uint8)
