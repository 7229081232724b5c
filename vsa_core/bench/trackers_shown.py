"""What every tracker is shown: the same sightings of the same frames, and their looks."""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from vsa_core.domain.assessment import OWN
from vsa_core.domain.footage import Footage, Gap
from vsa_core.domain.objects import PERSON
from vsa_core.domain.ports import Detector, Embedder, Frame, FrameSource, Picture
from vsa_core.domain.track import Sightings
from vsa_core.errors import Unreadable

Floats = NDArray[np.float32]
Doubles = NDArray[np.float64]

FLOOR = 0.1
"""Score from which a sighting is shown: the least that any of the trackers looks at."""

_MILLION = 1_000_000


@dataclass(frozen=True, slots=True)
class Eyes:
    """Who looks at films for a bench, each on one thread.

    detector: at next to no threshold, None where there is none; embedders: by
    the name of what they make; opened: opens a film outside any case.
    """

    detector: Detector | None
    embedders: Mapping[str, Embedder]
    opened: Callable[[Path], tuple[Footage, FrameSource]]


@dataclass(slots=True)
class Shown:
    """Sightings of people, frame by frame, from one source (OWN or PUBLIC).

    looks: by the name of the embedding, (n, d) unit vectors a frame, in memory
    only; looks_ms: milliseconds of the processor that one frame's looks took.
    """

    source: str
    frames: list[Sightings]
    looks: dict[str, list[Floats]] = field(default_factory=dict)
    looks_ms: dict[str, float] = field(default_factory=dict)

    def see(self, name: str, embedder: Embedder, picture: Picture, at: int) -> None:
        """Take the looks of the frame `at` from its picture."""
        since = time.process_time_ns()
        look = embedder.embed(picture, self.frames[at].boxes)
        spent = (time.process_time_ns() - since) / _MILLION
        self.looks.setdefault(name, []).append(look)
        self.looks_ms[name] = self.looks_ms.get(name, 0.0) + spent


def people(
    frame: NDArray[np.int64], boxes: Doubles, scores: Doubles, length: int
) -> list[Sightings]:
    """Published detections of people as sightings of the frames 1..`length`.

    frame (n,) in order; boxes (n, 4) left, top, right, bottom in pixels; scores (n,) from 0 to 1.
    """
    cuts = np.searchsorted(frame, np.arange(1, length + 2))
    spans = [slice(a, b) for a, b in pairwise(cuts)]
    kinds = np.full(len(frame), PERSON, np.uint8)
    found = Sightings(boxes.astype(np.float32), scores.astype(np.float32), kinds)
    return [_sure(found.only(np.arange(span.start, span.stop))) for span in spans]


def watched(
    eyes: Eyes, film: Path, public: Shown | None, progress: Callable[[int], None]
) -> tuple[list[Shown], int]:
    """The film decoded once: own people where there is a detector, and everybody's looks.

    `public`, where given, is filled and comes first; with them, how many
    pictures the film has. Raises what opening the film raises, and Unreadable
    (SRC-022) where a picture of it fails.
    """
    own = Shown(OWN, []) if eyes.detector is not None else None
    shown = [one for one in (public, own) if one is not None]
    footage, source = eyes.opened(film)
    if footage.stream is None:
        raise Unreadable(footage.reason, name=footage.name)
    size, at = (footage.stream.width, footage.stream.height), -1
    try:
        for at, frame in enumerate(source.frames()):
            if isinstance(frame, Gap):
                raise Unreadable("SRC-022", name=footage.name)
            if own is not None and eyes.detector is not None:
                own.frames.append(_own(eyes.detector, frame, size))
            _embed(eyes, shown, frame.bgr(), at)
            progress(at + 1)
    finally:
        source.close()
    for one in shown:
        one.looks_ms = {name: spent / max(1, at + 1) for name, spent in one.looks_ms.items()}
    return shown, at + 1


def _own(detector: Detector, frame: Frame, size: tuple[int, int]) -> Sightings:
    found = detector.detect(frame, size)
    return _sure(found.only(np.flatnonzero(found.kinds == PERSON)))


def _sure(found: Sightings) -> Sightings:
    return found.only(np.flatnonzero(found.scores >= FLOOR))


def _embed(eyes: Eyes, shown: list[Shown], picture: Picture, at: int) -> None:
    for one in shown:
        if at < len(one.frames):  # a film may be another one than the truth was told of
            for name, embedder in eyes.embedders.items():
                one.see(name, embedder, picture, at)
