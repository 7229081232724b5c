"""The archive's tracks as flat columns, camera by camera: what the other engines are fed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from vsa_core.store.hall import FEET, HallShelf
from vsa_core.store.lane import Ints


@dataclass(frozen=True, slots=True)
class Flat:
    """One camera: n tracks in order of start, their m points in order of track, then time.

    first: the number of its first track among all; kind, start, end: (n,);
    box: (n, 4) left, top, right, bottom of the feet; track, t, x, y: (m,).
    """

    camera: int
    first: int
    kind: NDArray[np.uint8]
    start: Ints
    end: Ints
    box: NDArray[np.uint16]
    track: NDArray[np.uint32]
    t: Ints
    x: NDArray[np.uint16]
    y: NDArray[np.uint16]


def flat(shelf: HallShelf, cameras: Sequence[str]) -> Iterator[Flat]:
    """Every camera's columns, one camera at a time."""
    first = 0
    for number, camera in enumerate(cameras):
        hall = shelf.hall((camera,))
        if hall is None or not len(hall.kind):
            continue
        points = np.arange(int(hall.begin[0]), int(hall.stop[-1]))
        feet = hall.values(points, FEET)
        starts = hall.begin - hall.begin[0]
        columns = (feet[0], feet[1])
        lows = [np.minimum.reduceat(column, starts) for column in columns]
        highs = [np.maximum.reduceat(column, starts) for column in columns]
        counts = hall.stop - hall.begin
        track = np.repeat(np.arange(len(counts), dtype=np.uint32), counts) + np.uint32(first)
        yield Flat(
            *(number, first, hall.kind, hall.start, hall.end),
            np.column_stack([*lows, *highs]),
            *(track, hall.times(points), feet[0], feet[1]),
        )
        first += len(counts)
