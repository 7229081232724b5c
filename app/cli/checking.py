"""relecture doctor: is everything here as it should be?"""

import typer

from app.cli.entering import door
from app.cli.options import WORDS, AsJson
from app.diagnosis import examine, told
from vsa_core.desk.health import State, fit
from vsa_core.errors import Unreadable


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
