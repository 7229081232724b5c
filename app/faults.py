"""What a person is told when something fails: cause, consequence, next step, code."""

import traceback
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import typer

from app.json_line import json_line
from app.words import Words
from vsa_core.errors import Bug, Fault

Reported = Callable[[], AbstractContextManager[None]]
"""Turns what nobody foresaw, raised inside it, into a Fault with a report."""


def told(fault: Fault, words: Words) -> str:
    """The fault in words, with its code at the end."""
    parts = [part for part in words.explain(fault) if part]
    return f"{' '.join(parts)} [{fault.code}]"


def told_as_json(fault: Fault, words: Words) -> str:
    """The fault as one JSON object: kind, code, values, and the three sentences."""
    cause, consequence, following = words.explain(fault)
    return json_line(
        {
            "error": type(fault).__name__.lower(),
            "code": fault.code,
            "cause": cause,
            "consequence": consequence,
            "next": following,
            "values": {name: str(value) for name, value in fault.values.items()},
        }
    )


@contextmanager
def bug_reported(home: Path) -> Iterator[None]:
    """Turn any error that is not a Fault into a Bug (USE-070) with a report in `home`/faults.

    The one broad except of the program: what nobody foresaw must still be
    told in words, and leave a trace that holds no footage.
    """
    try:
        yield
    except (Fault, typer.TyperException, typer.Abort, typer.Exit):
        raise
    except Exception as error:
        raise Bug("USE-070", path=_report(home), error=type(error).__name__) from error


def _report(home: Path) -> str:
    """Where the report lies, or "–" when the disk takes none: the words must still come."""
    folder = home / "faults"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        path = folder / f"fault-{len(list(folder.iterdir())) + 1:04d}.txt"
        path.write_text(traceback.format_exc(), encoding="utf-8", errors="backslashreplace")
    except OSError:
        return "–"
    return str(path)
