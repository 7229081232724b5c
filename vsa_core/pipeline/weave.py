"""After the slices: small segments merged, pieces of tracks joined, one ledger a camera."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from vsa_core.domain.footage import Footage, Recording, recordings
from vsa_core.domain.moment import Span
from vsa_core.domain.ports import SegmentShelf
from vsa_core.domain.track import Segment, Structured
from vsa_core.pipeline.join import Slice, link
from vsa_core.store.assembly import ranges
from vsa_core.store.axis import corrected
from vsa_core.store.catalog import Catalog
from vsa_core.store.compaction import compact
from vsa_core.store.ledger import Ledger, ledger_of, rows_of, write_ledger
from vsa_core.store.run_rows import Slice as Done

Chains = NDArray[np.uint32]

NOWHERE = np.uint32(2**32 - 1)
"""Chain number of rows that a later run superseded: they are in no ledger."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """The rows of one live slice: where they lie, and when."""

    segment: str
    rows: NDArray[np.int64]
    view: Slice


def weave(folder: Path, catalog: Catalog, segments: SegmentShelf, key: bytes) -> Mapping[str, str]:
    """Merge small segments, join tracks, put new ledgers in force where files or slices changed.

    A camera's ledger follows from its live slices alone: woven twice, or
    after a kill, it is the same. Cameras of which nothing changed are not
    opened. `key` is the case's segment key; the names of the new ledgers are
    returned by camera.
    """
    names: dict[str, str] = {}
    for camera in catalog.outdated():
        compact(folder, catalog, segments, key, camera)
        names[camera] = write_ledger(folder, _woven(catalog, segments, camera), key)
        catalog.set_ledgers({camera: names[camera]})
    if names:
        catalog.sweep()
    return names


def _woven(catalog: Catalog, segments: SegmentShelf, camera: str) -> Ledger:
    found = recordings(catalog.footage.of_camera(camera))
    slices = catalog.runs.of_camera(camera)
    opened = {r.name: segments.read(r.name) for r in catalog.runs.segments(camera)}
    chains = {name: np.full(len(s.table), NOWHERE) for name, s in opened.items()}
    for recording in found:
        pieces = list(_pieces(recording, slices, opened))
        for piece, numbers in zip(pieces, link([p.view for p in pieces]), strict=True):
            chains[piece.segment][piece.rows] = numbers
    return ledger_of(found, tuple(opened), _rows(opened, found, chains))


def _rows(
    opened: Mapping[str, Segment], found: Sequence[Recording], chains: Mapping[str, Chains]
) -> Iterator[Structured]:
    for number, (name, segment) in enumerate(opened.items()):
        rows = rows_of(segment, number, found, chains[name])
        yield rows[rows["chain"] != NOWHERE]


def _pieces(
    recording: Recording,
    slices: Mapping[str, Sequence[Done]],
    opened: Mapping[str, Segment],
) -> Iterator[_Piece]:
    for footage in recording.files:
        for done in slices.get(footage.digest, ()):
            if done.segment is not None:
                yield _piece(footage, done.span, done.segment, opened[done.segment])


def _piece(footage: Footage, span: Span, name: str, segment: Segment) -> _Piece:
    parts = [
        number
        for number, part in enumerate(segment.parts)
        if (part.footage, part.span) == (footage.digest, span)
    ]
    rows = np.flatnonzero(np.isin(segment.table["part"], parts)).astype(np.int64)
    table = segment.table[rows]
    points = _points(segment, table)
    starts = np.cumsum(table["count"], dtype=np.int64) - table["count"]
    first = np.zeros(len(points), np.int64)
    first[starts] = table["t0"]
    steps = points["dt"].astype(np.int64)
    pts = _running(steps, first, starts, table)
    ends = np.array([span.start, span.end], np.int64)
    start, end = corrected(footage, ends).tolist()
    t = corrected(footage, pts)
    x, y, w, h = (points[column].astype(np.float64) for column in ("x", "y", "w", "h"))
    return _Piece(name, rows, Slice(table, t, x, y, w, h, start, end))


def _points(segment: Segment, table: Structured) -> Structured:
    """The points of the rows of `table`, one row after another."""
    counts = table["count"].astype(np.int64)
    points: Structured = segment.points[ranges(table["offset"].astype(np.int64), counts)]
    return points


def _running(
    steps: NDArray[np.int64],
    first: NDArray[np.int64],
    starts: NDArray[np.int64],
    table: Structured,
) -> NDArray[np.int64]:
    """pts of each point: the running sum of its track's steps after the track's first pts."""
    total = np.cumsum(steps)
    before = np.repeat(total[starts], table["count"])
    origin = np.repeat(first[starts], table["count"])
    pts: NDArray[np.int64] = total - before + origin
    return pts
