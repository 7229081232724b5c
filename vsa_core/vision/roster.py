"""The tracks alive in one frame, as columns: number, motion, age, class group and looks."""

import numpy as np
from numpy.typing import NDArray

from vsa_core.vision.association import Crowd
from vsa_core.vision.kalman import BoxFilter, Motion
from vsa_core.vision.voting import NO_GROUP

Rows = NDArray[np.intp]


class Roster:
    """Columns of n tracks: number, hits (sightings so far), last (seconds), and more within."""

    def __init__(self, motion: Motion, keep: float) -> None:
        self.boxes = BoxFilter(motion)
        self.number = np.zeros(0, np.int64)
        self.hits = np.zeros(0, np.int64)
        self.last = np.zeros(0)
        self._groups = np.zeros(0, np.int64)
        self._looks: NDArray[np.float32] | None = None
        self._keep = keep
        self._born = 0

    def __len__(self) -> int:
        return len(self.number)

    @property
    def crowd(self) -> Crowd:
        """The tracks where they are predicted to be."""
        return Crowd(self.boxes.place, self._groups, self._looks)

    def take(self, rows: Rows, seen: Crowd, now: float) -> None:
        """The tracks `rows` (k,) were seen as the members of `seen` (k,), at `now` seconds."""
        self.boxes.correct(rows, seen.places)
        self.hits[rows] += 1
        self.last[rows] = now
        named = seen.groups != NO_GROUP
        self._groups[rows[named]] = seen.groups[named]
        if self._looks is not None and seen.looks is not None:
            mixed = self._keep * self._looks[rows] + (1 - self._keep) * seen.looks
            length = np.linalg.norm(mixed, axis=1, keepdims=True)
            self._looks[rows] = mixed / np.maximum(length, 1e-9)

    def add(self, seen: Crowd, now: float) -> Rows:
        """Begin a track for each member of `seen` (k,); their rows (k,).

        ValueError when appearance comes in one frame and not in another.
        """
        first, count = len(self), len(seen.places)
        if first and (self._looks is None) != (seen.looks is None):
            raise ValueError("appearance is given for every frame of a slice or for none")
        self.boxes.add(seen.places)
        self.number = np.concatenate([self.number, self._born + 1 + np.arange(count)])
        self.hits = np.concatenate([self.hits, np.ones(count, np.int64)])
        self.last = np.concatenate([self.last, np.full(count, now)])
        self._groups = np.concatenate([self._groups, seen.groups])
        if seen.looks is not None:
            known = [] if self._looks is None else [self._looks]
            self._looks = np.concatenate([*known, seen.looks])
        self._born += count
        return np.arange(first, first + count)

    def forget(self, kept: NDArray[np.bool_]) -> None:
        """Drop the tracks that are not `kept` (n,); their numbers never come again."""
        if kept.all():
            return
        self.boxes.keep(kept)
        self.number, self.hits, self.last = self.number[kept], self.hits[kept], self.last[kept]
        self._groups = self._groups[kept]
        if self._looks is not None:
            self._looks = self._looks[kept] if kept.any() else None
