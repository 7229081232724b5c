"""relecture audit purge, renew: the two acts of two people on the volumes of the journal."""

import getpass
import os
from dataclasses import asdict
from typing import Annotated

import typer

from app.cli.approvals import told_request
from app.cli.entering import door, passphrase, signed_in
from app.cli.options import WORDS, AsJson, Motive, Who
from app.cli.telling import Teller
from vsa_core.desk.renewing import PLACELESS, Broken, Signer


def _say(key: str) -> str:
    return WORDS.say(f"cli.audit.{key}")


def purge(
    context: typer.Context,
    who: Who,
    shard: Annotated[str, typer.Argument(help=_say("purge.shard"), show_default=False)],
    as_json: AsJson = False,
) -> None:
    with signed_in(context, who) as (desks, signed):
        pending = desks.shards.ask(signed, shard)
    told_request(door(context).teller(as_json), pending)


def renew(
    context: typer.Context,
    who: Who,
    second: Annotated[str, typer.Option("--with", help=_say("renew.second"), show_default=False)],
    motive: Motive = "M06",
    as_json: AsJson = False,
) -> None:
    desks, teller = door(context).desks(), door(context).teller(as_json)
    _tell_broken(teller, desks.renewing.examine())
    words = door(context).words
    first = Signer(who, passphrase(words.say("cli.ask_passphrase", name=who)))
    other = Signer(second, _second_passphrase(words.say("cli.ask_passphrase", name=second)))
    renewed = desks.renewing.begin_again(first, other, motive)
    teller.say(
        "audit.renew.done",
        shard=renewed.shard,
        given_up=renewed.given_up,
        asked_by=renewed.asked_by,
        approved_by=renewed.approved_by,
    )
    teller.give("renewal", asdict(renewed))


def _tell_broken(teller: Teller, broken: Broken) -> None:
    """What is broken, exactly where, and that it stays: before anything is asked."""
    cause, _, _ = teller.words.explain(broken.fault)
    teller.say("audit.renew.broken", cause=cause, code=broken.fault.code)
    shard, file, place, whole = broken.shard, broken.file, broken.place, broken.whole
    if place == PLACELESS:
        teller.say("audit.renew.file", shard=shard, file=file, whole=whole)
    else:
        teller.say("audit.renew.place", shard=shard, file=file, place=place, whole=whole)
    teller.say("audit.renew.kept", folder=broken.folder)
    fields = {"shard": shard, "file": file, "place": place, "whole": whole}
    teller.give("damage", {"code": broken.fault.code, **fields, "folder": broken.folder})


def _second_passphrase(prompt: str) -> str:
    """From RELECTURE_SECOND_PASSPHRASE for scripts, otherwise asked for without echo."""
    return os.environ.get("RELECTURE_SECOND_PASSPHRASE") or getpass.getpass(prompt)
