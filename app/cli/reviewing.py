"""relecture review: accepting, rejecting or doubting the hits of an answer, and how far it is."""

from collections.abc import Callable
from typing import Annotated

import typer

from app.cli.entering import door, entered
from app.cli.options import WORDS, AsJson, CaseFolder, Motive, Who
from app.cli.telling import Teller
from vsa_core.desk.reviews import Judged, Progress
from vsa_core.domain.verdict import Verdict

review = typer.Typer(help=WORDS.say("cli.review.help"), no_args_is_help=True)


def _say(key: str) -> str:
    return WORDS.say(f"cli.review.{key}")


Hits = Annotated[list[str], typer.Argument(help=_say("hits"), show_default=False)]


def _verdict(verdict: Verdict) -> Callable[..., None]:
    """The command that says this of every hit it is given."""

    def decide(
        context: typer.Context,
        hits: Hits,
        who: Who,
        folder: CaseFolder,
        motive: Motive = "M01",
        as_json: AsJson = False,
    ) -> None:
        teller = door(context).teller(as_json)
        with entered(context, who, folder) as at:
            for hit in hits:
                tell_judged(teller, at.desks.reviews.judge(at.who, at.where, hit, verdict, motive))

    return decide


review.command("accept", help=_say("accept.help"))(_verdict(Verdict.MATCH))
review.command("reject", help=_say("reject.help"))(_verdict(Verdict.REJECT))
review.command("doubt", help=_say("doubt.help"))(_verdict(Verdict.DOUBT))


@review.command("progress", help=_say("progress.help"))
def progress(
    context: typer.Context,
    answer: Annotated[int, typer.Argument(help=_say("answer"), show_default=False)],
    who: Who,
    folder: CaseFolder,
    as_json: AsJson = False,
) -> None:
    with entered(context, who, folder) as at:
        found = at.desks.reviews.progress(at.who, at.where, answer)
    teller = door(context).teller(as_json)
    teller.say(
        "review.stands",
        done=found.total - found.waiting,
        total=found.total,
        accepted=found.accepted,
        rejected=found.rejected,
        doubtful=found.doubtful,
        waiting=found.waiting,
    )
    teller.give("progress", {"answer": answer, **_fields(found)})


def tell_judged(teller: Teller, judged: Judged) -> None:
    """What became of one hit."""
    verdict = WORDS.name("cli.verdicts", judged.verdict.value)
    teller.say("review.judged", track=judged.track, camera=judged.camera, verdict=verdict)
    teller.give(
        "judged",
        {
            "hit": judged.hit,
            "track": judged.track,
            "verdict": judged.verdict.value,
            "accepted": judged.accepted,
        },
    )


def _fields(found: Progress) -> dict[str, int]:
    return {
        "total": found.total,
        "accepted": found.accepted,
        "rejected": found.rejected,
        "doubtful": found.doubtful,
        "waiting": found.waiting,
    }
