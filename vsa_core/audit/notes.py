"""The notes kept beside a log: its own checkpoints, and those that the DPO cosigned."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from vsa_core.audit.disk import Disk, put
from vsa_core.audit.shard import Shard, read_small, shards
from vsa_core.domain.case import Act

EVERY = 1_024
"""A checkpoint is kept at each multiple of this many records."""

MARKED = frozenset({Act.SESSION_CLOSE, Act.EXPORT_DONE, Act.SHARD_END})
"""Acts after which a checkpoint is kept."""

_CHECKPOINT = re.compile(r"cp-([0-9]{9,15})\.note")
_COSIGNED = re.compile(r"dpo-([0-9]{9,15})\.note")


@dataclass(frozen=True, slots=True)
class Note:
    """One kept note: `size` is what its name says, believed by nobody yet."""

    shard: str
    size: int
    path: Path

    @property
    def data(self) -> bytes:
        """Its bytes; Tampered (AUD-119) when it is no small regular file."""
        return read_small(self.path, "AUD-119")


def checkpoint_path(shard: Shard, size: int) -> Path:
    """Where the checkpoint of that size is kept."""
    return shard.folder / f"cp-{size:09}.note"


def cosigned_path(shard: Shard, size: int) -> Path:
    """Where the cosigned checkpoint of that size is kept."""
    return shard.folder / f"dpo-{size:09}.note"


def checkpoints(shard: Shard) -> list[Note]:
    """The log's own checkpoints, smallest first."""
    return sorted(_found(shard, _CHECKPOINT), key=lambda note: note.size)


def cosigned(shard: Shard) -> list[Note]:
    """The cosigned checkpoints, smallest first."""
    return sorted(_found(shard, _COSIGNED), key=lambda note: note.size)


def latest_cosigned(folder: Path) -> Note | None:
    """The newest checkpoint that the DPO cosigned, in whichever shard; None before the first."""
    kept = [note for shard in shards(folder) for note in cosigned(shard)]
    return kept[-1] if kept else None


def keep(disk: Disk, path: Path, data: bytes) -> None:
    """Write a note down for good: its bytes and its name are on the medium on return."""
    put(disk, path, data)
    disk.sync_folder(path.parent)


def _found(shard: Shard, pattern: re.Pattern[str]) -> Iterator[Note]:
    for path in shard.folder.iterdir():
        named = pattern.fullmatch(path.name)
        if named:
            yield Note(shard.folder.name, int(named[1]), path)
