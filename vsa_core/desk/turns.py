"""Whose turn it is: who shows a picture goes before whoever prepares others."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager


class Turns:
    """One thread at a time; `later` lets all pass that wait for `now`, `now` waits for one step."""

    def __init__(self) -> None:
        self._free = threading.Condition()
        self._taken = False
        self._waiting = 0

    @contextmanager
    def now(self) -> Iterator[None]:
        """As soon as whoever has the turn is done."""
        with self._free:
            self._waiting += 1
            self._free.wait_for(lambda: not self._taken)
            self._waiting -= 1
            self._taken = True
        yield from self._turn()

    @contextmanager
    def later(self) -> Iterator[None]:
        """When nobody waits for `now`."""
        with self._free:
            self._free.wait_for(lambda: not (self._taken or self._waiting))
            self._taken = True
        yield from self._turn()

    def _turn(self) -> Iterator[None]:
        try:
            yield
        finally:
            with self._free:
                self._taken = False
                self._free.notify_all()
