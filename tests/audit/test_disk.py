"""Writing whole or not at all, by single calls that may each fail."""

import os
from pathlib import Path

import pytest

from vsa_core.audit.disk import PosixDisk, put, write_whole


class Short(PosixDisk):
    """A disk that takes one byte less than it is given."""

    def write(self, file: int, data: bytes) -> int:
        return super().write(file, data[:-1])


class Unsynced(PosixDisk):
    """A disk whose sync fails."""

    def sync(self, file: int) -> None:
        raise OSError(5, "Input/output error")


def test_a_file_is_put_whole(tmp_path: Path) -> None:
    put(PosixDisk(), tmp_path / "head", b"one")
    put(PosixDisk(), tmp_path / "head", b"two")
    PosixDisk().sync_folder(tmp_path)
    assert (tmp_path / "head").read_bytes() == b"two"
    assert [path.name for path in tmp_path.iterdir()] == ["head"]
    assert (tmp_path / "head").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("disk", [Short(), Unsynced()])
def test_a_failure_leaves_the_old_file(disk: PosixDisk, tmp_path: Path) -> None:
    put(PosixDisk(), tmp_path / "head", b"old")
    with pytest.raises(OSError, match=r"short|Input"):
        put(disk, tmp_path / "head", b"new")
    assert (tmp_path / "head").read_bytes() == b"old"


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "target").write_bytes(b"mine")
    (tmp_path / "head.new").symlink_to(tmp_path / "target")
    with pytest.raises(OSError, match="links"):
        put(PosixDisk(), tmp_path / "head", b"new")
    assert (tmp_path / "target").read_bytes() == b"mine"


def test_a_short_write_is_never_continued(tmp_path: Path) -> None:
    file = os.open(tmp_path / "log", os.O_RDWR | os.O_CREAT)
    with pytest.raises(OSError, match="short write"):
        write_whole(Short(), file, b"line\n")
    PosixDisk().truncate(file, 0)
    write_whole(PosixDisk(), file, b"line\n")
    os.close(file)
    assert (tmp_path / "log").read_bytes().endswith(b"line\n")
