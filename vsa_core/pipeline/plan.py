"""What one call of indexing has to do of one file, and each slice of it on its way."""

from dataclasses import dataclass

from vsa_core.domain.coverage import Level
from vsa_core.domain.footage import Footage, PacketIndex, Stream
from vsa_core.domain.moment import Span
from vsa_core.pipeline.slices import slices

MILLISECONDS = 1000


@dataclass(slots=True, eq=False)
class Plan:
    """One file in one call.

    allowed: what the basis lets be looked at, on the pts axis; due, done:
    milliseconds of footage to look at, and finished; unseen, peeked: of those
    whose key pictures are to be looked at first; left: slices not finished
    yet, None before the file's turn has come. verified: its bytes were found
    to be those admitted, in this call; given_up: it could not be read.
    """

    footage: Footage
    stream: Stream
    allowed: Span
    due: int = 0
    done: int = 0
    unseen: int = 0
    peeked: int = 0
    left: int | None = None
    verified: bool = False
    given_up: bool = False

    def cut(self, packets: PacketIndex) -> list[Span]:
        """The slices of what is allowed."""
        inside = (span.clipped(self.allowed) for span in slices(self.stream, packets))
        return [span for span in inside if span is not None]

    def length(self, span: Span) -> int:
        """Milliseconds of a span, rounded down."""
        return ((span.end - span.start) * self.stream.time_base * MILLISECONDS).__floor__()

    @property
    def under_way(self) -> bool:
        """Whether it was begun in this call, and is neither finished nor given up."""
        return self.verified and not self.given_up and self.left != 0


@dataclass(slots=True, eq=False)
class Task:
    """One slice to be looked at.

    first: in the first pass, of key pictures alone; deaths: of workers that
    looked at it in this call.
    """

    number: int
    plan: Plan
    span: Span
    level: Level
    run: str
    first: bool
    deaths: int = 0
