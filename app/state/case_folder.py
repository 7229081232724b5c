"""What lies in a folder where a case is, or might be."""

import os
import shutil
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from vsa_core.desk.cases import NAME_FILE

ENOUGH_BYTES = 2 * 2**30
"""With less free room than this, indexing may not come to its end."""


class Lies(StrEnum):
    """What was found at a path."""

    NOTHING = "nothing"  # a folder can be made here
    EMPTY = "empty"
    CASE = "case"
    FILES = "files"  # a folder of something else
    CLOSED = "closed"  # no folder, or one that may not be read or written


@dataclass(frozen=True, slots=True)
class Found:
    """What lies at `folder`, and the bytes free on its disk (0 where nobody can tell)."""

    folder: str
    lies: Lies
    free: int

    @property
    def takes_a_case(self) -> bool:
        """Whether a new case may be opened there."""
        return self.lies in (Lies.NOTHING, Lies.EMPTY)

    @property
    def roomy(self) -> bool:
        """Whether there is room enough to work."""
        return self.free >= ENOUGH_BYTES


def look(folder: str) -> Found:
    """Look at a path without touching it; may wait for a slow disk."""
    try:
        path = Path(folder)
        nearest = _nearest(path)
        free = shutil.disk_usage(nearest).free
        return Found(folder, _lies(path, nearest), free)
    except (OSError, ValueError):  # ValueError: a null character
        return Found(folder, Lies.CLOSED, 0)


def _lies(path: Path, nearest: Path) -> Lies:
    if not nearest.is_dir() or not os.access(nearest, os.R_OK | os.W_OK | os.X_OK):
        return Lies.CLOSED
    if nearest != path:
        return Lies.NOTHING
    if (path / NAME_FILE).is_file():
        return Lies.CASE
    return Lies.FILES if any(path.iterdir()) else Lies.EMPTY


def _nearest(path: Path) -> Path:
    while path != path.parent and not _exists(path):
        path = path.parent
    return path


def _exists(path: Path) -> bool:
    """Whether something has that name, a link to nowhere too; OSError for a name no disk takes."""
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    return True
