"""How a command gets to the desk: who asks, with which passphrase, in which case."""

import getpass
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from app.cli.telling import Teller
from app.words import Words

if TYPE_CHECKING:  # the doctor comes through here where the engine cannot be loaded
    from app.sample import Sample
    from vsa_core.bench.detect import Rivals
    from vsa_core.bench.trackers import Stable
    from vsa_core.desk.archive import Archive
    from vsa_core.desk.desks import Desks
    from vsa_core.desk.health import Health
    from vsa_core.desk.tickets import InCase, SignedIn
    from vsa_core.validation.tools import Tools


@dataclass(frozen=True, slots=True)
class Door:
    """What `app.__main__` hands to every command: the words, and how to open the engine.

    `throwaway` opens an engine in a folder of its own, for the demo and for
    validation; `examiners` measures with this one's eyes from such a folder;
    `health` is the doctor, who needs no engine; `present` opens the window on a
    sample case, or draws it into a folder where there is no screen; `rivals`
    are the detectors to be timed, beside a baseline where a file is named;
    `stable` the trackers to be compared; `archive` opens a made-up case by its
    bare key, to be counted in. All come from the program's start.
    """

    words: Words
    desks: Callable[[], "Desks"]
    throwaway: Callable[[Path], "Desks"]
    examiners: Callable[[Path], "Tools"]
    health: Callable[[], "Health"]
    present: Callable[["Sample", Path], None]
    rivals: Callable[[Path | None], "Rivals"]
    stable: Callable[[], "Stable"]
    archive: Callable[[Path, bytes], "Archive"]

    def teller(self, as_json: bool) -> Teller:
        """What the command speaks through."""
        return Teller(self.words, as_json)


@dataclass(frozen=True, slots=True)
class Entered:
    """A signed-in person inside a case."""

    desks: "Desks"
    who: "SignedIn"
    where: "InCase"


def door(context: typer.Context) -> Door:
    """The door that the program put into the command's context."""
    found: Door = context.obj
    return found


def passphrase(prompt: str) -> str:
    """From RELECTURE_PASSPHRASE for scripts, otherwise asked for without echo."""
    return os.environ.get("RELECTURE_PASSPHRASE") or getpass.getpass(prompt)


@contextmanager
def signed_in(context: typer.Context, name: str) -> Iterator[tuple["Desks", "SignedIn"]]:
    """A person at the desk, signed out at the end."""
    words = door(context).words
    desks = door(context).desks()
    who = desks.people.sign_in(name, passphrase(words.say("cli.ask_passphrase", name=name)))
    try:
        yield desks, who
    finally:
        desks.people.sign_out(who)


@contextmanager
def entered(context: typer.Context, name: str, folder: Path) -> Iterator[Entered]:
    """A person inside a case, signed out at the end."""
    with signed_in(context, name) as (desks, who):
        yield Entered(desks, who, desks.cases.enter(who, str(folder)))
