"""Torn writes are told from damage, and two programs read each other's lines."""

import errno
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.audit.world import (
    ORIGIN,
    ask,
    begin,
    head_at,
    lines_of,
    pen,
    public,
    query,
    reopen,
    rewrite,
    shard_of,
    verify,
)
from vsa_core.audit.entry import LINE_MAX, encoded
from vsa_core.audit.head import note, read_stated, sealed_line
from vsa_core.audit.lines import parse
from vsa_core.audit.log import Log
from vsa_core.audit.review import verify_log
from vsa_core.errors import Refused, Tampered


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A log of six records, whose last one was written but not yet counted by the head."""
    journal = begin(tmp_path)
    ask(journal, 2)
    head = shard_of(tmp_path).head.read_bytes()
    journal.append(query(9))
    journal.close()
    shard_of(tmp_path).head.write_bytes(head)
    return tmp_path


def opened(folder: Path) -> Log:
    means = pen()
    return Log(shard_of(folder), means.checker(ORIGIN), means.sign, means.disk)


def tails(last: bytes) -> Iterator[tuple[str, bytes]]:
    """What a power cut may leave of the last line."""
    for at in range(1, len(last)):
        yield f"cut{at}", last[:at]
    for at in (0, 1, len(last) // 2, len(last) - 2):
        yield f"zeros{at}", last[:at] + b"\0" * (len(last) - at)
        yield f"zeros-line{at}", last[:at] + b"\0" * (len(last) - at - 1) + b"\n"
        yield f"garbage{at}", last[:at] + bytes(range(128, 256)) + b"\n"
        yield f"garbage-lines{at}", last[:at] + b"\xfe\n\xfd\n" * 20
    yield "longest", b"\0" * LINE_MAX


def test_a_written_record_that_the_head_missed_is_kept(folder: Path) -> None:
    with reopen(folder) as journal:
        assert journal.size == 7  # and the question without its program is aborted
    assert verify_log(folder, public(), verify).ok


def test_every_torn_state_is_recovered(folder: Path) -> None:
    *good, last = lines_of(folder)
    head = shard_of(folder).head.read_bytes()
    for name, tail in tails(last):
        rewrite(folder, [*good, tail])
        with reopen(folder) as journal:
            assert journal.size == len(good) + 1, name
        assert lines_of(folder)[: len(good)] == good, name
        record = parse(lines_of(folder)[len(good)], 0).record
        assert record["act"] == "recovery", name
        (torn,) = shard_of(folder).torn()
        assert torn.read_bytes() == tail, name
        verdict = verify_log(folder, public(), verify)
        assert verdict.ok, (name, verdict)
        torn.unlink()
        shard_of(folder).head.write_bytes(head)


def test_a_doubled_line_is_torn(folder: Path) -> None:
    lines = lines_of(folder)
    rewrite(folder, [*lines, lines[-1]])
    log = opened(folder)
    assert log.catch_up() == lines[-1]
    assert log.chain.size == len(lines)


def test_a_false_seal_on_the_uncounted_line_is_torn(folder: Path) -> None:
    *good, last = lines_of(folder)
    forged = sealed_line(parse(last, 0).body, bytes(64))
    rewrite(folder, [*good, forged])
    assert opened(folder).catch_up() == forged


def test_nothing_acknowledged_is_ever_taken_for_torn(folder: Path) -> None:
    reopen(folder).close()
    lines = lines_of(folder)
    for _, tail in tails(lines[-1]):
        rewrite(folder, [*lines[:-1], tail])
        with pytest.raises(Tampered, match=r"AUD-1(01|02|03|12)"):
            opened(folder).catch_up()


def test_a_bad_line_before_a_later_record_is_damage(folder: Path) -> None:
    lines = lines_of(folder)
    shard_of(folder).head.write_bytes(head_at(folder, 2))
    for bad in (b"garbage\n", lines[2][:-9] + b"\n", b""):
        rewrite(folder, [*lines[:2], bad, *lines[3:]])
        with pytest.raises(Tampered):
            opened(folder).catch_up()


def test_too_much_to_be_one_line_is_damage(folder: Path) -> None:
    rewrite(folder, [*lines_of(folder), b"\0" * (LINE_MAX + 1)])
    with pytest.raises(Tampered, match="AUD-101"):
        opened(folder).catch_up()


def test_a_head_of_another_history_is_noticed(folder: Path) -> None:
    log = opened(folder)
    log.catch_up()
    head = log.head
    forged = replace(head, root=bytes(32))
    shard_of(folder).head.write_bytes(note(forged, public(), pen().sign(forged.body)))
    with pytest.raises(Tampered, match="AUD-113"):
        log.catch_up()
    with pytest.raises(Tampered, match="AUD-113"):
        opened(folder).catch_up()


def test_a_head_never_goes_down(folder: Path) -> None:
    reopen(folder).close()
    log = opened(folder)
    log.catch_up()
    shard_of(folder).head.write_bytes(head_at(folder, 3))
    with pytest.raises(Tampered, match="AUD-113"):
        log.catch_up()


def test_a_log_shorter_than_its_head_is_noticed(folder: Path) -> None:
    reopen(folder).close()
    rewrite(folder, lines_of(folder)[:4])
    with pytest.raises(Tampered, match="AUD-112") as caught:
        opened(folder).catch_up()
    assert caught.value.values["place"] == 4


def test_two_programs_read_each_other(folder: Path) -> None:
    first, second = opened(folder), opened(folder)
    for log in (first, second):
        log.catch_up()
    append(first, 20)
    assert second.catch_up() == b""
    assert second.head == first.head
    append(second, 21)
    first.catch_up()
    assert second.head == first.head


def test_a_log_changed_under_our_feet_is_noticed(folder: Path) -> None:
    lines = lines_of(folder)
    for change in (lines[:-1], [*lines[:-1], lines[-1].replace(b"M01", b"M02")]):
        log = opened(folder)
        log.catch_up()
        rewrite(folder, change)
        with pytest.raises(Tampered, match="AUD-010"):
            log.catch_up()
        rewrite(folder, lines)


def test_a_disk_that_takes_no_writing_is_not_called_tampering(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> int:
        raise OSError(errno.EROFS, "Read-only file system")

    monkeypatch.setattr("vsa_core.audit.log.os.open", refuse)
    with pytest.raises(Refused, match="AUD-003"):
        opened(folder)


def test_a_log_replaced_or_gone_is_noticed(folder: Path) -> None:
    log = opened(folder)
    log.catch_up()
    lines = lines_of(folder)
    shard_of(folder).log.unlink()
    with pytest.raises(Tampered, match="AUD-010"):
        log.catch_up()
    rewrite(folder, lines)
    with pytest.raises(Tampered, match="AUD-010"):
        log.catch_up()
    shard_of(folder).log.unlink()
    with pytest.raises(Tampered, match="AUD-010"):
        opened(folder)


def append(log: Log, number: int) -> None:
    """Write one question by hand."""
    chain = log.chain
    record = pen().record(replace(query(number), app="1"), chain.size, chain.last, chain.time, 1)
    log.append(encoded(record), record)


def test_the_head_counts_the_last_record_when_told(folder: Path) -> None:
    log = opened(folder)
    log.catch_up()
    assert (log.kept, log.chain.size) == (5, 6)
    log.count_last()
    assert shard_of(folder).head.read_bytes() == log.note == head_at(folder, 6)
    assert log.kept == 6


def test_the_roots_that_are_asked_for_are_kept(folder: Path) -> None:
    means = pen()
    log = Log(shard_of(folder), means.checker(ORIGIN), means.sign, means.disk, asked=[2, 99])
    log.catch_up()
    assert log.chain.roots == {2: read_stated(head_at(folder, 2)).root}
