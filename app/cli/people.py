"""relecture people: who may stand at the desk, under which habilitation."""

from typing import Annotated

import typer

from app.cli.aipd import AipdFile, AipdReference, assessment
from app.cli.approvals import told_request
from app.cli.entering import door, passphrase, signed_in
from app.cli.options import WORDS, AsJson, Who
from app.cli.reading import instant
from app.times import local
from vsa_core.desk.people import Habilitation, NewPerson
from vsa_core.domain.case import Person, Role

people = typer.Typer(help=WORDS.say("cli.people.help"), no_args_is_help=True)


def _say(key: str) -> str:
    return WORDS.say(f"cli.people.{key}")


Name = Annotated[str, typer.Argument(help=_say("name"))]
Reference = Annotated[str, typer.Option("--habilitation", help=_say("habilitation"))]
Signatory = Annotated[str, typer.Option(help=_say("signatory"))]
Data = Annotated[str, typer.Option(help=_say("data"))]
Begins = Annotated[str, typer.Option(help=_say("begins"))]
Ends = Annotated[str, typer.Option(help=_say("ends"))]


@people.command("add", help=_say("add.help"))
def add(
    context: typer.Context,
    name: Name,
    role: Annotated[Role, typer.Option(help=_say("role"))],
    habilitation: Reference,
    full_name: Annotated[str, typer.Option(help=_say("full_name"))] = "",
    signatory: Signatory = "",
    data: Data = "",
    begins: Begins = "",
    ends: Ends = "",
    aipd: AipdFile = "",
    aipd_reference: AipdReference = "",
    by: Annotated[str, typer.Option("--as", help=_say("by"))] = "",
    as_json: AsJson = False,
) -> None:
    new = NewPerson(
        name,
        role,
        full_name or name,
        habilitation,
        signatory,
        data,
        instant(begins) if begins else 0,
        instant(ends) if ends else None,
    )
    words, told = door(context).words, assessment(aipd, aipd_reference)
    if by:
        with signed_in(context, by) as (desks, administrator):
            secret = passphrase(words.say("cli.new_passphrase", name=name))
            person = desks.people.add(new, secret, administrator, told)
    else:
        secret = passphrase(words.say("cli.new_passphrase", name=name))
        person = door(context).desks().people.add(new, secret, aipd=told)
    teller = door(context).teller(as_json)
    teller.say("people.added", name=person.name, role=words.name("cli.roles", role.value))
    teller.give("person", _fields(person))


@people.command("change", help=_say("change.help"))
def change(
    context: typer.Context,
    name: Name,
    who: Who,
    habilitation: Reference,
    signatory: Signatory = "",
    data: Data = "",
    begins: Begins = "",
    ends: Ends = "",
    as_json: AsJson = False,
) -> None:
    renewed = Habilitation(
        habilitation,
        signatory,
        data,
        instant(begins) if begins else 0,
        instant(ends) if ends else None,
    )
    with signed_in(context, who) as (desks, administrator):
        person = desks.people.change(administrator, name, renewed)
    _tell_change(context, person, as_json)


@people.command("end", help=_say("end.help"))
def end(context: typer.Context, name: Name, who: Who, as_json: AsJson = False) -> None:
    with signed_in(context, who) as (desks, administrator):
        person = desks.people.end(administrator, name)
    _tell_change(context, person, as_json)


@people.command("role", help=_say("role_help"))
def role_of(
    context: typer.Context,
    name: Name,
    role: Annotated[Role, typer.Argument(help=_say("role"))],
    who: Who,
    as_json: AsJson = False,
) -> None:
    with signed_in(context, who) as (desks, signed):
        pending = desks.roles.ask(signed, name, role)
    told_request(door(context).teller(as_json), pending)


@people.command("list", help=_say("list.help"))
def listed(context: typer.Context, as_json: AsJson = False) -> None:
    teller = door(context).teller(as_json)
    everyone = door(context).desks().people.listed()
    for person in everyone:
        teller.give("person", _fields(person))
    rows = [
        [
            p.name,
            WORDS.name("cli.roles", p.role.value),
            p.full_name,
            p.habilitation,
            "" if p.ends is None else local(p.ends, WORDS.language),
        ]
        for p in everyone
    ]
    teller.table("people.columns", rows)


def _tell_change(context: typer.Context, person: Person, as_json: bool) -> None:
    teller = door(context).teller(as_json)
    until = "–" if person.ends is None else local(person.ends, WORDS.language)
    teller.say("people.changed", name=person.name, habilitation=person.habilitation, ends=until)
    teller.give("person", _fields(person))


def _fields(person: Person) -> dict[str, object]:
    return {
        "name": person.name,
        "role": person.role.value,
        "full_name": person.full_name,
        "habilitation": person.habilitation,
        "signatory": person.signatory,
        "data": person.data,
        "begins_us": person.begins,
        "ends_us": person.ends,
        "signing_key": person.signing_key,
        "sealing_key": person.sealing_key,
    }
