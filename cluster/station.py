"""One machine's work: an order becomes sealed observations in its outbox, told by digest alone."""

import threading
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from cluster.copies import LACKING, Copies
from cluster.outbox import Outbox
from cluster.shift import Shift
from vsa_core.errors import Fault
from vsa_core.pipeline.crew import Crew, Done, Failed, Order, Outcome
from vsa_core.pipeline.envelope import MOST, Malformed, written
from vsa_core.pipeline.sealing import seal_observed
from vsa_core.pipeline.wire import observed_bytes, order_from, outcome_bytes


@dataclass(frozen=True, slots=True)
class Errand:
    """One slice to look at: its order as packed bytes, and the case's public key (hex)."""

    order: bytes
    public: str


class Station:
    """What a machine of the rack looks with; each of its threads has a crew of its own."""

    def __init__(
        self,
        name: str,
        sight: Mapping[str, str],
        crew: Callable[[], Crew],
        copies: Copies,
        outbox: Outbox,
    ) -> None:
        """`sight`: what looks here, as every pedigree names it; `crew` makes a crew of one."""
        self.name = name
        self.sight = sight
        self.copies = copies
        self.outbox = outbox
        self._crew = crew
        self._own = threading.local()

    def look(
        self, errand: Errand, poll: Callable[[], None], reached: Callable[[bytes], None]
    ) -> bytes:
        """Look at one slice; a message: the digest of what was sealed, or the outcome, or that
        there is no copy of the footage here.

        `poll` is called every few milliseconds, and what it raises ends the
        looking; `reached` hears how far the slice is looked at, as a message.
        What was seen is nowhere but in the outbox, sealed, when this returns.
        """
        data = unpacked(errand.order)
        order = order_from(data)
        try:
            outcome = self._looked(order, poll, reached)
            if isinstance(outcome, Done):
                return self._sealed(errand.public, data, outcome)
        except Fault as fault:
            if fault.code == LACKING:
                return written({"kind": "Lacking", "machine": self.name})
            outcome = Failed(order.number, fault)
        return outcome_bytes(outcome)

    def _looked(
        self, order: Order, poll: Callable[[], None], reached: Callable[[bytes], None]
    ) -> Outcome:
        here = self.copies.of(order.footage)
        outcome = self._shift().look(
            replace(order, footage=here), poll, lambda word: reached(outcome_bytes(word))
        )
        self.copies.same(here)
        return outcome

    def _shift(self) -> Shift:
        if not hasattr(self._own, "shift"):
            self._own.shift = Shift(self._crew())
        shift: Shift = self._own.shift
        return shift

    def _sealed(self, public: str, order: bytes, done: Done) -> bytes:
        sealed = seal_observed(public, order, observed_bytes(done.observed))
        digest = self.outbox.put(sealed)
        return written({"kind": "Sealed", "machine": self.name, "digest": digest})


def packed(order: bytes) -> bytes:
    """An order as it crosses the network: a packet index shrinks to a tenth."""
    return zlib.compress(order, 1)


def unpacked(data: bytes) -> bytes:
    """The inverse; Malformed (SYS-014) for what is none, or would be too long."""
    inflate = zlib.decompressobj()
    try:
        order = inflate.decompress(data, MOST)
    except zlib.error as wrong:
        raise Malformed("length") from wrong
    if not inflate.eof:
        raise Malformed("length")
    return order
