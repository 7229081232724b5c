"""The plugs in the wall: what the rooms need from each other, as protocols."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import BinaryIO, Protocol

import numpy as np
from numpy.typing import NDArray

from vsa_core.domain.footage import Footage, Gap, PacketIndex, Recording
from vsa_core.domain.moment import Moment, Span
from vsa_core.domain.track import Segment, Sightings, Tracks

Picture = NDArray[np.uint8]
"""(height, width, 3) BGR, upright; or (height, width) luma where said so."""


class Frame(Protocol):
    """One decoded picture at an exact moment; conversions are made on demand."""

    @property
    def at(self) -> Moment:
        """Its presentation time."""

    @property
    def key(self) -> bool:
        """Whether it came from a key packet."""

    def bgr(self, width: int = 0, height: int = 0) -> Picture:
        """(height, width, 3) BGR, upright, scaled straight to that size; 0, 0 keeps its own."""

    def luma(self, width: int) -> Picture:
        """(h, width) luma plane, upright, scaled to `width` keeping the aspect."""


@dataclass(frozen=True, slots=True)
class Walked:
    """What walking a file's packets told, before any judgement.

    width, height: as stored, before rotation; rotation: degrees clockwise
    (0, 90, 180, 270); `timed`: whether the file carries timestamps at all;
    `trial`: pictures that a short trial decode gave; `faults`: codes of what
    went wrong on the way (SRC-…), in order.
    """

    container: str
    codec: str
    width: int
    height: int
    rotation: int
    time_base: Fraction
    rate: Fraction | None
    timed: bool
    encrypted: bool
    trial: int
    faults: tuple[str, ...]
    packets: PacketIndex


class Walker(Protocol):
    """Walks every packet of an open regular file; Unreadable or Refused when it cannot."""

    def __call__(self, file: BinaryIO, name: str) -> Walked: ...


class FrameSource(Protocol):
    """One footage opened for reading; the bytes it reads are the bytes that were hashed."""

    def frames(self, span: Span | None = None, keys_only: bool = False) -> Iterator[Frame | Gap]:
        """Frames with start <= pts < end in display order, and the gaps met on the way."""

    def at(self, pts: int) -> Frame:
        """The picture on show at `pts`: the last one whose pts is <= `pts` (the first if none).

        Raises Unreadable (SRC-022) when it cannot be decoded.
        """

    def close(self) -> None:
        """Release the file."""


class FrameOpener(Protocol):
    """Opens admitted footage for reading; Tampered when the file is no longer what was admitted."""

    def __call__(self, footage: Footage, packets: PacketIndex) -> FrameSource: ...


@dataclass(frozen=True, slots=True)
class Near:
    """A picture that could be had at once, and whether it is the very one asked for."""

    frame: Frame
    exact: bool


class SeekSource(FrameSource, Protocol):
    """A source that a person looks through: it keeps pictures, and prepares others."""

    def near(self, pts: int, within: int | None = None) -> Near | None:
        """The picture of `at`, or one of its group that can be had sooner; None without any.

        within: one that is not exact must be nearer than so many ticks.
        """

    def holds(self, pts: int) -> bool:
        """Whether `at` would tell at once."""

    def approach(self, pts: int, aside: bool = False) -> Iterator[None]:
        """Decode, a picture at each turn, until `at` would tell at once.

        aside: the place that `at` goes on from stays where it is.
        """

    def fit(self, width: int, height: int, luma: int) -> None:
        """Keep pictures in that size from now on, upright, and lumas so wide: others are not had.

        0, 0: as they were decoded, and their luma in any width.
        """


class SeekOpener(Protocol):
    """As FrameOpener, for a person to look through."""

    def __call__(self, footage: Footage, packets: PacketIndex) -> SeekSource: ...


class Detector(Protocol):
    """Finds objects in a frame; never events, never faces."""

    @property
    def name(self) -> str:
        """Maker and model, for people: "openvino yolo11n"."""

    @property
    def digest(self) -> str:
        """SHA-256 of the weights; of the code's version for a maker without weights."""

    def detect(self, frame: Frame, size: tuple[int, int]) -> Sightings:
        """Objects in `frame`, boxes in pixels of the upright picture of `size` (width, height)."""


class Motion(Protocol):
    """Finds what moves, named or not, against a background learnt from the whole slice."""

    def prepare(self, pictures: Sequence[Picture]) -> None:
        """Learn the background from luma pictures spread over the slice, past and future."""

    def regions(self, luma: Picture) -> NDArray[np.float32]:
        """(n, 4) boxes of moving regions: left, top, right, bottom, from 0 to 1 of the picture."""

    def moved(self, luma: Picture) -> bool:
        """Cheap gate: whether anything changed since the last call."""


class Embedder(Protocol):
    """Appearance of boxes, kept in memory for one recording only."""

    def embed(self, picture: Picture, boxes: NDArray[np.float32]) -> NDArray[np.float32]:
        """(n, d) unit vectors for n boxes in pixels of `picture`."""


@dataclass(frozen=True, slots=True)
class Trail:
    """One finished track of a slice: columns of m points.

    at: (m,) int64 pts; boxes: (m, 4) float32 pixels of the upright picture;
    scores (m,) float32; kind: the voted class number.
    """

    number: int
    kind: int
    at: NDArray[np.int64]
    boxes: NDArray[np.float32]
    scores: NDArray[np.float32]


class Tracker(Protocol):
    """Sightings to trails; one instance per slice, deterministic, appearance dies with it."""

    @property
    def name(self) -> str:
        """Name and version, for the pedigree."""

    def update(
        self, pts: int, sightings: Sightings, features: NDArray[np.float32] | None
    ) -> NDArray[np.int64]:
        """Take the sightings of one frame; (n,) track number of each, -1 while undecided."""

    def finish(self) -> list[Trail]:
        """All trails of the slice, tentative beginnings included, in order of number."""


class TrackerMaker(Protocol):
    """Makes a tracker for one slice."""

    def __call__(self, time_base: Fraction, size: tuple[int, int]) -> Tracker: ...


class Clock(Protocol):
    """Where the program reads the time."""

    def now(self) -> int:
        """Microseconds since 1970 UTC."""

    def monotonic(self) -> int:
        """Microseconds since some fixed instant of this boot."""


class Progress(Protocol):
    """How a long errand says where it stands."""

    def __call__(self, done: int, total: int, what: str) -> None: ...


class Cancel(Protocol):
    """How a long errand is asked to stop."""

    def __call__(self) -> bool: ...


@dataclass(frozen=True, slots=True)
class SegmentRecord:
    """What the catalogue knows of a sealed segment; `name` is the SHA-256 of its sealed bytes."""

    name: str
    camera: str
    footage: tuple[str, ...]
    tracks: int
    points: int
    run: str  # digest of the index run's pedigree (detector, tracker, level, settings)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a question can rule out before opening a segment.

    kinds: class numbers, empty for all; start, end: corrected microseconds,
    half-open, None for open ends; cells: 8 x 8 occupancy mask of the place
    (bit = 8 * row + column), all ones when the place is anywhere.
    """

    kinds: frozenset[int] = frozenset()
    start: int | None = None
    end: int | None = None
    cells: int = 2**64 - 1


class TrackShelf(Protocol):
    """Whole tracks of a recording, pieces joined, ready for the event kinds."""

    def tracks(self, recording: Recording, wanted: Wanted) -> Tracks:
        """Tracks of which at least one piece may answer; each comes whole, in order of number.

        Raises Tampered or Unreadable when a segment is not what was sealed.
        """


class SegmentShelf(Protocol):
    """Where sealed segments of one case lie."""

    def write(self, segment: Segment, camera: str, run: str) -> SegmentRecord:
        """Seal, write, fsync, rename, fsync the folder; the record is not yet in the catalogue."""

    def read(self, name: str) -> Segment:
        """Authenticate, then parse. Raises Tampered (STO-002) or Unreadable (STO-001)."""

    def path(self, name: str) -> Path:
        """Where the sealed bytes of a segment lie."""
