"""relecture audit: reading the journal, seeing its use over time, and checking that it is whole."""

from typing import Annotated

import typer

from app.cli.audit_handing import cosigned, export, proof, witness
from app.cli.audit_overview import overview
from app.cli.audit_replays import replay, replays
from app.cli.audit_shards import purge, renew
from app.cli.entering import door, signed_in
from app.cli.options import WORDS, AsJson, End, Start, Who
from app.cli.reading import window
from app.records import told
from vsa_core.desk.audit_records import Noted
from vsa_core.desk.audits import PAGE, Filter, Whole
from vsa_core.domain.case import Act

PARIS = "Europe/Paris"

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
    page: Annotated[int, typer.Option(help=_say("page_option"))] = 1,
    size: Annotated[int, typer.Option(help=_say("size_option"))] = PAGE,
    as_json: AsJson = False,
) -> None:
    teller = door(context).teller(as_json)
    wanted = Filter(person, case, act, window(start, end))
    with signed_in(context, who) as (desks, signed):
        leaf = desks.audits.read(signed, wanted, page, size)
    for one in leaf.records:
        teller.give("record", _fields(one))
    teller.table("audit.columns", [_row(one) for one in leaf.records])
    teller.say("audit.page", number=leaf.number, pages=leaf.pages, total=leaf.total)


@audit.command("verify", help=_say("verify.help"))
def verify(
    context: typer.Context,
    root: Annotated[str, typer.Option(help=_say("root"))] = "",
    as_json: AsJson = False,
) -> None:
    verdict = door(context).desks().audits.verify(root)
    teller = door(context).teller(as_json)
    teller.say("audit.whole", records=verdict.total, head=verdict.printed)
    teller.give("verdict", {"ok": True, **_verdict(verdict)})


@audit.command("remark", help=_say("remark.help"))
def remark(
    context: typer.Context,
    who: Who,
    record: Annotated[str, typer.Argument(help=_say("record"), show_default=False)],
    text: Annotated[str, typer.Argument(help=_say("remark.text"), show_default=False)],
    as_json: AsJson = False,
) -> None:
    with signed_in(context, who) as (desks, signed):
        made = desks.audits.remark(signed, record, text)
    teller = door(context).teller(as_json)
    teller.say("audit.remarked", place=str(made.place))
    teller.give("remark", {"place": str(made.place), "text": made.text})


audit.command("overview", help=_say("overview.help"))(overview)
audit.command("replays", help=_say("replays.help"))(replays)
audit.command("replay", help=_say("replay.help"))(replay)
audit.command("export", help=_say("export.help"))(export)
audit.command("witness", help=_say("witness.help"))(witness)
audit.command("cosigned", help=_say("cosigned.help"))(cosigned)
audit.command("proof", help=_say("proof.help"))(proof)
audit.command("purge", help=_say("purge.help"))(purge)
audit.command("renew", help=_say("renew.help"))(renew)


def _verdict(whole: Whole) -> dict[str, object]:
    return {
        "records": whole.records,
        "head": whole.printed,
        "shard": whole.shard,
        "total": whole.total,
        "cosigned": whole.cosigned,
        "given_up": list(whole.given_up),
    }


def _fields(one: Noted) -> dict[str, object]:
    remarks = [
        {"place": str(remark.place), "us": remark.at, "who": remark.who, "text": remark.text}
        for remark in one.remarks
    ]
    return {**one.fields, "place": str(one.place), "remarks": remarks}


def _row(one: Noted) -> list[str]:
    said = told(one.fields, WORDS, PARIS)
    remarks = [WORDS.say("cli.audit.noted", who=r.who, text=r.text) for r in one.remarks]
    about = "\n".join(text for text in (said.about, *remarks) if text)
    return [str(one.place), said.when, said.act, said.person, said.case, said.motive, about]
