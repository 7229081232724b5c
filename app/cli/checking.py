"""relecture models, relecture doctor: is everything here as it should be?"""

import typer

from app.cli.entering import door
from app.cli.options import WORDS, AsJson
from app.diagnosis import examine, told
from vsa_core.desk.health import State, fit
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
    findings = examine(door(context).health())
    names = {finding: teller.words.say(f"doctor.{finding.what}.name") for finding in findings}
    marks = {state: teller.words.say(f"doctor.{state.value}") for state in State}
    for finding in findings:
        sentence, following = told(finding, teller.words)
        mark = marks[finding.state].ljust(max(map(len, marks.values())))
        name = names[finding].ljust(max(map(len, names.values())))
        teller.say("doctor.line", mark=mark, name=name, told=sentence)
        if following and finding.state is not State.GOOD:
            teller.say("doctor.next", margin=" " * len(mark), next=following)
        fields = {"what": finding.what, "state": finding.state.value, "told": sentence}
        teller.give("finding", {**fields, "next": following, "values": dict(finding.values)})
    if not fit(findings):
        raise Unreadable("SYS-001", count=sum(f.state is State.BAD for f in findings))


def alone() -> typer.Typer:
    """The doctor as the only command, for a machine on which no other can be loaded."""
    root = typer.Typer(
        add_completion=False,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    root.callback()(_nothing)
    root.command("doctor", help=WORDS.say("cli.doctor.help"))(doctor)
    return root


def _nothing() -> None:
    """What typer needs to keep a program of one command from losing that command's name."""


def _presence(present: bool, chosen: bool) -> str:
    key = "chosen" if chosen else "present" if present else "absent"
    return WORDS.say(f"cli.models.{key}")
