"""The two pipes of a process that looks: orders in, outcomes out, and it holds on demand."""

import os
import select
import time

from vsa_core.pipeline.envelope import Frames, framed

TICK = b""
"""The message by which the program says that it is there and wants us at work."""

HOLDING = 2.0
"""Seconds without a tick after which work holds until the next one comes."""

_CHUNK = 2**20


class Gone(Exception):
    """The program closed its end: there is nobody to look for."""


def own_pipes() -> tuple[int, int]:
    """The two pipes of this process, in and out; whatever a library prints goes nowhere."""
    incoming, outgoing = os.dup(0), os.dup(1)
    nowhere = os.open(os.devnull, os.O_RDWR)
    for handle in (0, 1):
        os.dup2(nowhere, handle)
    return incoming, outgoing


class Post:
    """Messages through two pipes, for a process that works between them."""

    def __init__(self, incoming: int, outgoing: int) -> None:
        """Of two open files that are pipes, or like them."""
        self._incoming, self._outgoing = incoming, outgoing
        self._frames = Frames()
        self._waiting: list[bytes] = []
        self._heard = time.monotonic()
        self._coming = select.poll()  # select() knows no file numbered over 1023
        self._coming.register(incoming, select.POLLIN)

    def receive(self) -> bytes:
        """The next message that is not a tick, however long it takes. Raises Gone."""
        while not self._waiting:
            self._take()
        return self._waiting.pop(0)

    def send(self, message: bytes) -> None:
        """Send a message, however long it takes. Raises Gone."""
        rest = memoryview(framed(message))
        try:
            while rest:
                rest = rest[os.write(self._outgoing, rest) :]
        except BrokenPipeError as gone:
            raise Gone from gone

    def attend(self) -> None:
        """Hear what came; come back at once, or when the program wants us at work again.

        Raises Gone when it will never.
        """
        while self._coming.poll(0):
            self._take()
        while time.monotonic() - self._heard > HOLDING:
            self._take()

    def _take(self) -> None:
        """Wait for something to come."""
        data = os.read(self._incoming, _CHUNK)
        if not data:
            raise Gone
        self._heard = time.monotonic()
        self._waiting += [message for message in self._frames.take(data) if message != TICK]
