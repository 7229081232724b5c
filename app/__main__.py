"""Start: words, libraries, settings, engine, command line; nothing else."""

import codecs
import json
import os
import sys
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from app.faults import bug_reported, told, told_as_json
from app.libraries import demand
from app.offline import close_network
from app.words import Words, read_words, spoken
from vsa_core.errors import Fault, WrongUsage
from vsa_core.settings import home_of, read

if TYPE_CHECKING:
    from app.cli.entering import Door
    from vsa_core.desk.desks import Desks
    from vsa_core.desk.health import Health
    from vsa_core.validation.mot import Labelled, Rows

INTERRUPTED = 130
"""What shells expect of a program stopped by Ctrl+C."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit status is 0, 2, 3, 4, 5 or 70 as `vsa_core.errors` tells."""
    close_network()
    _spell_out()
    words = read_words(spoken(os.environ))
    given = list(sys.argv[1:] if arguments is None else arguments) or ["--help"]
    try:
        with bug_reported(home_of(os.environ)):
            return _run(given, words)
    except Fault as fault:
        if "--json" in given:
            print(told_as_json(fault, words))
        else:
            print(told(fault, words), file=sys.stderr)
        return fault.exit_status
    except typer.TyperException as wrong:
        if "--json" in given:
            print(told_as_json(WrongUsage("USE-028", text=wrong.format_message()), words))
        else:
            # What typer raises is a subclass of its own that can show itself; the one it names
            # in public cannot.
            wrong.show()  # type: ignore[attr-defined]
        return wrong.exit_code
    except (typer.Abort, KeyboardInterrupt):
        return INTERRUPTED


def _spell_out() -> None:
    """What a terminal's encoding cannot write is spelt out, never a reason to fail.

    A file name may hold bytes that are no text, and a terminal may know no
    accents; the spelling is JSON's own, so that a JSON line stays one.
    """
    codecs.register_error("relecture.spelt", _spelt)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="relecture.spelt")


def _spelt(error: UnicodeError) -> tuple[str, int]:
    assert isinstance(error, UnicodeEncodeError)
    return json.dumps(error.object[error.start : error.end])[1:-1], error.end


def _run(given: Sequence[str], words: Words) -> int:
    """The status that a command chose to leave with, 0 when it chose none."""
    command = typer.main.get_command(_commands(given))
    left = command.main(
        list(given), prog_name="relecture", standalone_mode=False, obj=_door(words)
    )
    return left if isinstance(left, int) else 0


def _commands(given: Sequence[str]) -> typer.Typer:
    """Every command; or the doctor alone, who answers where a library lacks and no other loads."""
    if given[0] == "doctor":
        from app.cli.checking import alone

        return alone()
    demand(display=False)
    from app.cli.program import program  # brings the whole engine

    return program()


def _door(words: Words) -> "Door":
    """What a command may ask of the engine, which is loaded when the first one asks."""
    from app.cli.entering import Door

    settings = read(os.environ)

    @cache
    def desks() -> "Desks":
        from vsa_core import engine

        return engine.desks(settings)

    def throwaway(home: Path) -> "Desks":
        from vsa_core import engine

        return engine.desks(replace(settings, home=home))

    def follow(sequence: "Labelled") -> "Rows":
        from vsa_core import engine

        return engine.follower(settings)(sequence)

    def health() -> "Health":
        from vsa_core import checkup

        return checkup.health(settings)

    return Door(words, desks, throwaway, follow, health)


if __name__ == "__main__":
    sys.exit(main())
