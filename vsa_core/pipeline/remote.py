"""Looking on other machines: a gateway of our own speaks to them, we speak to it through pipes."""

import time
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from vsa_core.domain.footage import Footage
from vsa_core.errors import Unreadable
from vsa_core.keys.box import sealing_public
from vsa_core.pipeline.crew import Died, Done, Failed, Order, Outcome
from vsa_core.pipeline.envelope import Malformed, Message, written
from vsa_core.pipeline.gateway_pipe import GatewayPipe
from vsa_core.pipeline.sealing import open_observed
from vsa_core.pipeline.wire import fault_from, observed_from, order_bytes, outcome_from

PATIENCE = 30.0
"""Seconds for which no machine may be there before the looking is given up."""

MOST_AT_ONCE = 4096
"""Slices that a rack may have in hand: more is not believed."""

_BYTES = np.dtype(np.uint8)


@dataclass(frozen=True, slots=True)
class Rack:
    """Machines that look for us; implements Crew.

    command: what starts the gateway, a process of ours that alone knows the
    network; environment: all that it is told of ours; private: the case's
    X25519 private key, which never leaves this process; sight: what must look
    there, as it would look here; patience: seconds without any machine.

    No machine hears of a camera, an exhibit, a clock or a path. What comes
    back opens with `private` alone, is bound to its order, and is checked as
    what a worker of this machine says is. Raises Unreadable (CLU-009 where no
    machine answers, CLU-007 where all look with something else, CLU-008 when
    the gateway ends) and Tampered (SRC-009) when a machine's copy of footage
    was touched while it was looked at.
    """

    command: Sequence[str]
    environment: Mapping[str, str] = field(repr=False)
    private: bytes = field(repr=False)
    sight: Mapping[str, str]
    patience: float = PATIENCE

    def look(
        self, orders: Iterable[Order], poll: Callable[[], None]
    ) -> Generator[Outcome, None, None]:
        """As the protocol says; each order is with one machine, and comes back from it."""
        with GatewayPipe(self.command, self.environment) as pipe:
            pipe.send(_begun(sealing_public(self.private), self.sight))
            yield from _Round(self, pipe, iter(orders), poll).outcomes()

    def tend(self) -> None:
        """Machines of a rack go on by themselves with what they have in hand."""


@dataclass(slots=True)
class _Round:
    """One call of `look`: what is in the machines' hands, and how much more they can take."""

    rack: Rack
    pipe: GatewayPipe
    orders: Iterator[Order]
    poll: Callable[[], None]
    flying: dict[int, tuple[Order, bytes]] = field(default_factory=dict)
    room: int = 0
    alone_since: float | None = None
    others: tuple[str, ...] = ()
    more: bool = True
    ended: bool = False

    def outcomes(self) -> Iterator[Outcome]:
        while self.more or self.flying:
            self._give()
            for data in self.pipe.messages(self.poll):
                yield from self._heard(Message(data))
            self._be_patient()
        self.pipe.send(written({"what": "end"}))
        while not self.ended:
            for data in self.pipe.messages(self.poll):
                yield from self._heard(Message(data))

    def _give(self) -> None:
        while self.more and len(self.flying) < self.room:
            order = next(self.orders, None)
            if order is None:
                self.more = False
                return
            data = order_bytes(replace(order, footage=_bare(order.footage)))
            self.flying[order.number] = order, data
            self.pipe.send(_given(order.number, data))

    def _heard(self, message: Message) -> Iterator[Outcome]:
        header = message.header
        if header.holds("fault"):
            raise fault_from(message)
        what = header.text("what", 16)
        if what == "room":
            self._counted(message)
        elif what == "outcome":
            yield self._outcome(header.whole("number", 0), _body(message))
        elif what == "sealed":
            yield self._opened(header.whole("number", 0), _body(message))
        elif what == "ended" and not self.flying and not self.more:
            self.ended = True
        else:
            raise Malformed("what")

    def _counted(self, message: Message) -> None:
        self.room = message.header.whole("count", 0, MOST_AT_ONCE)
        self.others = tuple(str(name) for name in message.header.list("others", MOST_AT_ONCE))
        if self.room:
            self.alone_since = None
        elif self.alone_since is None:
            self.alone_since = time.monotonic()

    def _outcome(self, number: int, data: bytes) -> Outcome:
        order, _ = self._flying(number)
        outcome = outcome_from(data, order)
        if isinstance(outcome, Done):
            raise Malformed("kind")  # what was seen travels sealed, or not at all
        if isinstance(outcome, Failed | Died):
            del self.flying[number]
        return outcome

    def _opened(self, number: int, sealed: bytes) -> Outcome:
        order, data = self._flying(number)
        observed = observed_from(open_observed(self.rack.private, data, sealed), order)
        del self.flying[number]
        return Done(number, observed)

    def _flying(self, number: int) -> tuple[Order, bytes]:
        if number not in self.flying:
            raise Malformed("number")
        return self.flying[number]

    def _be_patient(self) -> None:
        """Give up when no machine was there for a while; what was told meanwhile is kept."""
        if self.alone_since is None:
            return
        if time.monotonic() - self.alone_since > self.rack.patience:
            if self.others:
                raise Unreadable("CLU-007", machines=", ".join(self.others))
            raise Unreadable("CLU-009")


def _bare(footage: Footage) -> Footage:
    """What a machine needs to find its copy and look: no camera, exhibit, clock or path."""
    return replace(footage, path="", camera="", exhibit="", clock=None, reason="")


def _begun(public: str, sight: Mapping[str, str]) -> bytes:
    return written({"what": "begin", "public": public, "sight": dict(sight)})


def _given(number: int, data: bytes) -> bytes:
    body = np.frombuffer(data, np.uint8)
    return written({"what": "order", "number": number, "rows": [len(body)]}, (body,))


def _body(message: Message) -> bytes:
    body = message.column(_BYTES).tobytes()
    message.end()
    return body
