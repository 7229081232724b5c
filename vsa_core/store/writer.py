"""Segments are born whole: built in memory, sealed, written aside, synced, renamed."""

import hashlib
import os
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from vsa_core.domain.ports import SegmentRecord
from vsa_core.domain.track import POINT, TRACK, Part, Segment
from vsa_core.store.durable import write_durably
from vsa_core.store.layout import image
from vsa_core.store.reader import FOLDER, KIND, SegmentReader
from vsa_core.store.sealed import Random, seal


class Segments:
    """The sealed segments of one case: the SegmentShelf port."""

    def __init__(self, folder: Path, key: bytes, random: Random = os.urandom) -> None:
        """`folder`: the case's; `key`: its segment key (32 bytes)."""
        (folder / FOLDER).mkdir(mode=0o700, exist_ok=True)
        self._reader = SegmentReader(folder, key)
        self._key = key
        self._random = random

    def write(self, segment: Segment, camera: str, run: str) -> SegmentRecord:
        """Seal, write, fsync, rename, fsync the folder; the record is not yet in the catalogue.

        Raises Bug (STO-014) when the segment contradicts itself, Unreadable
        (STO-005) when the disk will not take it.
        """
        sealed = seal(image(segment), self._key, KIND, {"run": run}, self._random)
        name = hashlib.sha256(sealed).hexdigest()
        write_durably(self.path(name), sealed)
        footage = tuple(dict.fromkeys(part.footage for part in segment.parts))
        return SegmentRecord(name, camera, footage, len(segment.table), len(segment.points), run)

    def read(self, name: str) -> Segment:
        """The segment of that name; raises what `SegmentReader.read` raises."""
        return self._reader.read(name)

    def path(self, name: str) -> Path:
        """Where the sealed bytes of a segment lie."""
        return self._reader.path(name)


def merge(segments: Sequence[Segment]) -> Segment:
    """One segment holding the tracks of all, in the order given; rows keep their order.

    Segment i's tracks begin at the sum of the lengths of the tables before
    it, its points and parts likewise.
    """
    parts: tuple[Part, ...] = ()
    tables, points, offset = [np.zeros(0, TRACK)], [np.zeros(0, POINT)], 0
    for segment in segments:
        table = segment.table.copy()
        table["part"] += len(parts)
        table["offset"] += offset
        parts += segment.parts
        offset += len(segment.points)
        tables.append(table)
        points.append(segment.points)
    return Segment(parts, np.concatenate(tables), np.concatenate(points))
