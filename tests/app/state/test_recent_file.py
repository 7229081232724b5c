import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.state.recent_file import KEPT, LATEST, LIMIT, Recent, RecentFile
from vsa_core.errors import Unreadable

HERE = Recent("/cases/2024-17", "2024/17", 1_700_000_000_000_000)


def only(folder: Path) -> Path:
    (path,) = folder.iterdir()
    return path


def test_what_is_written_is_read(tmp_path: Path) -> None:
    file = RecentFile(tmp_path / "window")
    file.write("alice", [HERE])
    assert file.read("alice") == (HERE,)
    assert file.read("bob") == ()


def test_the_file_is_private_and_alone(tmp_path: Path) -> None:
    file = RecentFile(tmp_path / "window")
    file.write("alice", [HERE])
    file.write("alice", [HERE, HERE])
    assert only(tmp_path / "window").stat().st_mode & 0o777 == 0o600
    assert (tmp_path / "window").stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize("name", ["../../etc/passwd", "a/b", "\0", "é" * 300, "\udcff", ""])
def test_a_name_never_becomes_a_path(name: str, tmp_path: Path) -> None:
    RecentFile(tmp_path / "window").write(name, [HERE])
    assert only(tmp_path / "window").name.startswith("recent-")


ROW = {"folder": "/x", "number": "1", "entered_us": 1}
HOSTILE = [
    b"",
    b"{",
    b"\xff\xfe\x00",
    b"[]",
    b"null",
    b'{"v": 2, "cases": []}',
    b'{"v": 1}',
    b'{"v": 1, "cases": {}}',
    b'{"v": 1, "cases": [1]}',
    b"[" * 60_000,
    b'{"v": 1, "cases": [' + b"9" * 5000 + b"]}",
    b" " * (LIMIT + 1),
    *(
        json.dumps({"v": 1, "cases": [{**ROW, **change}]}).encode()
        for change in (
            {"folder": "relative"},
            {"folder": "/nul\0"},
            {"folder": "/" + "x" * 5000},
            {"folder": "/\ud800"},
            {"folder": None},
            {"number": 7},
            {"number": "9" * 5000},
            {"entered_us": 1.5},
            {"entered_us": True},
            {"entered_us": -1},
            {"entered_us": LATEST + 1},
        )
    ),
]


@pytest.mark.parametrize("data", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_content_is_refused_and_set_aside(data: bytes, tmp_path: Path) -> None:
    file = RecentFile(tmp_path)
    file.write("alice", [HERE])
    only(tmp_path).write_bytes(data)
    with pytest.raises(Unreadable, match="USE-080"):
        file.read("alice")
    assert only(tmp_path).suffix == ".broken"
    assert file.read("alice") == ()


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    file = RecentFile(tmp_path / "window")
    file.write("alice", [HERE])
    path = only(tmp_path / "window")
    path.rename(tmp_path / "elsewhere")
    path.symlink_to(tmp_path / "elsewhere")
    with pytest.raises(Unreadable, match="USE-080"):
        file.read("alice")


def test_a_pipe_does_not_hold_the_window_up(tmp_path: Path) -> None:
    file = RecentFile(tmp_path)
    file.write("alice", [HERE])
    path = only(tmp_path)
    path.unlink()
    os.mkfifo(path)
    with pytest.raises(Unreadable, match="USE-080"):
        file.read("alice")


def test_more_than_is_kept_is_not_believed(tmp_path: Path) -> None:
    file = RecentFile(tmp_path)
    file.write("alice", [HERE] * (KEPT + 5))
    assert len(file.read("alice")) == KEPT


def test_a_disk_that_takes_nothing_is_told(tmp_path: Path) -> None:
    (tmp_path / "window").write_bytes(b"")
    with pytest.raises(Unreadable, match="USE-081"):
        RecentFile(tmp_path / "window").write("alice", [HERE])


def test_a_write_that_failed_leaves_the_old_list(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = RecentFile(tmp_path)
    file.write("alice", [HERE])

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(Unreadable, match="USE-081"):
        file.write("alice", [])
    assert file.read("alice") == (HERE,)


paths = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=50)
recents = st.builds(
    Recent, paths.map(lambda text: "/" + text), st.text(max_size=50), st.integers(0, LATEST)
)


@given(st.lists(recents, max_size=KEPT))
def test_any_list_comes_back_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, rows: list[Recent]
) -> None:
    file = RecentFile(tmp_path_factory.mktemp("window"))
    file.write("alice", rows)
    assert file.read("alice") == tuple(rows)


@given(st.binary(max_size=200))
def test_any_bytes_are_a_list_or_set_aside(
    tmp_path_factory: pytest.TempPathFactory, data: bytes
) -> None:
    folder = tmp_path_factory.mktemp("window")
    file = RecentFile(folder)
    file.write("alice", [HERE])
    only(folder).write_bytes(data)
    with pytest.raises(Unreadable, match="USE-080"):
        file.read("alice")
    assert file.read("alice") == ()
