"""Sightings and tracks as columns: one array per property, never an object per box."""

from dataclasses import dataclass
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from vsa_core.domain.moment import Span

TRACK = np.dtype(
    [
        ("number", "<u4"),  # the track's number within its slice
        ("part", "<u2"),  # which footage of the segment it lies in
        ("t0", "<i8"),  # pts of the first point
        ("t1", "<i8"),  # pts of the last point
        ("kind", "u1"),  # class number (domain.objects.CLASSES)
        ("score", "u1"),  # mean detector score, 0 to 255
        ("colours", "u1", (8,)),  # upper: name, share, name, share; lower: the same; share 0 to 255
        ("extent", "<u2", (4,)),  # left, top, right, bottom over the whole track, frame units
        ("speed", "<u2"),  # median speed, frame units per second, capped
        ("direction", "u1"),  # first to last foot point, 256 a turn, 0 rightwards, clockwise
        ("ends", "u1"),  # bit 0: starts at its slice's start; bit 1: ends at its slice's end
        ("mask", "<u8"),  # 8 x 8 occupancy of the foot points, bit = 8 * row + column
        ("offset", "<u4"),  # first row in the points
        ("count", "<u4"),  # rows in the points
    ]
)

POINT = np.dtype(
    [
        ("dt", "<u4"),  # ticks since the previous point of the track; 0 for the first
        ("x", "<u2"),  # horizontal centre of the box, frame units
        ("y", "<u2"),  # bottom of the box (the foot), frame units
        ("w", "<u2"),  # width, frame units
        ("h", "<u2"),  # height, frame units
    ]
)

LEDGER = np.dtype(
    [
        ("recording", "<u4"),  # which recording of the ledger's list
        ("chain", "<u4"),  # the track's number in its recording; equal numbers are one track
        ("segment", "<u4"),  # which segment of the ledger's list
        ("row", "<u4"),  # which row of that segment's table
        ("start", "<i8"),  # corrected time of the first point, microseconds
        ("end", "<i8"),  # corrected time of the last point, microseconds
        ("kind", "u1"),
        ("mask", "<u8"),
        ("offset", "<u4"),
        ("count", "<u4"),
    ]
)
"""One row per track piece of a camera: what a question looks at before it opens a segment."""

STARTS_AT_CUT = 1
ENDS_AT_CUT = 2

Structured = NDArray[np.void]


@dataclass(frozen=True, slots=True)
class Sightings:
    """What was found in one frame, as columns of n rows.

    boxes: (n, 4) float32, left, top, right, bottom in pixels of the upright
    picture; scores: (n,) float32 from 0 to 1; kinds: (n,) uint8 class numbers.
    """

    boxes: NDArray[np.float32]
    scores: NDArray[np.float32]
    kinds: NDArray[np.uint8]

    def __post_init__(self) -> None:
        n = len(self.scores)
        if self.boxes.shape != (n, 4) or self.kinds.shape != (n,):
            raise ValueError("the columns of sightings have different lengths")

    def __len__(self) -> int:
        return len(self.scores)

    def only(self, chosen: NDArray[np.bool_] | NDArray[np.intp]) -> "Sightings":
        """The rows chosen by a boolean mask or by indices."""
        return Sightings(self.boxes[chosen], self.scores[chosen], self.kinds[chosen])


def no_sightings() -> Sightings:
    """Sightings of an empty frame."""
    return Sightings(np.zeros((0, 4), np.float32), np.zeros(0, np.float32), np.zeros(0, np.uint8))


@dataclass(frozen=True, slots=True)
class Part:
    """One footage's share of a segment: its digest, its time base, and the span it was cut to."""

    footage: str
    time_base: Fraction
    span: Span


@dataclass(frozen=True, slots=True)
class Segment:
    """A sealed, immutable block of tracks: parts, table (TRACK rows) and points (POINT rows)."""

    parts: tuple[Part, ...]
    table: Structured
    points: Structured


@dataclass(frozen=True, slots=True)
class Tracks:
    """Whole tracks of one recording on its corrected time axis, ready for the event kinds.

    Track i owns points `starts[i]` to `starts[i + 1]`. Shapes: starts (n + 1,);
    number, kind, score (n,); colours (n, 8); t, pts, part, x, y, w, h (m,).
    t is microseconds (non-decreasing within a track); pts are ticks of
    `parts[part].time_base`; x, y (foot), w, h are frame units as float64;
    picture: width and height of the upright picture in pixels.
    """

    parts: tuple[Part, ...]
    number: NDArray[np.uint32]
    kind: NDArray[np.uint8]
    score: NDArray[np.uint8]
    colours: NDArray[np.uint8]
    starts: NDArray[np.int64]
    t: NDArray[np.int64]
    pts: NDArray[np.int64]
    part: NDArray[np.uint16]
    x: NDArray[np.float64]
    y: NDArray[np.float64]
    w: NDArray[np.float64]
    h: NDArray[np.float64]
    picture: tuple[int, int] = (1, 1)

    def __len__(self) -> int:
        return len(self.number)

    def points_of(self, row: int) -> slice:
        """The point rows of track `row`."""
        return slice(int(self.starts[row]), int(self.starts[row + 1]))
