"""Answers as they were given, and what left the case: both named by their journal record."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from vsa_core.domain.coverage import Coverage
from vsa_core.domain.event import Hit
from vsa_core.domain.provenance import Canonical, canonical
from vsa_core.errors import WrongUsage
from vsa_core.store.catalog_sql import Database

Fields = Mapping[str, Any]
"""Canonical fields read back."""

_PREFIX = re.compile(r"[0-9a-f]{4,64}")
_AFTER = "g"  # sorts after every hexadecimal digit


@dataclass(frozen=True, slots=True)
class KeptHit:
    """A hit of a past answer: its name, the answer's journal sequence, the event's fields."""

    name: str
    sequence: int
    fields: Fields


@dataclass(frozen=True, slots=True)
class Answer:
    """A past answer: the question's fields, its hits in order, the fields of its coverage."""

    sequence: int
    query: Fields
    hits: tuple[KeptHit, ...]
    coverage: Sequence[Fields]


@dataclass(frozen=True, slots=True)
class Exported:
    """What left: the journal's sequence, who, when (microseconds since 1970 UTC), and what."""

    sequence: int
    person: str
    at: int
    fields: Fields


class AnswerRows:
    """Answers by the journal sequence of their question."""

    def __init__(self, database: Database) -> None:
        """Over the catalogue's database."""
        self._database = database

    def add(
        self,
        sequence: int,
        query: Mapping[str, Canonical],
        hits: Sequence[Hit],
        coverage: Coverage,
    ) -> None:
        """Keep one answer, whole or not at all; Bug (STO-010) when that question has one."""
        covered = [stretch.fields() for stretch in coverage.stretches]
        rows = [
            (sequence, number, hit.name, _text(hit.event.fields()))
            for number, hit in enumerate(hits)
        ]
        with self._database.transaction():
            self._database.do(
                "INSERT INTO answers VALUES (?,?,?)", (sequence, _text(query), _text(covered))
            )
            self._database.do_all("INSERT INTO hits VALUES (?,?,?,?)", rows)

    def sequences(self) -> tuple[int, ...]:
        """The journal sequences of every answer kept, in order."""
        rows = self._database.rows("SELECT sequence FROM answers ORDER BY sequence")
        return tuple(sequence for (sequence,) in rows)

    def get(self, sequence: int) -> Answer:
        """One answer; WrongUsage (STO-015) when there is none."""
        row = self._database.one(
            "SELECT query, coverage FROM answers WHERE sequence = ?", (sequence,)
        )
        if row is None:
            raise WrongUsage("STO-015", name=str(sequence))
        hits = self._database.rows(
            "SELECT name, fields FROM hits WHERE sequence = ? ORDER BY ordinal", (sequence,)
        )
        kept = tuple(KeptHit(name, sequence, json.loads(text)) for name, text in hits)
        return Answer(sequence, json.loads(row[0]), kept, json.loads(row[1]))

    def hit(self, name: str) -> KeptHit:
        """The hit of that name, or of the one name that begins so (4 digits at least).

        The same event may answer several questions: its latest answer is
        given. Raises WrongUsage: STO-012 none, STO-013 several.
        """
        if not _PREFIX.fullmatch(name):
            raise WrongUsage("STO-012", name=name)
        rows = self._database.rows(
            "SELECT name, max(sequence), fields FROM hits WHERE name >= ? AND name < ? "
            "GROUP BY name LIMIT 2",
            (name, name + _AFTER),
        )
        if not rows:
            raise WrongUsage("STO-012", name=name)
        if len(rows) > 1:
            raise WrongUsage("STO-013", name=name)
        found, sequence, text = rows[0]
        return KeptHit(found, sequence, json.loads(text))


class ExportRows:
    """Exports by the journal sequence of their order."""

    def __init__(self, database: Database) -> None:
        """Over the catalogue's database."""
        self._database = database

    def add(self, exported: Exported) -> None:
        """Record one export; Bug (STO-010) when that order has one."""
        self._database.do(
            "INSERT INTO exports VALUES (?,?,?,?)",
            (exported.sequence, exported.person, exported.at, _text(exported.fields)),
        )

    def all(self) -> tuple[Exported, ...]:
        """Every export, in order of the journal."""
        rows = self._database.rows(
            "SELECT sequence, person, at, fields FROM exports ORDER BY sequence"
        )
        return tuple(Exported(s, person, at, json.loads(text)) for s, person, at, text in rows)


def _text(fields: Canonical) -> str:
    return canonical(fields).decode()
