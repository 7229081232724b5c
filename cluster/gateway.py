"""Between the program and the rack: orders one way, sealed bytes the other, and no key of a case.

It holds the certificate, which the program does not, and speaks Dask, in which
whoever holds a certificate can make it run code. So it is a process of its
own, that is handed a public key and nothing else.
"""

import asyncio
from collections.abc import Callable, Coroutine
from uuid import uuid4

import numpy as np

from cluster.census import Census
from cluster.collecting import Collecting
from cluster.copies import LACKING
from cluster.line import Killed, Line
from cluster.station import packed
from cluster.working import run_errand
from vsa_core.domain.footage import Footage
from vsa_core.errors import Unreadable
from vsa_core.pipeline.crew import Died, Failed, Outcome
from vsa_core.pipeline.envelope import Malformed, Message, written
from vsa_core.pipeline.wire import fault_bytes, fault_from, order_from, outcome_bytes

CENSUS_SECONDS = 0.5
"""Seconds between two looks at which machines are there."""

Tell = Callable[[bytes], None]
"""Puts one message on its way to the program."""


class Gateway:
    """Serves one call of the program; what happens to its orders is told as it happens."""

    def __init__(self, line: Line, tell: Tell) -> None:
        self._line = line
        self._tell = tell
        self._census = Census(line)
        self._collecting = Collecting(self._census)
        self._topic = f"relecture-{uuid4().hex}"
        self._public = ""
        self._flying: set[int] = set()
        self._lacking: dict[str, set[str]] = {}
        self._errands: set[asyncio.Task[None]] = set()

    def heard(self, data: bytes) -> None:
        """One message of the program; Malformed (SYS-014) for what is none."""
        message = Message(data)
        what = message.header.text("what", 16)
        if what == "begin":
            self._begin(message)
        elif what == "order":
            self._start(self._errand(message.header.whole("number", 0), _body(message)))
        elif what == "end":
            self._start(self._end())
        else:
            raise Malformed("what")

    def _begin(self, message: Message) -> None:
        """To whom what is seen is sealed, and what must look."""
        sight = message.header.inner("sight")
        self._public = message.header.text("public", 64)
        self._census.asked = {name: sight.text(name) for name in sight.names()}
        self._line.listen(self._topic, self._reached)
        self._start(self._count())

    def _start(self, errand: Coroutine[None, None, None]) -> None:
        task = asyncio.create_task(errand)
        self._errands.add(task)
        task.add_done_callback(self._errands.discard)

    async def _count(self) -> None:
        """Tell the program how much the machines can take, whenever that changes."""
        told = None
        while True:
            try:
                now = await self._census.taken()
            except OSError as error:
                self._tell(fault_bytes(Unreadable("CLU-012", why=type(error).__name__)))
                return
            if now != told:
                told = now
                self._tell(written({"what": "room", "count": now[0], "others": list(now[1])}))
            await asyncio.sleep(CENSUS_SECONDS)

    async def _errand(self, number: int, order: bytes) -> None:
        """One slice looked at by whichever machine is free, and what came of it told."""
        self._flying.add(number)
        footage = order_from(order).footage
        try:
            message = await self._looked(order, footage)
            await self._came(number, footage.digest, message)
        except Killed:
            self._outcome(Died(number))
        except (OSError, Malformed) as error:
            self._outcome(Failed(number, Unreadable("CLU-013", why=str(error))))

    async def _looked(self, order: bytes, footage: Footage) -> Message:
        """What a machine made of it; one that has no copy of the footage leaves it to the others.

        Raises Killed, OSError, Malformed.
        """
        told = (packed(order), self._public, self._topic)
        lacking = self._lacking.setdefault(footage.digest, set())
        while fit := [address for address in self._census.fit if address not in lacking]:
            message = Message(await self._line.send(fit, run_errand, *told))
            if message.header.text("kind", 16) != "Lacking":
                return message
            machine = message.header.text("machine", 64)
            lacking.add(self._census.addresses.get(machine, ""))
            if not lacking & set(fit):
                raise Malformed("machine")
        if not self._census.fit:
            raise Killed
        return Message(outcome_bytes(Failed(0, Unreadable(LACKING, name=footage.name))))

    async def _came(self, number: int, footage: str, message: Message) -> None:
        """Sealed bytes as they are, a fault as it was told; what is lost on the way is a death."""
        header = message.header
        kind, sealed = header.text("kind", 16), b""
        if kind == "Sealed":
            made = header.text("machine", 64), header.text("digest", 64)
            sealed = await self._collecting.collected(*made, footage)
        if sealed:
            self._flying.discard(number)
            self._tell(_with({"what": "sealed", "number": number}, sealed))
        elif kind == Failed.__name__:
            self._outcome(Failed(number, fault_from(message)))
        else:
            self._outcome(Died(number))

    def _outcome(self, outcome: Outcome) -> None:
        self._flying.discard(outcome.number)
        head = {"what": "outcome", "number": outcome.number}
        self._tell(_with(head, outcome_bytes(outcome)))

    def _reached(self, word: object) -> None:
        """How far a slice is; a word that comes after the slice's end is left unsaid."""
        if not isinstance(word, bytes):
            return
        try:
            header = Message(word).header
            number = header.whole("number", 0)
            passes = header.text("kind", 16) == "Reached" and number in self._flying
        except Malformed:
            return
        if passes:
            self._tell(_with({"what": "outcome", "number": number}, word))

    async def _end(self) -> None:
        """The program has every outcome: are the copies still what was admitted?"""
        wrong = await self._collecting.unchanged()
        self._tell(fault_bytes(wrong) if wrong else written({"what": "ended"}))


def _with(header: dict[str, object], body: bytes) -> bytes:
    column = np.frombuffer(body, np.uint8)
    return written({**header, "rows": [len(column)]}, (column,))


def _body(message: Message) -> bytes:
    body = message.column(np.dtype(np.uint8)).tobytes()
    message.end()
    return body
