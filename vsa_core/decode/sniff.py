"""What a file is by its bytes, and why it cannot be read; never by its name."""

import os
import re
from collections.abc import Iterator
from typing import BinaryIO

EMPTY = "SRC-010"
PLAYLIST = "SRC-011"
NO_INDEX = "SRC-012"
UNKNOWN = "SRC-013"
NOT_ALLOWED = "SRC-014"
ENCRYPTED = "SRC-015"
BROKEN = "SRC-019"

_HEAD = 4096
_MOOV_LIMIT = 16 * 2**20
_MAX_BOXES = 10_000

_PLAYLIST = re.compile(
    rb"\s*(ffconcat|#extm3u|\[playlist\]|v=0\r?\n|<asx|<smil|<mpd|(rtsp|rtmp|https?|file|concat):"
    rb"|<\?xml.*<(mpd|smil|asx|playlist))",
    re.IGNORECASE | re.DOTALL,
)

_FILM_SIGNS = (
    (0, b"RIFF"),
    (0, b"\x1aE\xdf\xa3"),
    (0, b"FLV\x01"),
    (0, b"\x30\x26\xb2\x75\x8e\x66\xcf\x11"),
    (0, b"DHAV"),
    (0, b"DKIF"),
    (0, b"\x00\x00\x01\xba"),
    (0, b"\x00\x00\x01\xb3"),
    (0, b"\x00\x00\x00\x01"),
)

_OTHER_SIGNS = (
    (0, b"\xff\xd8\xff"),
    (0, b"\x89PNG"),
    (0, b"GIF8"),
    (0, b"BM"),
    (0, b"%PDF"),
    (0, b"PK\x03\x04"),
    (0, b"OggS"),
    (0, b"ID3"),
    (0, b"fLaC"),
    (8, b"WAVE"),
    (8, b"WEBP"),
    (0, b"\x7fELF"),
    (0, b"MZ"),
)

_ISO_BOXES = frozenset(
    (b"ftyp", b"moov", b"mdat", b"moof", b"styp", b"sidx", b"free", b"skip", b"wide", b"pnot")
)
_LOCKED = (b"encv", b"senc", b"pssh")


def refuses_opening(file: BinaryIO) -> str:
    """Why the bytes must never reach the reader: SRC-010 (empty), SRC-011 (names others) or ""."""
    head = _head(file)
    if not head:
        return EMPTY
    return PLAYLIST if _PLAYLIST.match(head.lstrip(b"\xef\xbb\xbf")) else ""


def explain_failure(file: BinaryIO) -> str:
    """Why a file that the reader gave up on cannot be read: one of SRC-012 to SRC-015, SRC-019."""
    if dict(_boxes(file)).keys() & _ISO_BOXES:
        if locked(file):
            return ENCRYPTED
        return NO_INDEX if lacks_index(file) else BROKEN
    head = _head(file)
    if any(head[at : at + len(sign)] == sign for at, sign in _OTHER_SIGNS):
        return NOT_ALLOWED
    if any(head[at : at + len(sign)] == sign for at, sign in _FILM_SIGNS) or _is_transport(head):
        return BROKEN
    return UNKNOWN


def lacks_index(file: BinaryIO) -> bool:
    """Whether an ISO file (MP4, MOV, 3GP) lacks the whole of its index of samples, "moov"."""
    boxes = dict(_boxes(file))
    if not boxes.keys() & _ISO_BOXES:
        return False
    at, size = boxes.get(b"moov", (0, 0))
    return size == 0 or at + size > file.seek(0, os.SEEK_END)


def locked(file: BinaryIO) -> bool:
    """Whether an ISO file declares encrypted samples (ISO/IEC 23001-7), or a transport stream does.

    Looks into at most 16 MiB of the boxes "moov" and "moof", or at the
    scrambling bits of the first packets (ISO/IEC 13818-1, 2.4.3.3).
    """
    for kind, (at, size) in _boxes(file):
        if kind in (b"moov", b"moof"):
            file.seek(at)
            inside = file.read(min(size, _MOOV_LIMIT))
            if any(mark in inside for mark in _LOCKED):
                return True
    head = _head(file, 188 * 1000)
    return _is_transport(head) and _scrambled(head)


def _head(file: BinaryIO, length: int = _HEAD) -> bytes:
    file.seek(0)
    return file.read(length)


def _is_transport(head: bytes) -> bool:
    return len(head) >= 2 * 188 and any(
        head[at] == head[at + 188] == 0x47 for at in range(min(188, len(head) - 188))
    )


def _scrambled(head: bytes) -> bool:
    start = next(at for at in range(188) if head[at] == head[at + 188] == 0x47)
    bits = [head[at + 3] >> 6 for at in range(start, len(head) - 188, 188)]
    return 2 * sum(1 for bit in bits if bit >= 2) > len(bits)


def _boxes(file: BinaryIO) -> Iterator[tuple[bytes, tuple[int, int]]]:
    """Kind, and where and how long, of each top-level ISO box; stops at the first absurd one."""
    at = 0
    for _ in range(_MAX_BOXES):
        file.seek(at)
        header = file.read(16)
        if len(header) < 8 or not header[4:8].isalnum():
            return
        size = int.from_bytes(header[:4], "big")
        if size == 1:
            size = int.from_bytes(header[8:16], "big")
        yield header[4:8], (at, size or _MOOV_LIMIT)
        if size < 8 or at + size >= 2**63:
            return
        at += size
