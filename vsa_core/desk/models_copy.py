"""A file of weights that a person brings, copied once: what is checked is the copy."""

import hashlib
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from vsa_core.errors import Refused, Unreadable
from vsa_core.intake.opening import visible_name

LARGEST = 1 << 29
"""Bytes of a file of weights at most: stock detectors have 5 to 140 million."""

SUFFIXES = frozenset({".pt", ".safetensors"})
"""What has a reader here: checkpoints of ultralytics, and tensor files of our own network."""

UNFINISHED = ".adding-"
"""How the name of a copy begins that nobody listed yet."""

CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Copy:
    """The copy of a file of weights, and what its bytes are called.

    digest: SHA-256 (hex); git_blob: its name in a git repository (SHA-1 over
    ``blob <length>`` and the bytes), by which some publishers make theirs known.
    """

    path: Path
    size: int
    digest: str
    git_blob: str

    @property
    def kept_as(self) -> Path:
        """Where the copy lies once it is listed."""
        return self.path.with_name(self.digest + self.path.suffix)


@contextmanager
def copied(source: Path, folder: Path) -> Iterator[Copy]:
    """Copy `source` into `folder` and read it on the way; what was not kept is gone at the end.

    Raises Refused (MOD-001) for what is not a regular file, a link too,
    (MOD-013) for a kind of file that has no reader, (MOD-015) for one that is
    empty or larger than LARGEST; Unreadable (MOD-021) when the copy cannot be
    written.
    """
    name = visible_name(source)
    suffix = source.suffix.lower()
    if suffix not in SUFFIXES:
        raise Refused("MOD-013", name=name, known=" ".join(sorted(SUFFIXES)))
    with _opened(source, name) as file:
        size = os.fstat(file.fileno()).st_size
        if not 0 < size <= LARGEST:
            raise Refused("MOD-015", name=name, size=size, largest=LARGEST)
        path = folder / f"{UNFINISHED}{os.urandom(8).hex()}{suffix}"
        try:
            yield _copy(file, path, size, name)
        finally:
            path.unlink(missing_ok=True)


def swept(folder: Path) -> None:
    """Remove the copies that a killed program left unfinished."""
    for path in folder.glob(f"{UNFINISHED}*"):
        path.unlink(missing_ok=True)


def _opened(source: Path, name: str) -> BinaryIO:
    flags = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
    try:
        # Looked at first: opening some devices is already an act.
        if not stat.S_ISREG(os.lstat(source).st_mode):
            raise Refused("MOD-001", name=name)
        file = os.fdopen(os.open(source, flags), "rb")
    except (OSError, ValueError) as wrong:
        raise Refused("MOD-001", name=name) from wrong
    if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
        file.close()
        raise Refused("MOD-001", name=name)
    return file


def _copy(file: BinaryIO, path: Path, size: int, name: str) -> Copy:
    whole, blob = hashlib.sha256(), hashlib.sha1(b"blob %d\0" % size, usedforsecurity=False)
    left = size
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o600)
        with os.fdopen(handle, "wb") as out:
            while chunk := file.read(min(CHUNK, left + 1)):
                left -= len(chunk)
                if left < 0:
                    break
                whole.update(chunk)
                blob.update(chunk)
                out.write(chunk)
            out.flush()
            os.fsync(handle)
    except OSError as wrong:
        raise Unreadable("MOD-021", name=name, why=wrong.strerror or "") from wrong
    if left:
        raise Refused("MOD-015", name=name, size=size, largest=LARGEST)  # it changes as it is read
    return Copy(path, size, whole.hexdigest(), blob.hexdigest())
