from pathlib import Path

import pytest

from tests.desk.records import quiet
from tests.desk.scene import HOUR, MOTIVE, START, Office, film, hits, indexed
from tests.desk.test_archive import archive_of
from vsa_core.desk.footage import Admission
from vsa_core.domain.coverage import Level
from vsa_core.domain.footage import recordings
from vsa_core.domain.moment import ClockClaim
from vsa_core.store.catalog_sql import Database


def test_nothing_is_read_twice_until_something_changes(
    fresh: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = indexed(fresh)
    archive = archive_of(at)
    first = archive.held(("rue",))
    asked: list[str] = []
    real = Database.rows

    def rows(database: Database, sql: str, values: object = ()) -> object:
        asked.append(sql)
        return real(database, sql, values)  # type: ignore[arg-type]  # handed on as it came

    monkeypatch.setattr(Database, "rows", rows)
    hits(at)  # an answer is kept, and changes nothing of what there is to search
    asked.clear()
    assert archive.held(("rue",)) is first
    assert asked == ["PRAGMA data_version"]


def test_what_was_admitted_dated_or_looked_at_is_seen_at_once(
    fresh: Office, tmp_path: Path
) -> None:
    archive = archive_of(fresh)
    name = fresh.footage.digest
    d, who, where = fresh.desks, fresh.who, fresh.where
    assert archive.held(("rue",)).stretches == {name: ()}
    indexed(fresh)
    assert archive.held(("rue",)).stretches[name]
    d.footage.claim_clock(who, where, name, ClockClaim(START + HOUR, 0, 0, "alice"), MOTIVE)
    (footage,) = archive.held(("rue",)).files
    assert footage.clock is not None
    assert footage.clock.shown == START + HOUR
    new = Admission(str(film(tmp_path / "b.mp4", 3)), "rue", "S2", ClockClaim(START, 0, 0, "alice"))
    other = d.footage.admit(who, where, new, MOTIVE)
    held = archive.held(("rue",))
    assert [footage.digest for footage in held.files] == [name, other.digest]
    assert other.digest not in held.pedigrees
    d.indexing.index(who, where, Level.STANDARD, (), MOTIVE, quiet, lambda: False)
    assert other.digest in archive.held(("rue",)).pedigrees


def test_cameras_are_held_each_by_itself_and_once(ready: Office) -> None:
    archive = archive_of(ready)
    assert archive.held(("autre",)).files == ()
    assert archive.held(("rue", "autre", "rue")).files == archive.held(("rue",)).files
    assert archive.held(()).files == ()


def test_what_is_held_is_what_each_file_tells_alone(ready: Office) -> None:
    archive = archive_of(ready)
    held = archive.held(("rue",))
    (footage,) = held.files
    assert held.recordings == recordings(held.files)
    assert held.stretches[footage.digest] == archive.catalogue.runs.stretches(footage.digest)
    assert held.pedigrees[footage.digest] == archive.pedigree(footage)
