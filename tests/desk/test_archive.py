import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.desk.records import count, quiet
from tests.desk.scene import MOTIVE, START, Office, crossing, film, hits, indexed
from vsa_core.desk.archive import Archive
from vsa_core.desk.footage import Admission
from vsa_core.desk.scope import Wish
from vsa_core.domain.coverage import Coverage, Level, Looked
from vsa_core.domain.footage import recordings
from vsa_core.domain.moment import ClockClaim, Window
from vsa_core.domain.ports import Wanted
from vsa_core.domain.receipt import Receipt
from vsa_core.domain.verdict import Verdict
from vsa_core.errors import Bug


def archive_of(at: Office) -> Archive:
    return at.desks.cases._tickets.archive(at.who, at.where)


def test_before_indexing_a_file_has_no_stretches_and_no_ancestors(fresh: Office) -> None:
    held = archive_of(fresh).known(("rue",)).of("rue")
    assert [footage.digest for footage in held.files] == [fresh.footage.digest]
    assert held.stretches[fresh.footage.digest] == ()
    assert held.pedigrees == {}


def test_without_a_ledger_there_are_no_tracks(fresh: Office) -> None:
    archive = archive_of(fresh)
    (recording,) = recordings(archive.catalogue.footage.all())
    assert len(archive.shelf().tracks(recording, Wanted())) == 0


def test_a_pedigree_names_what_looked_and_where_it_lies(ready: Office) -> None:
    archive = archive_of(ready)
    pedigree = archive.known(("rue",)).of("rue").pedigrees[ready.footage.digest]
    assert pedigree.footage == (ready.footage.digest,)
    assert pedigree.detector.startswith("motion:")
    assert pedigree.tracker == "twostage"
    assert pedigree.program.startswith("relecture/")
    assert len(pedigree.segments) == 1
    assert archive.segments.path(pedigree.segments[0]).is_file()
    assert len(bytes.fromhex(pedigree.settings)) == 32


def test_looked_at_anew_a_file_has_another_ancestor(fresh: Office) -> None:
    before = archive_of(indexed(fresh)).pedigree(fresh.footage)
    fresh.desks.indexing.index(
        fresh.who, fresh.where, Level.STANDARD, (), MOTIVE, quiet, lambda: False
    )
    after = archive_of(fresh).pedigree(fresh.footage)
    assert after.settings != before.settings
    assert set(after.segments).isdisjoint(before.segments)
    assert "," not in after.settings  # what was superseded is no ancestor any more


def test_an_answer_is_kept_as_it_was_told(ready: Office) -> None:
    (hit,) = hits(ready)
    archive = archive_of(ready)
    sequence = archive.catalogue.answers.sequences()[-1]
    kept = archive.catalogue.answers.get(sequence)
    assert [one.name for one in kept.hits] == [hit.name]
    assert kept.query == crossing().fields() | {"settings": kept.query["settings"]}
    assert [stretch["looked"] for stretch in kept.coverage] == ["looked"]


def test_a_question_has_one_answer(ready: Office) -> None:
    hits(ready)
    archive = archive_of(ready)
    receipt = Receipt(archive.catalogue.answers.sequences()[-1], "aa" * 32, crossing().digest)
    with pytest.raises(Bug, match="STO-010"):
        archive.keep_answer(receipt, crossing(), (), Coverage(()))


def test_a_snapshot_keeps_its_tracks_whatever_is_merged_meanwhile(
    fresh: Office, tmp_path: Path
) -> None:
    add(fresh, tmp_path, 1)
    archive = archive_of(indexed(fresh))
    before = archive.snapshot()
    files = {path.name for path in (archive.folder / "segments").iterdir()}
    found = recordings(archive.catalogue.footage.all())
    add(fresh, tmp_path, 2)
    indexed(fresh)
    assert files <= {path.name for path in (archive.folder / "segments").iterdir()}
    assert [len(before.shelf.tracks(recording, Wanted())) for recording in found] == [1, 1]
    del before
    archive.weave()
    assert len(list((archive.folder / "segments").iterdir())) == 1


def test_an_answer_never_finished_holds_nothing_back(fresh: Office, tmp_path: Path) -> None:
    add(fresh, tmp_path, 1)
    archive = archive_of(indexed(fresh))
    for begun in (True, False):
        batches = fresh.desks.queries.ask(fresh.who, fresh.where, crossing(), MOTIVE)
        if begun:
            next(batches)
        assert archive.catalogue._held == 1
        del batches
        assert archive.catalogue._held == 0


FILMS = 4
"""Each shows one walker who crosses the middle, and is one slice of its own."""


def add(at: Office, folder: Path, number: int) -> None:
    """One more file of the camera, a minute after the one before."""
    path = film(folder / f"{number}.mp4", 7, seed=10 + number)
    clock = ClockClaim(START + number * 60_000_000, 0, 0, "alice")
    at.desks.footage.admit(at.who, at.where, Admission(str(path), "rue", "S2", clock), MOTIVE)


def work(at: Office, folder: Path) -> None:
    """What the window's first thread does: files come in and are looked at, again and again."""
    for number in range(1, FILMS):
        add(at, folder, number)
        level = Level.FULL if number % 2 else Level.STANDARD
        at.desks.indexing.index(at.who, at.where, level, (), MOTIVE, quiet, lambda: False)
    export(at, folder)


def export(at: Office, folder: Path) -> None:
    """What its first thread does as well."""
    window = Window(START + 4_000_000, START + 5_000_000)
    wish = Wish((), "rue", window, 0, str(folder / "export"), "", "fr")
    at.desks.exports.export(at.who, at.where, wish, MOTIVE, quiet, lambda: False)


def consult(at: Office) -> int:
    """What its other thread does meanwhile; how many hits it was told."""
    d, who, where = at.desks, at.who, at.where
    told = list(d.queries.ask(who, where, crossing(), MOTIVE))
    found = [hit for batch in told for hit in batch.hits]
    coverage = told[-1].coverage
    assert coverage is not None
    looked = {s.footage for s in coverage.stretches if s.looked is Looked.LOOKED}
    # Coverage and hits are of one instant: a hit for each file looked at, and for no other.
    assert sorted(hit.event.start.footage for hit in found) == sorted(looked)
    d.footage.listed(who, where)
    for hit in found[:1]:
        at_ = hit.event.start.corrected
        assert at_ is not None
        reel = d.playing.open(who, where, "rue", Window(at_ - 200_000, at_ + 200_000), MOTIVE)
        for pts in reel.parts[0].pts.tolist():
            assert d.playing.shot(who, where, reel, reel.parts[0].footage.digest, pts).masked == 1
        d.playing.close(who, where, reel)
        d.reviews.judge(who, where, hit.name, Verdict.REJECT, MOTIVE)
        d.viewing.look(who, where, hit.name, MOTIVE)
        d.reviews.judged(who, where)
    (page,) = [d.playing.thumbnails(who, where, tuple(h.name for h in found), MOTIVE)]
    assert [one.code for one in page] == [""] * len(found)
    return len(found)


def test_one_thread_looks_while_another_asks_and_plays(
    fresh: Office, tmp_path: Path, fast_switching: None
) -> None:
    indexed(fresh)
    told = []
    with ThreadPoolExecutor(2) as pool:
        working = pool.submit(work, fresh, tmp_path)
        while not working.done():
            told.append(pool.submit(consult, fresh).result(120))
        working.result()
    assert consult(fresh) == FILMS
    assert told == sorted(told)
    known = count(fresh)
    assert fresh.desks.audits.verify().records == known


@pytest.fixture
def fast_switching() -> Iterator[None]:
    """Threads take turns a hundred times as often as usual."""
    usual = sys.getswitchinterval()
    sys.setswitchinterval(usual / 100)
    yield
    sys.setswitchinterval(usual)
