"""Whether a segment's table, points and parts agree with each other."""

import re
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from vsa_core.domain.objects import CLASSES, COLOURS
from vsa_core.domain.track import POINT, TRACK, Part, Segment

TRACKS = 2**20
POINTS = 2**24
PARTS = 1024
"""The most rows of each that one segment may hold."""

_FAR = 2**62
_DIGEST = re.compile(r"[0-9a-f]{64}")


def fault_of(segment: Segment) -> str:
    """The first thing wrong with `segment`, as a word or two; "" when it is sound."""
    return next((what for what, wrong in _faults(segment) if wrong), "")


def _faults(segment: Segment) -> Iterator[tuple[str, bool]]:
    table, points = segment.table, segment.points
    yield "shape", table.ndim != 1 or points.ndim != 1
    yield "columns", table.dtype != TRACK or points.dtype != POINT
    yield "size", len(table) > TRACKS or len(points) > POINTS or len(segment.parts) > PARTS
    yield "parts", not all(map(_sound, segment.parts))
    yield "part", bool((table["part"] >= len(segment.parts)).any())
    yield "kind", bool((table["kind"] >= len(CLASSES)).any())
    yield "colours", bool((table["colours"][:, ::2] >= len(COLOURS)).any())
    yield "counts", bool((table["count"] == 0).any())
    yield "offsets", not _contiguous(segment)
    yield "times", not _timed(segment)


def _sound(part: Part) -> bool:
    return (
        _DIGEST.fullmatch(part.footage) is not None
        and 0 < part.time_base.numerator < _FAR
        and part.time_base.denominator < _FAR
        and max(abs(part.span.start), abs(part.span.end)) < _FAR
    )


def _contiguous(segment: Segment) -> bool:
    counts = segment.table["count"].astype(np.int64)
    ends = np.cumsum(counts)
    total = int(ends[-1]) if len(ends) else 0
    return total == len(segment.points) and bool((segment.table["offset"] == ends - counts).all())


def _timed(segment: Segment) -> bool:
    table = segment.table
    if not len(table):
        return True
    first, last = table["t0"], table["t1"]
    if (np.abs(first) >= _FAR).any() or (np.abs(last) >= _FAR).any():
        return False
    steps = segment.points["dt"].astype(np.int64)
    elapsed: NDArray[np.int64] = np.add.reduceat(steps, table["offset"].astype(np.int64))
    starts_at_zero = not steps[table["offset"]].any()
    return starts_at_zero and bool((elapsed == last - first).all())
