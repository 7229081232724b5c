"""Files that are whole or absent, through kills, power cuts and full disks."""

import os
import resource
import signal
from pathlib import Path

import pytest

from tests.keys.dying import deaths
from tests.store.power import Recorder, outcomes
from vsa_core.errors import Unreadable
from vsa_core.store import durable
from vsa_core.store.durable import NO_ROOM, read_regular, remove, write_durably

NEW = bytes(range(1, 251)) * 40


def test_what_was_written_is_there_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "one.seg"
    write_durably(path, b"old")
    write_durably(path, NEW)
    assert read_regular(path, len(NEW)) == NEW
    assert list(tmp_path.iterdir()) == [path]
    assert path.stat().st_mode & 0o777 == 0o600


def _recorded(path: Path, monkeypatch: pytest.MonkeyPatch) -> Recorder:
    recorder = Recorder()
    with monkeypatch.context() as patch:
        patch.setattr(durable, "os", recorder)
        write_durably(path, NEW)
    return recorder


@pytest.mark.parametrize("old", [None, b"old"])
def test_no_power_cut_leaves_half_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, old: bytes | None
) -> None:
    path = tmp_path / "one.seg"
    if old is not None:
        path.write_bytes(old)
    states = list(outcomes(_recorded(path, monkeypatch).done, str(path), old))
    assert len(states) >= 30
    assert {held for _, held in states} == {old, NEW}
    assert {held for acknowledged, held in states if acknowledged} == {NEW}


@pytest.mark.parametrize("lost", ["file", "folder"])
def test_the_check_bites_when_a_sync_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lost: str
) -> None:
    path = tmp_path / "one.seg"
    done = _recorded(path, monkeypatch).done
    syncs = [step for step in done if step[0] == "sync"]
    done.remove(syncs[0] if lost == "file" else syncs[1])
    acknowledged = {held for whole, held in outcomes(done, str(path), None) if whole}
    assert acknowledged > {NEW}
    assert (None in acknowledged) == (lost == "folder")


def test_killed_at_any_step_the_file_is_the_old_or_the_new(tmp_path: Path) -> None:
    path = tmp_path / "one.seg"
    path.write_bytes(b"old")
    found = set()
    for _ in deaths(lambda: write_durably(path, NEW)):
        found.add(path.read_bytes())
        path.write_bytes(b"old")
    assert found == {b"old", NEW}
    assert path.read_bytes() == NEW
    assert not path.with_name("one.seg.tmp").exists()


def test_a_full_disk_is_told_and_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "one.seg"
    path.write_bytes(b"old")
    child = os.fork()
    if child == 0:
        try:
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
            write_durably(path, NEW)
        except Unreadable as error:
            os._exit(42 if error.code == "STO-005" else 1)
        finally:
            os._exit(2)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 42
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("failing", ["fsync", "rename", "write"])
def test_a_failing_disk_is_told_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: str
) -> None:
    asked = []

    def fails(*_: object) -> int:
        asked.append(failing)
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(os, failing, fails)
    with pytest.raises(Unreadable, match=r"STO-005.*Input/output"):
        write_durably(tmp_path / "one.seg", NEW)
    assert asked == [failing], "an error of the disk is never tried again"
    assert not (tmp_path / "one.seg").exists()


def test_a_leftover_or_a_planted_link_is_not_written_through(tmp_path: Path) -> None:
    (tmp_path / "precious").write_bytes(b"precious")
    (tmp_path / "one.seg.tmp").symlink_to("precious")
    write_durably(tmp_path / "one.seg", NEW)
    assert (tmp_path / "precious").read_bytes() == b"precious"


def test_only_regular_files_of_a_bearable_size_are_read(tmp_path: Path) -> None:
    path = tmp_path / "one.seg"
    write_durably(path, NEW)
    (tmp_path / "link").symlink_to("one.seg")
    os.mkfifo(tmp_path / "pipe")
    for bad in ("link", "pipe", "absent", ".", "one.seg/x"):
        with pytest.raises(Unreadable, match="STO-001"):
            read_regular(tmp_path / bad, 10**6)
    with pytest.raises(Unreadable, match="STO-001"):
        read_regular(path, len(NEW) - 1)


def test_removing_twice_is_no_fault_and_a_failure_is_told(tmp_path: Path) -> None:
    (tmp_path / "one").touch()
    remove(tmp_path / "one")
    remove(tmp_path / "one")
    (tmp_path / "folder").mkdir()
    with pytest.raises(Unreadable, match="STO-005"):
        remove(tmp_path / "folder")


@pytest.mark.parametrize("number", sorted(NO_ROOM))
def test_a_disk_without_room_has_its_own_words(
    number: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> int:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "write", full)
    with pytest.raises(Unreadable, match="STO-021"):
        write_durably(tmp_path / "one.seg", NEW)
    assert list(tmp_path.iterdir()) == []
