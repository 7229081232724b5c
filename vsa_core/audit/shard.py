"""Where a journal lies: one folder for each half-year in which a log began."""

import hashlib
import re
import stat
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from vsa_core.audit.disk import Disk, finding, put, telling
from vsa_core.errors import Refused, Tampered, Unreadable, WrongUsage

NAME = re.compile(r"[0-9]{4}H[12](?:-[2-9])?")
"""A shard's name: its half-year, and a number where others of that half-year were given up."""

_TORN = re.compile(r"torn-[0-9]{9}-[0-9a-f]{16}\.bin")
SMALL = 1 << 20


@dataclass(frozen=True, slots=True)
class Shard:
    """The files of one log."""

    folder: Path

    @property
    def name(self) -> str:
        """The half-year in which it began; names sort as the shards follow each other."""
        return self.folder.name

    @property
    def log(self) -> Path:
        """One record a line."""
        return self.folder / "audit.jsonl"

    @property
    def head(self) -> Path:
        """The copy of the newest signed head."""
        return self.folder / "head"

    @property
    def inception(self) -> Path:
        """How the log began."""
        return self.folder / "inception.json"

    def torn_path(self, size: int, data: bytes) -> Path:
        """Where the bytes of a write torn after `size` records are kept; the same bytes, once."""
        return self.folder / f"torn-{size:09}-{hashlib.sha256(data).hexdigest()[:16]}.bin"

    def torn(self) -> list[Path]:
        """Quarantined bytes of torn writes, in order of name."""
        return sorted(path for path in self.folder.iterdir() if _TORN.fullmatch(path.name))


def half_year(t: int) -> str:
    """The shard's name for microseconds since 1970 UTC: 2026H2."""
    day = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(microseconds=t)
    return f"{day.year:04}H{1 if day.month <= 6 else 2}"


def shards(folder: Path) -> list[Shard]:
    """Every log in the journal's folder, oldest first."""
    with telling():
        found = sorted(folder.iterdir()) if folder.is_dir() else []
    return [Shard(path) for path in found if NAME.fullmatch(path.name)]


def newest(folder: Path) -> Shard:
    """The log in use. Raises Unreadable (AUD-001) when there is none: it is never made silently."""
    found = shards(folder)
    if not found:
        raise Unreadable("AUD-001", folder=folder.name)
    return found[-1]


def named(folder: Path, name: str) -> Shard:
    """The log of that name. Raises WrongUsage (AUD-024) when there is none."""
    if not NAME.fullmatch(name) or not (folder / name).is_dir():
        raise WrongUsage("AUD-024", shard=name, place=0)
    return Shard(folder / name)


def make(disk: Disk, folder: Path, name: str, files: Mapping[str, bytes]) -> Shard:
    """Make a log's folder with its first files, all or nothing.

    Raises Refused (AUD-002) when there is already one of that name.
    """
    if (folder / name).exists():
        raise Refused("AUD-002", folder=folder.name)
    fresh = folder / f".new-{name}"
    fresh.mkdir(mode=0o700, exist_ok=True)
    for file, data in files.items():
        put(disk, fresh / file, data)
    disk.sync_folder(fresh)
    disk.rename(fresh, folder / name)
    disk.sync_folder(folder)
    return Shard(folder / name)


def read_small(path: Path, code: str) -> bytes:
    """The bytes of a small regular file.

    Raises Tampered (`code`) when it is absent, special or huge, Refused
    (AUD-003) when the disk does not give it: a worn disk is no tampering.
    """
    with finding(Tampered(code, file=path.name)):
        found = path.lstat()
        if stat.S_ISREG(found.st_mode) and found.st_size <= SMALL:
            return path.read_bytes()
    raise Tampered(code, file=path.name)
