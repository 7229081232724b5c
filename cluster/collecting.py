"""Sealed observations fetched from the machines that made them, each by its digest."""

import hashlib

from cluster.census import Census
from vsa_core.errors import Fault
from vsa_core.pipeline.envelope import Message
from vsa_core.pipeline.wire import fault_from


class Collecting:
    """Remembers what was fetched from where: at the end each machine reads its copies once more."""

    def __init__(self, census: Census) -> None:
        self._census = census
        self._looked: set[tuple[str, str]] = set()

    async def collected(self, machine: str, digest: str, footage: str) -> bytes:
        """The sealed bytes; none (b"") when the machine is gone, or gives other bytes."""
        sealed = await self._asked(machine, {"op": "relecture_collect", "digest": digest})
        if not isinstance(sealed, bytes) or hashlib.sha256(sealed).hexdigest() != digest:
            return b""
        self._looked.add((machine, footage))
        await self._asked(machine, {"op": "relecture_forget", "digest": digest})
        return sealed

    async def unchanged(self) -> Fault | None:
        """Whether each copy that was looked at is still what was admitted; the first fault if not.

        A machine that is gone by now cannot say so, and is passed over: no
        touch was seen while it looked.
        """
        for machine, footage in sorted(self._looked):
            told = await self._asked(machine, {"op": "relecture_check", "footage": footage})
            if isinstance(told, bytes) and told:
                return fault_from(Message(told))
        return None

    async def _asked(self, machine: str, question: dict[str, str]) -> object:
        address = self._census.addresses.get(machine)
        return None if address is None else await self._census.line.ask(address, question)
