"""What indexing works with, and what it tells when it is over."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field

from vsa_core.domain.footage import Footage
from vsa_core.domain.moment import Span
from vsa_core.domain.ports import SegmentShelf
from vsa_core.pipeline.crew import Crew
from vsa_core.store.catalog import Catalog
from vsa_core.store.packets import Packets


class Stopped(Exception):
    """The errand was asked to stop in the middle of something; what was finished is kept."""


@dataclass(frozen=True, slots=True)
class Means:
    """What indexing works with: who looks, how a file is checked, and where it is kept.

    `allowed` gives the part of a footage that the basis lets be looked at, on
    its pts axis, or None. `check` reads the whole file against its digest and
    calls what it is given every few milliseconds; `same` says at once that
    nobody touched the file since. `workers`: how many slices the crew looks at
    side by side. `alone` keeps other threads from the case's files while a
    slice is put down.
    """

    allowed: Callable[[Footage], Span | None]
    check: Callable[[Footage, Callable[[], None]], None]
    same: Callable[[Footage], None]
    crew: Crew
    workers: int
    catalog: Catalog
    segments: SegmentShelf
    packets: Packets
    alone: AbstractContextManager[object]


@dataclass(slots=True)
class Report:
    """What a run of indexing did: files, slices, tracks, points, frames looked at, failures.

    firsts: slices of which key pictures were looked at before anything else;
    quarantined: slices on which workers died.
    """

    run: str = ""
    files: int = 0
    slices: int = 0
    tracks: int = 0
    points: int = 0
    frames: int = 0
    firsts: int = 0
    quarantined: int = 0
    failures: list[tuple[str, str]] = field(default_factory=list)
    cancelled: bool = False
