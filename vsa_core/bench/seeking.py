"""What a person waits for who jumps, steps and plays backwards in a film: one viewer, one film."""

import resource
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Protocol, TypeVar

import numpy as np

T = TypeVar("T")

WIDTH = 960
"""Width in pixels of the pictures asked for: what a player shows of a film beside its lists."""

BACK = 7
"""A jump back by so many pictures is one to a place just seen."""

STEPS = 20
"""Steps forward, then back again, at each of SPOTS."""

HAND = 0.04
"""Seconds between two steps: as fast as a key repeats."""

SPOTS = 5
REVERSE_S = 8
"""Seconds of the film that are played backwards at its own rate."""

MEASURES = ("opened", "first", "exact", "again", "next", "previous")


class Viewer(Protocol):
    """Shows pictures of one film by their places in the order of display."""

    def first(self, place: int) -> bool:
        """Have a picture there on show as soon as can be: whether it is the very one."""

    def exact(self, place: int) -> None:
        """Have the very picture on show."""

    def walk(self, place: int, way: int) -> bool:
        """As stepping or playing that way comes by: whether the very picture is there at once."""


@dataclass(frozen=True, slots=True)
class Sought:
    """What one run cost: by measure, n (wall, processor) in milliseconds; and playing backwards.

    due, shown: pictures that playing backwards should have shown, and those
    that it did in time; busy: milliseconds of processor a second of it.
    """

    costs: Mapping[str, Sequence[tuple[float, float]]]
    due: int
    shown: int
    busy: float

    def fields(self) -> dict[str, object]:
        """As plain values, for another process."""
        costs = {name: [list(one) for one in own] for name, own in self.costs.items()}
        return {"costs": costs, "due": self.due, "shown": self.shown, "busy": self.busy}


def sought_of(fields: Mapping[str, Any]) -> Sought:
    """The inverse of `Sought.fields`."""
    costs = {name: [(one[0], one[1]) for one in own] for name, own in fields["costs"].items()}
    return Sought(costs, fields["due"], fields["shown"], fields["busy"])


def seek(viewer: Viewer, pictures: int, rate: float, seeks: int, seed: int) -> Sought:
    """Jump to `seeks` places of a film of so many pictures, step about, and play backwards."""
    places = np.random.default_rng(seed).integers(0, pictures, seeks).tolist()
    costs: dict[str, list[tuple[float, float]]] = {name: [] for name in MEASURES}
    costs["opened"].append(_cost(partial(viewer.first, places[0]))[0])
    for place in places:
        first, is_exact = _cost(partial(viewer.first, place))
        costs["first"].append(first)
        if not is_exact:
            rest, _ = _cost(partial(viewer.exact, place))
            first = (first[0] + rest[0], first[1] + rest[1])
        costs["exact"].append(first)
        costs["again"].append(_cost(partial(viewer.exact, max(place - BACK, 0)))[0])
    for place in places[:SPOTS]:
        viewer.exact(place)
        for measure, passed, way in _steps(place, pictures):
            costs[measure].append(_cost(partial(_step, viewer, passed, way))[0])
            time.sleep(HAND)
    return Sought(costs, *_backwards(viewer, pictures, rate))


@dataclass(frozen=True, slots=True)
class Line:
    """One measure of one viewer, over all n of its rounds: (median, p95) in milliseconds."""

    viewer: str
    measure: str
    n: int
    wall: tuple[float, float]
    cpu: tuple[float, float]


def lines(viewer: str, runs: Sequence[Sought]) -> tuple[Line, ...]:
    """The lines of one viewer, in the order of MEASURES."""
    return tuple(_line(viewer, name, runs) for name in MEASURES)


def _line(viewer: str, measure: str, runs: Sequence[Sought]) -> Line:
    costs = np.array([one for run in runs for one in run.costs[measure]], np.float64).reshape(-1, 2)
    wall, cpu = (np.percentile(column, (50, 95)).tolist() for column in costs.T)
    return Line(viewer, measure, len(costs), (wall[0], wall[1]), (cpu[0], cpu[1]))


def _step(viewer: Viewer, place: int, way: int) -> None:
    if not viewer.walk(place, way):
        viewer.exact(place)


def _steps(place: int, pictures: int) -> Iterator[tuple[str, int, int]]:
    """Forward and back again, beginning with a place already on show."""
    last = min(place + STEPS, pictures - 1)
    yield from (("next", passed, 1) for passed in range(place + 1, last + 1))
    yield from (("previous", passed, -1) for passed in range(last - 1, place - 1, -1))


def _backwards(viewer: Viewer, pictures: int, rate: float) -> tuple[int, int, float]:
    """Pictures due, those shown in time, and milliseconds of processor a second of playing."""
    due = min(int(REVERSE_S * rate), pictures - 1)
    start = min(pictures - 1, (pictures + due) // 2)
    viewer.exact(start)
    began, before, shown = time.perf_counter(), _processor(), 0
    for count in range(1, due + 1):
        time.sleep(max(began + count / rate - time.perf_counter(), 0))
        if time.perf_counter() < began + (count + 1) / rate:  # a late one is skipped, as on screen
            in_time = viewer.walk(start - count, -1)
            shown += in_time and time.perf_counter() < began + (count + 1) / rate
    passed = time.perf_counter() - began
    return due, shown, 1000 * (_processor() - before) / passed


def _cost(work: Callable[[], T]) -> tuple[tuple[float, float], T]:
    """Milliseconds by the clock and of the processor that it took, and what it gave."""
    wall, before = time.perf_counter(), _processor()
    given = work()
    return (1000 * (time.perf_counter() - wall), 1000 * (_processor() - before)), given


def _processor() -> float:
    own = resource.getrusage(resource.RUSAGE_SELF)
    return own.ru_utime + own.ru_stime
