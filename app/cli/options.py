"""The options that many commands share, with their help in the language spoken."""

import os
from pathlib import Path
from typing import Annotated

import typer

from app.words import read_words, spoken

WORDS = read_words(spoken(os.environ))


def _help(key: str) -> str:
    return WORDS.say(f"cli.option.{key}")


def _motives() -> str:
    """The closed list of motives, each with its words."""
    codes = sorted(key for key in WORDS.sentences if key.startswith("motives."))
    told = "; ".join(f"{key.removeprefix('motives.')} {WORDS.say(key)}" for key in codes)
    return WORDS.say("cli.option.motive", codes=told)


CaseFolder = Annotated[
    Path, typer.Option("--case", envvar="RELECTURE_CASE", help=_help("case"), show_default=False)
]
Who = Annotated[
    str, typer.Option("--as", envvar="RELECTURE_USER", help=_help("as"), show_default=False)
]
AsJson = Annotated[bool, typer.Option("--json", help=_help("json"))]
Motive = Annotated[str, typer.Option("--motive", help=_motives(), show_default=False)]
Cameras = Annotated[list[str] | None, typer.Option("--camera", help=_help("camera"))]
Start = Annotated[str | None, typer.Option("--from", help=_help("from"), show_default=False)]
End = Annotated[str | None, typer.Option("--to", help=_help("to"), show_default=False)]
