"""What processes side by side save: four files of one film, looked at by one and by several."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from vsa_core.bench.decoding import without_end

FILES = 4
"""Each of them is one slice: as many as two processes share evenly."""

SECONDS = 300
"""Length of each, at most: of a slice, and short enough that nothing comes before it."""


@dataclass(frozen=True, slots=True)
class Scaling:
    """Median seconds of the clock that one process takes, and that `workers` take."""

    workers: int
    alone_s: float
    together_s: float
    rounds: int

    @property
    def ratio(self) -> float:
        """How many times quicker they are together."""
        return self.alone_s / self.together_s


def files_of(film: Path, folder: Path) -> dict[str, Path]:
    """The film's first minutes in as many files, by name: no two of them are the same bytes."""
    names = [f"part{number}" for number in range(FILES)]
    return {
        name: without_end(film, folder / f"{name}.mkv", SECONDS, number)
        for number, name in enumerate(names)
    }


def scaling(seconds: Callable[[int], float], workers: int, rounds: int) -> Scaling:
    """Have `seconds` take the time of one process and of `workers`, in turn."""
    found: Mapping[int, list[float]] = {1: [], workers: []}
    for _ in range(rounds):
        for count in found:
            found[count].append(seconds(count))
    return told(found, workers)


def told(found: Mapping[int, Sequence[float]], workers: int) -> Scaling:
    """The medians of what was measured."""
    return Scaling(workers, median(found[1]), median(found[workers]), len(found[1]))
