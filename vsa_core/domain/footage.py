"""A camera, a file, its digest, its streams: the evidence as admitted."""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from vsa_core.domain.moment import MICROSECONDS, ClockClaim, Span

JOIN_GAP = Fraction(2)
"""Consecutive files of one camera at most this many seconds apart make one recording."""


class FootageState(StrEnum):
    """The final state of an admitted file; each has a message a person understands."""

    READABLE = "readable"
    DAMAGED = "damaged"  # pictures, and gaps between them
    RECONSTRUCTED = "reconstructed"  # no timestamps in the file: times were rebuilt, and say so
    ENCRYPTED = "encrypted"
    NO_PICTURE = "no_picture"  # opens, and gives no picture
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Gap:
    """A stretch that could not be decoded or that the timestamps jump over; `code` names why."""

    span: Span
    code: str


@dataclass(frozen=True, slots=True)
class Stream:
    """The picture stream as probed and walked.

    width, height: the upright picture after `rotation` (0, 90, 180, 270
    degrees clockwise) in square pixels as stored; `span`: pts of the first
    picture to the end of the last; `rate`: the rate that the container claims
    (a claim, never used for time); `rebuilt`: the times are ours.
    """

    codec: str
    width: int
    height: int
    rotation: int
    time_base: Fraction
    span: Span
    packets: int
    pictures: int
    keys: int
    variable: bool
    rate: Fraction | None
    rebuilt: bool

    @property
    def seconds(self) -> Fraction:
        """Length on its own clock, in seconds."""
        return (self.span.end - self.span.start) * self.time_base


@dataclass(frozen=True, slots=True)
class Footage:
    """One admitted file. `digest` (SHA-256 of the bytes, hex) is its name everywhere."""

    digest: str
    name: str
    path: str
    size: int
    camera: str
    exhibit: str
    clock: ClockClaim | None
    state: FootageState
    reason: str
    stream: Stream | None
    gaps: tuple[Gap, ...]

    def corrected(self, pts: int) -> int:
        """Corrected time of a pts, in microseconds; from 1970 when no clock was claimed.

        Raises ValueError for footage without pictures.
        """
        if self.stream is None:
            raise ValueError("footage without pictures has no time axis")
        base = self.stream.time_base  # in whole numbers: ten times faster than as a fraction
        ticks = (pts - self.stream.span.start) * base.numerator
        elapsed = ticks * MICROSECONDS // base.denominator
        return elapsed + (self.clock.shown + self.clock.offset if self.clock else 0)


@dataclass(frozen=True, slots=True)
class Recording:
    """Consecutive footage of one camera, in time order, with gaps of at most JOIN_GAP."""

    camera: str
    files: tuple[Footage, ...]

    @property
    def name(self) -> str:
        """The recording's name: the digest of its first file."""
        return self.files[0].digest


@dataclass(frozen=True, slots=True)
class PacketIndex:
    """Every packet of the picture stream, in file order, as columns of one length.

    pts, dts, pos: int64 (the smallest int64 where the file gives none);
    size: int64 bytes; key: bool; duration: int64 ticks, 0 when unknown.
    """

    pts: NDArray[np.int64]
    dts: NDArray[np.int64]
    size: NDArray[np.int64]
    key: NDArray[np.bool_]
    pos: NDArray[np.int64]
    duration: NDArray[np.int64]


def recordings(files: tuple[Footage, ...]) -> tuple[Recording, ...]:
    """Join the readable files of each camera into recordings, in camera and time order.

    Files without a clock claim stand alone; files that overlap in time do too.
    """
    usable = [f for f in files if f.stream is not None]
    ordered = sorted(usable, key=lambda f: (f.camera, f.corrected(_span(f).start), f.digest))
    groups: list[list[Footage]] = []
    for footage in ordered:
        if groups and _follows(groups[-1][-1], footage):
            groups[-1].append(footage)
        else:
            groups.append([footage])
    return tuple(Recording(group[0].camera, tuple(group)) for group in groups)


def _span(footage: Footage) -> Span:
    assert footage.stream is not None
    return footage.stream.span


def _follows(first: Footage, second: Footage) -> bool:
    if first.camera != second.camera or first.clock is None or second.clock is None:
        return False
    assert first.stream is not None
    assert second.stream is not None
    if (first.stream.width, first.stream.height) != (second.stream.width, second.stream.height):
        return False
    pause = second.corrected(_span(second).start) - first.corrected(_span(first).end)
    slack = 500_000  # recorders stamp file names to the second: half of it may overlap
    return -slack <= pause <= JOIN_GAP * 1_000_000
