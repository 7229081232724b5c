"""relecture case widen: asking for a wider basis, which a second person approves."""

from typing import Annotated

import typer

from app.cli.approvals import told_request
from app.cli.entering import door, entered
from app.cli.options import WORDS, AsJson, Cameras, CaseFolder, End, Start, Who
from app.cli.reading import instant, window
from vsa_core.domain.widening import Wider


def widen(
    context: typer.Context,
    who: Who,
    folder: CaseFolder,
    decision: Annotated[str, typer.Option(help=WORDS.say("cli.widen.decision"))],
    decided: Annotated[str, typer.Option(help=WORDS.say("cli.widen.decided"))],
    camera: Cameras = None,
    start: Start = None,
    end: End = None,
    expires: Annotated[str, typer.Option(help=WORDS.say("cli.widen.expires"))] = "",
    erase_by: Annotated[str, typer.Option(help=WORDS.say("cli.widen.erase_by"))] = "",
    as_json: AsJson = False,
) -> None:
    wider = Wider(
        decision=decision,
        decided=instant(decided),
        cameras=tuple(camera or ()),
        window=window(start, end),
        expires=instant(expires) if expires else None,
        erase_by=instant(erase_by) if erase_by else None,
    )
    with entered(context, who, folder) as at:
        pending = at.desks.widening.ask(at.who, at.where, wider)
    told_request(door(context).teller(as_json), pending)
