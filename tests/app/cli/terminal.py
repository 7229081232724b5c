"""A terminal in which tests type commands, on a small installation with cheap passphrases."""

import json
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from app import __main__ as program
from app.cli.options import WORDS
from tests.desk.scene import CHEAP, SECRET, FixedClock
from vsa_core import engine
from vsa_core.desk.desks import Desks
from vsa_core.settings import Settings

REAL = engine.desks
"""The engine's own: a terminal may be made while another one stands."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a command left behind: its exit status and both streams."""

    status: int
    out: str
    err: str

    @property
    def objects(self) -> list[dict[str, Any]]:
        """Every line of the standard output as one JSON object."""
        lines = [json.loads(line) for line in self.out.splitlines()]
        assert all(isinstance(line, dict) for line in lines)
        return lines

    def of(self, kind: str) -> list[dict[str, Any]]:
        """The objects of one type."""
        return [line for line in self.objects if line["type"] == kind]

    @property
    def code(self) -> str:
        """The code of the failure told as JSON, after whatever was told before it."""
        return str(self.objects[-1]["code"])


class Stream(StringIO):
    """A pipe, or a screen."""

    screen = False

    def isatty(self) -> bool:
        return self.screen


@dataclass(slots=True)
class Terminal:
    """Runs the program in this process, as alice, in the folder's installation and case.

    Motion alone looks, which is quick; tests of a detector set another one.
    `screen`: whether the standard output says that it is one.
    """

    folder: Path
    monkeypatch: pytest.MonkeyPatch
    screen: bool = False

    def __post_init__(self) -> None:
        def cheap(settings: Settings) -> Desks:
            return REAL(settings, CHEAP, FixedClock())

        self.monkeypatch.setattr(engine, "desks", cheap)
        self.monkeypatch.setattr(program, "close_network", lambda: None)
        self.set("LANGUAGE", WORDS.language)  # the options were read in it, once
        for name in ("WEIGHTS", "TRACKER", "EXPERIMENTAL"):
            self.monkeypatch.delenv(f"RELECTURE_{name}", raising=False)
        self.set("DETECTOR", "motion")
        self.set("THREADS", "1")
        self.set("HOME", str(self.folder / "home"))
        self.set("CASE", str(self.folder / "case"))
        self.set("USER", "alice")
        self.set("PASSPHRASE", SECRET)
        self.set("AIPD", str(Path(__file__).parent / "aipd.txt"))
        self.monkeypatch.setenv("COLUMNS", "200")

    def set(self, name: str, value: str) -> None:
        """Set one of the program's variables."""
        self.monkeypatch.setenv(f"RELECTURE_{name}", value)

    def __call__(self, *arguments: str) -> Said:
        """Type a command."""
        out, err = Stream(), Stream()
        out.screen = self.screen
        with redirect_stdout(out), redirect_stderr(err):
            status = program.main(arguments)
        return Said(status, out.getvalue(), err.getvalue())
