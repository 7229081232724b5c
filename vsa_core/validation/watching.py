"""Everything that the installation's detector sees in a film or a still, however unsure it is."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Protocol

from vsa_core.domain.footage import Footage, Gap
from vsa_core.domain.ports import Detector, Frame, FrameSource
from vsa_core.domain.track import Sightings
from vsa_core.errors import Unreadable
from vsa_core.intake.opening import visible_name
from vsa_core.validation.document import read_at_most

LARGEST_STILL = 64 * 2**20
"""Bytes that a still may have."""


class Still(Frame, Protocol):
    """A decoded still."""

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in pixels."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What was seen in a picture: everything, however unsure, and what the installation tells."""

    everything: Sightings
    told: Sightings


@dataclass(frozen=True, slots=True)
class DoubleSight:
    """The installation's detector twice: with next to no threshold, and as it is."""

    everything: Detector
    told: Detector

    def see(self, frame: Frame, size: tuple[int, int]) -> Seen:
        """Look at a frame of `size` (width, height)."""
        return Seen(self.everything.detect(frame, size), self.told.detect(frame, size))


@dataclass(frozen=True, slots=True)
class Screening:
    """One film before the detector: SHA-256 (hex) of the file, and (width, height) upright."""

    digest: str
    size: tuple[int, int]
    frames: Iterator[Frame | Gap]
    sight: DoubleSight

    def pictures(self, wanted: frozenset[int] | None = None) -> Iterator[Seen | None]:
        """What is seen in each picture that can be decoded, in order of display.

        None in the place of a picture whose number (from 1) is not `wanted`;
        every one is when that is None.
        """
        shown = (item for item in self.frames if not isinstance(item, Gap))
        for number, frame in enumerate(shown, 1):
            looked = wanted is None or number in wanted
            yield self.sight.see(frame, self.size) if looked else None


class Watch:
    """Shows films and stills to the detector, past the index: nothing is tracked or kept."""

    def __init__(
        self,
        sight: DoubleSight,
        film: Callable[[Path], tuple[Footage, FrameSource]],
        still: Callable[[bytes, str], Still],
    ) -> None:
        """`film` opens a film outside any case, `still` decodes the bytes of a named file."""
        self._sight = sight
        self._film = film
        self._still = still

    @contextmanager
    def film(self, path: Path) -> Iterator[Screening]:
        """A film, open. Raises what admitting and opening it raise (SRC-…)."""
        footage, source = self._film(path)
        assert footage.stream is not None  # a source has pictures
        size = (footage.stream.width, footage.stream.height)
        try:
            yield Screening(footage.digest, size, source.frames(), self._sight)
        finally:
            source.close()

    def still(self, path: Path) -> "SeenStill":
        """Look at a still.

        Raises what opening it raises (SRC-…), and Unreadable (VAL-027) when it
        is too large or no picture.
        """
        data, name = read_at_most(path, LARGEST_STILL), visible_name(path)
        if len(data) > LARGEST_STILL:
            raise Unreadable("VAL-027", name=name)
        frame = self._still(data, name)
        digest = sha256(data).hexdigest()
        return SeenStill(digest, frame.size, self._sight.see(frame, frame.size))


@dataclass(frozen=True, slots=True)
class SeenStill:
    """A still: SHA-256 (hex) of its file, (width, height), and what was seen in it."""

    digest: str
    size: tuple[int, int]
    seen: Seen
