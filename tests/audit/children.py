"""Other programs, played by forked children that write the same journal and may be killed."""

import os
import signal
from collections.abc import Callable
from pathlib import Path

from tests.audit.world import query, reopen

Work = Callable[[int], None]


def child(work: Work) -> tuple[int, int]:
    """Fork; the child does `work(writing end of a pipe)`. Returns its id and the reading end."""
    reading, writing = os.pipe()
    number = os.fork()
    if number == 0:
        status = 1
        try:
            os.close(reading)
            work(writing)
            status = 0
        finally:
            os._exit(status)
    os.close(writing)
    return number, reading


def everything(reading: int) -> bytes:
    """All that the child says until it ends."""
    with os.fdopen(reading, "rb") as stream:
        return stream.read()


def ended_well(number: int) -> bool:
    """Wait for the child; whether it ended by itself without an error."""
    return os.waitpid(number, 0)[1] == 0


def kill(number: int) -> None:
    """kill -9, and wait."""
    os.kill(number, signal.SIGKILL)
    os.waitpid(number, 0)


def asks(folder: Path, count: int, who: str) -> Work:
    """Ask `count` questions; each receipt goes down the pipe as one line."""

    def work(writing: int) -> None:
        with reopen(folder) as journal:
            for number in range(count):
                receipt = journal.append(query(number, who))
                os.write(writing, f"{receipt.sequence} {receipt.entry}\n".encode())

    return work
