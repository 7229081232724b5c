"""The sample case is one that an analyst may question, in an installation of its own."""

from pathlib import Path

import pytest

from app import sample as making
from app.sample import MOTIVE, NUMBER, WHO, Sample, admit_sample, index_sample, open_sample
from tests.app import opened
from tests.app.cli.labelled import OFFSET, small_archive
from vsa_core.domain.case import Act, Role
from vsa_core.domain.coverage import Looked
from vsa_core.domain.query import Query


def test_it_lies_in_one_folder_archive_installation_and_case(stock: Sample) -> None:
    case = Path(stock.where.folder)
    assert {path.name for path in case.parent.iterdir()} == {"archive", "installation", "affaire"}
    assert stock.where.case.number == NUMBER


def test_its_analyst_is_signed_in_and_alone(sample: Sample) -> None:
    assert (sample.who.person.name, sample.who.person.role) == (WHO, Role.ANALYST)
    assert [person.name for person in sample.desks.people.listed()] == [WHO]


def test_every_file_is_admitted_under_the_clock_that_its_camera_showed(sample: Sample) -> None:
    sheets = sample.desks.footage.listed(sample.who, sample.where)
    shown = {sheet.footage.name: sheet.footage.clock for sheet in sheets}
    assert set(shown) == {file.path.name for file in sample.archive.files}
    for file in sample.archive.files:
        claim = shown[file.path.name]
        assert claim is not None
        assert (claim.shown, claim.offset, claim.uncertainty) == (file.shown, OFFSET, 1_000_000)
        assert claim.author == WHO


def test_everything_was_looked_at_and_can_be_asked_about(sample: Sample) -> None:
    sheets = sample.desks.footage.listed(sample.who, sample.where)
    assert all(s.looked is Looked.LOOKED for sheet in sheets for s in sheet.stretches)
    query = Query("zone_entry", cameras=("rue",), place=opened.ZONE)
    batches = tuple(sample.desks.queries.ask(sample.who, sample.where, query, MOTIVE))
    assert sum(len(batch.hits) for batch in batches) == 2


def test_the_basis_covers_its_cameras_and_its_time_and_ends(sample: Sample) -> None:
    basis = sample.where.case.basis
    assert basis.cameras == ("rue",)
    for file in sample.archive.files:
        assert basis.window.start < file.shown + file.offset < basis.window.end
    assert basis.expires <= sample.where.case.erase_by


def test_its_making_is_in_its_journal(sample: Sample) -> None:
    acts = [act for act in opened.written(sample) if act is not Act.CONSULT]
    assert acts[:3] == [Act.INCEPTION, Act.CAPABILITIES, Act.PERSON_ADD]
    order = (Act.SESSION_OPEN, Act.CASE_OPEN, Act.ADMIT, Act.INDEX, Act.RESULT)
    assert [acts.index(act) for act in order] == sorted(acts.index(act) for act in order)


def test_a_making_that_is_given_up_leaves_what_is_finished(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(making, "render", small_archive)
    made = open_sample(tmp_path, opened.desks_at)
    admit_sample(made)
    indexed = index_sample(made, lambda done, total, what: None, lambda: True)
    assert indexed.cancelled
    assert len(made.desks.footage.listed(made.who, made.where)) == 2
    made.desks.people.sign_out(made.who)
