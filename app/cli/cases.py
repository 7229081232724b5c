"""relecture case: opening a case with its legal basis, and reading its sheet."""

from typing import Annotated

import typer

from app.cli.entering import door, entered, signed_in
from app.cli.options import WORDS, AsJson, CaseFolder, Motive, Who
from app.cli.reading import instant
from app.times import local
from vsa_core.desk.cases import NewCase
from vsa_core.domain.case import Basis, Case, Framework
from vsa_core.domain.moment import MICROSECONDS, Window
from vsa_core.errors import WrongUsage

cases = typer.Typer(help=WORDS.say("cli.case.help"), no_args_is_help=True)

DAY = 86_400 * MICROSECONDS
DEFAULT_DAYS = 90
"""How long a basis holds and a case lives when nobody says; the law allows more (art. 230-22)."""


def _say(key: str) -> str:
    return WORDS.say(f"cli.case.{key}")


@cases.command("open", help=_say("open.help"))
def open_case(
    context: typer.Context,
    who: Who,
    folder: CaseFolder,
    number: Annotated[str, typer.Option(help=_say("number"))],
    framework: Annotated[Framework, typer.Option(help=_say("framework"))],
    requisition: Annotated[str, typer.Option(help=_say("requisition"))],
    magistrate: Annotated[str, typer.Option(help=_say("magistrate"))],
    offence: Annotated[str, typer.Option(help=_say("offence"))],
    camera: Annotated[list[str], typer.Option(help=_say("camera"))],
    start: Annotated[str, typer.Option("--from", help=_say("from"))],
    end: Annotated[str, typer.Option("--to", help=_say("to"))],
    authorisation: Annotated[str, typer.Option(help=_say("authorisation"))] = "",
    expires: Annotated[str, typer.Option(help=_say("expires"))] = "",
    erase_by: Annotated[str, typer.Option(help=_say("erase_by"))] = "",
    person: Annotated[list[str] | None, typer.Option(help=_say("person"))] = None,
    motive: Motive = "M01",
    as_json: AsJson = False,
) -> None:
    with signed_in(context, who) as (desks, signed):
        due = desks.health.now() + DEFAULT_DAYS * DAY
        try:
            window = Window(instant(start), instant(end))
        except ValueError:
            raise WrongUsage("USE-015", start=start, end=end) from None
        basis = Basis(
            framework=framework,
            requisition=requisition,
            magistrate=magistrate,
            authorisation=authorisation,
            offence=offence,
            cameras=tuple(dict.fromkeys(camera)),
            window=window,
            expires=instant(expires) if expires else due,
        )
        new = NewCase(number, basis, tuple(person or ()), instant(erase_by) if erase_by else due)
        where = desks.cases.open(signed, str(folder), new, motive)
    teller = door(context).teller(as_json)
    teller.say("case.opened", number=number, folder=where.folder)
    teller.give("case", {**where.case.fields(), "folder": where.folder})


@cases.command("show", help=_say("show.help"))
def show(context: typer.Context, who: Who, folder: CaseFolder, as_json: AsJson = False) -> None:
    with entered(context, who, folder) as at:
        case = at.where.case
        held = at.desks.footage.listed(at.who, at.where)
    teller = door(context).teller(as_json)
    teller.give("case", {**case.fields(), "folder": str(folder), "footage": len(held)})
    teller.table("case.columns", _sheet(case, len(held)))


def _sheet(case: Case, held: int) -> list[list[str]]:
    basis = case.basis
    times = [local(t, WORDS.language) for t in (basis.window.start, basis.window.end)]
    facts = {
        "number": case.number,
        "framework": WORDS.name("cli.frameworks", basis.framework.value),
        "requisition": basis.requisition,
        "magistrate": basis.magistrate,
        "authorisation": basis.authorisation or WORDS.say("cli.case.deemed"),
        "offence": basis.offence,
        "cameras": ", ".join(basis.cameras),
        "window": " – ".join(times),
        "expires": local(basis.expires, WORDS.language),
        "erase_by": local(case.erase_by, WORDS.language),
        "people": ", ".join(case.people),
        "footage": str(held),
    }
    return [[WORDS.say(f"cli.case.fact.{name}"), value] for name, value in facts.items()]
