"""No receipt without a record on the disk, whatever fails, is killed, or writes beside us."""

import hashlib
from dataclasses import replace
from pathlib import Path
from threading import Thread

import pytest

from tests.audit.breaking import Breaking, PowerCut
from tests.audit.world import (
    BASIS,
    BEGUN,
    SECOND,
    Ticking,
    ask,
    begin,
    inception,
    lines_of,
    pen,
    public,
    query,
    reopen,
    result,
    rewrite,
    shard_of,
    verify,
)
from vsa_core.audit.entry import LINE_MAX, Entry
from vsa_core.audit.journal import Journal
from vsa_core.audit.lines import parse
from vsa_core.audit.review import Logged, read, verify_log
from vsa_core.domain.case import Act, Role
from vsa_core.errors import Bug, Refused, Tampered, Unreadable, WrongUsage


def logged(folder: Path, act: Act) -> list[Logged]:
    return [one for one in read(folder) if one.act is act]


def test_a_receipt_names_its_record_and_its_question(tmp_path: Path) -> None:
    with begin(tmp_path) as journal:
        receipt = journal.append(query(3))
    line = parse(lines_of(tmp_path)[1], 1)
    assert receipt.sequence == line.record["seq"] == 1
    assert receipt.entry == hashlib.sha256(line.body).hexdigest()
    assert receipt.question == query(3).question
    assert line.record["app"] == "0.1.0"


def test_the_layout_is_final(tmp_path: Path) -> None:
    begin(tmp_path).close()
    names = sorted(
        str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*") if path.is_file()
    )
    assert names == ["2026H2/audit.jsonl", "2026H2/head", "2026H2/inception.json", "lock", "seat-1"]
    assert shard_of(tmp_path).folder.stat().st_mode & 0o077 == 0


def test_what_is_printed_is_what_is_verified(tmp_path: Path) -> None:
    with begin(tmp_path) as journal:
        ask(journal, 3)
        assert journal.head_line() == f"{journal.size} : {journal.root}"
        printed = (journal.size, journal.root)
    verdict = verify_log(tmp_path, public(), verify, printed)
    assert (verdict.ok, verdict.records, verdict.root) == (True, *printed)


def test_reopening_continues(tmp_path: Path) -> None:
    with begin(tmp_path) as journal:
        ask(journal, 2)
        before = (journal.size, journal.root, journal.time)
    with reopen(tmp_path) as journal:
        assert (journal.size, journal.root, journal.time) == before
        ask(journal, 1)
    assert verify_log(tmp_path, public(), verify).records == 7


def test_a_missing_log_is_never_made_silently(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="AUD-001"):
        reopen(tmp_path)
    begin(tmp_path).close()
    with pytest.raises(Refused, match="AUD-002"):
        begin(tmp_path)
    shard_of(tmp_path).log.unlink()
    with pytest.raises(Tampered, match="AUD-010"):
        reopen(tmp_path)


@pytest.mark.parametrize("name", ["head", "inception.json"])
def test_a_missing_companion_is_noticed(name: str, tmp_path: Path) -> None:
    begin(tmp_path).close()
    (shard_of(tmp_path).folder / name).unlink()
    with pytest.raises(Tampered, match="AUD-11"):
        reopen(tmp_path)


def test_another_key_or_name_does_not_open_it(tmp_path: Path) -> None:
    begin(tmp_path).close()
    with pytest.raises(Tampered, match="AUD-005"):
        reopen(tmp_path, pen(8))
    with pytest.raises(Tampered, match="AUD-005"):
        Journal.open(tmp_path, origin="relecture/other", pen=pen())


def test_a_changed_inception_is_noticed(tmp_path: Path) -> None:
    begin(tmp_path).close()
    shard_of(tmp_path).inception.write_bytes(replace(inception(), aipd="AIPD 5").document)
    with pytest.raises(Tampered, match="AUD-116"):
        reopen(tmp_path)


def test_the_key_must_seal(tmp_path: Path) -> None:
    for means in (pen(8), replace(pen(), sign=pen(8).sign)):
        with pytest.raises(WrongUsage, match="AUD-016"):
            begin(tmp_path, means)
    assert list(tmp_path.iterdir()) == []


REFUSED = [
    ("AUD-012", Bug, replace(query(), sealed="not base64")),
    ("AUD-012", Bug, replace(query(), about={"share": 2**53})),
    ("AUD-013", Bug, replace(query(), motive=" ")),
    ("AUD-013", Bug, Entry(Act.EXPORT, "a", Role.ANALYST, "c", BASIS, "M01", "q", {"clip": 1})),
    ("AUD-014", Bug, result(0, 0)),
    ("AUD-015", Bug, Entry(Act.INCEPTION, "a", None, about={"x": 1})),
    ("AUD-015", Bug, Entry(Act.RECOVERY, "a", None, about={"x": 1})),
    ("AUD-015", Bug, Entry(Act.SHARD_END, "a", None, about={"next": "2027H1"})),
    ("AUD-011", Refused, replace(query(), sealed="A" * LINE_MAX)),
]


@pytest.mark.parametrize(("code", "kind", "entry"), REFUSED)
def test_an_entry_that_may_not_be_written_changes_nothing(
    code: str, kind: type[Exception], entry: Entry, tmp_path: Path
) -> None:
    with begin(tmp_path) as journal:
        before = lines_of(tmp_path)
        with pytest.raises(kind, match=code):
            journal.append(entry)
        assert lines_of(tmp_path) == before
        ask(journal, 1)


def test_time_never_goes_back(tmp_path: Path) -> None:
    begin(tmp_path, pen(clock=Ticking(BEGUN + 500 * SECOND))).close()
    with reopen(tmp_path, pen(clock=Ticking(BEGUN))) as journal:
        ask(journal, 2)
        assert journal.time > BEGUN + 500 * SECOND
    behind = [int(str(one.fields["behind_us"])) for one in read(tmp_path)]
    assert behind[0] == 0
    assert all(value > 490 * SECOND for value in behind[1:])
    assert verify_log(tmp_path, public(), verify).ok


APPEND_CALLS = 5  # write, sync; head: write, sync, rename
FAILURES = [(how, at) for how in ("fail", "late", "cut", "gone") for at in range(APPEND_CALLS)]


def test_an_append_makes_five_calls(tmp_path: Path) -> None:
    disk = Breaking()
    with begin(tmp_path, pen(disk=disk)) as journal:
        before = disk.calls
        journal.append(query())
    assert disk.calls - before == APPEND_CALLS


@pytest.mark.parametrize(("how", "at"), [*FAILURES, ("short", 0), ("short", 2)])
def test_no_receipt_after_a_failure(how: str, at: int, tmp_path: Path) -> None:
    disk = Breaking()
    journal = begin(tmp_path, pen(disk=disk))
    journal.append(query(1))
    disk.at, disk.how = disk.calls + at, how
    with pytest.raises((Refused, PowerCut), match=r"AUD-003|^$"):
        journal.append(query(2))
    disk.at = 10**9
    with pytest.raises(Refused, match="AUD-004"):
        journal.append(query(3))
    check_recovered(tmp_path)


def check_recovered(folder: Path) -> None:
    """The log opens again, kept what was acknowledged, and is whole."""
    with reopen(folder) as journal:
        ask(journal, 1)
    assert logged(folder, Act.QUERY)[0].sequence == 1
    assert len(logged(folder, Act.ABORTED)) in (1, 2)
    assert verify_log(folder, public(), verify).ok


@pytest.mark.parametrize("how", ["fail", "short", "cut", "gone"])
def test_recovery_may_itself_be_cut_anywhere(how: str, tmp_path: Path) -> None:
    for at in range(20):
        folder = tmp_path / f"{how}{at}"
        with begin(folder) as journal:
            journal.append(query(1))
        rewrite(folder, [*lines_of(folder), b'{"half":'])
        disk = Breaking(at, how)
        try:
            reopen(folder, pen(disk=disk)).close()
        except (Refused, PowerCut):
            check_recovered(folder)
        assert verify_log(folder, public(), verify).ok
        torn = shard_of(folder).torn()
        assert torn[0].read_bytes() == b'{"half":'
        assert len(logged(folder, Act.RECOVERY)) == len(torn) in (1, 2 if how == "short" else 1)


def test_the_question_of_a_program_that_is_gone_is_aborted(tmp_path: Path) -> None:
    with begin(tmp_path) as journal:
        asked = journal.append(query(1))
        answered = journal.append(query(2))
        journal.append(result(2, answered.sequence))
    reopen(tmp_path).close()
    reopen(tmp_path).close()
    (aborted,) = logged(tmp_path, Act.ABORTED)
    assert aborted.fields["about"] == {
        "of": asked.sequence,
        "asked_by": "alice",
        "reason": "program_gone",
    }
    assert aborted.case == "2026/17"


def test_the_question_of_a_living_program_is_left_alone(tmp_path: Path) -> None:
    with begin(tmp_path) as first:
        asked = first.append(query(1))
        with reopen(tmp_path) as second:
            ask(second, 1)
        first.append(result(1, asked.sequence))
    assert logged(tmp_path, Act.ABORTED) == []
    assert verify_log(tmp_path, public(), verify).ok


def test_a_dead_journal_gives_its_questions_up(tmp_path: Path) -> None:
    disk = Breaking()
    journal = begin(tmp_path, pen(disk=disk))
    asked = journal.append(query(1))
    disk.at = disk.calls
    with pytest.raises(Refused, match="AUD-003"):
        journal.append(result(1, asked.sequence))
    reopen(tmp_path).close()
    assert len(logged(tmp_path, Act.ABORTED)) == 1
    journal.close()


def test_a_living_program_recovers_the_torn_write_of_another(tmp_path: Path) -> None:
    with begin(tmp_path) as first:
        disk = Breaking()
        second = reopen(tmp_path, pen(disk=disk))
        disk.at, disk.how = disk.calls, "short"
        with pytest.raises(Refused, match="AUD-003"):
            second.append(query(2))
        ask(first, 1)
    assert len(logged(tmp_path, Act.RECOVERY)) == 1
    assert verify_log(tmp_path, public(), verify).ok


def test_damage_seen_while_writing_kills_the_journal(tmp_path: Path) -> None:
    with begin(tmp_path) as journal:
        ask(journal, 1)
        rewrite(tmp_path, lines_of(tmp_path)[:-1])
        with pytest.raises(Tampered, match="AUD-010"):
            journal.append(query(1))
        with pytest.raises(Refused, match="AUD-004"):
            journal.append(query(1))


def test_threads_share_a_journal(tmp_path: Path) -> None:
    with begin(tmp_path) as journal:
        threads = [Thread(target=ask, args=(journal, 15)) for _ in range(3)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert journal.size == 91
    assert verify_log(tmp_path, public(), verify).ok
