"""A camera's ledger and segments become its lane."""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from vsa_core.domain.track import Part, Segment, Structured
from vsa_core.errors import Tampered
from vsa_core.store.assembly import ranges
from vsa_core.store.lane import STEPS, Bounds, Chains, Ints, Lane, Pieces, Small
from vsa_core.store.ledger import Ledger
from vsa_core.store.pruning import whole_kinds


@dataclass(slots=True)
class _Filled:
    """Columns filled segment by segment: points (1 + m + padding), then pieces."""

    boxes: dict[str, Small]
    elapsed: Ints
    ticks: Ints
    file: NDArray[np.uint32]


def lane_of(camera: str, ledger: Ledger, read: Callable[[str], Segment]) -> Lane:
    """The lane of a camera; `read` gives a segment by name.

    Raises Tampered (STO-016) when a segment is not what the ledger says, and
    what `read` raises.
    """
    rows = ledger.rows
    counts = rows["count"].astype(np.int64)
    begin = np.concatenate([np.zeros(1, np.int64), np.cumsum(counts)]) + 1
    filled = _room(len(rows), int(begin[-1]))
    files = _Files(ledger)
    for number, name in enumerate(ledger.segments):
        chosen = np.flatnonzero(rows["segment"] == number)
        if len(chosen):
            _fill(filled, read(name), rows, chosen, begin[chosen], files)
    chains = _chains(rows, begin)
    quantum = int(np.gcd.reduce(filled.elapsed)) or 1
    after = filled.elapsed // quantum
    return Lane(
        camera=camera,
        dated=np.array([one.dated for one in ledger.recordings], np.bool_),
        chains=chains,
        pieces=files.pieces(begin, filled.ticks, filled.file),
        bounds=_bounds(filled.boxes, chains.begin),
        quantum=quantum,
        feet=np.stack([_blocked(filled.boxes[name]) for name in ("x", "y")], axis=1),
        sizes=np.stack([_blocked(filled.boxes[name]) for name in ("w", "h")], axis=1),
        after=after.astype(np.min_scalar_type(int(after.max(initial=1)) | 2**15)),
    )


def _blocked(column: Small) -> Small:
    """(k, 16) the points of each block."""
    return np.lib.stride_tricks.sliding_window_view(column, STEPS + 1)[::STEPS]


class _Files:
    """Every file of the ledger by digest: its number, its clock, its first pts, its time base."""

    def __init__(self, ledger: Ledger) -> None:
        told = [
            (digest, origin, start)
            for one in ledger.recordings
            for digest, origin, start in zip(one.files, one.origins, one.starts, strict=True)
        ]
        self.place = {digest: number for number, (digest, _, _) in enumerate(told)}
        self.origins = np.array([origin for _, origin, _ in told], np.int64)
        self.starts = np.array([start for _, _, start in told], np.int64)
        self._bases: dict[Fraction, int] = {}
        self._base = np.zeros(len(told), np.uint16)

    def number(self, part: Part) -> int:
        """The number of a part's file."""
        if part.footage not in self.place:
            raise Tampered("STO-016")
        number = self.place[part.footage]
        self._base[number] = self._bases.setdefault(part.time_base, len(self._bases))
        return number

    def pieces(self, begin: Ints, ticks: Ints, file: NDArray[np.uint32]) -> Pieces:
        """The pieces, once every part was seen."""
        bases = tuple(self._bases)
        return Pieces(begin.astype(np.uint32), ticks, file, self.origins, bases, self._base)


def _room(pieces: int, points: int) -> _Filled:
    padded = (points // STEPS + 2) * STEPS + 1
    return _Filled(
        boxes={name: np.zeros(padded, np.uint16) for name in ("x", "y", "w", "h")},
        elapsed=np.zeros(padded, np.int64),
        ticks=np.zeros(pieces, np.int64),
        file=np.zeros(pieces, np.uint32),
    )


def _fill(
    into: _Filled,
    segment: Segment,
    rows: Structured,
    chosen: Ints,
    places: Ints,
    files: _Files,
) -> None:
    """Copy the pieces `chosen` of one segment; `places`: where the points of each go."""
    wanted = rows[chosen]
    if (wanted["row"] >= len(segment.table)).any():
        raise Tampered("STO-016")
    table = segment.table[wanted["row"]]
    if any((table[name] != wanted[name]).any() for name in ("offset", "count", "kind", "mask")):
        raise Tampered("STO-016")
    numbers = np.array([files.number(part) for part in segment.parts], np.uint32)
    into.file[chosen] = numbers[table["part"]]
    into.ticks[chosen] = table["t0"] - files.starts[numbers][table["part"]]
    counts = table["count"].astype(np.int64)
    source = ranges(table["offset"].astype(np.int64), counts)
    target = ranges(places, counts)
    points = segment.points
    for name, column in into.boxes.items():
        column[target] = points[name][source]
    total = np.cumsum(points["dt"].astype(np.int64))[source]
    into.elapsed[target] = total - np.repeat(total[np.cumsum(counts) - counts], counts)


def _chains(rows: Structured, begin: Ints) -> Chains:
    new = np.ones(len(rows), np.bool_)
    same = (rows["recording"][1:] == rows["recording"][:-1]) & (
        rows["chain"][1:] == rows["chain"][:-1]
    )
    new[1:] = ~same
    first = np.flatnonzero(new)
    lengths = np.diff(np.append(first, len(rows)))
    overlaps = np.zeros(len(rows), np.bool_)
    overlaps[1:] = same & (rows["start"][1:] < rows["end"][:-1])
    some = len(first) > 0
    return Chains(
        recording=rows["recording"][first],
        number=rows["chain"][first],
        kind=whole_kinds(rows, lengths),
        begin=np.append(begin[:-1][first], begin[-1]).astype(np.uint32),
        start=np.minimum.reduceat(rows["start"], first) if some else np.zeros(0, np.int64),
        end=np.maximum.reduceat(rows["end"], first) if some else np.zeros(0, np.int64),
        back=np.logical_or.reduceat(overlaps, first) if some else np.zeros(0, np.bool_),
    )


def _bounds(boxes: dict[str, Small], begin: NDArray[np.uint32]) -> Bounds:
    x, y, h = boxes["x"], boxes["y"], boxes["h"]
    crown = y - np.minimum(y, (h >> 1) + (h & 1))
    heads = np.ones(len(x), np.bool_)
    heads[begin[0] : begin[-1]] = False
    heads[begin] = True
    steps = np.ones((len(x) // STEPS, STEPS + 1), np.bool_)
    steps[:, :STEPS] = heads[1:].reshape(-1, STEPS)
    bits = np.packbits(steps, axis=1, bitorder="little")
    return Bounds(
        left=_blocked(x).min(axis=1),
        right=_blocked(x).max(axis=1),
        top=_blocked(y).min(axis=1),
        crown=_blocked(crown).min(axis=1),
        bottom=_blocked(y).max(axis=1),
        heads=bits.view("<u2").reshape(-1).astype(np.uint16),
    )
