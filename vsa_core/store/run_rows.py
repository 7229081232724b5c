"""What was looked at, by which run, and which sealed segment holds what was seen."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from vsa_core.domain.coverage import Level, Looked, Stretch
from vsa_core.domain.moment import Span
from vsa_core.domain.ports import SegmentRecord
from vsa_core.domain.provenance import Canonical, canonical, digest
from vsa_core.errors import Bug, WrongUsage
from vsa_core.store.catalog_sql import Database, Row

_LIVE = """SELECT s.name, s.camera, s.tracks, s.points, s.run
    FROM segments s JOIN runs r ON r.digest = s.run
    JOIN slices l ON l.segment = s.name JOIN footage f ON f.digest = l.footage
    WHERE NOT s.superseded GROUP BY s.name
    ORDER BY s.camera, r.ordinal, min(coalesce(f.clock_shown + f.clock_offset, 0)),
    min(f.digest), min(l.start)"""
_SLICES = """SELECT ordinal, run, footage, start, "end", segment FROM slices
    WHERE footage = ? AND superseded = ? ORDER BY start, ordinal"""
_STRETCHES = """SELECT t.slice, t.start, t."end", t.looked, t.level
    FROM stretches t JOIN slices l ON l.ordinal = t.slice
    WHERE l.footage = ? AND l.superseded = ? ORDER BY t.slice, t.ordinal"""
_OVERLAPPING = """SELECT ordinal, start, "end", segment FROM slices
    WHERE footage = ? AND NOT superseded AND start < ? AND "end" > ? AND run <> ?"""
_DESERTED = """UPDATE segments SET superseded = 1 WHERE name = ?1 AND NOT EXISTS
    (SELECT 1 FROM slices WHERE segment = ?1 AND NOT superseded)"""


@dataclass(frozen=True, slots=True)
class Run:
    """One way of indexing: detector, tracker, level, settings, program, as canonical fields."""

    ordinal: int
    digest: str
    fields: Mapping[str, Canonical]


@dataclass(frozen=True, slots=True)
class Slice:
    """One finished unit of work: a span of one footage, the segment if it had tracks, its fate."""

    run: str
    footage: str
    span: Span
    segment: str | None
    stretches: tuple[Stretch, ...]


class RunRows:
    """Runs, slices, stretches and segments of a case."""

    def __init__(self, database: Database) -> None:
        """Over the catalogue's database."""
        self._database = database

    def add(self, fields: Mapping[str, Canonical]) -> Run:
        """The run with these fields, recorded if it is new; its digest is taken over them."""
        name = digest(fields)
        text = canonical(fields).decode()
        self._database.do(
            "INSERT INTO runs (digest, fields) VALUES (?, ?) ON CONFLICT (digest) DO NOTHING",
            (name, text),
        )
        return self.get(name)

    def get(self, run: str) -> Run:
        """The run of that digest; WrongUsage (STO-015) when there is none."""
        row = self._database.one("SELECT ordinal, fields FROM runs WHERE digest = ?", (run,))
        if row is None:
            raise WrongUsage("STO-015", name=run)
        return Run(row[0], run, json.loads(row[1]))

    def all(self) -> tuple[Run, ...]:
        """Every run, in order."""
        rows = self._database.rows("SELECT ordinal, digest, fields FROM runs ORDER BY ordinal")
        return tuple(Run(ordinal, name, json.loads(text)) for ordinal, name, text in rows)

    def finish(self, done: Slice, record: SegmentRecord | None) -> None:
        """Record a finished slice, its segment and its stretches, all at once.

        Live slices of the same footage that lie within its span are
        superseded by it, and segments left without a live slice too. Raises
        Bug: STO-010 when the slice is recorded already, STO-014 when it names
        another segment, STO-018 when a live slice overlaps it only partly.
        """
        if (record.name if record else None) != done.segment:
            raise Bug("STO-014", what="slice")
        with self._database.transaction():
            self._supersede(done)
            if record:
                self._add_segment(record)
            self._add_slice(done)

    def _supersede(self, done: Slice) -> None:
        span = done.span
        touched = (done.footage, span.end, span.start, done.run)
        overlapping = self._database.rows(_OVERLAPPING, touched)
        for ordinal, start, end, _ in overlapping:
            if start < span.start or end > span.end:
                raise Bug("STO-018", name=done.footage, start=start, end=end)
            self._database.do("UPDATE slices SET superseded = 1 WHERE ordinal = ?", (ordinal,))
        for segment in sorted({row[3] for row in overlapping if row[3]}):
            self._database.do(_DESERTED, (segment,))

    def _add_segment(self, record: SegmentRecord) -> None:
        self._database.do(
            "INSERT INTO segments (name, camera, tracks, points, run) VALUES (?,?,?,?,?)",
            (record.name, record.camera, record.tracks, record.points, record.run),
        )
        rows = [(record.name, number, name) for number, name in enumerate(record.footage)]
        self._database.do_all("INSERT INTO segment_footage VALUES (?,?,?)", rows)

    def _add_slice(self, done: Slice) -> None:
        self._database.do(
            'INSERT INTO slices (run, footage, start, "end", segment) VALUES (?,?,?,?,?)',
            (done.run, done.footage, done.span.start, done.span.end, done.segment),
        )
        row = self._database.one("SELECT last_insert_rowid()")
        ordinal = row[0] if row else 0
        rows = [
            (ordinal, n, s.span.start, s.span.end, s.looked.value, s.level and s.level.value)
            for n, s in enumerate(done.stretches)
        ]
        self._database.do_all("INSERT INTO stretches VALUES (?,?,?,?,?,?)", rows)

    def slices(self, footage: str, superseded: bool = False) -> tuple[Slice, ...]:
        """The live slices of a footage (or those superseded), in pts order."""
        chosen = (footage, int(superseded))
        stretches: dict[int, list[Stretch]] = {}
        for row in self._database.rows(_STRETCHES, chosen):
            stretches.setdefault(row[0], []).append(_stretch(row[1:]))
        return tuple(
            Slice(run, name, Span(start, end), segment, tuple(stretches.get(ordinal, ())))
            for ordinal, run, name, start, end, segment in self._database.rows(_SLICES, chosen)
        )

    def stretches(self, footage: str) -> tuple[Stretch, ...]:
        """What became of each stretch of a footage, from its live slices, in pts order."""
        return tuple(s for done in self.slices(footage) for s in done.stretches)

    def segments(self) -> tuple[SegmentRecord, ...]:
        """The live segments, by camera, run and time: an order that sealing does not change."""
        footage: dict[str, list[str]] = {}
        for segment, digest_of in self._database.rows(
            "SELECT segment, footage FROM segment_footage ORDER BY segment, ordinal"
        ):
            footage.setdefault(segment, []).append(digest_of)
        return tuple(_record(row, footage.get(row[0], [])) for row in self._database.rows(_LIVE))

    def segment(self, name: str) -> SegmentRecord:
        """One segment, superseded or not; WrongUsage (STO-015) when there is none."""
        row = self._database.one(
            "SELECT name, camera, tracks, points, run FROM segments WHERE name = ?", (name,)
        )
        if row is None:
            raise WrongUsage("STO-015", name=name)
        footage = self._database.rows(
            "SELECT footage FROM segment_footage WHERE segment = ? ORDER BY ordinal", (name,)
        )
        return _record(row, [digest_of for (digest_of,) in footage])

    def replace(self, olds: Sequence[str], record: SegmentRecord) -> None:
        """Put one merged segment in the place of several, all at once; their files may then go."""
        with self._database.transaction():
            self._add_segment(record)
            for old in olds:
                self._database.do(
                    "UPDATE slices SET segment = ? WHERE segment = ?", (record.name, old)
                )
                self._database.do(
                    "UPDATE segments SET superseded = 1, merged_into = ? WHERE name = ?",
                    (record.name, old),
                )

    def names_on_disk(self) -> frozenset[str]:
        """The segments whose files are to be kept: all but those merged into another."""
        rows = self._database.rows("SELECT name FROM segments WHERE merged_into IS NULL")
        return frozenset(name for (name,) in rows)


def _stretch(row: Row) -> Stretch:
    start, end, looked, level = row
    return Stretch(Span(start, end), Looked(looked), Level(level) if level else None)


def _record(row: Row, footage: list[str]) -> SegmentRecord:
    name, camera, tracks, points, run = row
    return SegmentRecord(name, camera, tuple(footage), tracks, points, run)
