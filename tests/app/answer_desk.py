"""A desk of questions that answers from memory: parts, other values, explanations."""

import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from tests.app.inquiry import JOINS, KINDS
from tests.desk.scene import START
from vsa_core.desk.explaining import Explanation, Miss
from vsa_core.desk.queries import KindSheet
from vsa_core.desk.tickets import InCase, SignedIn
from vsa_core.desk.tuning import Settled, Tuned
from vsa_core.domain.coverage import Coverage
from vsa_core.domain.event import Hit, Measure
from vsa_core.domain.ports import Cancel
from vsa_core.domain.query import Query
from vsa_core.errors import Fault

MEASURES = (
    Measure("beyond", 350, 100, "per_mille_size"),
    Measure("held", 4200, 400, "ms"),
    Measure("visits", 2, None, "count"),
)


@dataclass(frozen=True, slots=True)
class Part:
    """Some hits of an answer, as the desk's own batches are shaped."""

    hits: tuple[Hit, ...]
    coverage: Coverage | None = None
    failures: Sequence[Any] = ()


@dataclass(slots=True)
class Told:
    """An answer as it is told, which keeps its question."""

    parts: Iterator[Part]
    query: Query

    def __iter__(self) -> Iterator[Part]:
        return self.parts

    def close(self) -> None:
        self.parts.close()  # type: ignore[attr-defined]


def explanation(name: str) -> Explanation:
    """Why that hit was found, and one near miss."""
    short = Measure("held", 300, 400, "ms")
    miss = Miss("rue", 4, "person", START, START, "line_met", (short,), short, 100)
    return Explanation(
        hit=name,
        kind="line_crossing",
        version=1,
        camera="rue",
        track=1,
        object_class="person",
        rule="line_crossing",
        direction="to_right",
        score=800,
        measures=MEASURES,
        misses=(miss,),
        detector="motion",
        tracker="twostage 1",
        runs=(),
        program="relecture",
        segments=("b" * 64,),
        footage=("a" * 64,),
        parts=(),
    )


@dataclass(slots=True)
class AnswerDesk:
    """Tells its parts one by one; `gate`, when cleared, holds them back after the first `free`."""

    parts: list[Part] = field(default_factory=list)
    free: int = 0
    fault: Fault | None = None
    asked: list[tuple[Query, str]] = field(default_factory=list)
    closed: int = 0
    tuned: list[Query] = field(default_factory=list)
    settled: list[Query] = field(default_factory=list)
    explained: list[tuple[str, str]] = field(default_factory=list)
    gate: threading.Event = field(default_factory=threading.Event)

    def kinds(self) -> tuple[KindSheet, ...]:
        return KINDS

    def combining(self) -> tuple[KindSheet, ...]:
        return JOINS

    def ask(self, who: SignedIn, where: InCase, query: Query, motive: str) -> "Told":
        self.asked.append((query, motive))
        return Told(self._told(), query)

    def tune(
        self, who: SignedIn, where: InCase, asking: "Told", query: Query, cancel: Cancel
    ) -> Tuned:
        """The first so many hits, as its first slider says."""
        self.tuned.append(query)
        if self.fault is not None:
            raise self.fault
        hits = [hit for part in self.parts for hit in part.hits]
        return Tuned(query, tuple(hits[: query.settings[0].value]), "r" * 64, (), whole=True)

    def settle(self, who: SignedIn, where: InCase, asking: "Told", query: Query) -> Settled:
        self.settled.append(query)
        return Settled(self.tune(who, where, asking, query, lambda: False), 7, START)

    def explain(self, who: SignedIn, where: InCase, hit: str, motive: str) -> Explanation:
        self.explained.append((hit, motive))
        if self.fault is not None:
            raise self.fault
        return explanation(hit)

    def _told(self) -> Iterator[Part]:
        try:
            for number, part in enumerate(self.parts):
                if number >= self.free:
                    self.gate.wait()
                yield part
            if self.fault is not None:
                raise self.fault
        finally:
            self.closed += 1
