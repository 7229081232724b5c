"""Private files: whole, closed to others, and gone when destroyed."""

import os
from pathlib import Path

import pytest

from tests.keys.dying import deaths
from tests.store.power import Recorder, outcomes
from vsa_core.errors import Refused, Unreadable
from vsa_core.keys import private_file
from vsa_core.keys.private_file import alone, destroy, read_private, write_private


def test_what_was_written_is_read_and_closed_to_others(tmp_path: Path) -> None:
    path = tmp_path / "secret"
    write_private(path, b"one")
    write_private(path, b"two")
    assert read_private(path) == b"two"
    assert path.stat().st_mode & 0o777 == 0o600
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o620, 0o611])
def test_a_file_open_to_others_is_refused(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "secret"
    write_private(path, b"one")
    path.chmod(mode)
    with pytest.raises(Refused, match="KEY-004"):
        read_private(path)


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    write_private(tmp_path / "other", b"one")
    (tmp_path / "secret").symlink_to("other")
    with pytest.raises(Unreadable, match="KEY-005"):
        read_private(tmp_path / "secret")
    with pytest.raises(Unreadable, match="KEY-011"):
        destroy(tmp_path / "secret")
    assert read_private(tmp_path / "other") == b"one"


def test_a_pipe_is_refused_and_does_not_hang(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "secret", 0o600)
    with pytest.raises(Refused, match="KEY-004"):
        read_private(tmp_path / "secret")


def test_an_absent_file_and_an_absent_folder_are_told(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="KEY-005"):
        read_private(tmp_path / "secret")
    with pytest.raises(Unreadable, match="KEY-011"):
        write_private(tmp_path / "nowhere" / "secret", b"one")


def test_destroying_blanks_the_bytes_before_the_name_goes(tmp_path: Path) -> None:
    path = tmp_path / "secret"
    write_private(path, b"forget me")
    os.link(path, tmp_path / "witness")
    destroy(path)
    assert not path.exists()
    assert (tmp_path / "witness").read_bytes() == bytes(9)
    destroy(path)


def test_killed_at_any_step_the_file_is_the_old_or_the_new(tmp_path: Path) -> None:
    path = tmp_path / "secret"
    write_private(path, b"old")
    found = set()
    for _ in deaths(lambda: write_private(path, b"brand new")):
        found.add(read_private(path))
        write_private(path, b"old")
    assert found == {b"old", b"brand new"}
    assert read_private(path) == b"brand new"


def test_no_power_cut_leaves_half_a_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, new = tmp_path / "secret", bytes(range(1, 251)) * 40
    path.write_bytes(b"old")
    recorder = Recorder()
    with monkeypatch.context() as patch:
        patch.setattr(private_file, "os", recorder)
        write_private(path, new)
    states = list(outcomes(recorder.done, str(path), b"old"))
    assert {held for _, held in states} == {b"old", new}
    assert {held for whole, held in states if whole} == {new}


def test_a_failing_disk_leaves_no_half_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fails)
    with pytest.raises(Unreadable, match=r"KEY-011.*No space"):
        write_private(tmp_path / "secret", b"one")
    assert list(tmp_path.iterdir()) == []


def test_only_one_process_is_alone(tmp_path: Path) -> None:
    told, tell = os.pipe()
    with alone(tmp_path):
        child = os.fork()
        if child == 0:
            with alone(tmp_path):
                os.write(tell, b"in")
            os._exit(0)
        os.set_blocking(told, False)
        with pytest.raises(BlockingIOError):
            os.read(told, 2)
    os.waitpid(child, 0)
    assert os.read(told, 2) == b"in"
    os.close(told)
    os.close(tell)
