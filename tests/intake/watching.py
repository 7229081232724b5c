"""Sees every opening of a file in a folder, even by native code (inotify, Linux only)."""

import ctypes
import os
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_IN_OPEN = 0x20
_HEADER = struct.Struct("iIII")


@contextmanager
def openings(folder: Path) -> Iterator[set[str]]:
    """Names of the files of `folder` opened in the block; filled when it ends."""
    library = ctypes.CDLL(None, use_errno=True)
    watch = library.inotify_init1(os.O_NONBLOCK)
    assert library.inotify_add_watch(watch, os.fsencode(folder), _IN_OPEN) >= 0
    names: set[str] = set()
    try:
        yield names
    finally:
        names.update(_names(watch))
        os.close(watch)


def _names(watch: int) -> Iterator[str]:
    try:
        events = os.read(watch, 2**16)
    except BlockingIOError:
        return
    at = 0
    while at < len(events):
        length = _HEADER.unpack_from(events, at)[3]
        at += _HEADER.size
        yield os.fsdecode(events[at : at + length].rstrip(b"\0"))
        at += length
