"""A machine of the rack: it looks at slices of footage that lies near it, and keeps nothing."""

import asyncio
import time
from typing import Any

from distributed import Worker, get_worker
from distributed.utils import get_ip

from cluster.papers import Seat
from cluster.quiet import NOT_OF_A_MACHINE, Pageless, enclosed
from cluster.station import Errand, Station
from vsa_core.errors import Fault
from vsa_core.pipeline.envelope import written
from vsa_core.pipeline.wire import fault_bytes

TELL_SECONDS = 1.0
"""Seconds between two words on how far a slice is looked at."""


class Withdrawn(Exception):
    """The asker wants this slice no more."""


class Machine(Pageless, Worker):
    """A Dask worker that serves no page, and runs what a gateway hands in as an errand.

    Beside tasks it answers four questions with plain values, nothing pickled:
    what looks here, the sealed bytes of a digest, to forget them, and whether
    a copy of footage is still what it was.
    """

    def __init__(self, seat: Seat, station: Station, slices: int, port: int = 0) -> None:
        """`slices`: how many are looked at at once; it listens where the scheduler is reached
        from, on `port`, or on any that is free."""
        super().__init__(
            seat.scheduler,
            nthreads=slices,
            name=seat.name,
            security=enclosed(seat),
            protocol="tls://",
            host=get_ip(seat.host),  # type: ignore[no-untyped-call]
            port=port,
            memory_limit=0,
            dashboard=False,
            blocked_handlers=list(NOT_OF_A_MACHINE),
        )
        self.station = station
        self.handlers |= {
            "relecture_sight": self.sight,
            "relecture_collect": self.collect,
            "relecture_forget": self.forget,
            "relecture_check": self.check,
        }

    async def sight(self) -> dict[str, Any]:
        """What looks here."""
        return dict(self.station.sight)

    async def collect(self, digest: str) -> bytes:
        """The sealed bytes of a digest, b"" when they are not here."""
        return self.station.outbox.read(digest)

    async def forget(self, digest: str) -> str:
        """Drop them: they were collected."""
        self.station.outbox.drop(digest)
        return "OK"

    async def check(self, footage: str) -> bytes:
        """A copy read whole once more: b"" when it is what it was, or the fault as a message."""
        try:
            await asyncio.to_thread(self.station.copies.checked, footage)
        except Fault as fault:
            return fault_bytes(fault)
        return b""


def run_errand(order: bytes, public: str, topic: str) -> bytes:
    """The task that a gateway submits: runs on a Machine, in one of its threads."""
    machine = get_worker()
    assert isinstance(machine, Machine)
    key = machine.get_current_task()
    last = 0.0

    def poll() -> None:
        task = machine.state.tasks.get(key)
        if task is None or task.state != "executing":
            raise Withdrawn

    def reached(message: bytes) -> None:
        nonlocal last
        if time.monotonic() - last >= TELL_SECONDS:
            last = time.monotonic()
            machine.log_event(topic, message)

    try:
        return machine.station.look(Errand(order, public), poll, reached)
    except Withdrawn:
        return written({"kind": "Withdrawn"})
