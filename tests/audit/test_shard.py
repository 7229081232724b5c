"""Where logs lie, and that one is made whole or not at all."""

import os
from pathlib import Path

import pytest

from tests.audit.world import BEGUN
from vsa_core.audit.disk import PosixDisk
from vsa_core.audit.shard import SMALL, Shard, half_year, make, named, newest, read_small, shards
from vsa_core.errors import Refused, Tampered, Unreadable, WrongUsage

FILES = {"inception.json": b"{}\n", "audit.jsonl": b"line\n", "head": b"note\n"}


class Breaking(PosixDisk):
    """A disk that fails at one of its calls."""

    def __init__(self, at: int) -> None:
        self.left = at

    def write(self, file: int, data: bytes) -> int:
        self._tick()
        return super().write(file, data)

    def rename(self, source: Path, target: Path) -> None:
        self._tick()
        super().rename(source, target)

    def _tick(self) -> None:
        self.left -= 1
        if self.left < 0:
            raise OSError(28, "No space left on device")


def test_half_years_are_utc() -> None:
    assert half_year(BEGUN) == "2026H2"
    assert half_year(1_782_863_999_999_999) == "2026H1"
    assert half_year(1_782_864_000_000_000) == "2026H2"


def test_a_log_is_made_once(tmp_path: Path) -> None:
    shard = make(PosixDisk(), tmp_path, "2026H2", FILES)
    assert newest(tmp_path) == shard
    assert shard.log.read_bytes() == b"line\n"
    assert shard.head.read_bytes() == b"note\n"
    assert shard.inception.read_bytes() == b"{}\n"
    with pytest.raises(Refused, match="AUD-002"):
        make(PosixDisk(), tmp_path, "2026H2", FILES)


@pytest.mark.parametrize("at", range(7))
def test_a_log_is_made_whole_or_not_at_all(at: int, tmp_path: Path) -> None:
    with pytest.raises(OSError, match="space"):
        make(Breaking(at), tmp_path, "2026H2", FILES)
    assert shards(tmp_path) == []
    make(PosixDisk(), tmp_path, "2026H2", FILES)
    assert sorted(path.name for path in newest(tmp_path).folder.iterdir()) == sorted(FILES)


def test_no_log_is_not_an_empty_log(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "absent"):
        with pytest.raises(Unreadable, match="AUD-001"):
            newest(folder)


def test_the_newest_log_is_the_one_in_use(tmp_path: Path) -> None:
    for name in ("2026H1", "2026H2", "2025H2", "2026H3", "notes", ".new-2027H1", "2026H2-1"):
        (tmp_path / name).mkdir()
    assert newest(tmp_path).name == "2026H2"
    (tmp_path / "2026H2-2").mkdir()
    assert [shard.name for shard in shards(tmp_path)] == ["2025H2", "2026H1", "2026H2", "2026H2-2"]


def test_a_log_is_found_by_its_name(tmp_path: Path) -> None:
    make(PosixDisk(), tmp_path, "2026H2", FILES)
    assert named(tmp_path, "2026H2") == newest(tmp_path)
    for name in ("2027H1", "..", "notes"):
        with pytest.raises(WrongUsage, match="AUD-024"):
            named(tmp_path, name)


def test_torn_files_are_known_by_their_name(tmp_path: Path) -> None:
    shard = Shard(tmp_path)
    path = shard.torn_path(12, b"half a li")
    for name in (path.name, path.name + ".new", "torn-1.bin", "xtorn"):
        (tmp_path / name).write_bytes(b"half a li")
    assert shard.torn() == [path]
    assert path.name.startswith("torn-000000012-")


def test_small_files_only(tmp_path: Path) -> None:
    (tmp_path / "right").write_bytes(b"x" * SMALL)
    assert len(read_small(tmp_path / "right", "AUD-111")) == SMALL
    (tmp_path / "huge").write_bytes(b"x" * (SMALL + 1))
    (tmp_path / "link").symlink_to(tmp_path / "right")
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "fifo")
    for name in ("huge", "link", "folder", "fifo", "absent"):
        with pytest.raises(Tampered, match="AUD-111"):
            read_small(tmp_path / name, "AUD-111")
