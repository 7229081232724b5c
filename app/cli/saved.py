"""relecture queries: the questions kept in a case under a name, and asking one again."""

from typing import Annotated

import typer

from app.cli.asking import tell
from app.cli.entering import door, entered
from app.cli.options import WORDS, AsJson, CaseFolder, Motive, Who
from app.times import local
from vsa_core.domain.saved_query import Saved

queries = typer.Typer(help=WORDS.say("cli.queries.help"), no_args_is_help=True)


def _say(key: str) -> str:
    return WORDS.say(f"cli.queries.{key}")


Name = Annotated[str, typer.Argument(help=_say("name"), show_default=False)]


@queries.command("keep", help=_say("keep.help"))
def keep(
    context: typer.Context,
    name: Name,
    text: Annotated[str, typer.Argument(help=_say("text"), show_default=False)],
    who: Who,
    folder: CaseFolder,
    as_json: AsJson = False,
) -> None:
    with entered(context, who, folder) as at:
        query = at.desks.phrases.read(text, WORDS.language)
        saved = at.desks.saved.keep(at.who, at.where, name, query)
    teller = door(context).teller(as_json)
    teller.say("queries.kept", name=saved.name)
    teller.give("saved", _fields(saved))


@queries.command("list", help=_say("list.help"))
def listed(context: typer.Context, who: Who, folder: CaseFolder, as_json: AsJson = False) -> None:
    with entered(context, who, folder) as at:
        found = at.desks.saved.listed(at.who, at.where)
        texts = [at.desks.phrases.write(saved.query, WORDS.language) for saved in found]
    teller = door(context).teller(as_json)
    rows = [
        [saved.name, text, saved.by, local(saved.at, WORDS.language)]
        for saved, text in zip(found, texts, strict=True)
    ]
    for saved, text in zip(found, texts, strict=True):
        teller.give("saved", {**_fields(saved), "text": text})
    teller.table("queries.columns", rows)


@queries.command("ask", help=_say("ask.help"))
def ask(
    context: typer.Context,
    name: Name,
    who: Who,
    folder: CaseFolder,
    count: Annotated[bool, typer.Option("--count", help=WORDS.say("cli.ask.count"))] = False,
    motive: Motive = "M01",
    as_json: AsJson = False,
) -> None:
    teller = door(context).teller(as_json)
    with entered(context, who, folder) as at:
        saved = at.desks.saved.named(at.who, at.where, name)
        firsts = at.desks.footage.geometry(at.who, at.where, saved.query.named_cameras()).firsts
        tell(teller, at, saved.query, motive, firsts, count=count)


@queries.command("rename", help=_say("rename.help"))
def rename(
    context: typer.Context,
    name: Name,
    new: Annotated[str, typer.Argument(help=_say("new"), show_default=False)],
    who: Who,
    folder: CaseFolder,
    as_json: AsJson = False,
) -> None:
    with entered(context, who, folder) as at:
        saved = at.desks.saved.rename(at.who, at.where, name, new)
    teller = door(context).teller(as_json)
    teller.say("queries.kept", name=saved.name)
    teller.give("saved", _fields(saved))


@queries.command("drop", help=_say("drop.help"))
def drop(
    context: typer.Context, name: Name, who: Who, folder: CaseFolder, as_json: AsJson = False
) -> None:
    with entered(context, who, folder) as at:
        at.desks.saved.drop(at.who, at.where, name)
    teller = door(context).teller(as_json)
    teller.say("queries.dropped", name=name)
    teller.give("dropped", {"name": name})


def _fields(saved: Saved) -> dict[str, object]:
    return {
        "name": saved.name,
        "by": saved.by,
        "at_us": saved.at,
        "question": saved.query.digest,
        "query": saved.query.fields(),
    }
