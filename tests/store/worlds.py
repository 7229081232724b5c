"""Made-up worlds for Hypothesis: tracks cut into pieces over files and segments, and questions."""

from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from hypothesis import strategies as st

from tests.store.samples import BASE, digest_of, footage, row_of, segment_of
from vsa_core.domain.footage import Recording
from vsa_core.domain.moment import Span
from vsa_core.domain.ports import SegmentRecord, SegmentShelf, Wanted
from vsa_core.domain.track import POINT, Part, Segment, Structured
from vsa_core.store.ledger import Ledger, ledger_of, rows_of
from vsa_core.store.shelf import Shelf
from vsa_core.store.stacks import Stacks

SECONDS = 60
"""Length of each file of the recording, two of them, back to back."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece of a track as drawn: which track, file, kind, score, first tick, its points."""

    chain: int
    file: int
    kind: int
    score: int
    first: int
    points: Structured

    def times(self) -> list[int]:
        """Corrected time of each point, one by one."""
        pts = self.first + np.cumsum(self.points["dt"].astype(np.int64))
        return [footage(self.file, seconds=SECONDS).corrected(int(at)) for at in pts]

    def cells(self) -> list[int]:
        """The occupancy bit of each foot point, one by one."""
        pairs = zip(self.points["x"].tolist(), self.points["y"].tolist(), strict=True)
        return [8 * (y * 8 // 65_536) + x * 8 // 65_536 for x, y in pairs]


@dataclass(slots=True)
class Memory:
    """A segment shelf in memory that counts what is opened."""

    segments: dict[str, Segment]
    opened: list[str] = field(default_factory=list)

    def read(self, name: str) -> Segment:
        self.opened.append(name)
        return self.segments[name]

    def write(self, segment: Segment, camera: str, run: str) -> SegmentRecord:
        raise NotImplementedError

    def path(self, name: str) -> Path:
        raise NotImplementedError


RECORDING = Recording("Porte nord", tuple(footage(n, seconds=SECONDS) for n in range(2)))


@st.composite
def _points(draw: st.DrawFn) -> Structured:
    steps = draw(st.lists(st.integers(0, 200_000), min_size=0, max_size=5))
    points = np.zeros(len(steps) + 1, POINT)
    points["dt"][1:] = steps
    for name in ("x", "y", "w", "h"):
        low, size = 0, len(points)
        points[name] = draw(st.lists(st.integers(low, 65_535), min_size=size, max_size=size))
    return points


@st.composite
def _piece(draw: st.DrawFn) -> Piece:
    return Piece(
        chain=draw(st.integers(0, 4)),
        file=draw(st.integers(0, 1)),
        kind=draw(st.sampled_from([0, 0, 1, 4, 6, 8, 9])),
        score=draw(st.integers(0, 255)),
        first=draw(st.integers(0, SECONDS * 90_000)),
        points=draw(_points()),
    )


pieces = st.lists(_piece(), max_size=10)


@st.composite
def wanted(draw: st.DrawFn) -> Wanted:
    """A question about part of the two minutes, part of the picture, some of the kinds."""
    start = footage(0, seconds=SECONDS).corrected(0)
    moment = st.none() | st.integers(start - 10**6, start + 130 * 10**6)
    return Wanted(
        kinds=draw(st.frozensets(st.sampled_from([0, 1, 4, 8, 9]), max_size=3)),
        start=draw(moment),
        end=draw(moment),
        cells=draw(st.just(2**64 - 1) | st.integers(0, 63).map(lambda bit: 1 << bit)),
    )


def world(drawn: list[Piece], per_segment: int = 3) -> tuple[Ledger, Memory]:
    """The pieces laid into segments of a few pieces each, and the ledger over them."""
    segments: dict[str, Segment] = {}
    rows = []
    for begin in range(0, len(drawn), per_segment):
        group = drawn[begin : begin + per_segment]
        number = len(segments)
        segments[f"{number:064x}"] = made = _segment(group)
        chains = np.array([piece.chain for piece in group], np.uint32)
        rows.append(rows_of(made, number, [RECORDING], chains))
    return ledger_of([RECORDING], list(segments), rows), Memory(segments)


def _segment(group: list[Piece]) -> Segment:
    files = sorted({piece.file for piece in group})
    parts = [Part(digest_of(file), BASE, Span(0, SECONDS * 90_000)) for file in files]
    tracks = [
        (row_of(n, files.index(p.file), p.first, p.kind, p.score, p.points), p.points)
        for n, p in enumerate(group)
    ]
    return segment_of(parts, tracks)


def shelf_over(segments: SegmentShelf, ledger: Ledger, camera: str = "Porte nord") -> Shelf:
    """A shelf over one camera's ledger."""
    return Shelf(Stacks(segments, lambda name: ledger), {camera: "ledger"})
