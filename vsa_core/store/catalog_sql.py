"""One SQLCipher database: opened by a raw key, changed in transactions, faults told our way."""

import re
import threading
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from vsa_core.errors import Bug, Refused, Tampered, Unreadable

Value = None | int | str | bytes
Row = tuple[Any, ...]

_SETTINGS = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA secure_delete = ON",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA trusted_schema = OFF",
)


_CHANGE = re.compile(r"\s*(?:INSERT(?: OR \w+)? INTO|UPDATE|DELETE FROM)\s+(\w+)")


class Database:
    """A connection; any thread may use it, one at a time."""

    def __init__(
        self, path: Path, key: bytes, read_only: bool = False, pinned: bool = False
    ) -> None:
        """Open `path` with a 32-byte key.

        `pinned`: what is read through it stays as it is now, whatever is
        written meanwhile (https://www.sqlite.org/isolation.html); until it is
        closed, the log of changes cannot be folded into the file.

        Raises Tampered (STO-008) when it does not open with that key,
        Unreadable (STO-009) when the disk fails.
        """
        self._alone = threading.RLock()
        self._depth = 0
        self._closed = False
        self._changes: Counter[str] = Counter()
        with _told(path.parent.name):
            self._held = dbapi2.connect(
                f"{path.absolute().as_uri()}?mode=rw",
                uri=True,
                isolation_level=None,
                check_same_thread=False,
            )
        self._case = path.parent.name
        try:
            self._begin(key, read_only or pinned)
            if pinned:
                self._say("BEGIN")
                self.one("SELECT count(*) FROM sqlite_master")  # the first reading pins
        except BaseException:
            self._held.close()
            raise

    def _begin(self, key: bytes, read_only: bool) -> None:
        with _told(self._case):
            self._held.execute("PRAGMA cipher_log_level = NONE")
            self._held.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
            self._held.execute("SELECT count(*) FROM sqlite_master")
            for setting in _SETTINGS:
                self._held.execute(setting)
            if read_only:
                self._held.execute("PRAGMA query_only = ON")

    def rows(self, sql: str, values: Sequence[Value] = ()) -> list[Row]:
        """Every row of a question; Refused (STO-020) after the case was left."""
        with self._alone, _told(self._case):
            self._check_open()
            found: list[Row] = self._held.execute(sql, values).fetchall()
            return found

    def one(self, sql: str, values: Sequence[Value] = ()) -> Row | None:
        """The first row, or None."""
        found = self.rows(sql, values)
        return found[0] if found else None

    def do(self, sql: str, values: Sequence[Value] = ()) -> int:
        """Change something; the number of rows changed."""
        with self.transaction(), _told(self._case):
            self._count(sql)
            return int(self._held.execute(sql, values).rowcount)

    def do_all(self, sql: str, rows: Sequence[Sequence[Value]]) -> None:
        """The same change for many rows."""
        with self.transaction(), _told(self._case):
            self._count(sql)
            self._held.executemany(sql, rows)

    def edition(self, tables: Sequence[str]) -> tuple[int, ...]:
        """Numbers of which one grows with each change to these tables, or by another program."""
        with self._alone:
            others = self.one("PRAGMA data_version")
            mine = sum(self._changes[table] for table in tables)
            return (int(others[0]) if others else 0, mine)

    def _count(self, sql: str) -> None:
        changed = _CHANGE.match(sql)
        if changed:
            self._changes[changed[1]] += 1

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing, on disk when it ends; one inside another belongs to the outer one."""
        with self._alone:
            self._check_open()
            outer = self._depth == 0
            self._depth += 1
            try:
                if outer:
                    self._say("BEGIN IMMEDIATE")
                yield
                if outer:
                    self._say("COMMIT")
            except BaseException:
                if outer and self._held.in_transaction:
                    self._say("ROLLBACK")
                raise
            finally:
                self._depth -= 1

    def close(self) -> None:
        """Fold the log into the file and let go."""
        with self._alone, _told(self._case):
            self._closed = True
            self._held.close()

    def _check_open(self) -> None:
        if self._closed:
            raise Refused("STO-020", case=self._case)

    def _say(self, sql: str) -> None:
        with _told(self._case):
            self._held.execute(sql)


@contextmanager
def _told(case: str) -> Iterator[None]:
    try:
        yield
    except dbapi2.IntegrityError as error:
        raise Bug("STO-010", case=case, why=str(error)) from error
    except dbapi2.OperationalError as error:
        raise Unreadable("STO-009", case=case, why=str(error)) from error
    except dbapi2.DatabaseError as error:
        raise Tampered("STO-008", case=case) from error
