"""Which sighting belongs to which number: noted frame by frame, sorted at the slice's end."""

from collections import deque
from dataclasses import dataclass, field
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from vsa_core.domain.track import Sightings

LOOKS = 8
"""Appearance vectors kept from each end of a track."""

_LONGEST = 2**53

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Piece:
    """What a tracker followed under one number: m points in order of time.

    at: (m,) int64 pts; boxes: (m, 4) float32 pixels; scores: (m,) float32;
    kinds: (m,) uint8; head, tail: (d,) mean appearance of its first and last
    sightings, None when none was given.
    """

    number: int
    at: NDArray[np.int64]
    boxes: NDArray[np.float32]
    scores: NDArray[np.float32]
    kinds: NDArray[np.uint8]
    head: NDArray[np.float32] | None = None
    tail: NDArray[np.float32] | None = None

    def __len__(self) -> int:
        return len(self.at)


class SliceClock:
    """Seconds since a slice's first frame, exact until the last step; pts must increase."""

    def __init__(self, time_base: Fraction) -> None:
        self.time_base = time_base
        self.instants: list[int] = []

    def tick(self, pts: int) -> float:
        """Take the pts of the next frame; seconds since the frame before, 0 for the first.

        ValueError when `pts` does not increase, or leaps beyond what a float can count.
        """
        if self.instants:
            past, origin = self.instants[-1], self.instants[0]
            if pts <= past or (pts - origin) * self.time_base.numerator >= _LONGEST:
                raise ValueError(f"frames come in order of time: {pts} after {past}")
            step = float((pts - past) * self.time_base)
        else:
            step = 0.0
        self.instants.append(pts)
        return step

    @property
    def now(self) -> float:
        """Seconds from the first frame to the last one taken."""
        return float((self.instants[-1] - self.instants[0]) * self.time_base)

    @property
    def interval(self) -> float:
        """Median seconds between frames (the higher of two); 0 while there are fewer than two."""
        steps = np.sort(np.diff(np.array(self.instants, np.int64)))
        return float(int(steps[len(steps) // 2]) * self.time_base) if len(steps) else 0.0

    def seconds(self, at: NDArray[np.int64]) -> Floats:
        """Seconds since the first frame of pts (m,); the scale of the time base changes no bit."""
        ticks = (at - self.instants[0]) * self.time_base.numerator
        result: Floats = ticks / self.time_base.denominator
        return result


@dataclass(slots=True)
class _Ends:
    head: list[NDArray[np.float32]] = field(default_factory=list)
    tail: deque[NDArray[np.float32]] = field(default_factory=lambda: deque(maxlen=LOOKS))

    def see(self, look: NDArray[np.float32]) -> None:
        if len(self.head) < LOOKS:
            self.head.append(look)
        self.tail.append(look)


class Diary:
    """Keeps the numbered sightings of a slice; appearance of the ends only, in memory only."""

    def __init__(self) -> None:
        self._at: list[NDArray[np.int64]] = []
        self._numbers: list[NDArray[np.int64]] = []
        self._sightings: list[Sightings] = []
        self._ends: dict[int, _Ends] = {}

    def note(
        self,
        pts: int,
        numbers: NDArray[np.int64],
        sightings: Sightings,
        features: NDArray[np.float32] | None,
    ) -> None:
        """Keep the sightings of one frame whose number (n,) is not -1."""
        kept = np.flatnonzero(numbers >= 0)
        if not len(kept):
            return
        self._at.append(np.full(len(kept), pts, np.int64))
        self._numbers.append(numbers[kept])
        self._sightings.append(sightings.only(kept))
        if features is not None:
            for row in kept.tolist():
                ends = self._ends.setdefault(int(numbers[row]), _Ends())
                ends.see(features[row].copy())

    def pieces(self) -> list[Piece]:
        """One piece per number, in order of number."""
        if not self._at:
            return []
        numbers = np.concatenate(self._numbers)
        order = np.argsort(numbers, kind="stable")
        cuts = np.flatnonzero(np.diff(numbers[order])) + 1
        at = np.concatenate(self._at)
        boxes = np.concatenate([s.boxes for s in self._sightings])
        scores = np.concatenate([s.scores for s in self._sightings])
        kinds = np.concatenate([s.kinds for s in self._sightings])
        pieces = []
        for rows in np.split(order, cuts):
            number = int(numbers[rows[0]])
            head, tail = self._looks(number)
            pieces.append(
                Piece(number, at[rows], boxes[rows], scores[rows], kinds[rows], head, tail)
            )
        return pieces

    def _looks(self, number: int) -> tuple[NDArray[np.float32] | None, NDArray[np.float32] | None]:
        ends = self._ends.get(number)
        return (_unit(ends.head), _unit(list(ends.tail))) if ends else (None, None)


def _unit(looks: list[NDArray[np.float32]]) -> NDArray[np.float32]:
    mean: NDArray[np.float32] = np.mean(np.stack(looks), axis=0)
    return (mean / np.float32(max(float(np.linalg.norm(mean)), 1e-9))).astype(np.float32)
