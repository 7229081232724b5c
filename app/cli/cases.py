"""relecture case: opening a case with its legal basis, reading its sheet, closing it."""

from typing import Annotated

import typer

from app.cli.aipd import AipdOfCase, AipdReference, assessment
from app.cli.entering import door, entered, signed_in
from app.cli.options import WORDS, AsJson, CaseFolder, Motive, Who
from app.cli.reading import instant
from app.cli.widening import widen
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
    module: Annotated[list[str] | None, typer.Option(help=_say("module"))] = None,
    aipd: AipdOfCase = "",
    aipd_reference: AipdReference = "",
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
            modules=tuple(dict.fromkeys(module or ())),
        )
        erased = instant(erase_by) if erase_by else due
        told = assessment(aipd, aipd_reference)
        new = NewCase(number, basis, tuple(person or ()), erased, told)
        where = desks.cases.open(signed, str(folder), new, motive)
    teller = door(context).teller(as_json)
    teller.say("case.opened", number=number, folder=where.folder)
    teller.give("case", {**where.case.fields(), "folder": where.folder})


@cases.command("form", help=_say("form.help"))
def form(context: typer.Context, as_json: AsJson = False) -> None:
    fields = door(context).desks().cases.form()
    teller = door(context).teller(as_json)
    for field in fields:
        told = {"key": field.key, "article": field.article, "required": field.required}
        teller.give("field", {**told, "words": dict(field.words)})
    needed = {True: _say("required"), False: _say("optional")}
    rows = [[f.words[WORDS.language], needed[f.required], f.article] for f in fields]
    teller.table("case.form.columns", rows)


@cases.command("close", help=_say("close.help"))
def close(
    context: typer.Context,
    who: Who,
    folder: CaseFolder,
    motive: Motive = "M01",
    as_json: AsJson = False,
) -> None:
    with entered(context, who, folder) as at:
        case = at.desks.cases.close(at.who, at.where, motive).case
    teller = door(context).teller(as_json)
    teller.say("case.closed", number=case.number)
    teller.give("case", {**case.fields(), "folder": str(folder)})


cases.command("widen", help=_say("widen.help"))(widen)


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
        "aipd": f"{case.aipd.reference} ({case.aipd.digest[:16]})",
        "closed": "–" if case.closed is None else local(case.closed, WORDS.language),
        "footage": str(held),
    }
    return [[WORDS.say(f"cli.case.fact.{name}"), value] for name, value in facts.items()]
