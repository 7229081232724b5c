"""relecture destroy: asking for a case to be erased, erasing it, checking the certificate."""

from pathlib import Path
from typing import Annotated

import typer

from app.cli.approvals import Name, told_request
from app.cli.entering import door, signed_in
from app.cli.options import WORDS, AsJson, CaseFolder, Who
from vsa_core.domain.erasure import Ground

destroying = typer.Typer(help=WORDS.say("cli.destroy.help"), no_args_is_help=True)


def _say(key: str) -> str:
    return WORDS.say(f"cli.destroy.{key}")


@destroying.command("ask", help=_say("ask.help"))
def ask(
    context: typer.Context,
    who: Who,
    folder: CaseFolder,
    ground: Annotated[Ground, typer.Option(help=_say("ground"))],
    reference: Annotated[str, typer.Option(help=_say("reference"))],
    order: Annotated[str, typer.Option(help=_say("order"))] = "",
    as_json: AsJson = False,
) -> None:
    with signed_in(context, who) as (desks, signed):
        pending = desks.erasing.ask(signed, str(folder), ground, reference, order)
    told_request(door(context).teller(as_json), pending)


@destroying.command("run", help=_say("run.help"))
def run(
    context: typer.Context, name: Name, who: Who, folder: CaseFolder, as_json: AsJson = False
) -> None:
    with signed_in(context, who) as (desks, signed):
        erased = desks.erasing.carry_out(signed, name, str(folder))
    teller = door(context).teller(as_json)
    teller.say("destroy.done", number=erased.number, files=erased.files)
    teller.say("destroy.certificate", file=erased.certificate, digest=erased.digest)
    teller.give(
        "erasure",
        {
            "number": erased.number,
            "files": erased.files,
            "certificate": erased.certificate,
            "sha256": erased.digest,
        },
    )


@destroying.command("verify", help=_say("verify.help"))
def verify(
    context: typer.Context,
    certificate: Annotated[Path, typer.Argument(help=_say("file"))],
    key: Annotated[str, typer.Option(help=_say("key"))] = "",
    as_json: AsJson = False,
) -> None:
    checked = door(context).desks().erasing.check(str(certificate), key)
    teller = door(context).teller(as_json)
    teller.say(
        "destroy.good",
        case=checked.case,
        files=checked.files,
        signer=checked.key,
        head=checked.head,
    )
    teller.give(
        "certificate",
        {
            "case": checked.case,
            "ground": checked.ground,
            "files": checked.files,
            "key": checked.key,
            "head": checked.head,
        },
    )
