"""Reads a file once: SHA-256 of the whole and of each block."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import BinaryIO

BLOCK = 64 * 2**20
"""Bytes of one block; its digest tells where a damaged copy differs, and allows spot checks."""

_CHUNK = 2**20


@dataclass(frozen=True, slots=True)
class Hashed:
    """SHA-256 (hex, FIPS 180-4) of the whole, size in bytes, and SHA-256 of each 64 MiB block."""

    digest: str
    size: int
    blocks: tuple[str, ...]


def hash_file(file: BinaryIO, tell: Callable[[], None] | None = None) -> Hashed:
    """Hash an open file from its first byte to its last, in one reading.

    `tell` is called between two readings, every few milliseconds; what it
    raises ends the hashing. Raises OSError when the medium fails; the file's
    position is left at the end.
    """
    file.seek(0)
    whole = hashlib.sha256()
    blocks: list[str] = []
    size = 0
    block = hashlib.sha256()
    while read := memoryview(file.read(_CHUNK)):
        if tell is not None:
            tell()
        whole.update(read)
        room = BLOCK - size % BLOCK
        block.update(read[:room])
        size += len(read)
        if len(read) >= room:
            blocks.append(block.hexdigest())
            block = hashlib.sha256(read[room:])
    if size % BLOCK:
        blocks.append(block.hexdigest())
    return Hashed(whole.hexdigest(), size, tuple(blocks))
