"""DuckDB's answers: native tables in the same order as ours, one thread."""

from collections.abc import Iterable
from pathlib import Path

import duckdb
import pandas as pd

from vsa_core.bench.search_points import Flat
from vsa_core.bench.search_questions import Question
from vsa_core.bench.search_sql import Dialect, sql

MEMORY = "2GB"

_TABLES = (
    "CREATE TABLE points (cam USMALLINT, track UINTEGER, t BIGINT, x USMALLINT, y USMALLINT)",
    """CREATE TABLE tracks (cam USMALLINT, track UINTEGER, kind UTINYINT, t0 BIGINT, t1 BIGINT,
        xa USMALLINT, ya USMALLINT, xb USMALLINT, yb USMALLINT)""",
)


def _narrowed(box: tuple[int, int, int, int], camera: int | None) -> str:
    """Tracks whose box touches the place; one camera's are looked through faster without."""
    if camera is not None:
        return ""
    left, top, right, bottom = box
    return (
        f"track IN (SELECT track FROM tracks WHERE xb >= {left} AND xa <= {right} "
        f"AND yb >= {top} AND ya <= {bottom})"
    )


DIALECT = Dialect(lambda text: f"CAST(floor({text}) AS BIGINT)", "greatest", "least", _narrowed)


class DuckDb:
    """The Rival over `archive.duckdb` in a folder."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "archive.duckdb"

    @property
    def path(self) -> Path:
        """Its file."""
        return self._path

    def fill(self, columns: Iterable[Flat]) -> None:
        """Both tables, in order of camera and start of the track."""
        with self._connected() as held:
            for table in _TABLES:
                held.execute(table)
            for flat in columns:
                held.register("chunk", points_of(flat))
                held.execute("INSERT INTO points SELECT * FROM chunk")
                held.register("chunk", tracks_of(flat))
                held.execute("INSERT INTO tracks SELECT * FROM chunk")
            held.execute("CHECKPOINT")

    def open(self) -> None:
        """Connect, read-only."""
        self._held = self._connected(read_only=True)

    def _connected(self, read_only: bool = False) -> duckdb.DuckDBPyConnection:
        held = duckdb.connect(str(self._path), read_only=read_only)
        held.execute("SET threads = 1")
        held.execute(f"SET memory_limit = '{MEMORY}'")
        return held

    def count(self, question: Question, camera: int | None) -> int:
        """One statement's one number."""
        row = self._held.execute(sql(question, camera, DIALECT)).fetchone()
        return int(row[0]) if row else 0


def points_of(flat: Flat) -> pd.DataFrame:
    """One camera's points as a table."""
    return pd.DataFrame(
        {"cam": flat.camera, "track": flat.track, "t": flat.t, "x": flat.x, "y": flat.y}
    )


def tracks_of(flat: Flat) -> pd.DataFrame:
    """One camera's tracks as a table."""
    numbers = range(flat.first, flat.first + len(flat.kind))
    edges = dict(zip(("xa", "ya", "xb", "yb"), flat.box.T, strict=True))
    return pd.DataFrame(
        {"cam": flat.camera, "track": numbers, "kind": flat.kind, "t0": flat.start, "t1": flat.end}
        | edges
    )
