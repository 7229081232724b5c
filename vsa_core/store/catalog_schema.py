"""The tables of a catalogue, as a ladder from each version to the next."""

from collections.abc import Sequence

from vsa_core.errors import Unreadable
from vsa_core.store.catalog_sql import Database

# Names of 32 bytes are kept once and pointed at by number: over 134,400 files the text of them
# cost more than the observations.
FIRST = (
    "CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT",
    """CREATE TABLE footage (
        ordinal INTEGER PRIMARY KEY,
        digest BLOB NOT NULL UNIQUE CHECK (length(digest) = 32),
        name BLOB NOT NULL, path BLOB NOT NULL, size INTEGER NOT NULL,
        camera TEXT NOT NULL, exhibit TEXT NOT NULL,
        clock_shown INTEGER, clock_offset INTEGER, clock_uncertainty INTEGER, clock_author TEXT,
        state TEXT NOT NULL, reason TEXT NOT NULL) STRICT""",
    """CREATE TABLE streams (
        footage INTEGER PRIMARY KEY REFERENCES footage (ordinal),
        codec TEXT NOT NULL, width INTEGER NOT NULL, height INTEGER NOT NULL,
        rotation INTEGER NOT NULL, base_top INTEGER NOT NULL, base_bottom INTEGER NOT NULL,
        start INTEGER NOT NULL, "end" INTEGER NOT NULL,
        packets INTEGER NOT NULL, pictures INTEGER NOT NULL, keys INTEGER NOT NULL,
        variable INTEGER NOT NULL, rate_top INTEGER, rate_bottom INTEGER,
        rebuilt INTEGER NOT NULL) STRICT""",
    """CREATE TABLE gaps (
        footage INTEGER NOT NULL REFERENCES footage (ordinal), ordinal INTEGER NOT NULL,
        start INTEGER NOT NULL, "end" INTEGER NOT NULL, code TEXT NOT NULL,
        PRIMARY KEY (footage, ordinal)) STRICT, WITHOUT ROWID""",
    """CREATE TABLE runs (
        ordinal INTEGER PRIMARY KEY, digest TEXT NOT NULL UNIQUE, fields TEXT NOT NULL) STRICT""",
    """CREATE TABLE segments (
        ordinal INTEGER PRIMARY KEY, name BLOB NOT NULL UNIQUE, camera TEXT NOT NULL,
        tracks INTEGER NOT NULL, points INTEGER NOT NULL,
        run INTEGER NOT NULL REFERENCES runs (ordinal),
        superseded INTEGER NOT NULL DEFAULT 0,
        merged_into INTEGER REFERENCES segments (ordinal)) STRICT""",
    """CREATE TABLE segment_footage (
        segment INTEGER NOT NULL REFERENCES segments (ordinal), ordinal INTEGER NOT NULL,
        footage INTEGER NOT NULL REFERENCES footage (ordinal),
        PRIMARY KEY (segment, ordinal)) STRICT, WITHOUT ROWID""",
    """CREATE TABLE slices (
        ordinal INTEGER PRIMARY KEY,
        run INTEGER NOT NULL REFERENCES runs (ordinal),
        footage INTEGER NOT NULL REFERENCES footage (ordinal),
        start INTEGER NOT NULL, "end" INTEGER NOT NULL,
        segment INTEGER REFERENCES segments (ordinal),
        superseded INTEGER NOT NULL DEFAULT 0,
        UNIQUE (footage, start, "end", run)) STRICT""",
    "CREATE INDEX slices_of_segment ON slices (segment)",
    "CREATE INDEX segments_of_camera ON segments (camera, superseded)",
    """CREATE TABLE ledgers (
        camera TEXT PRIMARY KEY, name BLOB, current INTEGER NOT NULL) STRICT, WITHOUT ROWID""",
    """CREATE TABLE stretches (
        slice INTEGER NOT NULL REFERENCES slices (ordinal), ordinal INTEGER NOT NULL,
        start INTEGER NOT NULL, "end" INTEGER NOT NULL,
        looked TEXT NOT NULL, level TEXT,
        PRIMARY KEY (slice, ordinal)) STRICT, WITHOUT ROWID""",
    """CREATE TABLE marks (
        ordinal INTEGER PRIMARY KEY, recording TEXT NOT NULL, chain INTEGER NOT NULL,
        verdict TEXT NOT NULL, person TEXT NOT NULL, motive TEXT NOT NULL,
        sequence INTEGER NOT NULL, at INTEGER NOT NULL, hit TEXT NOT NULL) STRICT""",
    """CREATE TABLE answers (
        sequence INTEGER PRIMARY KEY, query TEXT NOT NULL, coverage TEXT NOT NULL) STRICT""",
    """CREATE TABLE hits (
        sequence INTEGER NOT NULL REFERENCES answers (sequence), ordinal INTEGER NOT NULL,
        name TEXT NOT NULL, fields TEXT NOT NULL,
        PRIMARY KEY (sequence, ordinal)) STRICT""",
    "CREATE INDEX hits_by_name ON hits (name, sequence)",
    """CREATE TABLE exports (
        sequence INTEGER PRIMARY KEY, person TEXT NOT NULL, at INTEGER NOT NULL,
        fields TEXT NOT NULL) STRICT""",
)

SECOND = (
    "CREATE INDEX footage_of_camera ON footage (camera, ordinal)",
    """CREATE TABLE saved (
        name TEXT PRIMARY KEY, query TEXT NOT NULL, person TEXT NOT NULL,
        at INTEGER NOT NULL) STRICT""",
    """CREATE TABLE grounds (
        ordinal INTEGER PRIMARY KEY, camera TEXT NOT NULL, fields TEXT NOT NULL,
        sequence INTEGER NOT NULL) STRICT""",
    "CREATE INDEX grounds_of_camera ON grounds (camera, ordinal)",
)

LADDER: tuple[Sequence[str], ...] = (FIRST, SECOND)
"""Step i brings a catalogue from version i to version i + 1; a step once released never changes."""


def climb(database: Database, ladder: Sequence[Sequence[str]] = LADDER) -> None:
    """Bring the catalogue to the newest version, each step whole or not at all.

    Raises Unreadable (STO-004) when a newer program made it.
    """
    found = version(database)
    if found > len(ladder):
        raise Unreadable("STO-004", found=found, known=len(ladder))
    for number, step in enumerate(ladder[found:], found + 1):
        with database.transaction():
            for sql in step:
                database.do(sql)
            database.do(f"PRAGMA user_version = {number}")


def version(database: Database) -> int:
    """The version the catalogue stands at; 0 for an empty one."""
    row = database.one("PRAGMA user_version")
    return int(row[0]) if row else 0
