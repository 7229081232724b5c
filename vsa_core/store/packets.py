"""The packet index of each footage, sealed in a file of its own."""

import os
from pathlib import Path

import numpy as np

from vsa_core.domain.footage import PacketIndex
from vsa_core.domain.provenance import Canonical
from vsa_core.domain.track import Structured
from vsa_core.errors import Tampered
from vsa_core.store.columns import pack, unpack
from vsa_core.store.durable import read_regular, write_durably
from vsa_core.store.sealed import Random, seal, unseal

KIND = "packets"
FOLDER = "packets"
LIMIT = 2**31
"""Bytes of the largest index read."""

_TIMES = ("pts", "dts", "size", "pos", "duration")
_PACKET = np.dtype([*((name, "<i8") for name in _TIMES), ("key", "u1")])


class Packets:
    """Packet indexes of one case, by footage digest."""

    def __init__(self, folder: Path, key: bytes, random: Random = os.urandom) -> None:
        """`folder`: the case's; `key`: its segment key (32 bytes)."""
        self._folder = folder / FOLDER
        self._folder.mkdir(mode=0o700, exist_ok=True)
        self._key = key
        self._random = random

    def write(self, digest: str, packets: PacketIndex) -> None:
        """Keep the index of a footage; Unreadable (STO-005) when the disk will not take it."""
        header: dict[str, Canonical] = {"footage": digest, "packets": len(packets.pts)}
        plain = pack(_steps(packets))
        write_durably(self._path(digest), seal(plain, self._key, KIND, header, self._random))

    def read(self, digest: str) -> PacketIndex:
        """The index of a footage.

        Raises Unreadable (STO-001), Tampered (STO-002 altered, or another
        footage's index put in its place; STO-003).
        """
        name = self._path(digest).name
        data = read_regular(self._path(digest), LIMIT)
        header, plain = unseal(data, self._key, KIND, name)
        count = header.get("packets")
        if header.get("footage") != digest or not isinstance(count, int):
            raise Tampered("STO-002", kind=KIND, name=name)
        return _summed(unpack(plain, _PACKET, count))

    def _path(self, digest: str) -> Path:
        return self._folder / f"{digest}.idx"


def _steps(packets: PacketIndex) -> Structured:
    """Each packet as its difference from the one before, modulo 2**64: small and repetitive."""
    rows = np.zeros(len(packets.pts), _PACKET)
    for name in _TIMES:
        column = getattr(packets, name).astype("<i8").view("<u8")
        rows[name] = np.diff(column, prepend=np.zeros(1, "<u8")).view("<i8")
    rows["key"] = packets.key
    return rows


def _summed(rows: Structured) -> PacketIndex:
    summed = {name: np.cumsum(rows[name], dtype=np.uint64).view(np.int64) for name in _TIMES}
    return PacketIndex(key=rows["key"].astype(np.bool_), **summed)
