"""Trails in pixels become the columns of a segment, in frame units and small integers."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from vsa_core.domain.geometry import UNITS
from vsa_core.domain.ports import Trail
from vsa_core.domain.track import (
    ENDS_AT_CUT,
    POINT,
    STARTS_AT_CUT,
    TRACK,
    Part,
    Segment,
    Structured,
)

CUT_REACH = Fraction(1)
"""A track whose end lies within this many seconds of its slice's end may go on in the next."""


GRAIN = 8
"""Frame units to which coordinates are rounded: under a quarter of a pixel at 1920 across."""


def pack(
    trails: Sequence[Trail],
    part: Part,
    size: tuple[int, int],
    colours: Mapping[int, NDArray[np.uint8]],
) -> Segment:
    """A segment of one part holding `trails`, whose boxes are pixels of a picture of `size`."""
    table = np.zeros(len(trails), TRACK)
    blocks: list[Structured] = []
    offset = 0
    for row, trail in zip(table, trails, strict=True):
        points = _points(trail, size)
        blocks.append(points)
        _describe(row, trail, points, part)
        row["colours"] = colours.get(trail.number, np.zeros(8, np.uint8))
        row["offset"] = offset
        offset += len(points)
    return Segment((part,), table, np.concatenate([np.zeros(0, POINT), *blocks]))


def _points(trail: Trail, size: tuple[int, int]) -> Structured:
    width, height = size
    scale = np.array([UNITS / width, UNITS / height] * 2)
    edges = np.clip(trail.boxes.astype(np.float64) * scale, 0, UNITS)
    points = np.zeros(len(trail.at), POINT)
    points["dt"][1:] = np.diff(trail.at)
    points["x"] = _grained((edges[:, 0] + edges[:, 2]) / 2)
    points["y"] = _grained(edges[:, 3])
    points["w"] = _grained(edges[:, 2] - edges[:, 0])
    points["h"] = _grained(edges[:, 3] - edges[:, 1])
    return points


def _grained(values: NDArray[np.float64]) -> NDArray[np.uint16]:
    """Rounded to GRAIN: finer steps would be noise of the detector, and would not compress."""
    grained: NDArray[np.float64] = np.minimum(np.rint(values / GRAIN) * GRAIN, UNITS)
    return grained.astype(np.uint16)


def _describe(row: np.void, trail: Trail, points: Structured, part: Part) -> None:
    row["number"] = trail.number
    row["t0"], row["t1"] = trail.at[0], trail.at[-1]
    row["kind"] = trail.kind
    row["score"] = round(float(np.clip(trail.scores, 0, 1).mean()) * 255)
    row["count"] = len(points)
    row["extent"] = _extent(points)
    row["mask"] = occupancy(points["x"], points["y"])
    row["speed"], row["direction"] = _motion(points, part.time_base)
    row["ends"] = _ends(trail, part)


def _extent(points: Structured) -> tuple[int, int, int, int]:
    x, y = points["x"].astype(np.int64), points["y"].astype(np.int64)
    half = (points["w"].astype(np.int64) + 1) // 2
    edges = (x - half).min(), (y - points["h"]).min(), (x + half).max(), y.max()
    left, top, right, bottom = (int(np.clip(edge, 0, UNITS)) for edge in edges)
    return left, top, right, bottom


def occupancy(x: NDArray[np.uint16], y: NDArray[np.uint16]) -> int:
    """8 x 8 mask of the cells that hold a foot point; bit = 8 * row + column."""
    cells = (y.astype(np.int64) * 8 // (UNITS + 1)) * 8 + x.astype(np.int64) * 8 // (UNITS + 1)
    mask = 0
    for cell in np.unique(cells):
        mask |= 1 << int(cell)
    return mask


def _motion(points: Structured, time_base: Fraction) -> tuple[int, int]:
    x, y = points["x"].astype(np.float64), points["y"].astype(np.float64)
    turn = np.arctan2(y[-1] - y[0], x[-1] - x[0]) / (2 * np.pi)
    direction = round(float(turn) * 256) % 256
    seconds = points["dt"][1:].astype(np.float64) * float(time_base)
    if not len(seconds):
        return 0, direction
    steps = np.hypot(np.diff(x), np.diff(y)) / np.maximum(seconds, 1e-6)
    return round(min(float(np.median(steps)), UNITS)), direction


def _ends(trail: Trail, part: Part) -> int:
    reach = (CUT_REACH / part.time_base).__ceil__()
    flags = 0
    if trail.at[0] - part.span.start <= reach:
        flags |= STARTS_AT_CUT
    if part.span.end - trail.at[-1] <= reach:
        flags |= ENDS_AT_CUT
    return flags
