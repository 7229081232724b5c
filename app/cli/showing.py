"""relecture show: looking at a hit, examining it, accepting or rejecting it."""

import sys
from pathlib import Path
from typing import Annotated

import numpy as np
import typer

from app.cli.entering import Entered, door, entered
from app.cli.options import WORDS, AsJson, CaseFolder, Motive, Who
from app.cli.reviewing import tell_judged
from app.cli.telling import Teller
from app.times import local, stamp
from vsa_core.desk.viewing import Look
from vsa_core.domain.ports import Picture
from vsa_core.domain.verdict import Verdict
from vsa_core.errors import Unreadable, WrongUsage


def _say(key: str) -> str:
    return WORDS.say(f"cli.show.{key}")


def show(
    context: typer.Context,
    who: Who,
    folder: CaseFolder,
    hit: Annotated[str, typer.Argument(help=_say("hit"), show_default=False)],
    out: Annotated[Path | None, typer.Option(help=_say("out"))] = None,
    examine: Annotated[bool, typer.Option("--examine", help=_say("examine"))] = False,
    match: Annotated[bool, typer.Option("--match", help=_say("match"))] = False,
    reject: Annotated[bool, typer.Option("--reject", help=_say("reject"))] = False,
    motive: Motive = "M01",
    as_json: AsJson = False,
) -> None:
    if (match and reject) or (examine and out):
        raise WrongUsage("USE-025")
    teller = door(context).teller(as_json)
    with entered(context, who, folder) as at:
        if match or reject:
            verdict = Verdict.MATCH if match else Verdict.REJECT
            tell_judged(teller, at.desks.reviews.judge(at.who, at.where, hit, verdict, motive))
        look = at.desks.viewing.look(at.who, at.where, hit, motive, examine)
        try:
            _tell_look(teller, at, look)
            _show_picture(teller, at, look, out)
        finally:
            at.desks.viewing.close(at.who, at.where, look)


def _tell_look(teller: Teller, at: Entered, look: Look) -> None:
    firsts = at.desks.footage.geometry(at.who, at.where).firsts
    instant = stamp(look.at, firsts[look.at.footage])
    corrected = look.at.corrected
    teller.say(
        "show.look",
        camera=look.camera,
        when=local(corrected, WORDS.language) if corrected is not None else instant["seconds"],
        masked=look.masked,
        revealed=", ".join(str(t) for t in look.revealed) or "–",
    )
    teller.give(
        "look",
        {"camera": look.camera, "at": instant, "masked": look.masked, "tracks": list(look.tracks)},
    )


def _show_picture(teller: Teller, at: Entered, look: Look, out: Path | None) -> None:
    if out is not None:
        _write(out, at.desks.viewing.png(look))
        teller.say("show.written", path=str(out))
    elif sys.stdout.isatty() and not teller.as_json:
        print(in_terminal(look.picture, 100))


def _write(path: Path, data: bytes) -> None:
    try:
        with path.open("xb") as file:  # never over a file that is there: it may be evidence
            file.write(data)
    except OSError as error:
        raise Unreadable("USE-030", path=str(path), why=error.strerror or "") from error


def in_terminal(picture: Picture, columns: int) -> str:
    """The picture as coloured half blocks for a terminal: on screen only, nothing is written."""
    height, width = picture.shape[:2]
    rows = max(2, columns * height // width // 2 * 2)
    ys = np.linspace(0, height - 1, rows).astype(int)
    xs = np.linspace(0, width - 1, columns).astype(int)
    small = picture[ys][:, xs, ::-1]
    lines = []
    for upper, lower in zip(small[::2], small[1::2], strict=True):
        cells = (
            f"\x1b[38;2;{a[0]};{a[1]};{a[2]}m\x1b[48;2;{b[0]};{b[1]};{b[2]}m▀"
            for a, b in zip(upper.tolist(), lower.tolist(), strict=True)
        )
        lines.append("".join(cells) + "\x1b[0m")
    return "\n".join(lines)
