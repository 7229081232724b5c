import os
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.desk.brought import digest, git_blob
from vsa_core.desk import models_copy
from vsa_core.desk.models_copy import UNFINISHED, copied, swept
from vsa_core.errors import Refused, Unreadable


@pytest.fixture
def key(tmp_path: Path) -> Path:
    """A file as somebody brings it."""
    path = tmp_path / "some.pt"
    path.write_bytes(b"weights" * 1000)
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where copies go."""
    (tmp_path / "weights").mkdir()
    return tmp_path / "weights"


def refused(source: Path, folder: Path, code: str) -> None:
    with pytest.raises(Refused, match=code), copied(source, folder):
        pytest.fail("it was copied")
    assert list(folder.iterdir()) == []


def test_a_copy_has_the_bytes_and_their_names_and_goes_unless_it_is_kept(
    key: Path, folder: Path
) -> None:
    with copied(key, folder) as copy:
        assert copy.path.read_bytes() == key.read_bytes()
        assert copy.path.stat().st_mode & 0o777 == 0o600
        assert (copy.size, copy.digest, copy.git_blob) == (7000, digest(key), git_blob(key))
        assert copy.kept_as == folder / f"{digest(key)}.pt"
    assert list(folder.iterdir()) == []
    with copied(key, folder) as copy:
        copy.path.rename(copy.kept_as)
    assert [path.name for path in folder.iterdir()] == [f"{digest(key)}.pt"]


def test_the_git_name_is_the_one_that_git_gives(key: Path) -> None:
    told = subprocess.run(["git", "hash-object", str(key)], capture_output=True, text=True)
    assert told.stdout.strip() == git_blob(key)


@given(st.binary(min_size=1, max_size=3000))
def test_every_file_is_copied_whole(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    folder = tmp_path_factory.mktemp("copies")
    source = folder / "any.safetensors"
    source.write_bytes(data)
    with copied(source, folder) as copy:
        assert copy.path.read_bytes() == data
        assert (copy.digest, copy.git_blob) == (digest(source), git_blob(source))


def test_folders_links_pipes_and_nothing_are_refused(key: Path, folder: Path) -> None:
    (key.parent / "folder.pt").mkdir()
    (key.parent / "link.pt").symlink_to(key)
    os.mkfifo(key.parent / "pipe.pt")
    for name in ("folder.pt", "link.pt", "pipe.pt", "absent.pt", "na\0me.pt"):
        refused(key.parent / name, folder, "MOD-001")
    if Path("/dev/zero").exists():
        (key.parent / "device.pt").symlink_to("/dev/zero")
        refused(key.parent / "device.pt", folder, "MOD-001")


@pytest.mark.parametrize("name", ["a.onnx", "a.pth", "a.xml", "a", "a.pt.zip"])
def test_what_nobody_reads_here_is_refused_by_its_name(key: Path, folder: Path, name: str) -> None:
    refused(key.rename(key.with_name(name)), folder, "MOD-013")


def test_a_file_that_is_empty_or_too_large_is_refused(
    key: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    empty = key.with_name("empty.pt")
    empty.touch()
    refused(empty, folder, "MOD-015")
    monkeypatch.setattr(models_copy, "LARGEST", 6999)
    refused(key, folder, "MOD-015")


@pytest.mark.parametrize("told", [3000, 9000])
def test_a_file_that_changes_as_it_is_read_is_refused(
    key: Path, folder: Path, monkeypatch: pytest.MonkeyPatch, told: int
) -> None:
    real = os.fstat

    def other(handle: int) -> object:
        found = list(real(handle))
        found[6] = told
        return os.stat_result(found)

    monkeypatch.setattr(models_copy.os, "fstat", other)
    refused(key, folder, "MOD-015")


def test_a_folder_that_takes_nothing_is_said(key: Path, folder: Path) -> None:
    folder.rmdir()
    with pytest.raises(Unreadable, match="MOD-021"), copied(key, folder):
        pytest.fail("it was copied")


def test_what_a_killed_program_left_is_swept_and_nothing_else(folder: Path) -> None:
    (folder / f"{UNFINISHED}0123.pt").write_bytes(b"half")
    (folder / "list").write_bytes(b"list")
    swept(folder)
    assert [path.name for path in folder.iterdir()] == ["list"]
