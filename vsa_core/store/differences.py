"""Boxes kept as small differences from the point before: what makes a point cost five bytes."""

import numpy as np
from numpy.typing import NDArray

from vsa_core.domain.track import Structured

_BOX = ("x", "y", "w", "h")
_STEADY = ("x", "y")

Words = NDArray[np.uint16]


def differenced(points: Structured, offsets: NDArray[np.int64]) -> Structured:
    """The same rows, x, y, w, h replaced by folded differences within each track.

    The first point of a track keeps its values. w and h are kept as steps; x
    and y, since what moves goes on moving, as the change of their step, the
    first step whole. All are taken modulo 2**16. Their eighths, rounded down,
    are folded (0, -1, 1, -2, … to 0, 1, 2, 3, …) into the low 13 bits, what is
    left of eight lies in the high 3: coordinates are rounded to eights while
    indexing (`pipeline.packing.GRAIN`), so that most differences fill one byte
    and the other is nought. `offsets`: (n,) the first row of each track, in
    order, tiling the (m,) points.
    """
    rows = points.copy()
    for name in _BOX:
        steps = np.diff(points[name], prepend=np.uint16(0))
        if name in _STEADY:
            steps[offsets] = 0
            steps = np.diff(steps, prepend=np.uint16(0))
        rows[name] = _folded(steps)
        rows[name][offsets] = points[name][offsets]
    return rows


def summed(rows: Structured, offsets: NDArray[np.int64]) -> Structured:
    """The inverse of `differenced`."""
    points = rows.copy()
    lengths = np.diff(np.r_[offsets, len(rows)])
    for name in _BOX:
        kept: Words = np.ascontiguousarray(rows[name])
        steps = _unfolded(kept)
        steps[offsets] = 0
        if name in _STEADY:
            steps = _running(steps, offsets, lengths)
        points[name] = _running(steps, offsets, lengths) + np.repeat(kept[offsets], lengths)
    return points


def _running(steps: Words, offsets: NDArray[np.int64], lengths: NDArray[np.int64]) -> Words:
    """The sum of each track's steps so far; its first step is 0."""
    total = np.cumsum(steps, dtype=np.uint16)
    running: Words = total - np.repeat(total[offsets], lengths)
    return running


def _folded(steps: Words) -> Words:
    signed = steps.view(np.int16)
    eighths = signed >> 3
    folded: Words = ((eighths << 1) ^ (eighths >> 15)).view(np.uint16)
    return folded | (steps << np.uint16(13))


def _unfolded(kept: Words) -> Words:
    folded = kept & np.uint16(0x1FFF)
    eighths = (folded >> np.uint16(1)) ^ -(folded & np.uint16(1))
    steps: Words = (eighths << np.uint16(3)) | (kept >> np.uint16(13))
    return steps
