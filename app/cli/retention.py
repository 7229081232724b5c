"""relecture retention: what is to be erased, and when; volumes of the journal too."""

import typer

from app.cli.entering import door, signed_in
from app.cli.options import WORDS, AsJson, Who
from app.cli.telling import Teller
from app.times import local
from vsa_core.domain.term import CaseTerm, ShardTerm, Term, Terms

PARIS = "Europe/Paris"


def retention(context: typer.Context, who: Who, as_json: AsJson = False) -> None:
    with signed_in(context, who) as (desks, signed):
        terms = desks.retention.listed(signed)
    teller = door(context).teller(as_json)
    _alarm(teller, terms)
    for case in terms.cases:
        teller.give("case", _case_fields(case))
    for shard in terms.shards:
        teller.give("shard", _shard_fields(shard))
    if terms.cases:
        teller.table("retention.cases", [_case_row(case) for case in terms.cases])
    if terms.shards:
        teller.table("retention.shards", [_shard_row(shard) for shard in terms.shards])
    if terms.shards_due:
        teller.say("retention.next_shard")


def _alarm(teller: Teller, terms: Terms) -> None:
    passed, soon = terms.of_cases(Term.PASSED), terms.of_cases(Term.SOON)
    due, near = terms.shards_due, terms.shards_soon
    if terms.alarm:
        teller.say("retention.alarm", passed=passed, soon=soon, shards=due, shards_soon=near)
    else:
        teller.say("retention.calm")
    counts = {"passed": passed, "soon": soon, "shards": due, "shards_soon": near}
    teller.give("retention", {"alarm": terms.alarm, **counts})


def _case_row(case: CaseTerm) -> list[str]:
    said = WORDS.name("cli.retention.terms", case.term.value)
    if case.closed is not None:
        said = f"{said} ({WORDS.say('cli.retention.closed')})"
    return [case.number, _day(case.erase_by) or WORDS.say("cli.retention.undated"), said]


def _shard_row(shard: ShardTerm) -> list[str]:
    if shard.until is None:
        return [shard.shard, "", WORDS.say("cli.retention.in_use")]
    state = WORDS.name("cli.retention.terms", shard.term.value)
    if shard.held:
        cases = ", ".join(shard.held_by)
        state = WORDS.say("cli.retention.held", count=shard.held, cases=cases).strip()
    return [shard.shard, _day(shard.until), state]


def _day(t: int | None) -> str:
    return "" if t is None else local(t, WORDS.language, PARIS).partition(" ")[0]


def _case_fields(case: CaseTerm) -> dict[str, object]:
    return {
        "number": case.number,
        "erase_by_us": case.erase_by,
        "closed_us": case.closed,
        "term": case.term.value,
    }


def _shard_fields(shard: ShardTerm) -> dict[str, object]:
    return {
        "shard": shard.shard,
        "until_us": shard.until,
        "term": shard.term.value,
        "held": shard.held,
        "held_by": list(shard.held_by),
        "may_go": shard.may_go,
    }
