"""Checkpoints are kept for good where they are due, and are no part of what must be there."""

from pathlib import Path

import pytest

from tests.audit.breaking import Breaking
from tests.audit.world import (
    BASIS,
    ORIGIN,
    ask,
    begin,
    cosign,
    pen,
    public,
    query,
    reopen,
    result,
    shard_of,
    verify,
)
from vsa_core.audit import notes
from vsa_core.audit.entry import Entry
from vsa_core.audit.head import read_note
from vsa_core.audit.notes import checkpoints, cosigned_path, latest_cosigned
from vsa_core.audit.review import verify_log
from vsa_core.domain.case import Act, Role
from vsa_core.errors import Refused, Tampered

CLOSE = Entry(Act.SESSION_CLOSE, "alice", Role.ANALYST)
EXPORT = Entry(
    Act.EXPORT, "alice", Role.ANALYST, "2026/17", BASIS, "M01", query(7).question,
    {"recipient": "TJ Rennes"},
)  # fmt: skip


def sizes(folder: Path) -> list[int]:
    return [note.size for note in checkpoints(shard_of(folder))]


def test_one_is_kept_at_the_end_of_a_session_and_of_an_export(tmp_path: Path) -> None:
    with begin(tmp_path) as journal:
        ask(journal, 1)
        journal.append(CLOSE)
        exported = journal.append(EXPORT)
        journal.append(result(7, exported.sequence, Act.EXPORT_DONE))
    assert sizes(tmp_path) == [4, 6]
    assert verify_log(tmp_path, public(), verify).ok


def test_one_is_kept_every_so_many_records(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert notes.EVERY == 1_024
    monkeypatch.setattr("vsa_core.audit.journal.EVERY", 4)
    with begin(tmp_path) as journal:
        ask(journal, 5)
    assert sizes(tmp_path) == [4, 8]


def test_one_is_kept_when_asked(tmp_path: Path) -> None:
    with begin(tmp_path) as journal:
        ask(journal, 1)
        note = journal.checkpoint()
        assert journal.checkpoint() == note
        head = read_note(note, pen().checker(ORIGIN))
        assert head.printed == journal.head_line()
    (kept,) = checkpoints(shard_of(tmp_path))
    assert (kept.size, kept.data, kept.shard) == (3, note, "2026H2")


def test_a_missing_one_is_no_damage(tmp_path: Path) -> None:
    with begin(tmp_path) as journal:
        journal.append(CLOSE)
    checkpoints(shard_of(tmp_path))[0].path.unlink()
    assert verify_log(tmp_path, public(), verify).ok
    reopen(tmp_path).close()


def test_other_names_are_none(tmp_path: Path) -> None:
    begin(tmp_path).close()
    for name in ("cp-1.note", "cp-000000001.note.new", "cp-x.note", "xcp-000000001.note"):
        (shard_of(tmp_path).folder / name).write_bytes(b"")
    assert sizes(tmp_path) == []


def test_the_newest_cosigned_one_is_found(tmp_path: Path) -> None:
    assert latest_cosigned(tmp_path) is None
    with begin(tmp_path) as journal:
        for size in (1, 5):
            path = cosigned_path(shard_of(tmp_path), size)
            path.write_bytes(cosign(journal.checkpoint()))
    found = latest_cosigned(tmp_path)
    assert found is not None
    assert (found.shard, found.size) == ("2026H2", 5)


def test_one_that_is_no_file_is_told(tmp_path: Path) -> None:
    begin(tmp_path).close()
    (shard_of(tmp_path).folder / "cp-000000001.note").mkdir()
    verdict = verify_log(tmp_path, public(), verify)
    assert (verdict.reason, verdict.file) == ("AUD-119", "cp-000000001.note")
    with pytest.raises(Tampered, match="AUD-119"):
        _ = checkpoints(shard_of(tmp_path))[0].data


@pytest.mark.parametrize("how", ["fail", "late", "short"])
@pytest.mark.parametrize("at", range(9))
def test_a_failure_to_keep_one_closes_the_journal(how: str, at: int, tmp_path: Path) -> None:
    disk = Breaking()
    journal = begin(tmp_path, pen(disk=disk))
    disk.at, disk.how = disk.calls + at, how
    if how == "short" and at not in (0, 2, 5):  # only a write can be short
        return
    with pytest.raises(Refused, match="AUD-003"):
        journal.append(CLOSE)
    disk.at = 10**9
    with pytest.raises(Refused, match="AUD-004"):
        journal.append(CLOSE)
    with pytest.raises(Refused, match="AUD-004"):
        journal.checkpoint()
    reopen(tmp_path).close()
    assert verify_log(tmp_path, public(), verify).ok
