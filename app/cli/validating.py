"""relecture validate: how right is this installation, on labelled films?"""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from app.cli.assessed import tell
from app.cli.entering import door, signed_in
from app.cli.options import WORDS, AsJson
from app.cli.telling import Teller
from app.state.validation_record import measured
from app.words import visible
from vsa_core.domain.assessment import Assessment
from vsa_core.domain.coverage import Level
from vsa_core.validation.report_files import ensure_free, write_report
from vsa_core.validation.report_json import json_digest
from vsa_core.validation.room import validate as measure

Record = Callable[[Assessment], None]
"""Writes into this installation's journal that somebody measured, and what came out."""


def validate(
    context: typer.Context,
    folder: Annotated[Path, typer.Argument(help=WORDS.say("cli.validate.folder"))],
    level: Annotated[Level, typer.Option(help=WORDS.say("cli.validate.level"))] = Level.FULL,
    report: Annotated[
        Path | None, typer.Option(help=WORDS.say("cli.validate.report"), show_default=False)
    ] = None,
    who: Annotated[
        str,
        typer.Option(
            "--as",
            envvar="RELECTURE_USER",
            help=WORDS.say("cli.validate.as"),
            show_default=False,
        ),
    ] = "",
    as_json: AsJson = False,
) -> None:
    teller = door(context).teller(as_json)
    if report is not None:
        ensure_free(report)
    with _recording(context, who, folder, level) as record:
        found = _measured(context, teller, folder, level)
        record(found)
    tell(teller, found)
    if report is not None:
        digest = json_digest(found)
        written = str(write_report(found, report, teller.words))
        teller.say("validate.written", folder=written, digest=digest)
        teller.give("report", {"folder": written, "json_sha256": digest})


def _measured(context: typer.Context, teller: Teller, folder: Path, level: Level) -> Assessment:
    """Measure with this installation's eyes, in one that is thrown away."""
    with tempfile.TemporaryDirectory(prefix="relecture-") as scratch, teller.progress() as bar:
        task = bar.add_task(WORDS.say("cli.index.starting"), total=None)

        def progress(done: int, total: int, what: str) -> None:
            bar.update(task, completed=done, total=total, description=what)

        home, case = Path(scratch) / "home", Path(scratch) / "case"
        desks, tools = door(context).throwaway(home), door(context).examiners(home)
        return measure(desks, folder, case, level, tools, progress, lambda: False)


@contextmanager
def _recording(context: typer.Context, by: str, folder: Path, level: Level) -> Iterator[Record]:
    """What records the measurement: at once that it begins, then what it found; nobody: nothing.

    Raises Refused (LAW-001) to a role that may not measure, before anything is measured.
    """
    if not by:
        yield lambda found: None
        return
    with signed_in(context, by) as (desks, who):
        name = visible(folder.resolve().name)
        begins = {"what": "validation_begins", "name": name, "level": level.value}
        desks.models.assessed(who, begins)

        def record(found: Assessment) -> None:
            desks.models.assessed(who, {**measured(found), "report_sha256": json_digest(found)})

        yield record
