"""relecture approvals: what one person may not do alone, listed, approved, carried out."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from app.cli.entering import door, signed_in
from app.cli.options import WORDS, AsJson, CaseFolder, Who
from app.cli.telling import Teller
from app.times import local
from vsa_core.domain.request import Kind, Pending
from vsa_core.errors import Refused, WrongUsage

if TYPE_CHECKING:
    from vsa_core.desk.desks import Desks
    from vsa_core.desk.tickets import SignedIn

approvals = typer.Typer(help=WORDS.say("cli.approvals.help"), no_args_is_help=True)

SHORT = 16
"""Digits of a request's digest that are shown, and enough to name it."""

Name = Annotated[str, typer.Argument(help=WORDS.say("cli.approvals.name"))]


def told_request(teller: Teller, pending: Pending) -> None:
    """Say what was asked, by whom, and until when it may be approved."""
    kind = WORDS.name("cli.approvals.kinds", pending.request.kind.value)
    until = local(pending.request.expires, WORDS.language)
    teller.say("approvals.asked", name=pending.name[:SHORT], kind=kind, until=until)
    teller.give("request", _fields(pending))


@approvals.command("list", help=WORDS.say("cli.approvals.list.help"))
def listed(
    context: typer.Context,
    who: Who,
    everything: Annotated[bool, typer.Option("--all", help=WORDS.say("cli.approvals.all"))] = False,
    as_json: AsJson = False,
) -> None:
    teller = door(context).teller(as_json)
    with signed_in(context, who) as (desks, signed):
        found = desks.approvals.listed(signed, everything)
    for pending in found:
        teller.give("request", _fields(pending))
    teller.table("approvals.columns", [_row(pending) for pending in found])


@approvals.command("approve", help=WORDS.say("cli.approvals.approve.help"))
def approve(context: typer.Context, name: Name, who: Who, as_json: AsJson = False) -> None:
    with signed_in(context, who) as (desks, signed):
        pending = desks.approvals.approve(signed, name)
    teller = door(context).teller(as_json)
    kind = WORDS.name("cli.approvals.kinds", pending.request.kind.value)
    teller.say("approvals.approved", name=pending.name[:SHORT], kind=kind)
    teller.give("request", _fields(pending))


@approvals.command("carry-out", help=WORDS.say("cli.approvals.carry_out.help"))
def carry_out(
    context: typer.Context,
    name: Name,
    who: Who,
    folder: CaseFolder = Path(),
    as_json: AsJson = False,
) -> None:
    with signed_in(context, who) as (desks, signed):
        pending = _found(desks.approvals.listed(signed, everything=True), name)
        _carrier(pending.request.kind)(desks, signed, name, str(folder))
    teller = door(context).teller(as_json)
    kind = WORDS.name("cli.approvals.kinds", pending.request.kind.value)
    teller.say("approvals.carried_out", name=pending.name[:SHORT], kind=kind)
    teller.give("request", {**_fields(pending), "done": True})


Carrier = Callable[["Desks", "SignedIn", str, str], None]


def _widen(desks: "Desks", who: "SignedIn", name: str, folder: str) -> None:
    desks.widening.carry_out(who, desks.cases.enter(who, folder), name)


def _change_role(desks: "Desks", who: "SignedIn", name: str, folder: str) -> None:
    desks.roles.carry_out(who, name)


def _erase(desks: "Desks", who: "SignedIn", name: str, folder: str) -> None:
    desks.erasing.carry_out(who, name, folder)


def _purge(desks: "Desks", who: "SignedIn", name: str, folder: str) -> None:
    desks.shards.carry_out(who, name)


_CARRIERS: dict[Kind, Carrier] = {
    Kind.WIDEN_BASIS: _widen,
    Kind.CHANGE_ROLE: _change_role,
    Kind.ERASE_CASE: _erase,
    Kind.PURGE_SHARD: _purge,
}


def _found(requests: Sequence[Pending], name: str) -> Pending:
    found = [pending for pending in requests if pending.name.startswith(name)]
    if len(found) != 1:
        raise Refused("CAS-082", name=name)
    return found[0]


def _carrier(kind: Kind) -> Carrier:
    if kind not in _CARRIERS:
        raise WrongUsage("CAS-091", kind=kind.value)
    return _CARRIERS[kind]


def _row(pending: Pending) -> list[str]:
    request = pending.request
    state = "done" if pending.done else "approved" if pending.approved else "open"
    return [
        pending.name[:SHORT],
        WORDS.name("cli.approvals.kinds", request.kind.value),
        request.case,
        request.asked_by,
        pending.approved.name if pending.approved else "",
        local(request.expires, WORDS.language),
        WORDS.name("cli.approvals.states", state),
    ]


def _fields(pending: Pending) -> dict[str, object]:
    return {
        "name": pending.name,
        **pending.request.fields(),
        "signatures": [s.fields() for s in (pending.asked, pending.approved) if s],
        "done": pending.done,
    }
