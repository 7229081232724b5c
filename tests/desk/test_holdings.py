from pathlib import Path

import pytest

from tests.desk.records import quiet
from tests.desk.scene import HOUR, MOTIVE, START, Office, film, hits, indexed
from tests.desk.test_archive import archive_of
from vsa_core.desk.footage import Admission
from vsa_core.desk.holdings import KEPT
from vsa_core.domain.coverage import Level
from vsa_core.domain.footage import recordings
from vsa_core.domain.held import Held
from vsa_core.domain.moment import ClockClaim
from vsa_core.errors import Refused
from vsa_core.store.catalog_sql import Database


def test_nothing_is_read_twice_until_something_changes(
    fresh: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = indexed(fresh)
    archive = archive_of(at)
    first = archive.known(("rue",)).of("rue")
    asked: list[str] = []
    real = Database.rows

    def rows(database: Database, sql: str, values: object = ()) -> object:
        asked.append(sql)
        return real(database, sql, values)  # type: ignore[arg-type]  # handed on as it came

    monkeypatch.setattr(Database, "rows", rows)
    hits(at)  # an answer is kept, and changes nothing of what there is to search
    asked.clear()
    assert archive.known(("rue",)).of("rue") is first
    assert asked == ["PRAGMA data_version"]


def test_what_was_admitted_dated_or_looked_at_is_seen_at_once(
    fresh: Office, tmp_path: Path
) -> None:
    archive = archive_of(fresh)
    name = fresh.footage.digest
    d, who, where = fresh.desks, fresh.who, fresh.where
    assert archive.known(("rue",)).of("rue").stretches == {name: ()}
    indexed(fresh)
    assert archive.known(("rue",)).of("rue").stretches[name]
    d.footage.claim_clock(who, where, name, ClockClaim(START + HOUR, 0, 0, "alice"), MOTIVE)
    (footage,) = archive.known(("rue",)).of("rue").files
    assert footage.clock is not None
    assert footage.clock.shown == START + HOUR
    new = Admission(str(film(tmp_path / "b.mp4", 3)), "rue", "S2", ClockClaim(START, 0, 0, "alice"))
    other = d.footage.admit(who, where, new, MOTIVE)
    held = archive.known(("rue",)).of("rue")
    assert [footage.digest for footage in held.files] == [name, other.digest]
    assert other.digest not in held.pedigrees
    d.indexing.index(who, where, Level.STANDARD, (), MOTIVE, quiet, lambda: False)
    assert other.digest in archive.known(("rue",)).of("rue").pedigrees


def test_cameras_are_held_each_by_itself_and_once(ready: Office) -> None:
    archive = archive_of(ready)
    assert archive.known(("autre",)).of("autre").files == ()
    both = archive.known(("rue", "autre", "rue"))
    assert both.of("rue") is archive.known(("rue",)).of("rue")
    assert both.of("autre").files == ()


def test_what_was_held_at_an_instant_is_not_changed_by_what_comes_after(
    fresh: Office, tmp_path: Path
) -> None:
    archive = archive_of(fresh)
    before = archive.known(("rue",))
    indexed(fresh)
    assert archive.known(("rue",)).of("rue").stretches[fresh.footage.digest]
    assert before.of("rue").stretches == {fresh.footage.digest: ()}, "read after, as it was before"


def test_nothing_more_is_read_once_the_case_is_left(fresh: Office) -> None:
    archive = archive_of(fresh)
    known = archive.known(("rue", "autre"))
    known.of("rue")
    archive.close()
    assert known.of("rue").files, "what was read stays"
    with pytest.raises(Refused, match="STO-020"):
        known.of("autre")


def test_what_was_made_of_a_camera_is_kept_for_its_key(ready: Office) -> None:
    archive = archive_of(ready)
    asked: list[str] = []

    def make(camera: str, held: Held) -> str:
        asked.append(camera)
        return f"{camera}: {len(held.files)}"

    for key in (("a",), ("a",), ("b",)):
        assert archive.known(("rue",)).made(key, make)("rue") == "rue: 1"
    assert asked == ["rue", "rue"], "once for each key"
    for number in range(KEPT):
        archive.known(()).made((number,), make)
    archive.known(("rue",)).made(("a",), make)("rue")
    assert len(asked) == 3, "the oldest key went"


def test_what_is_held_is_what_each_file_tells_alone(ready: Office) -> None:
    archive = archive_of(ready)
    held = archive.known(("rue",)).of("rue")
    (footage,) = held.files
    assert held.recordings == recordings(held.files)
    assert held.stretches[footage.digest] == archive.catalogue.runs.stretches(footage.digest)
    assert held.pedigrees[footage.digest] == archive.pedigree(footage)
