"""The catalogue of a case: encrypted, held by one writer, and clear of leftovers."""

import os
import signal
from pathlib import Path

import numpy as np
import pytest

from tests.store.samples import KEY, SLICE, case, digest_of, footage, recording, same, segment
from vsa_core.domain.coverage import Level, Looked, Stretch
from vsa_core.domain.moment import Span
from vsa_core.errors import Bug, Refused, Tampered, Unreadable
from vsa_core.store.catalog import NAME, Catalog
from vsa_core.store.ledger import ledger_of, ledger_path, rows_of, write_ledger
from vsa_core.store.run_rows import Slice
from vsa_core.store.writer import Segments


def test_the_case_comes_back(catalog: Catalog, tmp_path: Path) -> None:
    assert catalog.case() == case()
    catalog.close()
    again = Catalog(tmp_path, KEY)
    assert again.case() == case()
    again.close()


def test_another_key_is_told_clearly_and_leaves_no_lock(catalog: Catalog, tmp_path: Path) -> None:
    catalog.close()
    with pytest.raises(Tampered, match="STO-008"):
        Catalog(tmp_path, bytes(32))
    Catalog(tmp_path, KEY).close()


def test_a_second_writer_is_refused_and_a_reader_is_not(catalog: Catalog, tmp_path: Path) -> None:
    with pytest.raises(Refused, match="STO-007"):
        Catalog(tmp_path, KEY)
    reader = Catalog(tmp_path, KEY, read_only=True)
    assert reader.case() == case()
    with pytest.raises(Unreadable, match="STO-009"):
        reader.set_case(case())
    reader.close()


def test_a_folder_without_a_case_is_told_and_stays_empty(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="STO-001"):
        Catalog(tmp_path, KEY)
    assert list(tmp_path.iterdir()) == []


def test_a_case_is_not_made_over_another(catalog: Catalog, tmp_path: Path) -> None:
    catalog.footage.add(footage(1))
    catalog.close()
    with pytest.raises(Refused, match="STO-017"):
        Catalog.create(tmp_path, KEY, case())
    again = Catalog(tmp_path, KEY)
    assert again.footage.all() == (footage(1),)
    again.close()


def test_a_making_cut_short_is_told_and_can_be_completed(tmp_path: Path) -> None:
    (tmp_path / NAME).touch()
    cut = Catalog(tmp_path, KEY)
    with pytest.raises(Unreadable, match="STO-019"):
        cut.case()
    cut.close()
    made = Catalog.create(tmp_path, KEY, case())
    assert made.case() == case()
    made.close()


def test_no_word_of_the_case_is_on_disk(catalog: Catalog, tmp_path: Path) -> None:
    catalog.footage.add(footage(1))
    secrets = [b"Porte nord", b"nord_0001", b"2026/114", b"anne", digest_of(1).encode(), b"SQLite"]
    for _ in ("while open", "after closing"):
        held = b"".join(path.read_bytes() for path in tmp_path.iterdir() if path.is_file())
        assert len(held) > 4096
        assert [secret for secret in secrets if secret in held] == []
        catalog.close()
    assert {path.stat().st_mode & 0o777 for path in tmp_path.iterdir()} == {0o600}


def _done(place: int, name: str | None, run: str) -> Slice:
    span = Span(place * SLICE, (place + 1) * SLICE)
    return Slice(run, digest_of(0), span, name, (Stretch(span, Looked.LOOKED, Level.FULL),))


def test_leftovers_are_seen_swept_and_nothing_else(catalog: Catalog, tmp_path: Path) -> None:
    catalog.footage.add(footage(0))
    run = catalog.runs.add({"level": "full"}).digest
    files = Segments(tmp_path, KEY)
    kept, lost = (files.write(segment(n), "Porte nord", run) for n in range(2))
    catalog.runs.finish(_done(0, kept.name, run), kept)
    rows = rows_of(segment(0), 0, [recording(0)], np.arange(5, dtype=np.uint32))
    old, new = (
        write_ledger(tmp_path, ledger_of([recording(0)], [kept.name], [rows]), KEY) for _ in "ab"
    )
    catalog.set_ledgers({"Porte nord": new})
    unfinished = tmp_path / "segments" / "half.seg.tmp"
    unfinished.write_bytes(b"half")
    found = {files.path(lost.name), ledger_path(tmp_path, old), unfinished}
    assert set(catalog.orphans()) == found
    assert set(catalog.sweep()) == found
    assert catalog.sweep() == ()
    assert same(files.read(kept.name), segment(0))
    assert catalog.ledgers() == {"Porte nord": new}


def test_a_superseded_segment_stays_for_the_answers_that_named_it(
    catalog: Catalog, tmp_path: Path
) -> None:
    catalog.footage.add(footage(0))
    first, second = (catalog.runs.add({"level": level}).digest for level in ("scan", "full"))
    record = Segments(tmp_path, KEY).write(segment(0), "Porte nord", first)
    catalog.runs.finish(_done(0, record.name, first), record)
    catalog.runs.finish(_done(0, None, second), None)
    assert catalog.runs.segments() == ()
    assert catalog.sweep() == ()
    assert same(Segments(tmp_path, KEY).read(record.name), segment(0))


def test_several_changes_are_one(catalog: Catalog) -> None:
    catalog.footage.add(footage(0))
    with pytest.raises(Bug, match="STO-010"):
        _set_ledger_then_contradict(catalog)
    assert catalog.ledgers() == {}


def _set_ledger_then_contradict(catalog: Catalog) -> None:
    with catalog.transaction():
        catalog.set_ledgers({"Porte nord": "a" * 64})
        catalog.footage.add(footage(0))


def _index_until_killed(folder: Path, tell: int) -> None:
    catalog = Catalog(folder, KEY)
    catalog.sweep()
    run = catalog.runs.all()[0].digest
    files = Segments(folder, KEY)
    for place in range(len(catalog.runs.slices(digest_of(0))), 10**6):
        record = files.write(segment(place), "Porte nord", run)
        catalog.runs.finish(_done(place, record.name, run), record)
        os.write(tell, b"x")


def _killed(folder: Path, acknowledged: int) -> int:
    told, tell = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            _index_until_killed(folder, tell)
        finally:
            os._exit(1)
    os.close(tell)
    count = sum(len(os.read(told, 1)) for _ in range(acknowledged))
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    while rest := os.read(told, 64):
        count += len(rest)
    os.close(told)
    return count


def _kills(folder: Path, number: int) -> None:
    """Index, be killed, resume: every acknowledged slice is there once, its segment readable."""
    catalog = Catalog.create(folder, KEY, case())
    catalog.footage.add(footage(0))
    catalog.runs.add({"level": "full"})
    catalog.close()
    told = 0
    for kill in range(number):
        told += _killed(folder, kill % 3)
        catalog = Catalog(folder, KEY)
        slices = catalog.runs.slices(digest_of(0))
        assert told <= len(slices) <= told + kill + 1
        told = len(slices)
        assert len(catalog.orphans()) <= 2, "at most one segment is to be done again"
        catalog.close()
    catalog = Catalog(folder, KEY)
    files = Segments(folder, KEY)
    for place, done in enumerate(catalog.runs.slices(digest_of(0))):
        assert done.segment
        assert same(files.read(done.segment), segment(place))
    catalog.close()


def test_ten_kills_while_indexing_lose_nothing_and_repeat_nothing(tmp_path: Path) -> None:
    _kills(tmp_path, 10)


@pytest.mark.campaign
def test_three_hundred_kills_while_indexing(tmp_path: Path) -> None:
    _kills(tmp_path, 300)


def test_what_somebody_holds_is_not_removed(catalog: Catalog, tmp_path: Path) -> None:
    left = tmp_path / "segments" / "left.seg"
    left.parent.mkdir(exist_ok=True)
    left.write_bytes(b"")
    one, other = catalog.hold(), catalog.hold()
    assert catalog.sweep() == ()
    one()
    assert catalog.sweep() == ()
    other()
    assert catalog.sweep() == (left,)
