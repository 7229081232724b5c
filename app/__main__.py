"""Start: words, libraries, settings, engine, command line; nothing else."""

import codecs
import json
import os
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from io import StringIO, TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from app.faults import bug_reported, told, told_as_json
from app.libraries import demand, screens
from app.words import Words, read_words, spoken, visible
from vsa_core.errors import Fault, Unreadable, WrongUsage
from vsa_core.offline import close_network
from vsa_core.settings import PROGRAM, Settings, home_of, read

if TYPE_CHECKING:
    from app.cli.entering import Door
    from app.front import Means
    from app.sample import Sample
    from vsa_core.bench.detect import Rivals
    from vsa_core.bench.trackers import Stable
    from vsa_core.desk.archive import Archive
    from vsa_core.desk.desks import Desks
    from vsa_core.desk.health import Health
    from vsa_core.domain.assessment import Assessment
    from vsa_core.domain.coverage import Level
    from vsa_core.domain.ports import Cancel, Progress
    from vsa_core.validation.tools import Tools

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
            print(_shown(wrong), file=sys.stderr)
        return wrong.exit_code
    except (typer.Abort, KeyboardInterrupt):
        return INTERRUPTED


def _shown(wrong: typer.TyperException) -> str:
    """What is wrong with the command, as typer says it; a name in it commands no terminal."""
    said = StringIO()
    # What typer raises is a subclass of its own that can show itself; the one it names in public
    # cannot.
    wrong.show(said)  # type: ignore[attr-defined]
    return "\n".join(visible(line) for line in said.getvalue().rstrip("\n").split("\n"))


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

        return Door(
            words=self.words,
            desks=cache(self.desks),
            throwaway=self.throwaway,
            examiners=self.examiners,
            health=self.health,
            present=self.present,
            rivals=self.rivals,
            stable=self.stable,
            archive=self.archive,
        )

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

        return Means(
            home=self.settings.home,
            desks=self.desks,
            sample=self.sample,
            language=self.words.language,
            program=PROGRAM,
            validate=self.validate,
            report=self.report,
        )

    def sample(self, progress: "Progress", cancel: "Cancel") -> "Sample":
        """The sample case in a new folder of its own, looked at."""
        from app.sample import make_sample

        folder = Path(tempfile.mkdtemp(prefix="relecture-demo-"))
        return make_sample(folder, self.throwaway, progress, cancel)

    def validate(
        self, folder: Path, level: "Level", progress: "Progress", cancel: "Cancel"
    ) -> "Assessment":
        """Everything labelled in `folder`, measured in an installation that is thrown away."""
        from vsa_core.validation.room import validate

        with tempfile.TemporaryDirectory(prefix="relecture-") as scratch:
            home, case = Path(scratch) / "home", Path(scratch) / "case"
            desks, tools = self.throwaway(home), self.examiners(home)
            return validate(desks, folder, case, level, tools, progress, cancel)

    def report(self, assessment: "Assessment", folder: Path, language: str) -> Path:
        """What was measured, written as `folder`, new or empty, in that language."""
        from vsa_core.validation.report_files import write_report

        return write_report(assessment, folder, read_words(language))

    def desks(self) -> "Desks":
        """This installation's."""
        from vsa_core import engine

        return engine.desks(self.settings)

    def throwaway(self, home: Path) -> "Desks":
        """Those of an installation of its own, at whose footage this one's model looks."""
        from vsa_core import engine

        lender = self.settings.lender or self.settings.home
        return engine.desks(replace(self.settings, home=home, lender=lender))

    def examiners(self, home: Path) -> "Tools":
        """What the validation room measures this installation with, from an installation apart."""
        from vsa_core import engine

        lender = self.settings.lender or self.settings.home
        return engine.examiners(replace(self.settings, home=home, lender=lender))

    def rivals(self, baseline: Path | None) -> "Rivals":
        """The detectors of this installation that are timed, and the baseline that is named."""
        from vsa_core import engine

        return engine.rivals(self.settings, baseline)

    def archive(self, folder: Path, key: bytes) -> "Archive":
        """A made-up case of nobody's, opened by its bare key."""
        from vsa_core import engine

        return engine.bare_archive(folder, key)

    def stable(self) -> "Stable":
        """The trackers that are compared, and who looks at the films they are compared on."""
        from vsa_core import engine

        return engine.stable(self.settings)

    def health(self) -> "Health":
        """The doctor, who needs no engine."""
        from vsa_core import checkup

        return checkup.health(self.settings)


def house() -> House:
    """The house of this process, in French, with the settings of its environment."""
    return House(read_words("fr"), read(os.environ))


if __name__ == "__main__":
    sys.exit(main())
