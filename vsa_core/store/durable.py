"""Files that are whole or absent: written aside, synced, renamed; links are never followed."""

import errno
import os
import stat
from pathlib import Path

from vsa_core.errors import Unreadable

NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT})
"""What a system says of a disk, or of a person's share of it, that is full."""

UNFINISHED = ".tmp"
"""How the name of a file still being written ends."""


def write_durably(path: Path, data: bytes) -> None:
    """Write `data` to `path`: temporary file beside it, fsync, rename, fsync of the folder.

    When it returns, `path` holds `data` through any kill or power cut; at
    every instant before, its old content or nothing. Raises Unreadable
    (STO-021 when the disk is full, STO-005 when it fails); nothing is tried twice.
    """
    temporary = path.with_name(path.name + UNFINISHED)
    try:
        _write_new(temporary, data)
        os.rename(temporary, path)
        sync_folder(path.parent)
    except OSError as error:
        if error.errno in NO_ROOM:
            raise Unreadable("STO-021", name=path.name) from error
        raise Unreadable("STO-005", name=path.name, why=error.strerror or "") from error


def _write_new(path: Path, data: bytes) -> None:
    path.unlink(missing_ok=True)
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o600)
    try:
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(handle, rest) :]
        os.fsync(handle)
    except OSError:
        path.unlink(missing_ok=True)
        raise
    finally:
        os.close(handle)


def sync_folder(folder: Path) -> None:
    """Make the names in `folder` survive a power cut. Raises OSError."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def read_regular(path: Path, limit: int) -> bytes:
    """The bytes of a regular file of at most `limit` bytes, never through a link.

    Raises Unreadable (STO-001) when it is absent, larger, or not a regular file.
    """
    try:
        handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
        with open(handle, "rb") as file:
            found = os.fstat(handle)
            if not stat.S_ISREG(found.st_mode) or found.st_size > limit:
                raise Unreadable("STO-001", name=path.name, why="not a regular file")
            return file.read(limit)
    except OSError as error:
        raise Unreadable("STO-001", name=path.name, why=error.strerror or "") from error


def remove(path: Path) -> None:
    """Unlink a file that is no longer wanted; absent is already removed. Unreadable (STO-005)."""
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise Unreadable("STO-005", name=path.name, why=error.strerror or "") from error
