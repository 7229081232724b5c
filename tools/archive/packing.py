"""Walks become segments, as indexing and merging leave them: files of an hour, pieces at cuts."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from tools.archive.walks import HOUR, RATE, Ints, Walks
from vsa_core.domain.footage import Footage, FootageState, Stream
from vsa_core.domain.geometry import UNITS
from vsa_core.domain.moment import MICROSECONDS, ClockClaim, Span
from vsa_core.domain.track import (
    ENDS_AT_CUT,
    POINT,
    STARTS_AT_CUT,
    TRACK,
    Part,
    Segment,
    Structured,
)

BASE = Fraction(1, 90_000)
TICKS = int(1 / BASE) // RATE
"""Ticks between two looks."""

SPAN = Span(0, HOUR * TICKS)
MONDAY = 1_709_506_800 * MICROSECONDS
"""4 March 2024, midnight in Paris."""


def name_of(camera: int) -> str:
    """What a camera is called."""
    return f"cam-{camera:03}"


def file_of(seed: int, camera: int, hour: int) -> Footage:
    """The file of one hour of a camera, which nobody will ever find."""
    name = f"{name_of(camera)}_{hour // 24 + 4:02}_{hour % 24:02}h.mp4"
    shown = MONDAY + hour * 3600 * MICROSECONDS
    return Footage(
        digest=hashlib.sha256(f"{seed} {name}".encode()).hexdigest(),
        name=name,
        path=f"/scelles/{name_of(camera)}/{name}",
        size=900_000_000 + hour,
        camera=name_of(camera),
        exhibit=f"S{camera}",
        clock=ClockClaim(shown, camera % 7 * 1000, 500_000, "alice"),
        state=FootageState.READABLE,
        reason="",
        stream=Stream(
            *("h264", 1920, 1080, 0, BASE, SPAN, 90_000, 90_000, 1800, False, Fraction(25), False)
        ),
        gaps=(),
    )


@dataclass(frozen=True, slots=True)
class Sealed:
    """A segment, and the hours whose files it holds the tracks of."""

    segment: Segment
    hours: tuple[int, ...]


def segments(found: Walks, files: tuple[Footage, ...], enough: int) -> Iterator[Sealed]:
    """The walks hour by hour, as many hours a segment as make `enough` points."""
    table, points, hour = _tables(found)
    points_in = np.bincount(hour, table["count"], len(files))
    first = 0
    while first < len(files):
        last = first + 1
        while last < len(files) and points_in[first:last].sum() < enough:
            last += 1
        if points_in[last:].sum() < enough:
            last = len(files)
        chosen = np.flatnonzero((hour >= first) & (hour < last))
        if len(chosen):
            yield _sealed(table[chosen], hour[chosen], points, files)
        first = last


def _sealed(
    table: Structured, hour: Ints, points: Structured, files: tuple[Footage, ...]
) -> Sealed:
    """One segment of these rows, which are in order of hour."""
    hours = tuple(int(one) for one in np.unique(hour))
    rows = table.copy()
    rows["part"] = np.searchsorted(hours, hour)
    low = int(rows["offset"][0])
    rows["offset"] -= low
    high = low + int(rows["count"].sum())
    parts = tuple(Part(files[one].digest, BASE, SPAN) for one in hours)
    return Sealed(Segment(parts, rows, points[low:high]), hours)


def _tables(found: Walks) -> tuple[Structured, Structured, Ints]:
    """TRACK rows, one for each stretch of a walk in one file, in order of file; points; hours."""
    track = np.repeat(np.arange(len(found.count)), found.count)
    hour = found.look // HOUR
    order = np.lexsort((found.look, track, hour))
    track, hour, look = track[order], hour[order], found.look[order]
    new = np.append(True, (track[1:] != track[:-1]) | (hour[1:] != hour[:-1]))
    first = np.flatnonzero(new)
    count = np.diff(np.append(first, len(track)))
    points = _points(found, order, look, first)
    table = np.zeros(len(first), TRACK)
    for name in ("kind", "score", "colours"):
        table[name] = getattr(found, name)[track[first]]
    begins = np.append(True, hour[first][1:] != hour[first][:-1])
    numbers = np.arange(len(first))
    table["number"] = numbers - np.maximum.accumulate(np.where(begins, numbers, 0)) + 1
    table["offset"], table["count"] = first, count
    table["t0"] = look[first] % HOUR * TICKS
    table["t1"] = look[first + count - 1] % HOUR * TICKS
    table["ends"] = np.where(table["t0"] <= RATE * TICKS, STARTS_AT_CUT, 0) | np.where(
        SPAN.end - table["t1"] <= RATE * TICKS, ENDS_AT_CUT, 0
    )
    _describe(table, points, first, count)
    return table, points, hour[first]


def _points(found: Walks, order: Ints, look: Ints, first: Ints) -> Structured:
    points = np.zeros(len(order), POINT)
    points["dt"][1:] = np.diff(look) * TICKS
    points["dt"][first] = 0
    for name in ("x", "y", "w", "h"):
        points[name] = getattr(found, name)[order]
    return points


def _describe(table: Structured, points: Structured, first: Ints, count: Ints) -> None:
    x, y = points["x"].astype(np.int64), points["y"].astype(np.int64)
    half, tall = (points["w"].astype(np.int64) + 1) // 2, points["h"].astype(np.int64)
    edges = (
        np.minimum.reduceat(x - half, first),
        np.minimum.reduceat(y - tall, first),
        np.maximum.reduceat(x + half, first),
        np.maximum.reduceat(y, first),
    )
    table["extent"] = np.clip(np.column_stack(edges), 0, UNITS)
    cells = (y * 8 // (UNITS + 1)) * 8 + x * 8 // (UNITS + 1)
    table["mask"] = np.bitwise_or.reduceat(np.uint64(1) << cells.astype(np.uint64), first)
    last = first + count - 1
    turn = np.arctan2(y[last] - y[first], x[last] - x[first]) / (2 * np.pi)
    table["direction"] = np.rint(turn * 256).astype(np.int64) % 256
    table["speed"] = np.minimum(_medians(x, y, first, count) * RATE, UNITS)


def _medians(x: Ints, y: Ints, first: Ints, count: Ints) -> NDArray[np.float64]:
    """Median step of each piece, frame units; 0 for a single point."""
    track = np.repeat(np.arange(len(first)), count)
    steps = np.hypot(np.diff(x, append=x[-1]), np.diff(y, append=y[-1]))
    steps[first + count - 1] = np.inf
    ordered = steps[np.lexsort((steps, track))]
    middle: NDArray[np.float64] = ordered[first + np.maximum(count - 2, 0) // 2]
    return np.where(count > 1, middle, 0.0)
