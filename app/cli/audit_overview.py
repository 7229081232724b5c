"""relecture audit overview: what was done over time, and what a stated rule brings forward."""

from collections.abc import Sequence
from typing import Annotated

import typer

from app.cli.entering import door, signed_in
from app.cli.options import WORDS, AsJson, End, Start, Who
from app.cli.reading import window
from app.cli.telling import Teller
from app.records import told
from app.times import iso, local
from vsa_core.desk.audit_breadth import Breadth
from vsa_core.desk.audit_hours import Hours
from vsa_core.desk.audit_overview import Brought, Fact, Overview, Rule

PARIS = "Europe/Paris"


def _say(key: str) -> str:
    return WORDS.say(f"cli.audit.overview.{key}")


def overview(
    context: typer.Context,
    who: Who,
    start: Start = None,
    end: End = None,
    hours: Annotated[tuple[int, int], typer.Option(help=_say("hours"))] = (7, 20),
    wide_hours: Annotated[int, typer.Option(help=_say("wide_hours"))] = Breadth().hours,
    wide_classes: Annotated[int, typer.Option(help=_say("wide_classes"))] = Breadth().classes,
    as_json: AsJson = False,
) -> None:
    rule = Rule(Hours(*hours), Breadth(wide_hours, wide_classes))
    with signed_in(context, who) as (desks, signed):
        seen = desks.audits.overview(signed, window(start, end), rule)
    teller = door(context).teller(as_json)
    teller.give("overview", _fields(seen))
    _tell(teller, seen)


def _tell(teller: Teller, seen: Overview) -> None:
    teller.say("audit.overview.use_weeks" if seen.weekly else "audit.overview.use_days")
    rows = [_bin_row(one.start, one.counts) for one in seen.bins if one.counts]
    teller.table("audit.overview.columns", rows)
    hours, breadth = seen.rule.hours, seen.rule.breadth
    teller.say("audit.overview.refusals", count=seen.refusals.total)
    _tell_facts(teller, seen.refusals)
    late = seen.out_of_hours
    teller.say("audit.overview.out_of_hours", count=late.total, first=hours.first, last=hours.last)
    _tell_facts(teller, late)
    broad = seen.broad
    teller.say(
        "audit.overview.broad", count=broad.total, hours=breadth.hours, classes=breadth.classes
    )
    _tell_facts(teller, broad)
    teller.say("audit.overview.purpose")


def _tell_facts(teller: Teller, brought: Brought) -> None:
    if brought.facts:
        teller.table("audit.overview.facts", [_fact_row(fact) for fact in brought.facts])


def _bin_row(start: int, counts: Sequence[tuple[str, int]]) -> list[str]:
    day = local(start, WORDS.language, PARIS).partition(" ")[0]
    acts = (f"{WORDS.name('cli.acts', act)} {count}" for act, count in counts)
    return [day, str(sum(count for _, count in counts)), ", ".join(acts)]


def _fact_row(fact: Fact) -> list[str]:
    said = told(fact.noted.fields, WORDS, PARIS)
    act = WORDS.name("cli.acts", fact.act.value)
    why = ", ".join(WORDS.name("journal.why", one) for one in fact.why)
    return [str(fact.noted.place), said.when, act, said.person, said.case, why]


def _fields(seen: Overview) -> dict[str, object]:
    headings = (
        ("refusals", seen.refusals),
        ("out_of_hours", seen.out_of_hours),
        ("broad", seen.broad),
    )
    return {
        "rule": {
            "hours": [seen.rule.hours.first, seen.rule.hours.last],
            "wide_hours": seen.rule.breadth.hours,
            "wide_classes": seen.rule.breadth.classes,
        },
        "unit": "week" if seen.weekly else "day",
        "bins": [
            {"start": iso(one.start), "end": iso(one.end), "counts": dict(one.counts)}
            for one in seen.bins
        ],
        "acts": dict(seen.acts),
        "reasons": dict(seen.reasons),
        **{name: _brought(brought) for name, brought in headings},
    }


def _brought(brought: Brought) -> dict[str, object]:
    facts = [
        {
            "place": str(fact.noted.place),
            "us": fact.noted.fields["us"],
            "act": fact.act.value,
            "who": fact.noted.fields["who"],
            "case": fact.noted.fields["case"],
            "why": list(fact.why),
        }
        for fact in brought.facts
    ]
    return {"total": brought.total, "facts": facts}
