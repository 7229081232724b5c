"""SQLite's answers: an R-tree over the tracks' boxes, a covering index over the points."""

import sqlite3
from collections.abc import Iterable
from pathlib import Path

import numpy as np

from vsa_core.bench.search_points import Flat
from vsa_core.bench.search_questions import Question
from vsa_core.bench.search_sql import Dialect, sql

_TABLES = (
    "CREATE TABLE points (cam INTEGER, track INTEGER, t INTEGER, x INTEGER, y INTEGER)",
    "CREATE TABLE tracks (cam INTEGER, track INTEGER, kind INTEGER, t0 INTEGER, t1 INTEGER)",
    "CREATE VIRTUAL TABLE boxes USING rtree (track, xa, xb, ya, yb, ca, cb)",
)
_INDEXES = (
    "CREATE INDEX covering ON points (track, t, x, y, cam)",
    "CREATE INDEX of_camera ON tracks (cam, kind, t0, t1)",
)
CACHE = -2_000_000
"""KiB of pages, negative as SQLite wants it."""


def _narrowed(box: tuple[int, int, int, int], camera: int | None) -> str:
    left, top, right, bottom = box
    mine = "" if camera is None else f" AND ca <= {camera} AND cb >= {camera}"
    return (
        f"track IN (SELECT track FROM boxes WHERE xb >= {left} AND xa <= {right} "
        f"AND yb >= {top} AND ya <= {bottom}{mine})"
    )


DIALECT = Dialect(lambda text: f"CAST({text} AS INTEGER)", "max", "min", _narrowed)


class Sqlite:
    """The Rival over `archive.sqlite` in a folder."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "archive.sqlite"

    @property
    def path(self) -> Path:
        """Its file."""
        return self._path

    def fill(self, columns: Iterable[Flat]) -> None:
        """Both tables, the R-tree, the indexes."""
        held = sqlite3.connect(self._path, isolation_level=None)
        held.execute("PRAGMA journal_mode = OFF")
        held.execute("BEGIN")
        for table in _TABLES:
            held.execute(table)
        for flat in columns:
            _add(held, flat)
        for index in _INDEXES:
            held.execute(index)
        held.execute("COMMIT")
        held.execute("ANALYZE")
        held.close()

    def open(self) -> None:
        """Connect, with as much cache as the others may use."""
        self._held = sqlite3.connect(f"{self._path.absolute().as_uri()}?mode=ro", uri=True)
        self._held.execute(f"PRAGMA cache_size = {CACHE}")

    def count(self, question: Question, camera: int | None) -> int:
        """One statement's one number."""
        row = self._held.execute(sql(question, camera, DIALECT)).fetchone()
        return int(row[0]) if row else 0


def _add(held: sqlite3.Connection, flat: Flat) -> None:
    points = np.column_stack([flat.track.astype(np.int64), flat.t, flat.x, flat.y])
    rows = ((flat.camera, *row) for row in points.tolist())
    held.executemany("INSERT INTO points VALUES (?,?,?,?,?)", rows)
    numbers = np.arange(flat.first, flat.first + len(flat.kind))
    tracks = np.column_stack([numbers, flat.kind, flat.start, flat.end]).tolist()
    held.executemany(
        "INSERT INTO tracks VALUES (?,?,?,?,?)", ((flat.camera, *row) for row in tracks)
    )
    left, top, right, bottom = flat.box.T
    boxes = np.column_stack([numbers, left, right, top, bottom]).tolist()
    held.executemany(
        "INSERT INTO boxes VALUES (?,?,?,?,?,?,?)",
        ((*row, flat.camera, flat.camera) for row in boxes),
    )
