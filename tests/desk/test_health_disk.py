import shutil
from pathlib import Path

import pytest

from vsa_core.desk import health_disk
from vsa_core.desk.health import State
from vsa_core.desk.health_disk import NEEDED_BYTES, WANTED_BYTES, filesystem, folder, nearest, space


def private(path: Path) -> Path:
    path.mkdir(mode=0o700)
    return path


def test_a_home_still_to_be_made_is_good_and_is_not_made(tmp_path: Path) -> None:
    found = folder(tmp_path / "a" / "b")
    assert (found.state, found.told) == (State.GOOD, "coming")
    assert found.values == (("path", str(tmp_path / "a" / "b")),)
    assert list(tmp_path.iterdir()) == []


def test_a_home_that_others_may_read_is_bad(tmp_path: Path) -> None:
    home = private(tmp_path / "home")
    assert folder(home).told == "private"
    home.chmod(0o750)
    assert (folder(home).state, folder(home).told) == (State.BAD, "open")


def test_a_home_that_takes_nothing_is_bad(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(health_disk.os, "access", lambda path, mode: False)
    for home in (private(tmp_path / "home"), tmp_path / "coming"):
        assert (folder(home).state, folder(home).told) == (State.BAD, "shut")


@pytest.mark.parametrize(
    ("free", "state"),
    [
        (WANTED_BYTES, State.GOOD),
        (WANTED_BYTES - 1, State.WARNING),
        (NEEDED_BYTES, State.WARNING),
        (NEEDED_BYTES - 1, State.BAD),
        (0, State.BAD),
    ],
)
def test_free_space_has_two_steps(
    free: int, state: State, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = shutil.disk_usage(tmp_path)._replace(free=free)
    monkeypatch.setattr(health_disk.shutil, "disk_usage", lambda path: usage)
    found = space(tmp_path / "to be made")
    assert (found.state, found.values) == (state, (("free", f"{free / 2**30:.1f}"),))


def mounted(folder: Path, *lines: str) -> Path:
    """A list of mounts, as Linux writes it."""
    path = folder / "mounts"
    path.write_text("\n".join(lines) + "\n")
    return path


@pytest.mark.parametrize(
    ("kind", "state", "told"),
    [
        ("ext4", State.GOOD, "local"),
        ("btrfs", State.GOOD, "local"),
        ("nfs4", State.WARNING, "remote"),
        ("cifs", State.WARNING, "remote"),
        ("fuse.sshfs", State.WARNING, "remote"),
        ("tmpfs", State.WARNING, "passing"),
        ("vfat", State.WARNING, "open"),
    ],
)
def test_the_kind_of_disk_is_judged(
    kind: str, state: State, told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = str(tmp_path.resolve()).replace(" ", r"\040")
    lines = ["/dev/sda1 / ext4 rw 0 0", f"there {place} {kind} rw 0 0", "proc /proc proc rw 0 0"]
    monkeypatch.setattr(health_disk, "MOUNTS", mounted(tmp_path, *lines))
    found = filesystem(tmp_path / "home")
    assert (found.state, found.told, found.values) == (state, told, (("kind", kind),))


def test_the_last_mount_of_a_place_hides_the_ones_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = [f"{n} {tmp_path.resolve()} {kind} rw 0 0" for n, kind in enumerate(("ext4", "nfs"))]
    monkeypatch.setattr(health_disk, "MOUNTS", mounted(tmp_path, *lines))
    assert filesystem(tmp_path).told == "remote"


def test_a_name_with_a_space_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = private(tmp_path / "my home")
    place = str(home.resolve()).replace(" ", r"\040")
    lines = ["/dev/sda1 / ext4 rw 0 0", f"x {place} cifs rw 0 0"]
    monkeypatch.setattr(health_disk, "MOUNTS", mounted(tmp_path, *lines))
    assert filesystem(home).told == "remote"


def test_a_disk_that_nobody_lists_is_unknown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for lists in (tmp_path / "none", mounted(tmp_path, "proc /proc proc rw 0 0")):
        monkeypatch.setattr(health_disk, "MOUNTS", lists)
        assert (filesystem(tmp_path).state, filesystem(tmp_path).told) == (State.WARNING, "unknown")


def test_the_nearest_folder_exists(tmp_path: Path) -> None:
    assert nearest(tmp_path / "a" / "b") == nearest(tmp_path) == tmp_path
