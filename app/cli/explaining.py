"""relecture explain: why a hit is one, what nearly was one too, and what looked."""

from dataclasses import asdict
from typing import Annotated

import typer

from app.cli.entering import door, entered
from app.cli.options import WORDS, AsJson, CaseFolder, Motive, Who
from app.cli.telling import Teller
from app.times import local
from vsa_core.desk.explaining import Explanation, Miss
from vsa_core.domain.event import Measure


def explain(
    context: typer.Context,
    who: Who,
    folder: CaseFolder,
    hit: Annotated[str, typer.Argument(help=WORDS.say("cli.show.hit"), show_default=False)],
    motive: Motive = "M01",
    as_json: AsJson = False,
) -> None:
    with entered(context, who, folder) as at:
        found = at.desks.queries.explain(at.who, at.where, hit, motive)
    teller = door(context).teller(as_json)
    _tell(teller, found)
    teller.say("explain.looked", detector=found.detector, tracker=found.tracker)
    for miss in found.misses:
        _tell_miss(teller, miss)
    teller.give("explanation", asdict(found))


def _tell(teller: Teller, found: Explanation) -> None:
    teller.say(
        "explain.rule",
        name=found.hit[:12],
        camera=found.camera,
        track=found.track,
        rule=WORDS.name("kinds.rule", found.rule),
    )
    for measure in found.measures:
        _tell_measure(teller, measure)
    for part in found.parts:
        _tell(teller, part)


def _tell_measure(teller: Teller, measure: Measure) -> None:
    teller.say(
        "explain.measure" if measure.threshold is None else "explain.against",
        name=WORDS.name("kinds.measure", measure.name),
        value=measure.value,
        threshold=measure.threshold,
        unit=WORDS.name("kinds.unit", measure.unit),
    )


def _tell_miss(teller: Teller, miss: Miss) -> None:
    lacking = miss.lacking
    teller.say(
        "explain.miss",
        camera=miss.camera,
        track=miss.track,
        when="–" if miss.start is None else local(miss.start, WORDS.language),
        rule=WORDS.name("kinds.rule", miss.rule),
        name="–" if lacking is None else WORDS.name("kinds.measure", lacking.name),
        by=miss.by,
        unit="" if lacking is None else WORDS.name("kinds.unit", lacking.unit),
    )
