"""What commands print: sentences for people, or one JSON object per line for programs."""

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn
from rich.table import Table
from rich.text import Text

from app.faults import told, told_as_json
from app.json_line import json_line
from app.words import Words, visible
from vsa_core.errors import Fault


@dataclass(frozen=True, slots=True)
class Teller:
    """Says things on the standard output, as words or as JSON lines."""

    words: Words
    as_json: bool

    def say(self, key: str, **values: object) -> None:
        """A sentence, for people only."""
        if not self.as_json:
            shown = {k: visible(v) if isinstance(v, str) else v for k, v in values.items()}
            print(self.words.say(f"cli.{key}", **shown))

    def fault(self, fault: Fault) -> None:
        """A failure that does not end the command."""
        if self.as_json:
            print(told_as_json(fault, self.words))
        else:
            print(told(fault, self.words), file=sys.stderr)

    def give(self, kind: str, fields: Mapping[str, object]) -> None:
        """One object, for programs only; `kind` says what it is."""
        if self.as_json:
            print(json_line({"type": kind, **fields}))

    def table(self, key: str, rows: Sequence[Sequence[str]]) -> None:
        """A table for people; its column titles are the words of `key`, split at "|"."""
        if self.as_json:
            return
        table = Table(box=None, pad_edge=False, header_style="bold")
        for title in self.words.say(f"cli.{key}").split("|"):
            table.add_column(title.strip(), overflow="fold")
        for row in rows:
            table.add_row(*(Text(visible(cell)) for cell in row))
        Console().print(table)

    def progress(self) -> Progress:
        """A progress bar with an estimate, on the error stream; silent for programs."""
        return Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            TextColumn("{task.percentage:>3.0f} %"),
            TimeElapsedColumn(),
            TimeRemainingColumn(),
            console=Console(file=sys.stderr),
            disable=self.as_json,
        )
