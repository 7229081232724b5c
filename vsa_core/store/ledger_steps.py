"""Ledger rows kept as small steps from the row before: what makes a row cost a few bytes."""

import numpy as np
from numpy.typing import NDArray

from vsa_core.domain.track import Structured

_PLAIN = ("recording", "chain", "segment", "row")


def stepped(rows: Structured) -> Structured:
    """The same rows, columns that hardly change replaced by differences.

    recording, chain, segment and row are steps modulo 2**32; start is a
    zigzag step, end the time since start, offset what lies between the row
    before and this one. Shape: (n,) LEDGER.
    """
    steps = rows.copy()
    for name in _PLAIN:
        steps[name] = np.diff(rows[name], prepend=np.uint32(0))
    moved = np.diff(rows["start"], prepend=np.int64(0))
    steps["start"] = (moved << 1) ^ (moved >> 63)
    steps["end"] = rows["end"] - rows["start"]
    steps["offset"] = rows["offset"] - _after(rows["offset"], rows["count"])
    return steps


def restored(steps: Structured) -> Structured:
    """The inverse of `stepped`."""
    rows = steps.copy()
    for name in _PLAIN:
        rows[name] = np.cumsum(steps[name], dtype=np.uint32)
    folded = np.ascontiguousarray(steps["start"])
    unsigned = folded.view(np.uint64)
    moved = (unsigned >> np.uint64(1)).view(np.int64) ^ -(folded & 1)
    rows["start"] = np.cumsum(moved)
    rows["end"] = rows["start"] + steps["end"]
    counted = np.cumsum(steps["count"], dtype=np.uint32) - steps["count"]
    rows["offset"] = np.cumsum(steps["offset"], dtype=np.uint32) + counted
    return rows


def _after(offset: NDArray[np.uint32], count: NDArray[np.uint32]) -> NDArray[np.uint32]:
    """Where the points of the row before end; 0 before the first row."""
    ends: NDArray[np.uint32] = offset + count
    return np.concatenate([np.zeros(1, np.uint32), ends[:-1]])[: len(offset)]
