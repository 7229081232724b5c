"""What looking at a frame costs: detectors in turn over the same decoded frames, many rounds."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from vsa_core.domain.footage import Footage
from vsa_core.domain.ports import Detector, Frame, FrameSource, Motion
from vsa_core.domain.provenance import digest
from vsa_core.domain.track import Sightings, no_sightings
from vsa_core.errors import Unreadable
from vsa_core.pipeline.observe import GATE_WIDTH

FRAMES = 24
"""Frames of each film that are looked at, spread over its length and held decoded."""

_MILLION = 1_000_000


@dataclass(frozen=True, slots=True)
class Rivals:
    """Who is timed, each on one thread, and how a film is opened.

    chosen: the installation's own detector, None where motion is all there
    is; exact: the same in f32, where the chosen one is not; baseline: another
    one to hold beside it; motion: makes one for a film.
    """

    chosen: Detector | None
    exact: Detector | None
    baseline: Detector | None
    motion: Callable[[], Motion]
    opened: Callable[[Path], tuple[Footage, FrameSource]]


@dataclass(frozen=True, slots=True)
class Timing:
    """Milliseconds a frame of one detector, medians of the rounds.

    cpu_ms: user and system time of the whole process, whatever its threads;
    wall_ms: time that went by.
    """

    detector: str
    cpu_ms: float
    wall_ms: float


@dataclass(frozen=True, slots=True)
class Timed:
    """One film: how many frames, how many rounds, and the timings, the installation's own first."""

    film: str
    frames: int
    rounds: int
    timings: tuple[Timing, ...]


class Moving:
    """The Detector port over a motion detector that has learnt its scene; it names nothing."""

    def __init__(self, motion: Motion, frames: Sequence[Frame]) -> None:
        self._motion = motion
        motion.prepare([frame.luma(GATE_WIDTH) for frame in frames])

    @property
    def name(self) -> str:
        """What the rest of the house calls it."""
        return "motion"

    @property
    def digest(self) -> str:
        """SHA-256 (hex) of the name."""
        return digest(self.name)

    def detect(self, frame: Frame, size: tuple[int, int]) -> Sightings:
        """Judge the frame; what moves is not kept."""
        self._motion.regions(frame.luma(GATE_WIDTH))
        return no_sightings()


def timed(rivals: Rivals, film: Path, rounds: int) -> Timed:
    """Look at one film's frames with every rival, turn by turn, `rounds` times.

    The frames are decoded first. A look is scaling, letterbox, network and
    suppression. One round before the first is not counted: networks are
    converted, compiled and warmed in it. Raises what opening the film, and
    Unreadable (SRC-022) what decoding it, raises.
    """
    footage, source = rivals.opened(film)
    try:
        frames = held(footage, source, FRAMES)
    finally:
        source.close()
    assert footage.stream is not None
    size = (footage.stream.width, footage.stream.height)
    named = [one for one in (rivals.chosen, rivals.exact, rivals.baseline) if one is not None]
    lookers: list[Detector] = [*named, Moving(rivals.motion(), frames)]
    if rivals.chosen is None:
        lookers.reverse()
    turns = [[_turn(one, frames, size) for one in lookers] for _ in range(rounds + 1)][1:]
    timings = tuple(
        Timing(one.name, median(cpu for cpu, _ in own), median(wall for _, wall in own))
        for one, own in zip(lookers, zip(*turns, strict=True), strict=True)
    )
    return Timed(footage.name, len(frames), rounds, timings)


def held(footage: Footage, source: FrameSource, count: int) -> tuple[Frame, ...]:
    """At most `count` different frames, evenly spread. Raises Unreadable for a film without any."""
    if footage.stream is None:
        raise Unreadable(footage.reason, name=footage.name)
    span = footage.stream.span
    length = span.end - span.start
    asked = (span.start + (2 * n + 1) * length // (2 * count) for n in range(count))
    frames = {frame.at.pts: frame for frame in map(source.at, asked)}
    return tuple(frames.values())


def _turn(
    detector: Detector, frames: Sequence[Frame], size: tuple[int, int]
) -> tuple[float, float]:
    """Milliseconds a frame, of the processor and by the clock, for one pass over the frames."""
    wall, cpu = time.perf_counter_ns(), time.process_time_ns()
    for frame in frames:
        detector.detect(frame, size)
    spent = (time.process_time_ns() - cpu, time.perf_counter_ns() - wall)
    share = len(frames) * _MILLION
    return spent[0] / share, spent[1] / share
