"""Clothing and paint in words: a few looks per track, never a look per box per frame."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from vsa_core.domain.ports import Picture
from vsa_core.domain.track import Sightings

LOOKS = (3, 8, 20, 50)
"""At which of its sightings a track's colours are read."""

Namer = Callable[[Picture, NDArray[np.float32], NDArray[np.uint8]], NDArray[np.uint8]]


class Palette:
    """Collects colour readings per track number and settles them by shares; memory only."""

    def __init__(self, namer: Namer) -> None:
        self._namer = namer
        self._seen: dict[int, int] = {}
        self._votes: dict[int, NDArray[np.int64]] = {}

    def see(
        self, numbers: NDArray[np.int64], sightings: Sightings, picture: Callable[[], Picture]
    ) -> None:
        """Take one frame's sightings with their track numbers (-1: undecided)."""
        due: list[int] = []
        for row, number in enumerate(numbers.tolist()):
            if number < 0:
                continue
            self._seen[number] = self._seen.get(number, 0) + 1
            if self._seen[number] in LOOKS:
                due.append(row)
        if due:
            rows = np.array(due, np.intp)
            names = self._namer(picture(), sightings.boxes[rows], sightings.kinds[rows])
            for row, reading in zip(due, names, strict=True):
                self._vote(int(numbers[row]), reading)

    def names(self) -> dict[int, NDArray[np.uint8]]:
        """(8,) names and shares per track number, as in TRACK.colours."""
        return {number: _settled(votes) for number, votes in self._votes.items()}

    def _vote(self, number: int, reading: NDArray[np.uint8]) -> None:
        votes = self._votes.setdefault(number, np.zeros((2, 16), np.int64))
        for half in (0, 1):
            first, share, second, rest = reading[4 * half : 4 * half + 4].tolist()
            votes[half, first] += share
            votes[half, second] += rest


def _settled(votes: NDArray[np.int64]) -> NDArray[np.uint8]:
    out = np.zeros(8, np.uint8)
    for half in (0, 1):
        total = int(votes[half].sum())
        order = np.argsort(-votes[half], kind="stable")[:2]
        for place, name in enumerate(order.tolist()):
            if total and votes[half, name]:
                out[4 * half + 2 * place] = name
                out[4 * half + 2 * place + 1] = int(votes[half, name]) * 255 // total
    return out
