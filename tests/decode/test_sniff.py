"""A file is judged by its bytes: what it is, and why it cannot be read."""

import io
import struct
from pathlib import Path

import pytest

from tests import films, odd_files
from vsa_core.decode.sniff import explain_failure, lacks_index, locked, refuses_opening


def box(kind: bytes, inside: bytes = b"") -> bytes:
    return struct.pack(">I4s", 8 + len(inside), kind) + inside


def verdict(data: bytes) -> str:
    return explain_failure(io.BytesIO(data))


@pytest.mark.parametrize(
    "text",
    [
        b"ffconcat version 1.0\nfile a.mp4\n",
        b"\xef\xbb\xbfffconcat version 1.0\n",
        b"#EXTM3U\n#EXTINF:5,\nseg.ts\n",
        b"  \r\n#extm3u\n",
        b"[playlist]\nFile1=a.mp4\n",
        b"v=0\r\no=- 0 0 IN IP4 127.0.0.1\r\n",
        b"<ASX version='3.0'>",
        b"<smil>",
        b'<?xml version="1.0"?>\n<MPD xmlns="urn:mpeg:dash">',
        b"rtsp://camera/1\n",
        b"concat:a.ts|b.ts",
    ],
)
def test_lists_of_other_files_never_reach_the_reader(text: bytes) -> None:
    assert refuses_opening(io.BytesIO(text)) == "SRC-011"


@pytest.mark.parametrize("data", [b"this is not a video", box(b"ftyp"), b"RIFF\0\0\0\0AVI ", b"v"])
def test_other_bytes_may_be_tried(data: bytes) -> None:
    assert refuses_opening(io.BytesIO(data)) == ""


def test_nothing_is_said_to_be_empty() -> None:
    assert refuses_opening(io.BytesIO(b"")) == "SRC-010"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"some prose", "SRC-013"),
        (b"\0", "SRC-013"),
        (b"\xff\xd8\xff\xe0 a photograph", "SRC-014"),
        (b"\x89PNG\r\n\x1a\n", "SRC-014"),
        (b"%PDF-1.7", "SRC-014"),
        (b"PK\x03\x04", "SRC-014"),
        (b"RIFF\0\0\0\0WAVE", "SRC-014"),
        (b"\x7fELF", "SRC-014"),
        (b"RIFF\0\0\0\0AVI ", "SRC-019"),
        (b"\x1aE\xdf\xa3", "SRC-019"),
        (b"DHAV", "SRC-019"),
        (b"\x47" + bytes(187) + b"\x47" + bytes(187), "SRC-019"),
        (box(b"ftyp", b"isom") + box(b"mdat", bytes(99)), "SRC-012"),
        (box(b"ftyp", b"isom") + box(b"moov", bytes(99))[:40], "SRC-012"),
        (box(b"ftyp", b"isom") + box(b"moov", bytes(99)), "SRC-019"),
        (box(b"ftyp") + box(b"moov", box(b"trak", box(b"encv"))), "SRC-015"),
        (box(b"moof", box(b"traf", box(b"senc"))), "SRC-015"),
    ],
)
def test_why_it_cannot_be_read(data: bytes, code: str) -> None:
    assert verdict(data) == code


def test_scrambled_transport_packets_are_encryption() -> None:
    clear = b"\x47\x41\x00\x10" + bytes(184)
    scrambled = b"\x47\x41\x00\x90" + bytes(184)
    assert not locked(io.BytesIO(clear * 20))
    assert locked(io.BytesIO(clear * 5 + scrambled * 20))


def test_real_files(tmp_path: Path) -> None:
    whole = films.constant(tmp_path)
    with whole.path.open("rb") as file:
        assert not lacks_index(file)
        assert not locked(file)
    with odd_files.truncated(whole).open("rb") as file:
        assert lacks_index(file)
        assert explain_failure(file) == "SRC-012"


@pytest.mark.parametrize("size", [0, 1, 7, 2**32 - 1])
def test_absurd_box_sizes_end_the_look(size: int) -> None:
    data = struct.pack(">I4s", size, b"free") * 3
    assert verdict(data) in {"SRC-012", "SRC-013"}


def test_a_box_of_a_huge_declared_length_is_survived() -> None:
    data = struct.pack(">I4sQ", 1, b"moov", 2**63 - 1) + bytes(64)
    assert verdict(data) == "SRC-012"
