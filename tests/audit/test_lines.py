"""Cutting and strict reading of lines, hostile ones included."""

import base64
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vsa_core.audit.entry import LINE_MAX
from vsa_core.audit.head import sealed_line
from vsa_core.audit.lines import cut, parse, read_lines, read_seal, strict_object
from vsa_core.errors import Tampered

SEAL = bytes(range(64))
MARK = base64.b64encode(SEAL)


def pieces(data: bytes, offset: int = 0, step: int = 7) -> list[bytes]:
    """Cut `data` read a few bytes at a time."""
    return list(cut(lambda count, at: data[at : at + min(count, step)], offset))


@given(st.binary(max_size=60), st.integers(0, 60), st.integers(1, 9))
def test_cutting_loses_nothing(data: bytes, offset: int, step: int) -> None:
    found = pieces(data, offset, step)
    assert b"".join(found) == data[offset:]
    assert all(piece.find(b"\n") in (-1, len(piece) - 1) for piece in found)


def test_a_line_without_end_stops_the_reading() -> None:
    huge = b"x" * (3 * LINE_MAX)
    found = pieces(huge, step=4_096)
    assert LINE_MAX < len(found[0]) <= LINE_MAX + 4_096
    assert len(found) == 1


def test_a_line_is_taken_apart() -> None:
    line = parse(sealed_line(b'{"a":1,"b":["x"]}', SEAL), 0)
    assert (line.record, line.seal) == ({"a": 1, "b": ["x"]}, SEAL)


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"", "AUD-101"),
        (b'{"a":1}\t' + MARK, "AUD-101"),
        (b'{"a":1}' + b" " * LINE_MAX + b"\t" + MARK + b"\n", "AUD-101"),
        (b'{"a":1}\n', "AUD-102"),
        (b'{"a":1}\t\n', "AUD-102"),
        (b'{"a":1}\t' + MARK[:-4] + b"\n", "AUD-102"),
        (b'{"a":1}\t' + MARK[:-3] + b"/==\n", "AUD-102"),
        (b'{"a":1}\t' + MARK + b"\t\n", "AUD-102"),
        (b'{"a":1}\t' + MARK + b"\r\n", "AUD-102"),
    ],
)
def test_a_line_is_whole_and_sealed(raw: bytes, code: str) -> None:
    with pytest.raises(Tampered, match=code):
        parse(raw, 0)


HOSTILE = [
    b"",
    b"[]",
    b"1",
    b"{",
    b"\xff",
    b"\x00" * 20,
    b'{"a": 1}',
    b'{"b":1,"a":1}',
    b'{"a":1,"a":1}',
    b'{"a":1.0}',
    b'{"a":1e3}',
    b'{"a":NaN}',
    b'{"a":-0}',
    b'{"a":9007199254740992}',
    b'{"a":' + b"9" * 5_000 + b"}",
    b'{"a":"\\u00e9"}',
    b'{"\xc3\xa9":1}',
    b'{"a":"\\ud800"}',
    b'{"a":"\x01"}',
    b'{"a":' + b"[" * 30_000 + b"]" * 30_000 + b"}",
]


@pytest.mark.parametrize("body", HOSTILE, ids=range(len(HOSTILE)))
def test_only_canonical_objects_are_records(body: bytes) -> None:
    with pytest.raises(Tampered, match="AUD-103"):
        parse(sealed_line(body, SEAL), 0)


@given(st.binary(max_size=80))
def test_any_bytes_are_told_apart(data: bytes) -> None:
    with pytest.raises((ValueError, RecursionError)):
        strict_object(b"[" + data)


def test_a_seal_is_exactly_64_bytes_in_base64() -> None:
    assert read_seal(MARK) == SEAL
    for mark in (b"", b"AAAA", MARK[:-1], MARK + b"\n", base64.b64encode(SEAL[:-1])):
        assert read_seal(mark) == b""


def test_a_file_is_read_line_by_line(tmp_path: Path) -> None:
    (tmp_path / "log").write_bytes(b"one\ntwo\nthr")
    assert list(read_lines(tmp_path / "log")) == [b"one\n", b"two\n", b"thr"]
    (tmp_path / "link").symlink_to(tmp_path / "log")
    for name in ("absent", "link"):
        with pytest.raises(Tampered, match="AUD-010"):
            list(read_lines(tmp_path / name))
