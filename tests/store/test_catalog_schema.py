"""The ladder of catalogue versions."""

from pathlib import Path

import pytest

from tests.store.samples import KEY
from vsa_core.errors import Unreadable
from vsa_core.store.catalog_schema import FIRST, LADDER, climb, version
from vsa_core.store.catalog_sql import Database


@pytest.fixture
def database(tmp_path: Path) -> Database:
    (tmp_path / "c.db").touch()
    return Database(tmp_path / "c.db", KEY)


def _tables(database: Database) -> set[str]:
    rows = database.rows("SELECT name FROM sqlite_master WHERE type = 'table'")
    return {name for (name,) in rows}


def test_an_empty_catalogue_climbs_to_the_top_once(database: Database) -> None:
    assert version(database) == 0
    climb(database)
    climb(database)
    assert version(database) == len(LADDER)
    assert {"facts", "footage", "slices", "segments", "answers"} <= _tables(database)


def test_an_old_catalogue_climbs_the_rungs_it_lacks(database: Database) -> None:
    climb(database, (FIRST,))
    climb(database, (FIRST, ("CREATE TABLE later (a) ", "INSERT INTO later VALUES (1)")))
    assert version(database) == 2
    assert database.rows("SELECT * FROM later") == [(1,)]


def test_a_rung_that_breaks_leaves_the_version_before(database: Database) -> None:
    with pytest.raises(Unreadable):
        climb(database, (FIRST, ("CREATE TABLE later (a)", "INSERT INTO nowhere VALUES (1)")))
    assert version(database) == 1
    assert "later" not in _tables(database)


def test_a_newer_catalogue_is_left_alone(database: Database) -> None:
    climb(database, (FIRST, ()))
    with pytest.raises(Unreadable) as told:
        climb(database, (FIRST,))
    assert (told.value.code, told.value.values) == ("STO-004", {"found": 2, "known": 1})
