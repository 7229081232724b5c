"""A file that only its owner can read, replaced whole or not at all, and destroyed when told."""

import fcntl
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from vsa_core.errors import Refused, Unreadable

OTHERS = stat.S_IRWXG | stat.S_IRWXO
LIMIT = 64 * 2**20
"""No private file of ours is larger than this, in bytes."""


def write_private(path: Path, data: bytes) -> None:
    """Write `data` to `path`, mode 0600: temporary file, fsync, rename, fsync of the folder.

    At every instant, power cuts included, `path` holds its old bytes or its
    new ones. Raises Unreadable (KEY-011) when the disk will not take them.
    """
    temporary = path.with_name(path.name + ".tmp")
    try:
        temporary.unlink(missing_ok=True)
        _write_new(temporary, data)
        os.rename(temporary, path)
        sync_folder(path.parent)
    except OSError as error:
        raise Unreadable("KEY-011", file=path.name, why=error.strerror or "") from error


def _write_new(path: Path, data: bytes) -> None:
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
    """Make the names in `folder` survive a power cut."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def read_private(path: Path) -> bytes:
    """The bytes of `path`.

    Raises Refused (KEY-004) when others than its owner may read it or it is
    not a regular file, Unreadable (KEY-005) when it is absent or unreadable.
    """
    try:
        handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    except OSError as error:
        raise Unreadable("KEY-005", file=path.name, why=error.strerror or "") from error
    with open(handle, "rb") as file:
        _check(path, os.fstat(handle))
        try:
            return file.read(LIMIT)
        except OSError as error:
            raise Unreadable("KEY-005", file=path.name, why=error.strerror or "") from error


def _check(path: Path, found: os.stat_result) -> None:
    if not stat.S_ISREG(found.st_mode) or found.st_mode & OTHERS:
        raise Refused("KEY-004", file=path.name)


def destroy(path: Path) -> None:
    """Overwrite `path` with zeros, fsync, unlink, fsync the folder; absent is already destroyed.

    A drive that moves blocks about may keep an old copy: full-disk encryption
    answers that, this call does not (NIST SP 800-88, cryptographic erase).
    Raises Unreadable (KEY-011) when it cannot.
    """
    try:
        _blank(path)
        path.unlink()
        sync_folder(path.parent)
    except FileNotFoundError:
        return
    except OSError as error:
        raise Unreadable("KEY-011", file=path.name, why=error.strerror or "") from error


def _blank(path: Path) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_NOFOLLOW)
    try:
        os.write(handle, bytes(os.fstat(handle).st_size))
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Wait until no other process is changing the private files of `folder`, and hold it so."""
    handle = os.open(folder / ".lock", os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o600)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        fcntl.flock(handle, fcntl.LOCK_UN)  # closing alone would leave it to a forked child
        os.close(handle)
