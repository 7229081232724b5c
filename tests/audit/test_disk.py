"""Writing whole or not at all, by single calls that may each fail."""

import errno
import os
from pathlib import Path

import pytest

from vsa_core.audit.disk import PosixDisk, finding, make_folder, put, telling, write_whole
from vsa_core.errors import Fault, Refused, Tampered


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


def test_what_a_disk_refuses_has_its_sentences() -> None:
    with pytest.raises(Refused, match=r"AUD-003.*No space"), telling():
        raise OSError(28, "No space left on device")
    with pytest.raises(Tampered, match="AUD-010"), telling():
        raise Tampered("AUD-010", place=0)


@pytest.mark.parametrize(
    ("number", "kind", "code"),
    [
        (errno.ENOENT, Tampered, "AUD-010"),
        (errno.ELOOP, Tampered, "AUD-010"),
        (errno.EIO, Refused, "AUD-003"),
        (errno.EMFILE, Refused, "AUD-003"),
        (errno.EACCES, Refused, "AUD-003"),
    ],
)
def test_a_disk_that_fails_is_not_called_tampering(
    number: int, kind: type[Fault], code: str
) -> None:
    with pytest.raises(kind, match=code), finding(Tampered("AUD-010", place=0)):
        raise OSError(number, "?")


def test_the_names_of_new_folders_are_on_the_medium(tmp_path: Path) -> None:
    synced = []

    class Watched(PosixDisk):
        def sync_folder(self, folder: Path) -> None:
            synced.append(folder)
            super().sync_folder(folder)

    make_folder(Watched(), tmp_path / "a" / "b")
    make_folder(Watched(), tmp_path / "a" / "b")
    assert synced == [tmp_path / "a", tmp_path, tmp_path / "a"]
