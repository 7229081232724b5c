"""Writing for good: flushed, never over an old file."""

import os
from pathlib import Path

import pytest

from vsa_core.export import durable


def test_bytes_are_flushed_before_they_are_said_to_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    flushed: list[int] = []
    monkeypatch.setattr(os, "fsync", lambda descriptor: flushed.append(os.fstat(descriptor).st_ino))
    durable.write(tmp_path / "a", b"abc")
    durable.settle(tmp_path / "a")
    durable.settle_folder(tmp_path)
    inode = (tmp_path / "a").stat().st_ino
    assert flushed == [inode, inode, tmp_path.stat().st_ino]
    assert (tmp_path / "a").read_bytes() == b"abc"


def test_an_old_file_is_never_replaced(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"old")
    with pytest.raises(FileExistsError):
        durable.write(tmp_path / "a", b"new")
    assert (tmp_path / "a").read_bytes() == b"old"
