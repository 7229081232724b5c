"""The second copy of the head tells a rolled-back journal, and is never let out of reach."""

import os
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from tests.audit.attacks import edited, forge
from tests.audit.breaking import Breaking, PowerCut
from tests.audit.world import (
    NEXT,
    ORIGIN,
    Ticking,
    ask,
    begin,
    head_at,
    inception,
    lines_of,
    names_of,
    pen,
    public,
    query,
    rewrite,
    shard_of,
    verify,
)
from vsa_core.audit.disk import Disk
from vsa_core.audit.head import note, read_note
from vsa_core.audit.journal import Journal
from vsa_core.audit.review import verify_log
from vsa_core.audit.second import MARK, Second, check_reach, same_disk
from vsa_core.audit.tree import Range
from vsa_core.errors import Refused, Tampered


@pytest.fixture
def other(tmp_path: Path) -> Path:
    """A folder that stands for another disk."""
    folder = tmp_path / "other disk"
    folder.mkdir()
    return folder


@pytest.fixture
def folder(tmp_path: Path, other: Path) -> Path:
    """A journal of seven records whose head is kept twice."""
    journal = Journal.create(tmp_path / "audit", inception(), pen(), other)
    ask(journal, 3)
    journal.close()
    return tmp_path / "audit"


def opened(
    folder: Path, other: Path | None, disk: Disk | None = None, t: int | None = None
) -> Journal:
    means = pen(disk=disk, clock=Ticking(t) if t else None)
    return Journal.open(folder, origin=ORIGIN, pen=means, head_path=other)


def copy_of(other: Path) -> Path:
    (path,) = (path for path in other.iterdir() if not path.name.endswith(".new"))
    return path


def test_each_receipt_means_that_both_copies_are_kept(folder: Path, other: Path) -> None:
    with opened(folder, other) as journal:
        for number in range(3):
            journal.append(query(number))
            assert copy_of(other).read_bytes() == shard_of(folder).head.read_bytes()
    head = read_note(copy_of(other).read_bytes(), pen().checker(ORIGIN))
    assert head.size == 10


def test_without_a_second_copy_nothing_changes(tmp_path: Path) -> None:
    begin(tmp_path).close()
    assert not (tmp_path / MARK).exists()


@pytest.mark.parametrize("kept", [1, 3, 6])
def test_a_journal_that_was_cut_is_noticed(kept: int, folder: Path, other: Path) -> None:
    shard_of(folder).head.write_bytes(head_at(folder, kept))
    rewrite(folder, lines_of(folder)[:kept])
    assert verify_log(folder, public(), verify).ok  # every prefix of a valid log is one
    with pytest.raises(Tampered, match="AUD-121"):
        opened(folder, other)


def test_a_folder_rolled_back_is_noticed(folder: Path, other: Path, tmp_path: Path) -> None:
    shutil.copytree(folder, tmp_path / "old")
    with opened(folder, other) as journal:
        journal.append(query(1))
    with pytest.raises(Tampered, match="AUD-121"):
        opened(tmp_path / "old", other)


def test_a_shard_taken_away_is_noticed(folder: Path, other: Path) -> None:
    opened(folder, other, t=NEXT).close()
    assert names_of(folder) == ["2026H2", "2027H1"]
    shutil.rmtree(folder / "2027H1")
    with pytest.raises(Tampered, match="AUD-121"):
        opened(folder, other, t=NEXT)
    assert names_of(folder) == ["2026H2"]


@pytest.mark.parametrize("extra", [0, 2])
def test_a_journal_rewritten_with_the_key_is_noticed(extra: int, folder: Path, other: Path) -> None:
    forge(folder, 3, lambda lines, at: [*lines[:at], edited(lines[at], who="x"), *lines[at + 1 :]])
    with opened(folder, None) as journal:
        ask(journal, extra)
    with pytest.raises(Tampered, match="AUD-122"):
        opened(folder, other)


def test_a_copy_that_lags_is_taken_along(folder: Path, other: Path) -> None:
    with opened(folder, None) as journal:
        ask(journal, 2)
    opened(folder, other).close()
    assert copy_of(other).read_bytes() == shard_of(folder).head.read_bytes()


def test_a_copy_never_goes_down(folder: Path, other: Path) -> None:
    with opened(folder, other) as journal:
        head = replace(pen().checker(ORIGIN).head(journal._log.chain.tree), size=99)
        forged = note(head, public(), pen().sign(head.body))
        copy_of(other).write_bytes(forged)
        with pytest.raises(Tampered, match="AUD-121"):
            journal.append(query(1))
        with pytest.raises(Refused, match="AUD-004"):
            journal.append(query(1))
    assert copy_of(other).read_bytes() == forged


@pytest.mark.parametrize("data", [b"", b"no note", b"\xff" * 90])
def test_a_copy_that_is_no_note_is_noticed(data: bytes, folder: Path, other: Path) -> None:
    copy_of(other).write_bytes(data)
    with pytest.raises(Tampered, match="AUD-122"):
        opened(folder, other)


def test_a_copy_of_another_journal_is_noticed(folder: Path, other: Path) -> None:
    for origin, seed in (("relecture/other", 7), (f"{ORIGIN}/notes", 7), (ORIGIN, 8)):
        head = replace(pen().checker(origin).head(opened_tree(folder)))
        copy_of(other).write_bytes(note(head, public(seed), pen(seed).sign(head.body)))
        with pytest.raises(Tampered, match="AUD-122"):
            opened(folder, other)


def opened_tree(folder: Path) -> Range:
    with opened(folder, None) as journal:
        return journal._log.chain.tree


def test_a_disk_out_of_reach_stops_the_writing_until_it_is_back(folder: Path, other: Path) -> None:
    with opened(folder, other) as journal:
        before = lines_of(folder)
        away = other.rename(other.with_name("away"))
        for _ in range(2):
            with pytest.raises(Refused, match="AUD-020"):
                journal.append(query(1))
        assert lines_of(folder) == before
        away.rename(other)
        journal.append(query(1))
    shutil.rmtree(other)
    with pytest.raises(Refused, match="AUD-020"):
        opened(folder, other)
    with pytest.raises(Refused, match="AUD-020"):
        check_reach(other)


def test_an_empty_place_where_a_copy_was_kept_is_noticed(folder: Path, other: Path) -> None:
    copy_of(other).unlink()  # as an unmounted disk leaves its folder
    with pytest.raises(Refused, match="AUD-021"):
        opened(folder, other)


def test_another_place_may_be_named(folder: Path, other: Path, tmp_path: Path) -> None:
    fresh = tmp_path / "fresh"
    fresh.mkdir()
    opened(folder, fresh).close()
    assert copy_of(fresh).read_bytes() == copy_of(other).read_bytes()
    assert (folder / MARK).read_text() == str(fresh)
    copy_of(fresh).unlink()
    with pytest.raises(Refused, match="AUD-021"):
        opened(folder, fresh)


def test_no_journal_is_made_with_its_second_copy_out_of_reach(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="AUD-020"):
        Journal.create(tmp_path / "audit", inception(), pen(), tmp_path / "absent")
    assert not (tmp_path / "audit").exists()


APPEND_CALLS = 8  # write, sync; head: write, sync, rename; the second copy: the same


def test_an_append_makes_three_calls_more(folder: Path, other: Path) -> None:
    disk = Breaking()
    with opened(folder, other, disk) as journal:
        before = disk.calls
        journal.append(query(1))
    assert disk.calls - before == APPEND_CALLS


@pytest.mark.parametrize("how", ["fail", "late", "cut", "gone"])
@pytest.mark.parametrize("at", range(APPEND_CALLS))
def test_no_receipt_after_a_failure(at: int, how: str, folder: Path, other: Path) -> None:
    disk = Breaking()
    journal = opened(folder, other, disk)
    disk.at, disk.how = disk.calls + at, how
    with pytest.raises((Refused, PowerCut), match=r"AUD-003|AUD-020|^$"):
        journal.append(query(1))
    disk.at = 10**9
    with pytest.raises(Refused, match="AUD-004"):
        journal.append(query(2))
    opened(folder, other).close()
    assert verify_log(folder, public(), verify).ok
    assert copy_of(other).read_bytes() == shard_of(folder).head.read_bytes()


@pytest.mark.parametrize("how", ["fail", "cut", "gone"])
def test_a_change_of_shard_may_be_cut_anywhere(how: str, folder: Path, other: Path) -> None:
    before = shutil.copytree(folder, folder.with_name("before"))
    seconds = copy_of(other).read_bytes()
    for at in range(30):
        shutil.rmtree(folder)
        shutil.copytree(before, folder)
        copy_of(other).write_bytes(seconds)
        try:
            opened(folder, other, Breaking(at, how), NEXT).close()
        except (Refused, PowerCut):
            opened(folder, other, t=NEXT).close()
        assert verify_log(folder, public(), verify).ok
        assert copy_of(other).read_bytes() == shard_of(folder).head.read_bytes()


def test_the_same_disk_is_told(folder: Path, other: Path) -> None:
    assert same_disk(folder, other)
    devices = [path for path in (Path("/dev/shm"), Path("/proc")) if path.is_dir()]
    away = [path for path in devices if os.stat(path).st_dev != os.stat(folder).st_dev]
    assert not any(same_disk(folder, path) for path in away)
    with pytest.raises(Refused, match="AUD-020"):
        same_disk(folder, other / "absent")


def test_the_copy_is_named_after_the_journal(tmp_path: Path) -> None:
    names = {Second(tmp_path, tmp_path, origin, pen()).path.name for origin in (ORIGIN, "other/1")}
    assert len(names) == 2
    assert all(name.startswith("head-") and len(name) == 21 for name in names)
