import pytest

from tests.desk.records import quiet
from tests.desk.scene import MOTIVE, Office, crossing, hits, indexed
from vsa_core.desk.archive import Archive
from vsa_core.domain.coverage import Coverage, Level
from vsa_core.domain.footage import recordings
from vsa_core.domain.ports import Wanted
from vsa_core.domain.receipt import Receipt
from vsa_core.errors import Bug


def archive_of(at: Office) -> Archive:
    return at.desks.cases._tickets.archive(at.who, at.where)


def test_before_indexing_a_file_has_no_stretches_and_no_ancestors(fresh: Office) -> None:
    held = archive_of(fresh).held()
    assert [footage.digest for footage in held.files] == [fresh.footage.digest]
    assert held.stretches[fresh.footage.digest] == ()
    assert held.pedigrees == {}


def test_without_a_ledger_there_are_no_tracks(fresh: Office) -> None:
    archive = archive_of(fresh)
    (recording,) = recordings(archive.catalogue.footage.all())
    assert len(archive.shelf().tracks(recording, Wanted())) == 0


def test_a_pedigree_names_what_looked_and_where_it_lies(ready: Office) -> None:
    archive = archive_of(ready)
    pedigree = archive.held().pedigrees[ready.footage.digest]
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
