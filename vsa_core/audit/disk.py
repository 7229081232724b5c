"""The few system calls that write the journal, behind a plug so that tests can break each."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

from vsa_core.errors import Fault, Refused

GONE = frozenset({errno.ENOENT, errno.ENOTDIR, errno.EISDIR, errno.ELOOP, errno.ENXIO})
"""What a system says when a file is gone, or something else stands in its place."""


class Disk(Protocol):
    """What the journal asks of a disk; every method raises OSError when it fails."""

    def write(self, file: int, data: bytes) -> int:
        """One write(); how many bytes were taken."""

    def sync(self, file: int) -> None:
        """Return only when the file's bytes are on the medium."""

    def truncate(self, file: int, size: int) -> None:
        """Cut the file to `size` bytes."""

    def rename(self, source: Path, target: Path) -> None:
        """Give `source` the name `target`, replacing a file of that name in one step."""

    def sync_folder(self, folder: Path) -> None:
        """Return only when the folder's names are on the medium."""


class PosixDisk:
    """The disk of a POSIX system."""

    def write(self, file: int, data: bytes) -> int:
        """One write()."""
        return os.write(file, data)

    def sync(self, file: int) -> None:
        """fsync; after a failure nothing is known of the file and nobody retries."""
        os.fsync(file)

    def truncate(self, file: int, size: int) -> None:
        """ftruncate."""
        os.ftruncate(file, size)

    def rename(self, source: Path, target: Path) -> None:
        """rename, atomic within one file system."""
        os.replace(source, target)

    def sync_folder(self, folder: Path) -> None:
        """fsync of the folder."""
        file = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(file)
        finally:
            os.close(file)


def make_folder(disk: Disk, folder: Path) -> None:
    """Make a folder and those above it; their names are on the medium on return."""
    made = [path for path in (folder, *folder.parents) if not path.exists()] or [folder]
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    for path in made:
        disk.sync_folder(path.parent)


@contextmanager
def telling() -> Iterator[None]:
    """Tell what a disk refuses as Refused (AUD-003), which has its sentences."""
    try:
        yield
    except OSError as error:
        raise Refused("AUD-003", reason=error.strerror or type(error).__name__) from error


@contextmanager
def finding(missing: Fault) -> Iterator[None]:
    """Raise `missing` where a file is gone or replaced; other failures are the disk's (AUD-003)."""
    with telling():
        try:
            yield
        except OSError as error:
            if error.errno in GONE:
                raise missing from error
            raise


def write_whole(disk: Disk, file: int, data: bytes) -> None:
    """Write `data` by one call and sync it; OSError on a short write, which is never continued."""
    if disk.write(file, data) != len(data):
        raise OSError(errno.EIO, "short write")
    disk.sync(file)


def put(disk: Disk, path: Path, data: bytes) -> None:
    """Write a whole small file: temporary name, sync, rename. A reader sees the old or the new."""
    fresh = path.with_name(path.name + ".new")
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW
    file = os.open(fresh, flags, 0o600)
    try:
        write_whole(disk, file, data)
    finally:
        os.close(file)
    disk.rename(fresh, path)
