"""relecture flow: the usual directions of travel on a camera, shown before they are asked with."""

from typing import Annotated

import typer

from app.cli.entering import door, entered
from app.cli.options import WORDS, AsJson, CaseFolder, End, Motive, Start, Who
from app.cli.reading import window
from vsa_core.desk.flows import LearntFlow
from vsa_core.domain.geometry import FLOW_SIDE, NO_FLOW

ARROWS = "→↘↓↙←↖↑↗"
"""Eighths of a turn, 0 rightwards and clockwise."""


def flow(
    context: typer.Context,
    who: Who,
    folder: CaseFolder,
    camera: Annotated[str, typer.Argument(help=WORDS.say("cli.flow.camera"), show_default=False)],
    start: Start = None,
    end: End = None,
    motive: Motive = "M01",
    as_json: AsJson = False,
) -> None:
    with entered(context, who, folder) as at:
        found = at.desks.queries.flow(at.who, at.where, camera, window(start, end), motive)
    teller = door(context).teller(as_json)
    for line in drawn(found):
        teller.say("flow.line", line=line)
    teller.say("flow.legend", camera=camera)
    teller.give("flow", dict(found.fields()))


def drawn(found: LearntFlow) -> tuple[str, ...]:
    """Each row of cells: an arrow and how many tracks it rests on, a dot where none holds."""
    cells = [
        f"{_arrow(direction)}{support:>4}"
        for direction, support in zip(found.flow.cells, found.support, strict=True)
    ]
    rows = range(0, len(cells), FLOW_SIDE)
    return tuple("  ".join(cells[row : row + FLOW_SIDE]) for row in rows)


def _arrow(direction: int) -> str:
    return "·" if direction == NO_FLOW else ARROWS[(direction + 16) // 32 % 8]
