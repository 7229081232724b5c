"""Whose turn it is to write, and who is still there: locks between programs on one machine."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

_FLAGS = os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW


@contextmanager
def turn(folder: Path) -> Iterator[None]:
    """Be the only writer of `folder`; waits for the one who is, who holds it for one record.

    The lock is the kernel's: it dies with its program, and is never left behind.
    """
    file = os.open(folder / "lock", _FLAGS, 0o600)
    try:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
    finally:
        os.close(file)


@dataclass(frozen=True, slots=True)
class Seat:
    """A number held for as long as its program has the journal open; `file` is its lock."""

    number: int
    file: int

    def leave(self) -> None:
        """Give the number back, once."""
        os.close(self.file)


def take_seat(folder: Path) -> Seat:
    """The first free number from 1; to be called in one's turn."""
    number = 1
    while (file := _try(folder, number)) is None:
        number += 1
    return Seat(number, file)


def is_taken(folder: Path, number: int) -> bool:
    """Whether a living program holds that number; to be called in one's turn."""
    file = _try(folder, number)
    if file is None:
        return True
    os.close(file)
    return False


def _try(folder: Path, number: int) -> int | None:
    file = os.open(folder / f"seat-{number}", _FLAGS, 0o600)
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(file)
        return None
    return file
