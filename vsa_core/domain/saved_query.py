"""A question that people keep in a case, under a name."""

from dataclasses import dataclass

from vsa_core.domain.query import Query


@dataclass(frozen=True, slots=True)
class Saved:
    """A question kept under a name: by whom, and when (microseconds since 1970 UTC)."""

    name: str
    query: Query
    by: str
    at: int
