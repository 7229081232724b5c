"""Start: words, libraries, settings, engine, command line; nothing else."""

import codecs
import json
import os
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from app.faults import bug_reported, told, told_as_json
from app.libraries import demand, screens
from app.offline import close_network
from app.words import Words, read_words, spoken
from vsa_core.errors import Fault, Unreadable, WrongUsage
from vsa_core.settings import PROGRAM, Settings, home_of, read

if TYPE_CHECKING:
    from app.cli.entering import Door
    from app.front import Means
    from app.sample import Sample
    from vsa_core.desk.desks import Desks
    from vsa_core.desk.health import Health
    from vsa_core.domain.ports import Cancel, Progress
    from vsa_core.validation.mot import Labelled, Rows

INTERRUPTED = 130
"""What shells expect of a program stopped by Ctrl+C."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit status is 0, 2, 3, 4, 5 or 70 as `vsa_core.errors` tells."""
    close_network()
    _spell_out()
    words = read_words(spoken(os.environ))
    given = list(sys.argv[1:] if arguments is None else arguments)
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
    """The status that a command chose to leave with, 0 when it chose none; the window without."""
    house = House(words, read(os.environ))
    if not given:
        return house.window()
    command = typer.main.get_command(_commands(given))
    door = house.door()
    left = command.main(list(given), prog_name="relecture", standalone_mode=False, obj=door)
    return left if isinstance(left, int) else 0


def _commands(given: Sequence[str]) -> typer.Typer:
    """Every command; or the doctor alone, who answers where a library lacks and no other loads."""
    if given[0] == "doctor":
        from app.cli.checking import alone

        return alone()
    demand(display=False)
    from app.cli.program import program  # brings the whole engine

    return program()


@dataclass(frozen=True, slots=True)
class House:
    """What a command or a window may ask of the engine, loaded when the first one asks."""

    words: Words
    settings: Settings

    def door(self) -> "Door":
        """For the command line."""
        from app.cli.entering import Door

        desks = cache(self.desks)
        return Door(self.words, desks, self.throwaway, self.follow, self.health, self.present)

    def window(self, sample: "Sample | None" = None) -> int:
        """Open the window, and come back when it is closed; SYS-013 where there is no screen."""
        if not screens(os.environ):
            raise Unreadable("SYS-013")
        demand(display=True)
        from app.front import run

        return run(self.means(), sample)

    def present(self, sample: "Sample", folder: Path) -> None:
        """Open the window on a sample case; without a screen, its pictures go into `folder`."""
        if screens(os.environ):
            self.window(sample)
            return
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        from app.gallery import show_sample

        show_sample(self.means(), sample, folder)

    def means(self) -> "Means":
        """For the window."""
        from app.front import Means

        settings = self.settings
        return Means(settings.home, self.desks, self.sample, self.words.language, PROGRAM)

    def sample(self, progress: "Progress", cancel: "Cancel") -> "Sample":
        """The sample case in a new folder of its own, looked at."""
        from app.sample import make_sample

        folder = Path(tempfile.mkdtemp(prefix="relecture-demo-"))
        return make_sample(folder, self.throwaway, progress, cancel)

    def desks(self) -> "Desks":
        """This installation's."""
        from vsa_core import engine

        return engine.desks(self.settings)

    def throwaway(self, home: Path) -> "Desks":
        """Those of an installation of its own."""
        from vsa_core import engine

        return engine.desks(replace(self.settings, home=home))

    def follow(self, sequence: "Labelled") -> "Rows":
        """Labelled public detections through this installation's tracker."""
        from vsa_core import engine

        return engine.follower(self.settings)(sequence)

    def health(self) -> "Health":
        """The doctor, who needs no engine."""
        from vsa_core import checkup

        return checkup.health(self.settings)


def house() -> House:
    """The house of this process, in French, with the settings of its environment."""
    return House(read_words("fr"), read(os.environ))


if __name__ == "__main__":
    sys.exit(main())
