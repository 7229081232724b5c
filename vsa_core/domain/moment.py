"""Exact time: an integer over a fraction; wall time as a claim with an author."""

from dataclasses import dataclass
from fractions import Fraction
from functools import total_ordering

MICROSECONDS = 1_000_000
"""Ticks of the corrected time axis in one second (microseconds since 1970, UTC)."""


@total_ordering
@dataclass(frozen=True, slots=True, eq=False)
class Moment:
    """A presentation time: `pts` ticks of `time_base` seconds (ISO/IEC 13818-1 sense)."""

    pts: int
    time_base: Fraction

    @property
    def seconds(self) -> Fraction:
        """The exact value in seconds."""
        return self.pts * self.time_base

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Moment) and self.seconds == other.seconds

    def __lt__(self, other: "Moment") -> bool:
        return self.seconds < other.seconds

    def __hash__(self) -> int:
        return hash(self.seconds)


@dataclass(frozen=True, slots=True)
class Span:
    """Half-open interval [start, end) on the pts axis of one footage, in its ticks."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if self.end < self.start:
            raise ValueError(f"a span ends before it starts: {self.start}..{self.end}")

    def overlaps(self, other: "Span") -> bool:
        """Whether the two spans share at least one tick."""
        return self.start < other.end and other.start < self.end

    def clipped(self, other: "Span") -> "Span | None":
        """The part of this span inside `other`, or None."""
        start, end = max(self.start, other.start), min(self.end, other.end)
        return Span(start, end) if start < end else None


@dataclass(frozen=True, slots=True)
class Window:
    """Half-open interval [start, end) of corrected time, in microseconds since 1970 UTC."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if self.end <= self.start:
            raise ValueError(f"a window ends before it starts: {self.start}..{self.end}")

    def overlaps(self, start: int, end: int) -> bool:
        """Whether [start, end) shares at least one microsecond with the window."""
        return self.start < end and start < self.end


@dataclass(frozen=True, slots=True)
class ClockClaim:
    """What a person states about the recorder's clock for one footage.

    Wall time is never measured, only claimed: `shown` is the time that the
    recorder gave to the first picture (microseconds since 1970 UTC), `offset`
    what must be added to get the true time, `uncertainty` the half-width
    within which the author holds the corrected time to be right.
    """

    shown: int
    offset: int
    uncertainty: int
    author: str

    def __post_init__(self) -> None:
        if self.uncertainty < 0:
            raise ValueError("an uncertainty is never negative")

    def corrected(self, elapsed: Fraction) -> int:
        """Corrected time `elapsed` seconds after the first picture, in microseconds, floored."""
        return self.shown + self.offset + (elapsed * MICROSECONDS).__floor__()

    def as_shown(self, elapsed: Fraction) -> int:
        """The time the recorder showed, in microseconds since 1970 UTC, floored."""
        return self.shown + (elapsed * MICROSECONDS).__floor__()
