"""Who answers beside us: DuckDB, SQLite with an R-tree, pandas; each over its own file."""

from collections.abc import Iterable
from pathlib import Path
from typing import Protocol

from vsa_core.bench.search_points import Flat
from vsa_core.bench.search_questions import Question


class Rival(Protocol):
    """One engine over one file of its own."""

    def fill(self, columns: Iterable[Flat]) -> None:
        """Write everything down, once."""

    def open(self) -> None:
        """Get ready to be asked."""

    def count(self, question: Question, camera: int | None) -> int:
        """The number that answers; `camera`: the number of the one asked."""

    @property
    def path(self) -> Path:
        """Its file."""
