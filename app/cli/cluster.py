"""relecture cluster: papers for a rack of machines, its scheduler and its machines.

The program's own network is closed. So each of these commands becomes another
program (`python -m cluster`), in the same process and with the same words.
"""

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from app.cli.options import WORDS
from vsa_core.desk.rack import CLUSTER, demand_extra

cluster = typer.Typer(help=WORDS.say("cli.cluster.help"), no_args_is_help=True)

SECRET = "RELECTURE_PASSPHRASE"  # noqa: S105  # the name of a variable
"""What no machine of a rack is told."""


def _say(key: str) -> str:
    return WORDS.say(f"cli.cluster.{key}")


Papers = Annotated[Path, typer.Argument(help=_say("papers"), show_default=False)]
Machines = Annotated[list[str] | None, typer.Option("--machine", help=_say("machine"))]
Days = Annotated[int, typer.Option(min=1, max=3650, help=_say("days"))]


@cluster.command("init", help=_say("init.help"))
def init(
    folder: Annotated[Path, typer.Argument(help=_say("folder"), show_default=False)],
    scheduler: Annotated[str, typer.Option(help=_say("scheduler.address"), show_default=False)],
    machine: Machines = None,
    days: Days = 365,
) -> None:
    _become("init", folder, "--scheduler", scheduler, *_named(machine), "--days", str(days))


@cluster.command("add", help=_say("add.help"))
def add(
    folder: Annotated[Path, typer.Argument(help=_say("folder"), show_default=False)],
    machine: Machines = None,
    days: Days = 365,
) -> None:
    _become("add", folder, *_named(machine), "--days", str(days))


@cluster.command("scheduler", help=_say("scheduler.help"))
def scheduler(papers: Papers) -> None:
    _become("scheduler", papers)


@cluster.command("worker", help=_say("worker.help"))
def worker(
    papers: Papers,
    footage: Annotated[list[Path], typer.Option(help=_say("footage"), show_default=False)],
    slices: Annotated[int | None, typer.Option(min=1, help=_say("slices"))] = None,
    outbox: Annotated[Path | None, typer.Option(help=_say("outbox"))] = None,
    port: Annotated[int, typer.Option(min=0, max=65535, help=_say("port"))] = 0,
) -> None:
    words = [word for path in footage for word in ("--footage", str(path))]
    if slices is not None:
        words += ["--slices", str(slices)]
    if outbox is not None:
        words += ["--outbox", str(outbox)]
    _become("worker", papers, *words, "--port", str(port))


def _named(machines: list[str] | None) -> list[str]:
    return [word for name in machines or () for word in ("--machine", name)]


def _become(part: str, folder: Path, *words: str) -> None:
    """Go on as another program, that may open the network; CLU-001 where it is not installed."""
    demand_extra()
    kept = {name: value for name, value in os.environ.items() if name != SECRET}
    sys.stdout.flush()
    os.execve(CLUSTER[0], [*CLUSTER, part, str(folder), *words], kept)  # noqa: S606  # our own
