"""relecture audit: reading the journal, and checking that it is whole."""

from collections.abc import Mapping
from typing import Annotated

import typer

from app.cli.entering import door, signed_in
from app.cli.options import WORDS, AsJson, End, Start, Who
from app.cli.reading import window
from app.records import told
from vsa_core.desk.audits import Filter
from vsa_core.domain.case import Act

audit = typer.Typer(help=WORDS.say("cli.audit.help"), no_args_is_help=True)


def _say(key: str) -> str:
    return WORDS.say(f"cli.audit.{key}")


@audit.command("read", help=_say("read.help"))
def read(
    context: typer.Context,
    who: Who,
    person: Annotated[str, typer.Option(help=_say("person"))] = "",
    case: Annotated[str, typer.Option("--number", help=_say("number"))] = "",
    act: Annotated[Act | None, typer.Option(help=_say("act"))] = None,
    start: Start = None,
    end: End = None,
    as_json: AsJson = False,
) -> None:
    teller = door(context).teller(as_json)
    wanted = Filter(person, case, act, window(start, end))
    with signed_in(context, who) as (desks, signed):
        records = desks.audits.read(signed, wanted)
    for record in records:
        teller.give("record", record)
    teller.table("audit.columns", [_row(record) for record in records])


@audit.command("verify", help=_say("verify.help"))
def verify(
    context: typer.Context,
    root: Annotated[str, typer.Option(help=_say("root"))] = "",
    as_json: AsJson = False,
) -> None:
    verdict = door(context).desks().audits.verify(root)
    teller = door(context).teller(as_json)
    teller.say("audit.whole", records=verdict.records, head=verdict.printed)
    teller.give("verdict", {"ok": True, "records": verdict.records, "head": verdict.printed})


def _row(record: Mapping[str, object]) -> list[str]:
    said = told(record, WORDS)
    return [
        str(said.sequence),
        said.when,
        said.act,
        said.person,
        said.case,
        said.motive,
        said.about,
    ]
