"""The database under the catalogue: encrypted, all or nothing, and plain about its faults."""

import threading
from pathlib import Path

import pytest

from tests.store.samples import KEY
from vsa_core.errors import Bug, Refused, Tampered, Unreadable
from vsa_core.store.catalog_sql import Database


@pytest.fixture
def database(tmp_path: Path) -> Database:
    (tmp_path / "c.db").touch()
    made = Database(tmp_path / "c.db", KEY)
    made.do("CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT NOT NULL) STRICT")
    return made


def test_rows_go_in_and_come_out(database: Database) -> None:
    assert database.do("INSERT INTO t VALUES (?, ?)", (1, "one")) == 1
    database.do_all("INSERT INTO t VALUES (?, ?)", [(2, "two"), (3, "three")])
    assert database.rows("SELECT * FROM t ORDER BY a") == [(1, "one"), (2, "two"), (3, "three")]
    assert database.one("SELECT b FROM t WHERE a = ?", (9,)) is None


def test_it_is_as_durable_as_it_should_be(database: Database) -> None:
    for pragma, value in (("journal_mode", "wal"), ("synchronous", 2), ("foreign_keys", 1)):
        assert database.one(f"PRAGMA {pragma}") == (value,)


def test_a_transaction_is_all_or_nothing_however_deep(database: Database) -> None:
    with pytest.raises(Bug, match="STO-010"):
        _insert_then_contradict(database)
    assert database.rows("SELECT * FROM t") == []
    with database.transaction():
        database.do("INSERT INTO t VALUES (3, 'three')")
    assert database.rows("SELECT a FROM t") == [(3,)]


def _insert_then_contradict(database: Database) -> None:
    with database.transaction():
        database.do("INSERT INTO t VALUES (1, 'one')")
        with database.transaction():
            database.do("INSERT INTO t VALUES (2, 'two')")
        database.do("INSERT INTO t VALUES (1, 'again')")


def test_another_key_is_told_clearly(database: Database, tmp_path: Path) -> None:
    database.do("INSERT INTO t VALUES (1, 'one')")
    database.close()
    with pytest.raises(Tampered) as told:
        Database(tmp_path / "c.db", bytes(32))
    assert (told.value.code, told.value.values) == ("STO-008", {"case": tmp_path.name})
    assert Database(tmp_path / "c.db", KEY).rows("SELECT a FROM t") == [(1,)]


def test_an_altered_page_is_told(database: Database, tmp_path: Path) -> None:
    database.do_all("INSERT INTO t VALUES (?, ?)", [(n, "x" * 500) for n in range(50)])
    database.close()
    data = bytearray((tmp_path / "c.db").read_bytes())
    data[3 * 4096 + 100] ^= 1
    (tmp_path / "c.db").write_bytes(data)
    with pytest.raises(Tampered, match="STO-008"):
        Database(tmp_path / "c.db", KEY).rows("SELECT b FROM t")


def test_a_contradiction_is_our_mistake_and_changes_nothing(database: Database) -> None:
    with pytest.raises(Bug, match="STO-010"):
        database.do_all("INSERT INTO t VALUES (?, ?)", [(1, "one"), (1, "again")])
    with pytest.raises(Bug, match="STO-010"):
        database.do("INSERT INTO t VALUES (1, NULL)")
    assert database.rows("SELECT * FROM t") == []


def test_a_file_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="STO-009"):
        Database(tmp_path / "absent.db", KEY)
    assert list(tmp_path.iterdir()) == []


def test_a_reader_changes_nothing(database: Database, tmp_path: Path) -> None:
    database.do("INSERT INTO t VALUES (1, 'one')")
    reader = Database(tmp_path / "c.db", KEY, read_only=True)
    assert reader.rows("SELECT a FROM t") == [(1,)]
    with pytest.raises(Unreadable, match="STO-009"):
        reader.do("INSERT INTO t VALUES (2, 'two')")


def test_a_failing_statement_is_told(database: Database) -> None:
    with pytest.raises(Unreadable, match="STO-009"):
        database.rows("SELECT * FROM nowhere")


def test_another_thread_may_use_it(database: Database) -> None:
    with database.transaction():
        database.do("INSERT INTO t VALUES (1, 'one')")
        thread = threading.Thread(target=database.do, args=("INSERT INTO t VALUES (2, 'two')",))
        thread.start()
        assert database.rows("SELECT a FROM t") == [(1,)]
    thread.join()
    assert database.rows("SELECT a FROM t") == [(1,), (2,)]


def test_after_the_closing_it_refuses_and_does_not_cry_wolf(database: Database) -> None:
    database.close()
    with pytest.raises(Refused, match="STO-020"):
        database.rows("SELECT * FROM t")
    with pytest.raises(Refused, match="STO-020"):
        database.do("INSERT INTO t VALUES (1, 'one')")
    database.close()


def test_an_edition_grows_with_each_change_to_its_tables_and_no_other(tmp_path: Path) -> None:
    (tmp_path / "e.db").touch()
    database = Database(tmp_path / "e.db", KEY)
    for table in ("a", "b"):
        database.do(f"CREATE TABLE {table} (x INTEGER)")
    seen = [database.edition(("a",))]
    for sql in (
        "INSERT INTO a VALUES (1)",
        "INSERT OR REPLACE INTO a VALUES (2)",
        "UPDATE a SET x = 3",
        "DELETE FROM a",
    ):
        database.do("INSERT INTO b VALUES (1)")
        assert database.edition(("a",)) == seen[-1]
        database.do(sql)
        seen.append(database.edition(("a",)))
    database.do_all("INSERT INTO a VALUES (?)", [(1,), (2,)])
    seen.append(database.edition(("a",)))
    other = Database(tmp_path / "e.db", KEY)
    other.do("DELETE FROM b")
    seen.append(database.edition(("a",)))
    assert len(set(seen)) == len(seen)
