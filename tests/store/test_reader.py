"""Reading sealed segments: authenticated before a byte of HDF5 is parsed."""

import hashlib
from pathlib import Path

import numpy as np
import pytest

from tests.store.samples import KEY, same, segment
from vsa_core.errors import Bug, Tampered, Unreadable
from vsa_core.store import reader
from vsa_core.store.layout import image
from vsa_core.store.reader import KIND, SegmentReader
from vsa_core.store.sealed import seal
from vsa_core.store.writer import Segments


@pytest.fixture
def name(tmp_path: Path) -> str:
    return Segments(tmp_path, KEY).write(segment(1), "Porte nord", "r").name


def test_what_was_written_is_read(tmp_path: Path, name: str) -> None:
    assert same(SegmentReader(tmp_path, KEY).read(name), segment(1))


def _stored(folder: Path, data: bytes) -> str:
    name = hashlib.sha256(data).hexdigest()
    SegmentReader(folder, KEY).path(name).write_bytes(data)
    return name


def test_a_thousand_damages_and_hdf5_never_sees_one(
    tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each damaged file is put under its own digest: what refuses it is the seal itself."""

    def parsed(_: bytes) -> None:
        raise AssertionError("bytes that were not authenticated were parsed")

    shelf = SegmentReader(tmp_path, KEY)
    good = shelf.path(name).read_bytes()
    monkeypatch.setattr(reader, "parse", parsed)
    rng = np.random.default_rng(0)
    for number in range(1000):
        damaged = bytearray(good)
        if number % 4:
            bit = int(rng.integers(8 * len(good)))
            damaged[bit // 8] ^= 1 << bit % 8
        else:
            del damaged[int(rng.integers(len(good))) :]
        stored = _stored(tmp_path, bytes(damaged))
        with pytest.raises(Tampered, match="STO-002"):
            shelf.read(stored)
        shelf.path(stored).unlink()
    with pytest.raises(AssertionError):
        shelf.read(name)


def test_a_file_under_another_name_is_refused(tmp_path: Path, name: str) -> None:
    shelf = Segments(tmp_path, KEY)
    other = shelf.write(segment(2), "Porte nord", "r").name
    shelf.path(other).replace(shelf.path(name))
    with pytest.raises(Tampered, match="STO-002"):
        shelf.read(name)
    with pytest.raises(Unreadable, match="STO-001"):
        shelf.read(other)


def test_another_key_opens_nothing(tmp_path: Path, name: str) -> None:
    with pytest.raises(Tampered, match="STO-002"):
        SegmentReader(tmp_path, bytes(32)).read(name)


def test_a_sealed_file_of_another_kind_is_refused(tmp_path: Path, name: str) -> None:
    stored = _stored(tmp_path, seal(image(segment(1)), KEY, "ledger", {}))
    with pytest.raises(Tampered, match="STO-002"):
        SegmentReader(tmp_path, KEY).read(stored)


def test_sealed_bytes_that_are_no_segment_are_refused(tmp_path: Path, name: str) -> None:
    stored = _stored(tmp_path, seal(b"not HDF5", KEY, KIND, {}))
    with pytest.raises(Tampered, match="STO-003"):
        SegmentReader(tmp_path, KEY).read(stored)


@pytest.mark.parametrize("bad", ["", "../catalogue", "A" * 64, "0" * 63, "0" * 64 + "\n"])
def test_a_name_is_never_a_path(tmp_path: Path, bad: str) -> None:
    with pytest.raises(Bug, match="STO-006"):
        SegmentReader(tmp_path, KEY).path(bad)


def test_a_link_is_not_followed(tmp_path: Path, name: str) -> None:
    path = SegmentReader(tmp_path, KEY).path(name)
    path.rename(tmp_path / "elsewhere")
    path.symlink_to(tmp_path / "elsewhere")
    with pytest.raises(Unreadable, match="STO-001"):
        SegmentReader(tmp_path, KEY).read(name)
