"""Several lanes side by side, so that one look goes over all their bounds at once."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Protocol, runtime_checkable

import numpy as np
from numpy.typing import NDArray

from vsa_core.domain.footage import Recording
from vsa_core.domain.ports import TrackShelf
from vsa_core.domain.track import Tracks
from vsa_core.store.axis import microseconds
from vsa_core.store.lane import STEPS, Bounds, Ints, Lane, Small

FEET, SIZES = "feet", "sizes"


@runtime_checkable
class HallShelf(TrackShelf, Protocol):
    """Tracks of recordings one by one, and the lanes of cameras side by side."""

    def hall(self, cameras: Sequence[str], sizes: bool = False) -> "Hall | None":
        """The lanes of these cameras; None when none of them has tracks. `sizes`: w and h too."""

    def place(self, recording: Recording) -> int:
        """The recording's number in its lane; -1 when nothing of it was indexed."""

    def chosen(self, recording: Recording, numbers: NDArray[np.uint32]) -> Tracks:
        """The tracks of these numbers, whole."""


WIDTH = STEPS + 1
"""Points of a block."""


@dataclass(frozen=True, slots=True)
class Clock:
    """What tells the time of a point, over all lanes: one row a track piece.

    begin: (p,) its first point; ticks: from its file's first picture to that
    point; origin: corrected microseconds of that picture; base: which of
    `bases` its file has.
    """

    begin: Ints
    ticks: Ints
    origin: Ints
    base: NDArray[np.uint16]
    bases: tuple[Fraction, ...]


@dataclass(frozen=True, slots=True)
class Hall:
    """Lanes end to end: points, blocks and tracks are numbered through all of them.

    blocks, tracks: (lanes + 1,) where those of each lane begin; point 15 *
    block + i is point i of a block. begin, stop: (n,) first point of each
    track, and the one after its last; kind, start, end, recording, back: its
    columns (`store.lane`), recordings numbered within their lane.
    """

    lanes: tuple[Lane, ...]
    blocks: Ints
    tracks: Ints
    bounds: Bounds
    begin: Ints
    stop: Ints
    kind: NDArray[np.uint8]
    start: Ints
    end: Ints
    recording: NDArray[np.uint32]
    back: NDArray[np.bool_]
    clock: Clock

    def lane_of(self, tracks: Ints) -> Ints:
        """(n,) which lane each track lies in."""
        return np.searchsorted(self.tracks, tracks, "right") - 1

    def track_of(self, points: Ints) -> Ints:
        """(n,) the track of each point; -1 for a point that belongs to none."""
        track = np.searchsorted(self.begin, points, "right") - 1
        return np.where((track >= 0) & (points < self.stop[track]), track, -1)

    def rows(self, blocks: Ints, name: str) -> Small:
        """(k, 2, 16) the feet, or the sizes, of the points of sorted blocks."""
        found = np.empty((len(blocks), 2, WIDTH), np.uint16)
        for lane, low, high in self._shares(blocks, self.blocks):
            local = blocks[low:high] - self.blocks[lane]
            np.take(getattr(self.lanes[lane], name), local, 0, found[low:high], "clip")
        return found

    def values(self, points: Ints, name: str) -> Small:
        """(2, n) the feet, or the sizes, at sorted points."""
        found = np.empty((2, len(points)), np.uint16)
        block, step = np.divmod(points, STEPS)
        place = block * (2 * WIDTH) + step
        for lane, low, high in self._shares(block, self.blocks):
            held = getattr(self.lanes[lane], name).reshape(-1)
            local = place[low:high] - self.blocks[lane] * (2 * WIDTH)
            for column in (0, 1):
                held.take(local + WIDTH * column, out=found[column, low:high], mode="clip")
        return found

    def times(self, points: Ints) -> Ints:
        """(n,) corrected microseconds of sorted points, to the same microsecond as `Tracks.t`."""
        clock = self.clock
        piece = np.searchsorted(clock.begin, points, "right") - 1
        ticks = clock.ticks[piece] + self._elapsed(points)
        times = clock.origin[piece]
        if len(clock.bases) == 1:
            return times + microseconds(ticks, clock.bases[0])
        base = clock.base[piece]
        for number in np.unique(base).tolist():
            alike = base == number
            times[alike] += microseconds(ticks[alike], clock.bases[number])
        return times

    def _elapsed(self, points: Ints) -> Ints:
        """(n,) ticks since the first point of the piece."""
        found = np.empty(len(points), np.int64)
        for lane, low, high in self._shares(points, self.blocks * STEPS):
            held = self.lanes[lane]
            local = points[low:high] - self.blocks[lane] * STEPS
            found[low:high] = held.after[local]
            found[low:high] *= held.quantum
        return found

    def _shares(self, places: Ints, edges: Ints) -> Iterator[tuple[int, int, int]]:
        """Lane, and the range of `places` that lies in it, for lanes with any."""
        cuts = np.searchsorted(places, edges)
        for lane in np.flatnonzero(np.diff(cuts)).tolist():
            yield lane, int(cuts[lane]), int(cuts[lane + 1])


def hall_of(lanes: Sequence[Lane]) -> Hall:
    """The lanes side by side; their points are not copied."""
    blocks = _edges([len(lane.feet) for lane in lanes])
    tracks = _edges([len(lane.chains.kind) for lane in lanes])
    edges = _moved([lane.chains.begin for lane in lanes], blocks)
    return Hall(
        lanes=tuple(lanes),
        blocks=blocks,
        tracks=tracks,
        bounds=Bounds(
            *(_joined([getattr(lane.bounds, name) for lane in lanes]) for name in Bounds.__slots__)
        ),
        begin=_joined([edge[:-1] for edge in edges]),
        stop=_joined([edge[1:] for edge in edges]),
        kind=_joined([lane.chains.kind for lane in lanes]),
        start=_joined([lane.chains.start for lane in lanes]),
        end=_joined([lane.chains.end for lane in lanes]),
        recording=_joined([lane.chains.recording for lane in lanes]),
        back=_joined([lane.chains.back for lane in lanes]),
        clock=_clock(lanes, blocks),
    )


def _clock(lanes: Sequence[Lane], blocks: Ints) -> Clock:
    bases = tuple(dict.fromkeys(base for lane in lanes for base in lane.pieces.bases))
    known = {base: number for number, base in enumerate(bases)}
    numbers = [np.array([known[b] for b in lane.pieces.bases], np.uint16) for lane in lanes]
    begins = _moved([lane.pieces.begin for lane in lanes], blocks)
    return Clock(
        begin=_joined([begin[:-1] for begin in begins]),
        ticks=_joined([lane.pieces.ticks for lane in lanes]),
        origin=_joined([lane.pieces.origins[lane.pieces.file] for lane in lanes]),
        base=_joined(
            [
                number[lane.pieces.base[lane.pieces.file]] if len(number) else number
                for lane, number in zip(lanes, numbers, strict=True)
            ]
        ),
        bases=bases,
    )


def _edges(lengths: list[int]) -> Ints:
    return np.concatenate([np.zeros(1, np.int64), np.cumsum(lengths, dtype=np.int64)])


def _moved(points: list[NDArray[np.uint32]], blocks: Ints) -> list[Ints]:
    """Points of lanes as points of the hall."""
    bases = (blocks * STEPS).tolist()
    return [own.astype(np.int64) + base for own, base in zip(points, bases, strict=False)]


def _joined(columns: list[Any]) -> Any:
    return columns[0] if len(columns) == 1 else np.concatenate(columns)
