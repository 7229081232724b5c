"""relecture audit replay and replays: a question asked again at the DPO's request, as counts."""

from pathlib import Path
from typing import Annotated

import typer

from app.cli.entering import door, entered, signed_in
from app.cli.options import WORDS, AsJson, Who
from app.cli.telling import Teller
from app.records import replay_counts, replay_state
from app.times import local
from vsa_core.desk.audit_records import Place
from vsa_core.desk.audit_replays import Counts, Replay
from vsa_core.errors import WrongUsage

PARIS = "Europe/Paris"


def _say(key: str) -> str:
    return WORDS.say(f"cli.audit.{key}")


Inside = Annotated[
    Path | None, typer.Option("--case", help=_say("replay.case"), show_default=False)
]


def replays(
    context: typer.Context, who: Who, folder: Inside = None, as_json: AsJson = False
) -> None:
    if folder is None:
        with signed_in(context, who) as (desks, signed):
            told = desks.replays.listed(signed)
    else:
        with entered(context, who, folder) as at:
            told = at.desks.replays.waiting(at.who, at.where)
    teller = door(context).teller(as_json)
    for one in told:
        teller.give("replay", _fields(one))
    if told:
        teller.table("audit.replays.columns", [_row(one) for one in told])
    else:
        teller.say("audit.replays.none")


def replay(
    context: typer.Context,
    who: Who,
    record: Annotated[str, typer.Argument(help=_say("replay.record"), show_default=False)],
    folder: Inside = None,
    as_json: AsJson = False,
) -> None:
    teller = door(context).teller(as_json)
    if folder is None:
        with signed_in(context, who) as (desks, signed):
            made = desks.replays.ask(signed, record)
        teller.say("audit.replay.asked", place=str(made.place), case=made.case)
        teller.give("replay", _fields(made))
        return
    with entered(context, who, folder) as at:
        waiting = at.desks.replays.waiting(at.who, at.where)
        request = next((one.place for one in waiting if _named(one, record)), None)
        run = at.desks.replays.run(at.who, at.where, request or _place(record))
    _tell(teller, run)
    teller.give("replay", _fields(run))


def _named(one: Replay, record: str) -> bool:
    return record.strip() in (str(one.place), str(one.place.sequence))


def _place(record: str) -> Place:
    """What was written, for the refusal that follows to name it."""
    shard, _, sequence = record.rpartition("/")
    if not sequence.isdecimal():
        raise WrongUsage("CAS-103", record=record)
    return Place(shard, int(sequence))


def _tell(teller: Teller, run: Replay) -> None:
    outcome = run.outcome
    assert outcome is not None
    first, now = replay_counts(outcome.first, WORDS), replay_counts(outcome.now, WORDS)
    teller.say("audit.replay.run", asked=str(run.asked), first=first, now=now)
    teller.say("audit.replay.same" if outcome.same else "audit.replay.other")


def _row(one: Replay) -> list[str]:
    outcome = one.outcome
    return [
        str(one.place),
        local(one.at, WORDS.language, PARIS),
        str(one.asked),
        one.case,
        replay_counts(outcome.first, WORDS) if outcome else "",
        replay_counts(outcome.now, WORDS) if outcome else "",
        replay_state(one, WORDS),
    ]


def _fields(one: Replay) -> dict[str, object]:
    outcome = one.outcome
    return {
        "place": str(one.place),
        "asked": str(one.asked),
        "case": one.case,
        "by": one.by,
        "us": one.at,
        "open": one.open,
        "first": _numbers(outcome.first) if outcome else None,
        "now": _numbers(outcome.now) if outcome else None,
        "same": outcome.same if outcome else None,
        "code": outcome.code if outcome else "",
    }


def _numbers(counts: Counts | None) -> dict[str, int] | None:
    return {"hits": counts.hits, "looked_s": counts.looked} if counts else None
