"""Until when things are kept: cases by their rule of erasure, volumes of the journal by law."""

from dataclasses import dataclass
from enum import StrEnum


class Term(StrEnum):
    """Where a date of erasure stands."""

    PASSED = "passed"
    SOON = "soon"  # within 30 days
    AHEAD = "ahead"


@dataclass(frozen=True, slots=True)
class CaseTerm:
    """By when a case must be erased, in microseconds since 1970 UTC; None where nothing says it.

    closed: when it was closed, which is then the term, None for an open one.
    """

    number: str
    erase_by: int | None
    closed: int | None
    term: Term


@dataclass(frozen=True, slots=True)
class ShardTerm:
    """Until when a volume of the journal is kept, None for the one in use.

    held: how many cases not yet erased it names, which keep it longer;
    held_by: their numbers, for whoever may know them.
    """

    shard: str
    until: int | None
    term: Term
    held: int = 0
    held_by: tuple[str, ...] = ()

    @property
    def may_go(self) -> bool:
        """Whether two people may have it destroyed now."""
        return self.term is Term.PASSED and not self.held


@dataclass(frozen=True, slots=True)
class Terms:
    """Every term of an installation, cases by date, volumes from the oldest."""

    cases: tuple[CaseTerm, ...]
    shards: tuple[ShardTerm, ...]

    def of_cases(self, wanted: Term) -> int:
        """How many cases stand so."""
        return sum(case.term is wanted for case in self.cases)

    @property
    def shards_due(self) -> int:
        """How many volumes may be destroyed now."""
        return sum(shard.may_go for shard in self.shards)

    @property
    def shards_soon(self) -> int:
        """How many volumes may be destroyed within 30 days."""
        return sum(shard.term is Term.SOON for shard in self.shards)

    @property
    def alarm(self) -> bool:
        """Whether anything is to be erased now or within 30 days."""
        cases = any(case.term is not Term.AHEAD for case in self.cases)
        return cases or bool(self.shards_due or self.shards_soon)
