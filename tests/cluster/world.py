"""A rack made up: an order, what it gives, a crew that says what it is told, machines on a line."""

import asyncio
from collections.abc import Callable, Collection, Generator, Iterable
from dataclasses import dataclass, field

import numpy as np

from cluster.line import There
from tests.pipeline.orders import packets
from tests.store.samples import footage
from vsa_core.domain.coverage import Level, Looked, Stretch
from vsa_core.domain.moment import Span
from vsa_core.domain.track import POINT, TRACK, Part, Segment
from vsa_core.keys.box import sealing_public
from vsa_core.keys.subkeys import subkeys
from vsa_core.pipeline.crew import Order, Outcome
from vsa_core.pipeline.observe import Observed

PRIVATE = subkeys(b"k" * 32).observations
PUBLIC = sealing_public(PRIVATE)
SIGHT = {"detector": "motion:1", "program": "relecture/1"}
ORDER = Order(7, footage(0), packets(60), Span(0, 216_000), Level.STANDARD)


def observed() -> Observed:
    """One track of two points in ORDER's span."""
    stream = ORDER.footage.stream
    assert stream is not None
    table, points = np.zeros(1, TRACK), np.zeros(2, POINT)
    table["t0"], table["t1"], table["count"] = 1000, 4600, 2
    points["dt"][1] = 3600
    part = Part(ORDER.footage.digest, stream.time_base, ORDER.span)
    stretches = (Stretch(ORDER.span, Looked.LOOKED, Level.STANDARD),)
    return Observed(Segment((part,), table, points), stretches, 12)


@dataclass(slots=True)
class Scripted:
    """A crew that says the outcomes it was made with, and counts how often it began."""

    script: list[Outcome | BaseException]
    begun: int = 0
    orders: list[Order] = field(default_factory=list)

    def look(
        self, orders: Iterable[Order], poll: Callable[[], None]
    ) -> Generator[Outcome, None, None]:
        self.begun += 1
        given = iter(orders)
        order = next(given, None)
        while order is not None and self.script:
            self.orders.append(order)
            poll()
            outcome = self.script.pop(0)
            if isinstance(outcome, BaseException):
                raise outcome
            yield outcome
            if type(outcome).__name__ != "Reached":
                order = next(given, None)

    def tend(self) -> None:
        """Nobody is at work."""


@dataclass(slots=True)
class Wire:
    """A line to machines that answer from a table; what was asked and sent is kept."""

    there: list[There] = field(default_factory=list)
    answers: dict[tuple[str, str], object] = field(default_factory=dict)
    result: bytes | BaseException = b""
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    sent: list[tuple[tuple[str, ...], tuple[object, ...]]] = field(default_factory=list)
    heard: Callable[[object], None] | None = None
    gone: bool = False

    async def machines(self) -> list[There]:
        if self.gone:
            raise OSError("gone")
        return self.there

    async def ask(self, address: str, question: dict[str, str]) -> object:
        self.asked.append((address, question))
        return self.answers.get((address, question["op"]))

    async def send(self, at: Collection[str], errand: Callable[..., bytes], *told: object) -> bytes:
        await asyncio.sleep(0)
        self.sent.append((tuple(at), told))
        if isinstance(self.result, BaseException):
            raise self.result
        return self.result

    def listen(self, topic: str, heard: Callable[[object], None]) -> None:
        self.heard = heard
