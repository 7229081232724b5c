"""relecture models: which weights are known, which one looks, and how another is added."""

from pathlib import Path
from typing import Annotated

import typer

from app.cli.entering import door, signed_in
from app.cli.options import WORDS, AsJson, Who
from app.cli.telling import Teller
from app.times import local
from vsa_core.desk.models import UNKNOWN, ModelSheet, Offer
from vsa_core.errors import WrongUsage

models = typer.Typer(help=WORDS.say("cli.models.help"), no_args_is_help=True)


@models.command("list", help=WORDS.say("cli.models.list.help"))
def listed(context: typer.Context, as_json: AsJson = False) -> None:
    teller = door(context).teller(as_json)
    sheets = door(context).desks().models.listed()
    for sheet in sheets:
        teller.give("model", _fields(sheet))
    teller.table("models.columns", [_row(sheet) for sheet in sheets])
    for sheet in sheets:
        if sheet.added:
            when = local(sheet.added, WORDS.language)
            teller.say("models.added_by", name=sheet.name, who=sheet.added_by, when=when)
        if sheet.experimental:
            names = ", ".join(sheet.experimental)
            teller.say("models.experimental", name=sheet.name, names=names)


@models.command("verify", help=WORDS.say("cli.models.verify.help"))
def verify(context: typer.Context, as_json: AsJson = False) -> None:
    teller = door(context).teller(as_json)
    for sheet in door(context).desks().models.verify():
        teller.say("models.good", name=sheet.name, digest=sheet.digest[:16])
        teller.give("model", {**_fields(sheet), "good": True})


@models.command("add", help=WORDS.say("cli.models.add.help"))
def add(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help=WORDS.say("cli.models.file"))],
    who: Who,
    name: Annotated[str, typer.Option(help=WORDS.say("cli.models.name"))] = "",
    licence: Annotated[str, typer.Option(help=WORDS.say("cli.models.licence"))] = "",
    source: Annotated[str, typer.Option(help=WORDS.say("cli.models.source"))] = "",
    rank: Annotated[int | None, typer.Option(help=WORDS.say("cli.models.rank"))] = None,
    accept_unknown: Annotated[
        bool, typer.Option("--accept-unknown", help=WORDS.say("cli.models.accept_unknown"))
    ] = False,
    motive: Annotated[str, typer.Option(help=WORDS.say("cli.models.motive"))] = "",
    as_json: AsJson = False,
) -> None:
    if accept_unknown != bool(motive):
        raise WrongUsage("MOD-023")
    teller = door(context).teller(as_json)
    with signed_in(context, who) as (desks, person):
        sheet = desks.models.add(person, Offer(str(file), name, licence, source, rank, motive))
    _tell(teller, sheet)


@models.command("remove", help=WORDS.say("cli.models.remove.help"))
def remove(
    context: typer.Context,
    name: Annotated[str, typer.Argument(help=WORDS.say("cli.models.removed_name"))],
    who: Who,
    as_json: AsJson = False,
) -> None:
    teller = door(context).teller(as_json)
    with signed_in(context, who) as (desks, person):
        sheet = desks.models.remove(person, name)
    teller.say("models.removed", name=sheet.name, digest=sheet.digest[:16])
    teller.say("models.indexed_again")
    teller.give("model", {**_fields(sheet), "removed": True})


def _tell(teller: Teller, sheet: ModelSheet) -> None:
    """What was added: whose it is, what it names, and whether it looks from now on."""
    teller.say("models.added", name=sheet.name, digest=sheet.digest)
    teller.say("models.licensed", licence=sheet.licence, source=sheet.source or "–")
    teller.say(f"models.origin.{sheet.origin}")
    teller.say("models.kept", names=", ".join(sheet.kept), unnamed=len(sheet.unnamed))
    if sheet.origin == UNKNOWN:
        teller.say("models.reason", reason=sheet.reason)
        teller.say("models.unmeasured")
    teller.say("models.looks" if sheet.chosen else "models.waits", name=sheet.name)
    teller.say("models.indexed_again")
    teller.give("model", _fields(sheet))


def _row(sheet: ModelSheet) -> list[str]:
    state = "chosen" if sheet.chosen else "present" if sheet.present else "absent"
    return [
        sheet.name,
        sheet.digest[:16],
        sheet.licence,
        WORDS.say(f"cli.models.origins.{sheet.origin}"),
        WORDS.say(f"cli.models.{state}"),
    ]


def _fields(sheet: ModelSheet) -> dict[str, object]:
    return {
        "name": sheet.name,
        "digest": sheet.digest,
        "licence": sheet.licence,
        "source": sheet.source,
        "classes": list(sheet.classes),
        "kept": list(sheet.kept),
        "unnamed": list(sheet.unnamed),
        "experimental": list(sheet.experimental),
        "origin": sheet.origin,
        "rank": sheet.rank,
        "present": sheet.present,
        "chosen": sheet.chosen,
        "added_by": sheet.added_by,
        "added_us": sheet.added,
        "reason": sheet.reason,
    }
