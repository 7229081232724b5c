"""relecture orders: what a magistrate or a person asks of a case's data, and what became of it."""

from typing import Annotated

import typer

from app.cli.entering import door, entered
from app.cli.options import WORDS, AsJson, CaseFolder, Who
from app.times import local
from vsa_core.domain.order import NewOrder, Order, OrderKind, Origin

orders = typer.Typer(help=WORDS.say("cli.orders.help"), no_args_is_help=True)


def _say(key: str) -> str:
    return WORDS.say(f"cli.orders.{key}")


@orders.command("enter", help=_say("enter.help"))
def enter(
    context: typer.Context,
    kind: Annotated[OrderKind, typer.Argument(help=_say("kind"))],
    who: Who,
    folder: CaseFolder,
    origin: Annotated[Origin, typer.Option(help=_say("origin"))] = Origin.MAGISTRATE,
    reference: Annotated[str, typer.Option(help=_say("reference"))] = "",
    text: Annotated[str, typer.Option(help=_say("text"))] = "",
    as_json: AsJson = False,
) -> None:
    with entered(context, who, folder) as at:
        order = at.desks.orders.enter(at.who, at.where, NewOrder(kind, origin, reference, text))
    teller = door(context).teller(as_json)
    teller.say("orders.entered", name=order.name, kind=_kind(order))
    teller.give("order", order.fields())


@orders.command("list", help=_say("list.help"))
def listed(context: typer.Context, who: Who, folder: CaseFolder, as_json: AsJson = False) -> None:
    with entered(context, who, folder) as at:
        found = at.desks.orders.listed(at.who, at.where)
    teller = door(context).teller(as_json)
    for order in found:
        teller.give("order", order.fields())
    teller.table("orders.columns", [_row(order) for order in found])


@orders.command("done", help=_say("done.help"))
def done(
    context: typer.Context,
    name: Annotated[str, typer.Argument(help=_say("name"))],
    who: Who,
    folder: CaseFolder,
    what: Annotated[str, typer.Option(help=_say("what"))],
    as_json: AsJson = False,
) -> None:
    with entered(context, who, folder) as at:
        order = at.desks.orders.done(at.who, at.where, name, what)
    teller = door(context).teller(as_json)
    teller.say("orders.carried_out", name=order.name, kind=_kind(order))
    teller.give("order", order.fields())


def _kind(order: Order) -> str:
    return WORDS.name("cli.orders.kinds", order.kind.value)


def _row(order: Order) -> list[str]:
    return [
        order.name,
        _kind(order),
        WORDS.name("cli.orders.origins", order.origin.value),
        order.reference,
        order.entered_by,
        local(order.entered, WORDS.language),
        order.done_by,
        "" if order.done is None else local(order.done, WORDS.language),
    ]
