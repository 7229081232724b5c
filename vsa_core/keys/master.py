"""The machine's master key: one file, named after its key, replaced without anybody present."""

import hashlib
import os
import re
from dataclasses import dataclass, field
from pathlib import Path

from vsa_core.errors import Tampered
from vsa_core.keys.private_file import destroy, read_private, write_private
from vsa_core.keys.wrap import Random

LENGTH = 32
_NAME = re.compile(r"[0-9a-f]{16}")


@dataclass(frozen=True, slots=True, eq=False)
class Master:
    """32 bytes, and a name derived from them (16 hexadecimal digits) that tells nothing of them."""

    name: str
    key: bytes = field(repr=False)


def new_master(random: Random = os.urandom) -> Master:
    """A master key, not yet on disk."""
    return _named(random(LENGTH))


def keep(folder: Path, master: Master) -> None:
    """Write the key's file, mode 0600; Unreadable (KEY-011) when the disk will not take it."""
    write_private(_path(folder, master.name), master.key)


def load(folder: Path, name: str) -> Master:
    """The master key of that name.

    Raises Refused (KEY-004) when others may read its file, Unreadable
    (KEY-005) when it is absent, Tampered (KEY-006) when it is another key.
    """
    path = _path(folder, name)
    master = _named(read_private(path))
    if master.name != name or len(master.key) != LENGTH:
        raise Tampered("KEY-006", file=path.name)
    return master


def destroy_others(folder: Path, name: str) -> None:
    """Destroy every master key of `folder` but this one, unfinished files included."""
    kept = _path(folder, name)
    for path in sorted(folder.glob("master-*")):
        if path != kept:
            destroy(path)


def _named(key: bytes) -> Master:
    return Master(hashlib.sha256(b"relecture/master/v1" + key).hexdigest()[:16], key)


def _path(folder: Path, name: str) -> Path:
    if not _NAME.fullmatch(name):
        raise Tampered("KEY-009")
    return folder / f"master-{name}.key"
