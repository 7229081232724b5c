"""A gateway as a child of ours: messages go in and come out, and nobody waits for either."""

import os
import select
import subprocess
from collections.abc import Callable, Mapping, Sequence
from typing import Self

from vsa_core.errors import Unreadable
from vsa_core.pipeline.envelope import Frames, framed

TICK = 20
"""Milliseconds at most between two calls of `poll`."""

CHUNK = 2**18
FAREWELL = 5.0
"""Seconds that a gateway has to end once it is told nothing more."""


class GatewayPipe:
    """The child that a command starts, in both directions; a context that ends it."""

    def __init__(self, command: Sequence[str], environment: Mapping[str, str]) -> None:
        self._command, self._environment = list(command), dict(environment)
        self._frames = Frames()
        self._waiting = bytearray()

    def __enter__(self) -> Self:
        self._child = subprocess.Popen(  # noqa: S603  # our own program, by its own interpreter
            self._command,
            env=self._environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        assert self._child.stdin is not None
        assert self._child.stdout is not None
        self._into, self._from = self._child.stdin.fileno(), self._child.stdout.fileno()
        os.set_blocking(self._into, False)
        os.set_blocking(self._from, False)
        self._ready = select.poll()
        self._ready.register(self._from, select.POLLIN)
        return self

    def __exit__(self, *told: object) -> None:
        """The end of its input is what ends a gateway; one that does not hear it is killed."""
        for pipe in (self._child.stdin, self._child.stdout):
            if pipe is not None:
                pipe.close()
        try:
            self._child.wait(FAREWELL if told[0] is None else 0.2)
        except subprocess.TimeoutExpired:
            self._child.kill()
            self._child.wait()

    def send(self, message: bytes) -> None:
        """Put a message on its way; it goes on while `messages` is asked."""
        self._waiting += framed(message)
        self._push()

    def messages(self, poll: Callable[[], None]) -> list[bytes]:
        """What came within a tick, often nothing; `poll` is called first.

        Raises Unreadable (CLU-008) when the gateway has ended, Malformed when
        what it says is no message.
        """
        poll()
        self._ready.register(self._into, select.POLLOUT if self._waiting else 0)
        ready = {handle for handle, _ in self._ready.poll(TICK)}
        self._push()
        if self._from not in ready:
            return []
        data = os.read(self._from, CHUNK)
        if not data:
            raise Unreadable("CLU-008")
        return self._frames.take(data)

    def _push(self) -> None:
        try:
            while self._waiting:
                del self._waiting[: os.write(self._into, self._waiting[:CHUNK])]
        except BlockingIOError:
            return
        except BrokenPipeError:
            self._waiting.clear()  # reading will say that it has ended
