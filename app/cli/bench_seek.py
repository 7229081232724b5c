"""relecture bench seek: what a person waits for who jumps, steps and plays backwards."""

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Annotated

import typer

from app.cli.entering import door
from app.cli.options import WORDS, AsJson
from app.cli.telling import Teller
from tools.bench.film import render
from vsa_core.bench.decoding import PlainViewer, rate
from vsa_core.bench.seeking import WIDTH, Line, Sought, lines, seek, sought_of
from vsa_core.bench.seeking_ours import DeskViewer
from vsa_core.desk.playing import LONGEST
from vsa_core.domain.coverage import Level
from vsa_core.domain.moment import MICROSECONDS, Window
from vsa_core.validation.private_case import MOTIVE, START, private_case

SEED = 20_26
OURS, PLAIN = "relecture", "pyav"
FILM = "film"

MADE = {"gop50.mp4": (50, 0), "gop250b.mp4": (250, 2)}
"""Pictures a group, and B-frames, of the films that are made."""

LONGEST_RUN = 4 * 3600
"""Seconds that one run may take."""


def seeking(
    context: typer.Context,
    films: Annotated[
        list[Path] | None, typer.Argument(help=WORDS.say("cli.bench.seek.films"))
    ] = None,
    minutes: Annotated[float, typer.Option(min=0.1, help=WORDS.say("cli.bench.seek.minutes"))] = 2,
    seeks: Annotated[int, typer.Option(min=1, help=WORDS.say("cli.bench.seek.seeks"))] = 200,
    runs: Annotated[int, typer.Option(min=1, help=WORDS.say("cli.bench.seek.runs"))] = 1,
    alone: Annotated[str | None, typer.Option(help=WORDS.say("cli.bench.index.alone"))] = None,
    as_json: AsJson = False,
) -> None:
    teller = door(context).teller(as_json)
    if alone is not None:
        for film in films or []:
            typer.echo(json.dumps(_sought(context, alone, film, seeks).fields()))
        return
    with tempfile.TemporaryDirectory(prefix="relecture-bench-") as scratch:
        for film in films or _made(Path(scratch), minutes):
            found: dict[str, list[Sought]] = {OURS: [], PLAIN: []}
            for _ in range(runs):
                for name, own in found.items():
                    own.append(_child(name, film, seeks))
            _tell(teller, film.name, found)


def _made(scratch: Path, minutes: float) -> list[Path]:
    for name, (gop, b_frames) in MADE.items():
        render(scratch / name, SEED, minutes * 60, True, gop=gop, b_frames=b_frames)
    return [scratch / name for name in MADE]


def _child(name: str, film: Path, seeks: int) -> Sought:
    command = [sys.executable, "-m", "app", "bench", "seek", str(film), "--alone", name]
    done = subprocess.run(  # noqa: S603  # our own program, by its own interpreter
        [*command, "--seeks", str(seeks)],
        capture_output=True,
        text=True,
        check=True,
        timeout=LONGEST_RUN,
    )
    return sought_of(json.loads(done.stdout.splitlines()[-1]))


def _sought(context: typer.Context, name: str, film: Path, seeks: int) -> Sought:
    if name == OURS:
        return _ours(context, film, seeks)
    plain = PlainViewer(film, WIDTH)
    pictures = min(len(plain), int(rate(film) * LONGEST / MICROSECONDS))
    return seek(plain, pictures, rate(film), seeks, SEED)


def _ours(context: typer.Context, film: Path, seeks: int) -> Sought:
    """Look at the whole film, then through the desk like the window, masks and counting and all."""
    with tempfile.TemporaryDirectory(prefix="relecture-bench-") as scratch:
        desks = door(context).throwaway(Path(scratch) / "home")
        with private_case(desks, Path(scratch) / "case", {FILM: film}) as case:
            desks.indexing.index(
                case.who, case.where, Level.FULL, (), MOTIVE, lambda *told: None, lambda: False
            )
            window = Window(START, START + LONGEST)
            reel = desks.playing.open(case.who, case.where, FILM, window, MOTIVE)
            viewer = DeskViewer(desks.playing, case.who, case.where, reel)
            found = seek(viewer, len(reel.parts[0].pts), rate(film), seeks, SEED)
            viewer.close()
            return found


def _tell(teller: Teller, film: str, found: dict[str, list[Sought]]) -> None:
    told = {name: lines(name, own) for name, own in found.items()}
    teller.say("bench.seek.film", film=film, width=WIDTH)
    rows = zip(*told.values(), strict=True)
    teller.table("bench.seek.columns", [_row(line) for pair in rows for line in pair])
    for name, (first, *_) in found.items():
        busy = f"{first.busy:.0f}"
        teller.say("bench.seek.back", name=name, shown=first.shown, due=first.due, busy=busy)
        teller.give("figure", _backwards(film, name, first))
    for ours, plain in zip(told[OURS], told[PLAIN], strict=True):
        teller.give("figure", _figure(film, ours, plain))


def _row(line: Line) -> list[str]:
    figures = (*line.wall, *line.cpu)
    name = WORDS.say(f"cli.bench.seek.measure.{line.measure}")
    return [name, line.viewer, *(f"{figure:.1f}" for figure in figures), str(line.n)]


def _figure(film: str, ours: Line, plain: Line) -> dict[str, object]:
    return {
        "measure": f"{film} › seek_{ours.measure}_ms_p95",
        "value": round(ours.wall[1], 3),
        "unit": "ms",
        "baseline": round(plain.wall[1], 3),
        "ratio": round(ours.wall[1] / plain.wall[1], 4) if plain.wall[1] else None,
        "n": ours.n,
        "median": round(ours.wall[0], 3),
        "cpu_median": round(ours.cpu[0], 3),
        "cpu_p95": round(ours.cpu[1], 3),
        "cpu_baseline": round(plain.cpu[1], 3),
    }


def _backwards(film: str, name: str, found: Sought) -> dict[str, object]:
    return {
        "measure": f"{film} › {name} › backwards_in_time",
        "value": round(found.shown / found.due, 4) if found.due else None,
        "unit": "share",
        "n": found.due,
        "cpu_ms_per_second": round(found.busy, 1),
    }
