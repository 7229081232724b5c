"""Which tracker follows best: each on the same sightings of the same frames, in one run."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from statistics import median

import numpy as np
from numpy.typing import NDArray

from vsa_core.bench.bytetrack import ByteTracker
from vsa_core.bench.looks_limit import limit_of
from vsa_core.bench.trackers_shown import Eyes, Shown, watched
from vsa_core.domain.assessment import PUBLIC, TrackFigures
from vsa_core.domain.ports import Tracker, TrackerMaker, Trail
from vsa_core.domain.track import Sightings

COLOUR, MOBILENET, DETECTOR = "colour", "mobilenetv2", "detector"
"""Names of the embeddings."""

TWOSTAGE, DEEPSORT, BYTETRACK = "twostage", "deepsort", "bytetrack"
"""Names of the trackers."""

ENTRANTS = (
    (TWOSTAGE, ""),
    (TWOSTAGE, COLOUR),
    (DEEPSORT, ""),
    (DEEPSORT, COLOUR),
    (DEEPSORT, MOBILENET),
    (DEEPSORT, DETECTOR),
    (BYTETRACK, ""),
)
"""Tracker and embedding of everybody who runs; the last is what the others are held beside."""

FILL = 2
"""Seconds: between two points of a track at most this far apart its box is interpolated."""

TICKS = 1000
"""Ticks of one frame: the sequence's own rate is its only clock."""

ROUNDS = 3
"""How often a tracker's time is taken; one round before them is not counted, and gives the trails.
"""

_MILLION = 1_000_000

Judge = Callable[[Sequence[Trail], NDArray[np.int64], int], TrackFigures]
"""Scores trails against the truth: trails, pts of every frame, ticks of the longest gap filled."""


@dataclass(frozen=True, slots=True)
class Stable:
    """What the engine hands to the bench: the house's trackers, and who looks at films.

    deepsort: makes the maker for a largest cosine distance of looks, None for its own.
    """

    twostage: TrackerMaker
    deepsort: Callable[[float | None], TrackerMaker]
    eyes: Callable[[], Eyes]


@dataclass(frozen=True, slots=True)
class Course:
    """One labelled sequence: rate in frames a second, size (width, height), sightings published.

    film: None where there is none; public: None where none are published;
    agree: raises Unreadable unless the film has as many pictures as is told.
    """

    name: str
    rate: Fraction
    length: int
    size: tuple[int, int]
    film: Path | None
    public: Sequence[Sightings] | None
    judge: Judge
    agree: Callable[[int], None]


@dataclass(frozen=True, slots=True)
class Run:
    """One tracker over one course's sightings: figures with gaps filled and without.

    tracker_ms: milliseconds of the processor for one frame, looks apart; looks_ms: for its looks.
    """

    course: str
    source: str
    tracker: str
    looks: str
    frames: int
    filled: TrackFigures
    bare: TrackFigures
    tracker_ms: float
    looks_ms: float

    @property
    def name(self) -> str:
        """Tracker and embedding."""
        return f"{self.tracker}+{self.looks}" if self.looks else self.tracker


def run(stable: Stable, course: Course, progress: Callable[[int], None]) -> list[list[Run]]:
    """Everybody over one course, one list for each source of sightings: published, then own.

    Without a film nobody has looks and nobody has eyes. `progress` hears how
    many frames were looked at. Raises what opening the film raises, what
    `course.agree` raises, and Refused (VAL-060).
    """
    public = None if course.public is None else Shown(PUBLIC, list(course.public))
    shown = [public] if public is not None else []
    if course.film is not None:
        shown, pictures = watched(stable.eyes(), course.film, public, progress)
        course.agree(pictures)
    return [
        [
            _ran(stable, course, one, tracker, looks)
            for tracker, looks in ENTRANTS
            if not looks or looks in one.looks
        ]
        for one in shown
    ]


def _ran(stable: Stable, course: Course, shown: Shown, tracker: str, looks: str) -> Run:
    maker = _maker(stable, shown, tracker, looks)
    rounds = [
        _followed(maker(1 / (course.rate * TICKS), course.size), shown, looks)
        for _ in range(ROUNDS + 1)
    ]
    trails, _ = rounds[0]
    instants = np.arange(1, course.length + 1, dtype=np.int64) * TICKS
    return Run(
        course=course.name,
        source=shown.source,
        tracker=tracker,
        looks=looks,
        frames=course.length,
        filled=course.judge(trails, instants, int(FILL * course.rate * TICKS)),
        bare=course.judge(trails, instants, 0),
        tracker_ms=median(spent for _, spent in rounds[1:]) / course.length,
        looks_ms=shown.looks_ms.get(looks, 0.0),
    )


def _maker(stable: Stable, shown: Shown, tracker: str, looks: str) -> TrackerMaker:
    """The colour limit is the house's own; another embedding's is read off its looks."""
    if tracker == BYTETRACK:
        return ByteTracker
    if tracker == TWOSTAGE:
        return stable.twostage
    foreign = looks not in ("", COLOUR)
    return stable.deepsort(limit_of(shown.frames, shown.looks[looks]) if foreign else None)


def _followed(tracker: Tracker, shown: Shown, looks: str) -> tuple[list[Trail], float]:
    """The trails, and the milliseconds of the processor that they took."""
    features = shown.looks.get(looks)
    since = time.process_time_ns()
    for at, seen in enumerate(shown.frames):
        tracker.update((at + 1) * TICKS, seen, features[at] if features else None)
    trails = tracker.finish()
    return trails, (time.process_time_ns() - since) / _MILLION
