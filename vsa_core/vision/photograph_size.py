"""How large a photograph says it is, read from its first bytes without decoding anything.

PNG (ISO/IEC 15948, 11.2.2), JPEG (ITU-T T.81, B.2.2), WebP (RFC 9649).
"""

import re
import struct
from collections.abc import Callable

Size = tuple[int, int]

_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""JPEG markers that begin a frame; the three left out are tables and a reserved one."""

_BARE = frozenset({0x00, 0x01, *range(0xD0, 0xD8)})
"""JPEG markers without a length, and the zero that makes a byte 255 none."""

_MARKER = re.compile(b"\xff+([^\xff])", re.DOTALL)

MOST_MARKERS = 10_000
"""Markers before the frame after which a JPEG is given up."""


def photograph_size(data: bytes) -> Size | None:
    """(width, height) as stored, in pixels; None when it is no PNG, JPEG or WebP."""
    for begins, read in _FORMATS:
        if data.startswith(begins):
            try:
                return read(data)
            except (struct.error, IndexError):
                return None
    return None


def _png(data: bytes) -> Size | None:
    kind, width, height = struct.unpack_from(">4sII", data, 12)
    return (width, height) if kind == b"IHDR" else None


def _jpeg(data: bytes) -> Size | None:
    at = 2
    for _ in range(MOST_MARKERS):
        found = _MARKER.search(data, at)
        if found is None:
            return None
        marker, at = found[1][0], found.end()
        if marker in _FRAMES:
            height, width = struct.unpack_from(">HH", data, at + 3)
            return width, height
        if marker not in _BARE:
            at += struct.unpack_from(">H", data, at)[0]
    return None


def _webp(data: bytes) -> Size | None:
    form, kind = struct.unpack_from("<8x4s4s", data)
    if form != b"WEBP":
        return None
    if kind == b"VP8 ":
        start, width, height = struct.unpack_from("<3sHH", data, 23)
        return (width & 0x3FFF, height & 0x3FFF) if start == b"\x9d\x01\x2a" else None
    if kind == b"VP8L":
        sign, bits = struct.unpack_from("<BI", data, 20)
        return ((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1) if sign == 0x2F else None
    if kind == b"VP8X":
        return (
            int.from_bytes(data[24:27], "little") + 1,
            int.from_bytes(data[27:30], "little") + 1,
        )
    return None


_FORMATS: tuple[tuple[bytes, Callable[[bytes], Size | None]], ...] = (
    (b"\x89PNG\r\n\x1a\n", _png),
    (b"\xff\xd8\xff", _jpeg),
    (b"RIFF", _webp),
)
