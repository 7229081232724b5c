"""Footage as columns: what became of every moment of every camera, as it is painted."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from vsa_core.desk.footage import FootageSheet
from vsa_core.domain.coverage import Covered, Level, Looked
from vsa_core.domain.footage import Footage
from vsa_core.domain.moment import MICROSECONDS, Window

Instants = NDArray[np.int64]
Fates = NDArray[np.uint8]


class Fate(IntEnum):
    """What became of a moment; where one pixel holds several, the last of this order is shown.

    Between two key frames a scan skips, so a pixel with both tells of a scan.
    """

    NOTHING = 0
    NO_FOOTAGE = 1
    SKIPPED = 2
    FULL = 3
    STANDARD = 4
    CALM = 5
    SCAN = 6
    NOT_INDEXED = 7
    OUTSIDE_BASIS = 8
    QUARANTINED = 9
    UNDECODABLE = 10


WORSE = (
    Fate.NO_FOOTAGE,
    Fate.FULL,
    Fate.STANDARD,
    Fate.CALM,
    Fate.SCAN,
    Fate.SKIPPED,
    Fate.NOT_INDEXED,
    Fate.QUARANTINED,
    Fate.UNDECODABLE,
    Fate.OUTSIDE_BASIS,
)
"""From the best to the worst: of two files that hold one moment, the worse fate is told."""

_LEVELS = {Level.FULL: Fate.FULL, Level.STANDARD: Fate.STANDARD, Level.SCAN: Fate.SCAN}
_LOOKS = {
    Looked.CALM: Fate.CALM,
    Looked.UNDECODABLE: Fate.UNDECODABLE,
    Looked.NOT_INDEXED: Fate.NOT_INDEXED,
    Looked.SKIPPED: Fate.SKIPPED,
    Looked.OUTSIDE_BASIS: Fate.OUTSIDE_BASIS,
    Looked.OUTSIDE_CLOCK: Fate.NOT_INDEXED,
    Looked.QUARANTINED: Fate.QUARANTINED,
    Looked.NO_FOOTAGE: Fate.NO_FOOTAGE,
}

Layers = Mapping[Fate, tuple[list[int], list[int]]]
"""Starts and ends of the stretches of each fate; they may overlap."""


@dataclass(frozen=True, slots=True, eq=False)
class Runs:
    """Stretches of one lane that never overlap, in time order, as columns of one length.

    start, end: (n,) corrected microseconds, half-open; fate: (n,) `Fate`;
    layers: starts and ends of each fate that occurs, in the order they are painted.
    """

    start: Instants
    end: Instants
    fate: Fates
    layers: tuple[tuple[Fate, Instants, Instants], ...]

    def at(self, instant: int) -> Fate:
        """What became of that moment; NOTHING where there is no footage."""
        row = int(np.searchsorted(self.start, instant, "right")) - 1
        if row < 0 or instant >= self.end[row]:
            return Fate.NOTHING
        return Fate(self.fate[row])

    def shown(self, edges: Instants) -> Fates:
        """(n - 1,) the fate to paint in each column between n edges."""
        out = np.zeros(len(edges) - 1, np.uint8)
        for fate, starts, ends in self.layers:
            begun = np.searchsorted(starts, edges[1:], "left")
            over = np.searchsorted(ends, edges[:-1], "right")
            out[begun > over] = fate
        return out


@dataclass(frozen=True, slots=True, eq=False)
class Lane:
    """One camera: its files in time order with their starts and ends, and what became of them.

    alarms: (m,) corrected microseconds at which something could not be read.
    """

    camera: str
    files: tuple[Footage, ...]
    start: Instants
    end: Instants
    runs: Runs
    alarms: Instants

    @property
    def extent(self) -> Window | None:
        """From the first picture to the last, None without any."""
        if not len(self.runs.start):
            return None
        return Window(int(self.runs.start[0]), int(self.runs.end[-1]))

    def files_in(self, window: Window) -> tuple[Footage, ...]:
        """The files that hold any of it, and those without pictures whose time it holds."""
        near = (self.start < window.end) & (
            (self.end > window.start) | ((self.end == self.start) & (self.start >= window.start))
        )
        return tuple(self.files[row] for row in np.flatnonzero(near))


@dataclass(frozen=True, slots=True)
class Lanes:
    """Every camera, and the files that cannot be placed: nobody claimed their clock."""

    lanes: tuple[Lane, ...]
    unplaced: tuple[Footage, ...]


NO_LANES = Lanes((), ())


def lanes_of(
    sheets: Sequence[FootageSheet], cameras: Iterable[str], allowed: Window | None
) -> Lanes:
    """One lane for each of these cameras, in their order, then for those only the files name.

    allowed: the basis' window; what lies beyond it is told as such.
    """
    placed = [sheet for sheet in sheets if sheet.footage.clock is not None]
    by_camera: dict[str, list[FootageSheet]] = {camera: [] for camera in cameras}
    for sheet in placed:
        by_camera.setdefault(sheet.footage.camera, []).append(sheet)
    lanes = tuple(_lane(camera, some, allowed) for camera, some in by_camera.items())
    return Lanes(lanes, tuple(s.footage for s in sheets if s.footage.clock is None))


def coverage_of(stretches: Iterable[Covered]) -> dict[str, Runs]:
    """What an answer covered, by camera; stretches without a clock claim have no place."""
    layers: dict[str, dict[Fate, tuple[list[int], list[int]]]] = {}
    for one in stretches:
        if one.claimed:
            starts, ends = layers.setdefault(one.camera, {}).setdefault(
                fate_of(one.looked, one.level), ([], [])
            )
            starts.append(one.start)
            ends.append(one.end)
    return {camera: painted(some, None) for camera, some in layers.items()}


def fate_of(looked: Looked, level: Level | None) -> Fate:
    """The fate that a stretch is painted with."""
    if looked is Looked.LOOKED:
        return _LEVELS[level or Level.FULL]
    return _LOOKS[looked]


def painted(layers: Layers, allowed: Window | None) -> Runs:
    """The worst fate of every moment that any layer holds, as runs.

    Outside `allowed` what is held is OUTSIDE_BASIS, whatever else it is.
    """
    ends_of = [np.array(ends, np.int64) for _, ends in layers.values()]
    starts_of = [np.array(starts, np.int64) for starts, _ in layers.values()]
    frame = [np.array([allowed.start, allowed.end], np.int64)] if allowed else []
    bounds = np.unique(np.concatenate([*starts_of, *ends_of, *frame, np.zeros(0, np.int64)]))
    fate = np.zeros(max(len(bounds) - 1, 0), np.uint8)
    left = bounds[:-1]
    for which in WORSE:
        if which in layers:
            starts, ends = (np.sort(np.array(side, np.int64)) for side in layers[which])
            held = np.searchsorted(starts, left, "right") > np.searchsorted(ends, left, "right")
            fate[held] = which
    if allowed:
        outside = (left < allowed.start) | (left >= allowed.end)
        fate[outside & (fate != Fate.NOTHING)] = Fate.OUTSIDE_BASIS
    return _joined(bounds, fate)


def _joined(bounds: Instants, fate: Fates) -> Runs:
    """Neighbours of one fate become one run; what holds nothing is left out."""
    first = np.flatnonzero(np.diff(fate, prepend=np.uint8(255))) if len(fate) else fate[:0]
    start = bounds[:-1][first]
    end = np.append(start[1:], bounds[-1:])
    some = fate[first] != Fate.NOTHING
    return _runs(start[some], end[some], fate[first][some])


def _runs(start: Instants, end: Instants, fate: Fates) -> Runs:
    layers = tuple(
        (which, start[fate == which], end[fate == which]) for which in Fate if which in fate
    )
    return Runs(start, end, fate, layers)


def _lane(camera: str, sheets: list[FootageSheet], allowed: Window | None) -> Lane:
    layers: dict[Fate, tuple[list[int], list[int]]] = {}
    alarms: list[int] = []
    extents = []
    for sheet in sheets:
        start, end = _laid(sheet, layers, alarms)
        extents.append((start, end, sheet.footage))
    extents.sort(key=lambda extent: extent[:2])
    return Lane(
        camera,
        tuple(footage for _, _, footage in extents),
        np.array([start for start, _, _ in extents], np.int64),
        np.array([end for _, end, _ in extents], np.int64),
        painted(layers, allowed),
        np.unique(np.array(alarms, np.int64)),
    )


def _laid(
    sheet: FootageSheet, layers: dict[Fate, tuple[list[int], list[int]]], alarms: list[int]
) -> tuple[int, int]:
    """Lay the stretches of one file into the layers of its lane; where it starts and ends."""
    footage = sheet.footage
    assert footage.clock is not None
    origin = footage.clock.shown + footage.clock.offset
    stream = footage.stream
    if stream is None:
        alarms.append(origin)
        return origin, origin
    ticks = stream.time_base * MICROSECONDS
    first, scale, base = stream.span.start, ticks.numerator, ticks.denominator
    last = stream.span.end

    def lay(fate: Fate, start: int, end: int) -> None:
        starts, ends = layers.setdefault(fate, ([], []))
        starts.append(origin + (start - first) * scale // base)
        ends.append(origin + (end - first) * scale // base)

    reached = first
    for stretch in sheet.stretches:
        start, end = max(stretch.span.start, first), min(stretch.span.end, last)
        if start > reached:
            lay(Fate.NOT_INDEXED, reached, start)
        if start < end:
            lay(fate_of(stretch.looked, stretch.level), start, end)
        reached = max(reached, end)
    if reached < last:
        lay(Fate.NOT_INDEXED, reached, last)
    for hole in filter(None, (gap.span.clipped(stream.span) for gap in footage.gaps)):
        lay(Fate.UNDECODABLE, hole.start, hole.end)
        alarms.append(origin + (hole.start - first) * scale // base)
    return origin, origin + (last - first) * scale // base
