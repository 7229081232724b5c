"""The little of Dask's client that a gateway uses: who is there, a question, an errand, a word."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Any, Protocol, Self
from uuid import uuid4

from distributed import Client
from distributed.scheduler import KilledWorker

from cluster.papers import Seat
from cluster.quiet import enclosed
from vsa_core.errors import Unreadable

CONNECT_SECONDS = 15
"""Seconds in which a scheduler must answer."""


@dataclass(frozen=True, slots=True)
class There:
    """A machine that a scheduler knows, and how many slices it takes at once."""

    address: str
    name: str
    slices: int


class Killed(Exception):
    """The machine that had the errand is gone."""


class Line(Protocol):
    """A way to the machines of a rack; every failure of it is an OSError."""

    async def machines(self) -> list[There]:
        """Those that the scheduler knows now."""

    async def ask(self, address: str, question: dict[str, str]) -> object:
        """A machine's answer, plain values; None when it went away."""

    async def send(self, at: Collection[str], errand: Callable[..., bytes], *told: object) -> bytes:
        """Have one of these addresses run an errand; raises Killed when it died with it."""

    def listen(self, topic: str, heard: Callable[[object], None]) -> None:
        """Hear every word that machines say on a topic."""


class DaskLine:
    """A line by Dask; a context that closes it."""

    def __init__(self, client: Any) -> None:
        self._client = client

    @classmethod
    async def open(cls, seat: Seat) -> Self:
        """A line to the scheduler of a seat; Unreadable (CLU-012) when it gives none."""
        try:
            client: Any = Client(  # type: ignore[no-untyped-call]
                seat.scheduler,
                asynchronous=True,
                security=enclosed(seat),
                set_as_default=False,
                timeout=CONNECT_SECONDS,
            )
            return cls(await client)
        except (OSError, ValueError) as error:  # a refused certificate is an OSError too
            raise Unreadable("CLU-012", why=type(error).__name__) from error

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *told: object) -> None:
        await self._client.close(timeout=1)

    async def machines(self) -> list[There]:
        """Those that the scheduler knows now, in order of address."""
        known = (await self._client.scheduler.identity())["workers"]
        return [
            There(address, str(known[address]["name"]), int(known[address]["nthreads"]))
            for address in sorted(known)
        ]

    async def ask(self, address: str, question: dict[str, str]) -> object:
        """The answer, through the scheduler; None when the machine is gone, or gives none."""
        told = await self._client.scheduler.broadcast(
            msg=question, workers=[address], on_error="ignore"
        )
        return told.get(address)

    async def send(self, at: Collection[str], errand: Callable[..., bytes], *told: object) -> bytes:
        """As the protocol says; what is no bytes is an OSError."""
        key = f"look-{uuid4().hex}"
        here = {"workers": list(at), "allow_other_workers": False}
        try:
            result = await self._client.submit(errand, *told, key=key, retries=0, **here)
        except KilledWorker as error:
            raise Killed from error
        except Exception as error:  # whatever Dask, or a hostile machine, raises
            raise OSError(type(error).__name__) from error
        if not isinstance(result, bytes):
            raise OSError("no bytes")
        return result

    def listen(self, topic: str, heard: Callable[[object], None]) -> None:
        """Hear what machines log on a topic, without the time at which they did."""
        self._client.subscribe_topic(topic, lambda event: heard(event[1]))
