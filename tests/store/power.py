"""Every state a power cut may leave behind, from a record of what a program asked of the disk."""

import os
from collections.abc import Iterator
from itertools import product
from typing import Any

Operation = tuple[str, str, bytes]
SECTOR = 512
SHORT = 3000
"""A write is cut at so many bytes, as the system may."""


class Recorder:
    """Stands in for the `os` module of one file of ours: does everything, and writes it down."""

    def __init__(self) -> None:
        self.done: list[Operation] = []
        self._open: dict[int, str] = {}

    def __getattr__(self, name: str) -> Any:
        return getattr(os, name)

    def open(self, path: Any, flags: int, mode: int = 0o777) -> int:
        handle = os.open(path, flags, mode)
        self._open[handle] = os.fspath(path)
        if flags & os.O_CREAT:
            self.done.append(("create", os.fspath(path), b""))
        return handle

    def write(self, handle: int, data: Any) -> int:
        count = os.write(handle, data[:SHORT])
        self.done.append(("write", self._open[handle], bytes(data[:count])))
        return count

    def fsync(self, handle: int) -> None:
        os.fsync(handle)
        self.done.append(("sync", self._open[handle], b""))

    def rename(self, old: Any, new: Any) -> None:
        os.rename(old, new)
        self.done.append(("rename", os.fspath(old), os.fspath(new).encode()))


def outcomes(
    done: list[Operation], name: str, old: bytes | None
) -> Iterator[tuple[bool, bytes | None]]:
    """What `name` may hold after a cut at every point: (whether all was done, bytes or None).

    Bytes not yet synced may be lost, short, filled with zeros, or there; a
    name not yet synced may be early or late.
    """
    for cut in range(len(done) + 1):
        before = done[:cut]
        for data, named in product(_contents(before), _names(before, name)):
            yield cut == len(done), data if named else old


def _contents(done: list[Operation]) -> list[bytes]:
    whole, synced = b"", True
    for what, path, data in done:
        if what == "write":
            whole, synced = whole + data, False
        elif what == "sync" and not os.path.isdir(path):
            synced = True
    return [whole] if synced else [whole, *_torn(whole)]


def _torn(whole: bytes) -> list[bytes]:
    """Lost, short, filled with zeros, every second sector, only the last sector."""
    odd = bytearray(whole)
    for place in range(0, len(odd), 2 * SECTOR):
        odd[place : place + SECTOR] = bytes(len(odd[place : place + SECTOR]))
    last = bytes(max(0, len(whole) - SECTOR)) + whole[-SECTOR:]
    return [b"", whole[: len(whole) // 2], bytes(len(whole)), bytes(odd), last]


def _names(done: list[Operation], name: str) -> list[bool]:
    target = ("rename", name.encode())
    renamed = [place for place, (what, _, new) in enumerate(done) if (what, new) == target]
    if not renamed:
        return [False]
    after = done[renamed[0] :]
    synced = any(what == "sync" and os.path.isdir(path) for what, path, _ in after)
    return [True] if synced else [False, True]
