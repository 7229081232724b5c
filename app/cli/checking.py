"""relecture models, relecture doctor: is everything here as it should be?"""

import typer

from app.cli.entering import door
from app.cli.options import WORDS, AsJson
from vsa_core.desk.health import Finding
from vsa_core.errors import Unreadable

models = typer.Typer(help=WORDS.say("cli.models.help"), no_args_is_help=True)


@models.command("list", help=WORDS.say("cli.models.list.help"))
def listed(context: typer.Context, as_json: AsJson = False) -> None:
    teller = door(context).teller(as_json)
    sheets = door(context).desks().models.listed()
    for sheet in sheets:
        teller.give(
            "model",
            {
                "name": sheet.name,
                "digest": sheet.digest,
                "licence": sheet.licence,
                "source": sheet.source,
                "classes": list(sheet.classes),
                "present": sheet.present,
                "chosen": sheet.chosen,
            },
        )
    rows = [[s.name, s.digest[:16], s.licence, _presence(s.present, s.chosen)] for s in sheets]
    teller.table("models.columns", rows)


@models.command("verify", help=WORDS.say("cli.models.verify.help"))
def verify(context: typer.Context, as_json: AsJson = False) -> None:
    teller = door(context).teller(as_json)
    for sheet in door(context).desks().models.verify():
        teller.say("models.good", name=sheet.name, digest=sheet.digest[:16])
        teller.give("model", {"name": sheet.name, "digest": sheet.digest, "good": True})


def doctor(context: typer.Context, as_json: AsJson = False) -> None:
    teller = door(context).teller(as_json)
    findings = door(context).desks().health.examine()
    for finding in findings:
        teller.say(
            "doctor.line",
            mark=WORDS.say("cli.doctor.good" if finding.good else "cli.doctor.bad"),
            what=WORDS.say(f"cli.doctor.{finding.what}"),
            told=_told(finding),
        )
        teller.give(
            "finding",
            {"what": finding.what, "good": finding.good, "told": dict(finding.values)},
        )
    if not all(finding.good for finding in findings):
        raise Unreadable("SYS-001", count=sum(not finding.good for finding in findings))


def _presence(present: bool, chosen: bool) -> str:
    key = "chosen" if chosen else "present" if present else "absent"
    return WORDS.say(f"cli.models.{key}")


def _told(finding: Finding) -> str:
    return ", ".join(value for _, value in finding.values)
