"""Questions over a large archive: ours beside engines that others would take, in one run.

Each engine runs in a process of its own, one thread; who started them holds
their figures beside each other.
"""

import os
import resource
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

_MILLION = 1_000_000
_KIB = 1024


@dataclass(frozen=True, slots=True)
class Figure:
    """One question put to one engine.

    cold: the first time in a process, files not in the system's cache where
    that was asked; then medians of the times after it; read: bytes asked of
    the system, cold; unsealing: milliseconds of the processor to decrypt the
    files that ours opens, cold, nothing else done with them.
    """

    engine: str
    question: str
    count: int
    cold_cpu_ms: float
    cold_wall_ms: float
    cpu_ms: float
    wall_ms: float
    rounds: int
    read: int
    unsealing_ms: float = 0.0


@dataclass(frozen=True, slots=True)
class Held:
    """What an engine takes: bytes on disk, bytes of memory at most."""

    engine: str
    disk: int
    memory: int


def asked(engine: str, name: str, count: Callable[[], int], rounds: int) -> Figure:
    """Ask once, then `rounds` times more."""
    before = _read()
    first = _turn(count)
    read = _read() - before
    later = [_turn(count) for _ in range(rounds)]
    counts = {found for found, _, _ in (first, *later)}
    return Figure(
        *(engine, name, first[0] if len(counts) == 1 else -1, first[1], first[2]),
        *(median(cpu for _, cpu, _ in later), median(wall for _, _, wall in later)),
        *(rounds, read),
    )


def spent(work: Callable[[], object]) -> float:
    """Milliseconds of the processor that some work takes."""
    since = time.process_time_ns()
    work()
    return (time.process_time_ns() - since) / _MILLION


def held(engine: str, paths: Iterable[Path]) -> Held:
    """What lies on the disk under these paths, and the most memory this process ever took."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _KIB
    return Held(engine, sum(map(size, paths)), peak)


def size(path: Path) -> int:
    """Bytes of a file, or of all files under a folder."""
    if path.is_dir():
        return sum(one.stat().st_size for one in path.rglob("*") if one.is_file())
    return path.stat().st_size


def forget(paths: Iterable[Path]) -> None:
    """Ask the system to drop these files (and those under these folders) from its cache."""
    for path in paths:
        for one in path.rglob("*") if path.is_dir() else (path,):
            if one.is_file():
                handle = os.open(one, os.O_RDONLY)
                try:
                    os.fsync(handle)
                    os.posix_fadvise(handle, 0, 0, os.POSIX_FADV_DONTNEED)
                finally:
                    os.close(handle)


def disagreements(figures: Sequence[Figure]) -> Mapping[str, Mapping[str, int]]:
    """Questions that the engines counted differently: each engine's count."""
    counts: dict[str, dict[str, int]] = {}
    for figure in figures:
        counts.setdefault(figure.question, {})[figure.engine] = figure.count
    return {
        name: told
        for name, told in counts.items()
        if len(set(told.values())) > 1 or -1 in told.values()
    }


def _turn(count: Callable[[], int]) -> tuple[int, float, float]:
    """The count, and milliseconds of the processor and by the clock."""
    wall, cpu = time.perf_counter_ns(), time.process_time_ns()
    found = count()
    cpu, wall = time.process_time_ns() - cpu, time.perf_counter_ns() - wall
    return found, cpu / _MILLION, wall / _MILLION


def _read() -> int:
    """Bytes that this process asked of the system so far."""
    lines = Path("/proc/self/io").read_text(encoding="ascii").splitlines()
    return int(dict(line.split(": ") for line in lines)["rchar"])
