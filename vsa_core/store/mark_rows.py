"""What people decided of tracks, each with its motive and record."""

from dataclasses import dataclass

from vsa_core.domain.verdict import Verdict
from vsa_core.store.catalog_sql import Database, Row

_ALL = """SELECT recording, chain, verdict, person, motive, sequence, at, hit FROM marks
    WHERE ?1 IS NULL OR recording = ?1 ORDER BY ordinal"""


@dataclass(frozen=True, slots=True)
class Mark:
    """One decision of one person.

    recording: its name; chain: the track's number in it; motive: a code;
    sequence: the journal's record; at: microseconds since 1970 UTC; hit: the
    name of the hit that was on the screen, so that a track renumbered by a
    later indexing is not taken for the one that was accepted.
    """

    recording: str
    chain: int
    verdict: Verdict
    person: str
    motive: str
    sequence: int
    at: int
    hit: str


class MarkRows:
    """Decisions, never changed: a later one is one more."""

    def __init__(self, database: Database) -> None:
        """Over the catalogue's database."""
        self._database = database

    def add(self, mark: Mark) -> None:
        """Record a decision."""
        self._database.do(
            "INSERT INTO marks (recording, chain, verdict, person, motive, sequence, at, hit) "
            "VALUES (?,?,?,?,?,?,?,?)",
            (
                *(mark.recording, mark.chain, mark.verdict.value, mark.person),
                *(mark.motive, mark.sequence, mark.at, mark.hit),
            ),
        )

    def all(self) -> tuple[Mark, ...]:
        """Every decision, in order."""
        return tuple(map(_mark, self._database.rows(_ALL, (None,))))

    def count(self) -> int:
        """How many decisions there are."""
        row = self._database.one("SELECT count(*) FROM marks")
        return int(row[0]) if row else 0

    def latest(self, recording: str) -> dict[int, Mark]:
        """The last decision on each track of a recording that has one, by track number."""
        return {mark.chain: mark for mark in map(_mark, self._database.rows(_ALL, (recording,)))}


def _mark(row: Row) -> Mark:
    recording, chain, verdict, person, motive, sequence, at, hit = row
    return Mark(recording, chain, Verdict(verdict), person, motive, sequence, at, hit)
