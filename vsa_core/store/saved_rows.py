"""The questions that people keep in a case, by the name they gave them."""

import json

from vsa_core.domain.provenance import canonical
from vsa_core.domain.query import query_of
from vsa_core.domain.saved_query import Saved
from vsa_core.store.catalog_sql import Database, Row


class SavedRows:
    """Questions by name; one name, one question."""

    def __init__(self, database: Database) -> None:
        """Over the catalogue's database."""
        self._database = database

    def all(self) -> tuple[Saved, ...]:
        """Every question kept, in order of name."""
        rows = self._database.rows("SELECT name, query, person, at FROM saved ORDER BY name")
        return tuple(map(_saved, rows))

    def get(self, name: str) -> Saved | None:
        """The question of that name, or None."""
        row = self._database.one(
            "SELECT name, query, person, at FROM saved WHERE name = ?", (name,)
        )
        return _saved(row) if row else None

    def add(self, saved: Saved) -> None:
        """Keep a question; Bug (STO-010) when its name is taken."""
        text = canonical(saved.query.fields()).decode()
        values = (saved.name, text, saved.by, saved.at)
        self._database.do("INSERT INTO saved VALUES (?,?,?,?)", values)

    def rename(self, name: str, new: str) -> None:
        """Give a question another name; Bug (STO-010) when that is taken."""
        self._database.do("UPDATE saved SET name = ? WHERE name = ?", (new, name))

    def drop(self, name: str) -> None:
        """Keep it no longer."""
        self._database.do("DELETE FROM saved WHERE name = ?", (name,))


def _saved(row: Row) -> Saved:
    name, text, by, at = row
    return Saved(name, query_of(json.loads(text)), by, at)
