"""Sealed segments of one case, read back: named, authenticated, then parsed."""

import hashlib
import re
from pathlib import Path

from vsa_core.domain.track import Segment
from vsa_core.errors import Bug, Tampered
from vsa_core.store.durable import read_regular
from vsa_core.store.layout import LIMIT, parse
from vsa_core.store.sealed import unseal

KIND = "segment"
FOLDER = "segments"
ENDING = ".seg"
_NAME = re.compile(r"[0-9a-f]{64}")


class SegmentReader:
    """Reads the segments of one case folder; the first half of the SegmentShelf port."""

    def __init__(self, folder: Path, key: bytes) -> None:
        """`folder`: the case's; `key`: its segment key (32 bytes)."""
        self._folder = folder / FOLDER
        self._key = key

    def path(self, name: str) -> Path:
        """Where the sealed bytes of a segment lie; Bug (STO-006) when that is no segment's name."""
        if not _NAME.fullmatch(name):
            raise Bug("STO-006", name=name)
        return self._folder / (name + ENDING)

    def read(self, name: str) -> Segment:
        """The segment of that name.

        Raises Unreadable (STO-001 absent, STO-004 newer format), Tampered
        (STO-002 not the bytes that were sealed, STO-003 sealed, yet not a
        segment's layout).
        """
        data = read_regular(self.path(name), 2 * LIMIT)
        if hashlib.sha256(data).hexdigest() != name:
            raise Tampered("STO-002", kind=KIND, name=name)
        _, image = unseal(data, self._key, KIND, name)
        return parse(image)
