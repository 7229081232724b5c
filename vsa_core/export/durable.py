"""Bytes that are on the disk once they are said to be written."""

import os
from pathlib import Path


def settle(path: Path) -> None:
    """Push a written file to the disk."""
    # Windows only flushes a handle that may write.
    descriptor = os.open(path, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def settle_folder(folder: Path) -> None:
    """Push a folder's names to the disk; Windows offers no way, and journals them itself."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def write(path: Path, data: bytes) -> None:
    """A new file with these bytes, on the disk. Raises FileExistsError over an old one."""
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
