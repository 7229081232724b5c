"""What looking at a whole film costs: one contender, one film, one process of its own."""

import resource
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from vsa_core.bench.decoding import decode, decode_by_ffmpeg
from vsa_core.bench.naive import detect_and_deepsort, track
from vsa_core.bench.places import Happened, found_again
from vsa_core.domain.coverage import Level

DECODERS = ("pyav", "ffmpeg")
SCRIPTS = ("track", "deepsort")
OURS = tuple(level.value for level in Level)
CONTENDERS = (*OURS, *SCRIPTS, *DECODERS)

WARM = 10
"""Frames of a script that are not counted."""


@dataclass(frozen=True, slots=True)
class Spent:
    """What one run cost: frames of the film, seconds of processor and of the clock, peak MiB.

    The processor's time is that of the process and of its children, from the
    opened film to the last frame: libraries are imported, networks converted
    and warm before. told: what ours found at the places.
    """

    frames: int
    cpu_s: float
    wall_s: float
    peak_mib: int
    told: tuple[Happened, ...] = ()

    @property
    def cpu_ms(self) -> float:
        """Milliseconds of processor a frame."""
        return 1000 * self.cpu_s / self.frames

    def fields(self) -> dict[str, object]:
        """As plain values, for another process."""
        return {
            "frames": self.frames,
            "cpu_s": self.cpu_s,
            "wall_s": self.wall_s,
            "peak_mib": self.peak_mib,
            "told": [[one.place, one.word, one.at] for one in self.told],
        }


def spent_of(fields: Mapping[str, Any]) -> Spent:
    """The inverse of `Spent.fields`."""
    told = tuple(Happened(*one) for one in fields["told"])
    frames, cpu, wall, peak = (fields[name] for name in ("frames", "cpu_s", "wall_s", "peak_mib"))
    return Spent(frames, cpu, wall, peak, told)


def measured(work: Callable[[], int]) -> Spent:
    """Do it once; `work` gives how many frames of the film it stands for."""
    wall, before = time.perf_counter(), _processor()
    frames = work()
    cpu, passed = _processor() - before, time.perf_counter() - wall
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return Spent(frames, cpu, passed, peak)


def _processor() -> float:
    """Seconds of processor of this process and of its children that ended."""
    own, children = (
        resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    return own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime


def run_other(contender: str, film: Path, weights: Path | None, frames: int, folder: Path) -> Spent:
    """One of DECODERS on the whole film, or one of SCRIPTS on `frames` from its middle.

    A script's first frames warm it and are not counted. `weights` is needed by
    SCRIPTS; `folder` is theirs to write in.
    """
    if contender == "ffmpeg":
        total = sum(1 for _ in decode(film))
        return measured(lambda: decode_by_ffmpeg(film, total))
    if contender == "pyav":
        return measured(lambda: sum(1 for _ in decode(film)))
    assert weights is not None
    script = {"track": track, "deepsort": detect_and_deepsort}[contender]
    steps = script(film, weights, folder)
    for _ in range(WARM):
        next(steps)
    return measured(lambda: sum(1 for _ in zip(range(frames), steps, strict=False)))


@dataclass(frozen=True, slots=True)
class Line:
    """One contender on one film over its rounds: medians, and what it found."""

    contender: str
    rounds: int
    cpu_ms: float
    wall_ms: float
    peak_mib: int
    realtime: float
    recall_full: float | None
    recall_truth: float | None


def table(
    runs: Mapping[str, Sequence[Spent]], rate: float, truth: Sequence[Happened] | None
) -> tuple[Line, ...]:
    """The lines of one film, in the order of `runs`; `rate`: its frames a second."""
    full = runs.get(Level.FULL.value)
    whole = full[0].told if full else None
    return tuple(_line(name, own, rate, whole, truth) for name, own in runs.items())


def _line(
    name: str,
    own: Sequence[Spent],
    rate: float,
    full: Sequence[Happened] | None,
    truth: Sequence[Happened] | None,
) -> Line:
    ours = name in OURS
    return Line(
        contender=name,
        rounds=len(own),
        cpu_ms=median(one.cpu_ms for one in own),
        wall_ms=median(1000 * one.wall_s / one.frames for one in own),
        peak_mib=max(one.peak_mib for one in own),
        realtime=median(one.frames / rate / one.wall_s for one in own),
        recall_full=_recall(full, own[0].told) if ours else None,
        recall_truth=_recall(truth, own[0].told) if ours else None,
    )


def _recall(wanted: Sequence[Happened] | None, told: Sequence[Happened]) -> float | None:
    """Share of what was wanted that was told; None when nothing was to be told."""
    return found_again(wanted, told) / len(wanted) if wanted else None
