"""What weaving promises: one ledger that follows from the live slices alone."""

from pathlib import Path

import numpy as np

from tests.desk.scene import MOTIVE, START, Office, film, indexed, office
from tests.pipeline.dying import small_slices
from vsa_core.desk.archive import Archive
from vsa_core.desk.footage import Admission
from vsa_core.domain.coverage import Level
from vsa_core.domain.footage import recordings
from vsa_core.domain.moment import MICROSECONDS, ClockClaim
from vsa_core.domain.ports import Wanted
from vsa_core.domain.track import Tracks
from vsa_core.pipeline.weave import weave
from vsa_core.store.ledger import read_ledger


def archive_of(at: Office) -> Archive:
    return at.desks.indexing._tickets.archive(at.who, at.where)


def tracks_of(at: Office) -> Tracks:
    archive = archive_of(at)
    (recording,) = recordings(archive.catalogue.footage.all())
    return archive.shelf().tracks(recording, Wanted())


def test_cutting_the_film_into_slices_changes_no_track(tmp_path: Path) -> None:
    for name in ("whole", "cut"):
        (tmp_path / name).mkdir()
    whole = tracks_of(indexed(office(tmp_path / "whole")))
    with small_slices():
        cut = tracks_of(indexed(office(tmp_path / "cut")))
    assert len(whole) == len(cut) == 1
    assert abs(int(whole.t[0]) - int(cut.t[0])) <= 300_000
    assert abs(int(whole.t[-1]) - int(cut.t[-1])) <= 300_000


def test_two_files_that_follow_each_other_are_one_recording_with_one_ledger(
    tmp_path: Path,
) -> None:
    at = indexed(office(tmp_path))
    second = film(tmp_path / "next.mp4", seed=2)
    claim = ClockClaim(START + 12 * MICROSECONDS, 0, 0, "alice")
    at.desks.footage.admit(at.who, at.where, Admission(str(second), "rue", "S1", claim), MOTIVE)
    indexed(at)
    tracks = tracks_of(at)
    assert len(tracks) == 2
    assert len({part.footage for part in tracks.parts}) == 2


def _outdate(archive: Archive, camera: str = "rue") -> None:
    archive.catalogue._database.do("UPDATE ledgers SET current = 0 WHERE camera = ?", (camera,))


def test_weaving_twice_gives_the_same_ledger(fresh: Office) -> None:
    archive = archive_of(indexed(fresh))
    key = archive.keys.segment
    rows = []
    for _ in range(2):
        _outdate(archive)
        names = weave(archive.folder, archive.catalogue, archive.segments, key)
        ledger = read_ledger(archive.folder, names["rue"], key)
        assert archive.catalogue.outdated() == ()
        rows.append(ledger.rows)
    assert np.array_equal(rows[0], rows[1])


def test_a_camera_of_which_nothing_changed_is_not_opened(fresh: Office) -> None:
    archive = archive_of(indexed(fresh))
    for record in archive.catalogue.runs.segments():
        archive.segments.path(record.name).unlink()
    assert weave(archive.folder, archive.catalogue, archive.segments, archive.keys.segment) == {}


def test_small_segments_are_merged_and_superseded_ones_forgotten(fresh: Office) -> None:
    with small_slices():
        indexed(fresh)
        archive = archive_of(fresh)
        assert len(archive.catalogue.runs.segments()) == 1
        fresh.desks.indexing.index(
            fresh.who,
            fresh.where,
            Level.STANDARD,
            (),
            MOTIVE,
            lambda done, total, what: None,
            lambda: False,
        )
    assert len(archive.catalogue.runs.segments()) == 1
    assert len(tracks_of(fresh)) == 1
    assert archive.catalogue.orphans() == ()
