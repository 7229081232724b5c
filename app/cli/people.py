"""relecture people: who may stand at the desk."""

from typing import Annotated

import typer

from app.cli.entering import door, passphrase, signed_in
from app.cli.options import WORDS, AsJson
from vsa_core.desk.people import NewPerson
from vsa_core.domain.case import Person, Role

people = typer.Typer(help=WORDS.say("cli.people.help"), no_args_is_help=True)


@people.command("add", help=WORDS.say("cli.people.add.help"))
def add(
    context: typer.Context,
    name: Annotated[str, typer.Argument(help=WORDS.say("cli.people.name"))],
    role: Annotated[Role, typer.Option(help=WORDS.say("cli.people.role"))],
    habilitation: Annotated[str, typer.Option(help=WORDS.say("cli.people.habilitation"))],
    full_name: Annotated[str, typer.Option(help=WORDS.say("cli.people.full_name"))] = "",
    by: Annotated[str, typer.Option("--as", help=WORDS.say("cli.people.by"))] = "",
    as_json: AsJson = False,
) -> None:
    new = NewPerson(name, role, full_name or name, habilitation)
    words = door(context).words
    if by:
        with signed_in(context, by) as (desks, administrator):
            secret = passphrase(words.say("cli.new_passphrase", name=name))
            person = desks.people.add(new, secret, administrator)
    else:
        secret = passphrase(words.say("cli.new_passphrase", name=name))
        person = door(context).desks().people.add(new, secret)
    teller = door(context).teller(as_json)
    teller.say("people.added", name=person.name, role=words.name("cli.roles", role.value))
    teller.give("person", _fields(person))


@people.command("list", help=WORDS.say("cli.people.list.help"))
def listed(context: typer.Context, as_json: AsJson = False) -> None:
    teller = door(context).teller(as_json)
    everyone = door(context).desks().people.listed()
    for person in everyone:
        teller.give("person", _fields(person))
    rows = [
        [p.name, WORDS.name("cli.roles", p.role.value), p.full_name, p.habilitation]
        for p in everyone
    ]
    teller.table("people.columns", rows)


def _fields(person: Person) -> dict[str, object]:
    return {
        "name": person.name,
        "role": person.role.value,
        "full_name": person.full_name,
        "habilitation": person.habilitation,
        "signing_key": person.signing_key,
        "sealing_key": person.sealing_key,
    }
