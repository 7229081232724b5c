"""The file that keeps a person's recent cases: private, replaced whole, read with suspicion."""

import hashlib
import json
import os
import stat
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from vsa_core.errors import Unreadable

KEPT = 12
LIMIT = 65_536
"""Bytes of the longest list that is read."""

LONGEST = 4096
"""Characters of the longest path or number that is believed."""

LATEST = 253_402_300_799_000_000
"""The last microsecond that a calendar can show (31 December 9999)."""


@dataclass(frozen=True, slots=True)
class Recent:
    """A case that was entered: its folder and number, and when (microseconds since 1970 UTC)."""

    folder: str
    number: str
    entered: int


class RecentFile:
    """One small file per person in `folder`; it names folders and numbers, nothing of a case."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def read(self, name: str) -> tuple[Recent, ...]:
        """The person's recent cases, latest first; none where there is no file.

        Raises Unreadable (USE-080) when the file is not such a list: it has
        been set aside under another name, so that the next reading is clean.
        """
        path = self._path(name)
        try:
            data = _bytes(path)
        except FileNotFoundError:
            return ()
        except OSError as error:
            raise self._set_aside(path) from error
        try:
            return _understood(data)
        except (ValueError, RecursionError) as error:
            raise self._set_aside(path) from error

    def write(self, name: str, recents: Sequence[Recent]) -> None:
        """Replace the person's list; Unreadable (USE-081) when the disk does not take it."""
        rows = [{"folder": r.folder, "number": r.number, "entered_us": r.entered} for r in recents]
        path = self._path(name)
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            _replace(path, json.dumps({"v": 1, "cases": rows}).encode("ascii"))
        except OSError as error:
            raise Unreadable("USE-081", path=str(path), why=error.strerror or "") from error

    def _path(self, name: str) -> Path:
        """A name may hold anything, a path too; its digest holds nothing."""
        digest = hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()
        return self._folder / f"recent-{digest[:32]}.json"

    def _set_aside(self, path: Path) -> Unreadable:
        aside = path.with_suffix(".broken")
        try:
            os.replace(path, aside)
        except OSError as error:
            return Unreadable("USE-081", path=str(path), why=error.strerror or "")
        return Unreadable("USE-080", path=str(aside))


def _bytes(path: Path) -> bytes:
    handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    with open(handle, "rb") as file:
        found = os.fstat(handle)
        if not stat.S_ISREG(found.st_mode) or found.st_size > LIMIT:
            raise OSError("not such a file")
        return file.read(LIMIT)


def _understood(data: bytes) -> tuple[Recent, ...]:
    fields = json.loads(data)
    if not isinstance(fields, dict) or fields.get("v") != 1:
        raise ValueError("not such a list")
    rows = fields.get("cases")
    if not isinstance(rows, list):
        raise ValueError("not such a list")
    return tuple(_row(row) for row in rows[:KEPT])


def _row(row: object) -> Recent:
    if not isinstance(row, dict):
        raise ValueError("not such a row")
    folder, number, entered = (row.get(key) for key in ("folder", "number", "entered_us"))
    if not (isinstance(folder, str) and isinstance(number, str) and type(entered) is int):
        raise ValueError("not such a row")
    if not (_is_path(folder) and len(number) <= LONGEST and 0 <= entered <= LATEST):
        raise ValueError("not such a row")
    return Recent(folder, number, entered)


def _is_path(text: str) -> bool:
    """Whether the text may name a folder; UnicodeError, a ValueError, when no disk can hold it."""
    os.fsencode(text)
    return os.path.isabs(text) and "\0" not in text and len(text) <= LONGEST


def _replace(path: Path, data: bytes) -> None:
    aside = path.with_suffix(".tmp")
    aside.unlink(missing_ok=True)
    handle = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o600)
    with open(handle, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(handle)
    os.replace(aside, path)
