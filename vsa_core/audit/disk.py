"""The few system calls that write the journal, behind a plug so that tests can break each."""

import errno
import os
from pathlib import Path
from typing import Protocol


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
