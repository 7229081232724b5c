"""What was looked at, by which run, and which sealed segment holds what was seen."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from vsa_core.domain.coverage import Level, Looked, Stretch
from vsa_core.domain.moment import Span
from vsa_core.domain.ports import SegmentRecord
from vsa_core.domain.provenance import Canonical, canonical, digest
from vsa_core.errors import Bug, WrongUsage
from vsa_core.store.catalog_sql import Database, Row, Value
from vsa_core.store.footage_rows import key_of

_LIVE = """SELECT s.ordinal, s.name, s.camera, s.tracks, s.points, r.digest
    FROM segments s CROSS JOIN slices l ON l.segment = s.ordinal
    JOIN footage f ON f.ordinal = l.footage JOIN runs r ON r.ordinal = s.run
    WHERE NOT s.superseded {and_camera} GROUP BY s.ordinal
    ORDER BY s.camera, r.ordinal, min(coalesce(f.clock_shown + f.clock_offset, 0)),
    min(f.digest), min(l.start)"""
_TOLD = """SELECT l.ordinal, r.digest, f.digest, l.start, l."end", s.name
    FROM footage f CROSS JOIN slices l ON l.footage = f.ordinal
    JOIN runs r ON r.ordinal = l.run LEFT JOIN segments s ON s.ordinal = l.segment """
_SLICES = f"{_TOLD} WHERE f.digest = ? AND l.superseded = ? ORDER BY l.start, l.ordinal"
_STRETCHES = """SELECT t.slice, t.start, t."end", t.looked, t.level
    FROM footage f CROSS JOIN slices l ON l.footage = f.ordinal
    CROSS JOIN stretches t ON t.slice = l.ordinal
    WHERE f.digest = ? AND l.superseded = ? ORDER BY t.slice, t.ordinal"""
_OF_CAMERA = (
    f"{_TOLD} WHERE f.camera = ? AND NOT l.superseded ORDER BY f.ordinal, l.start, l.ordinal"
)
_STRETCHES_OF_CAMERA = """SELECT t.slice, t.start, t."end", t.looked, t.level
    FROM footage f CROSS JOIN slices l ON l.footage = f.ordinal
    CROSS JOIN stretches t ON t.slice = l.ordinal
    WHERE f.camera = ? AND NOT l.superseded ORDER BY t.slice, t.ordinal"""
_OVERLAPPING = """SELECT ordinal, start, "end", segment FROM slices
    WHERE footage = ? AND NOT superseded AND start < ? AND "end" > ? AND run <> ?"""
_NAMED = """SELECT s.ordinal, s.name, s.camera, s.tracks, s.points, r.digest
    FROM segments s JOIN runs r ON r.ordinal = s.run WHERE s.name = ?"""
_HELD = """SELECT h.segment, f.digest FROM segments s
    CROSS JOIN segment_footage h ON h.segment = s.ordinal JOIN footage f ON f.ordinal = h.footage
    WHERE NOT s.superseded {and_camera} ORDER BY h.segment, h.ordinal"""
_OUTDATE = """INSERT INTO ledgers SELECT camera, NULL, 0 FROM footage WHERE ordinal = ?
    ON CONFLICT (camera) DO UPDATE SET current = 0"""
_INSIDE = """SELECT f.digest FROM segment_footage h JOIN footage f ON f.ordinal = h.footage
    WHERE h.segment = ? ORDER BY h.ordinal"""
_DESERTED = """UPDATE segments SET superseded = 1 WHERE ordinal = ?1 AND NOT EXISTS
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
        self.finish_together((done,), record)

    def finish_together(self, slices: Sequence[Slice], record: SegmentRecord | None) -> None:
        """Record several finished slices of one segment at once, as `finish` does one."""
        if any((record.name if record else None) != done.segment for done in slices):
            raise Bug("STO-014", what="slice")
        with self._database.transaction():
            for done in slices:
                self._supersede(done)
            if record:
                self._add_segment(record)
            for done in slices:
                self._add_slice(done)
                self._database.do(_OUTDATE, (self._footage(done.footage),))

    def _supersede(self, done: Slice) -> None:
        span = done.span
        touched = (self._footage(done.footage), span.end, span.start, self._run(done.run))
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
            (
                *(key_of(record.name), record.camera, record.tracks, record.points),
                self._run(record.run),
            ),
        )
        ordinal = self._segment(record.name)
        rows = [
            (ordinal, n, self._footage(digest_of)) for n, digest_of in enumerate(record.footage)
        ]
        self._database.do_all("INSERT INTO segment_footage VALUES (?,?,?)", rows)

    def _add_slice(self, done: Slice) -> None:
        self._database.do(
            'INSERT INTO slices (run, footage, start, "end", segment) VALUES (?,?,?,?,?)',
            (
                *(self._run(done.run), self._footage(done.footage)),
                *(done.span.start, done.span.end),
                self._segment(done.segment) if done.segment else None,
            ),
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
        return self._chosen(_SLICES, _STRETCHES, (key_of(footage), int(superseded)))

    def of_camera(self, camera: str) -> Mapping[str, Sequence[Slice]]:
        """The live slices of each footage of a camera that has any, in pts order, by digest."""
        found: dict[str, list[Slice]] = {}
        for done in self._chosen(_OF_CAMERA, _STRETCHES_OF_CAMERA, (camera,)):
            found.setdefault(done.footage, []).append(done)
        return found

    def stretches(self, footage: str) -> tuple[Stretch, ...]:
        """What became of each stretch of a footage, from its live slices, in pts order."""
        return tuple(s for done in self.slices(footage) for s in done.stretches)

    def _chosen(self, slices: str, inside: str, values: Sequence[Value]) -> tuple[Slice, ...]:
        stretches: dict[int, list[Stretch]] = {}
        for row in self._database.rows(inside, values):
            stretches.setdefault(row[0], []).append(_stretch(row[1:]))
        return tuple(
            Slice(
                *(run, name.hex(), Span(start, end), segment.hex() if segment else None),
                tuple(stretches.get(ordinal, ())),
            )
            for ordinal, run, name, start, end, segment in self._database.rows(slices, values)
        )

    def segments(self, camera: str | None = None) -> tuple[SegmentRecord, ...]:
        """The live segments, by camera, run and time: an order that sealing does not change.

        Those of one camera when it is named.
        """
        footage: dict[int, list[str]] = {}
        held, live = (
            self._database.rows(
                sql.format(and_camera="AND s.camera = ?" if camera else ""),
                (camera,) if camera else (),
            )
            for sql in (_HELD, _LIVE)
        )
        for segment, digest_of in held:
            footage.setdefault(segment, []).append(digest_of.hex())
        return tuple(_record(row[1:], footage.get(row[0], [])) for row in live)

    def segment(self, name: str) -> SegmentRecord:
        """One segment, superseded or not; WrongUsage (STO-015) when there is none."""
        row = self._database.one(_NAMED, (key_of(name),))
        if row is None:
            raise WrongUsage("STO-015", name=name)
        footage = self._database.rows(_INSIDE, (row[0],))
        return _record(row[1:], [digest_of.hex() for (digest_of,) in footage])

    def replace(self, olds: Sequence[str], record: SegmentRecord) -> None:
        """Put one merged segment in the place of several, all at once; their files may then go."""
        with self._database.transaction():
            self._add_segment(record)
            new = self._segment(record.name)
            for old in map(self._segment, olds):
                self._database.do("UPDATE slices SET segment = ? WHERE segment = ?", (new, old))
                self._database.do(
                    "UPDATE segments SET superseded = 1, merged_into = ? WHERE ordinal = ?",
                    (new, old),
                )

    def names_on_disk(self) -> frozenset[str]:
        """The segments whose files are to be kept: all but those merged into another."""
        rows = self._database.rows("SELECT name FROM segments WHERE merged_into IS NULL")
        return frozenset(name.hex() for (name,) in rows)

    def _run(self, digest_of: str) -> int | None:
        return self._ordinal("SELECT ordinal FROM runs WHERE digest = ?", digest_of)

    def _footage(self, digest_of: str) -> int | None:
        return self._ordinal("SELECT ordinal FROM footage WHERE digest = ?", key_of(digest_of))

    def _segment(self, name: str) -> int | None:
        return self._ordinal("SELECT ordinal FROM segments WHERE name = ?", key_of(name))

    def _ordinal(self, sql: str, key: Value) -> int | None:
        row = self._database.one(sql, (key,))
        return row[0] if row else None


def _stretch(row: Row) -> Stretch:
    start, end, looked, level = row
    return Stretch(Span(start, end), Looked(looked), Level(level) if level else None)


def _record(row: Row, footage: list[str]) -> SegmentRecord:
    name, camera, tracks, points, run = row
    return SegmentRecord(name.hex(), camera, tuple(footage), tracks, points, run)
