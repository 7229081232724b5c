"""relecture audit export, proof, witness and cosigned: the journal handed over and witnessed."""

from pathlib import Path
from typing import Annotated

import typer

from app.cli.entering import door, signed_in
from app.cli.options import WORDS, AsJson, Who
from app.times import iso, local

PARIS = "Europe/Paris"


def _say(key: str) -> str:
    return WORDS.say(f"cli.audit.{key}")


Recipient = Annotated[str, typer.Option(help=_say("recipient"))]


def export(
    context: typer.Context,
    who: Who,
    folder: Annotated[Path, typer.Argument(help=_say("export.folder"), show_default=False)],
    recipient: Recipient = "DPO",
    as_json: AsJson = False,
) -> None:
    with signed_in(context, who) as (desks, signed):
        made = desks.handover.export(signed, str(folder), recipient)
    teller = door(context).teller(as_json)
    teller.say("audit.exported", folder=made.folder, records=made.records, head=made.head)
    teller.give("export", {"folder": made.folder, "records": made.records, "head": made.head})


def proof(
    context: typer.Context,
    who: Who,
    record: Annotated[str, typer.Argument(help=_say("record"), show_default=False)],
    file: Annotated[Path, typer.Argument(help=_say("proof.file"), show_default=False)],
    recipient: Recipient = "DPO",
    as_json: AsJson = False,
) -> None:
    with signed_in(context, who) as (desks, signed):
        written = desks.handover.prove(signed, record, str(file), recipient)
    teller = door(context).teller(as_json)
    teller.say("audit.proved", file=written)
    teller.give("proof", {"file": written})


def witness(
    context: typer.Context,
    who: Who,
    key: Annotated[str, typer.Argument(help=_say("witness.key"), show_default=False)],
    as_json: AsJson = False,
) -> None:
    with signed_in(context, who) as (desks, signed):
        standing = desks.witnessing.name(signed, key)
    teller = door(context).teller(as_json)
    teller.say("audit.witnessed", name=standing.name)
    teller.give("witness", {"name": standing.name, "vkey": standing.vkey})


def cosigned(
    context: typer.Context,
    who: Who,
    note: Annotated[Path, typer.Argument(help=_say("cosigned.note"), show_default=False)],
    as_json: AsJson = False,
) -> None:
    with signed_in(context, who) as (desks, signed):
        seen = desks.witnessing.bring_back(signed, str(note))
    teller = door(context).teller(as_json)
    when = local(seen.at, WORDS.language, PARIS).rpartition(":")[0]
    teller.say("audit.cosigned_kept", size=seen.size, when=when, name=seen.name)
    teller.give(
        "cosigned",
        {"size": seen.size, "root": seen.root, "at": iso(seen.at), "name": seen.name},
    )
