"""relecture bench index: what looking at a film costs, beside the scripts that everyone writes."""

import json
import os
import subprocess
import sys
import tempfile
from functools import partial
from pathlib import Path
from typing import Annotated, Any

import typer

from app.cli.entering import door
from app.cli.options import WORDS, AsJson
from app.cli.telling import Teller
from tools.bench.film import render
from tools.bench.truth import happened
from vsa_core.bench.decoding import beginning, ffmpeg, rate
from vsa_core.bench.indexing import (
    CONTENDERS,
    OURS,
    SCRIPTS,
    Line,
    Spent,
    measured,
    run_other,
    spent_of,
    table,
)
from vsa_core.bench.places import PLACES, Happened
from vsa_core.bench.scaling import Scaling, files_of, scaling
from vsa_core.domain.coverage import Level
from vsa_core.domain.geometry import Line as DrawnLine
from vsa_core.domain.query import Query
from vsa_core.validation.private_case import MOTIVE, START, PrivateCase, private_case

SEED = 20_26
WARM, FILM = "warm", "film"
"""Cameras of a film's first group of pictures, and of the film."""

TOGETHER = "together"
"""Run alone: our own, at level Standard, on all the films at once."""

ONCE = Level.FULL.value
"""Looked at in the first turn alone: it is there to be told again, and takes the longest."""

LONGEST = 24 * 3600
"""Seconds that one run may take."""


def index(
    context: typer.Context,
    films: Annotated[
        list[Path] | None, typer.Argument(help=WORDS.say("cli.bench.index.films"))
    ] = None,
    weights: Annotated[Path | None, typer.Option(help=WORDS.say("cli.bench.index.weights"))] = None,
    minutes: Annotated[
        float, typer.Option(min=0.2, help=WORDS.say("cli.bench.index.minutes"))
    ] = 10,
    runs: Annotated[int, typer.Option(min=1, help=WORDS.say("cli.bench.runs"))] = 3,
    frames: Annotated[int, typer.Option(min=1, help=WORDS.say("cli.bench.index.frames"))] = 200,
    only: Annotated[list[str] | None, typer.Option(help=WORDS.say("cli.bench.index.only"))] = None,
    workers: Annotated[
        int | None, typer.Option(min=2, help=WORDS.say("cli.bench.index.workers"))
    ] = None,
    alone: Annotated[str | None, typer.Option(help=WORDS.say("cli.bench.index.alone"))] = None,
    as_json: AsJson = False,
) -> None:
    teller = door(context).teller(as_json)
    if alone == TOGETHER:
        _run_together(context, films or [])
        return
    if alone is not None:
        for film in films or []:
            _run_alone(context, alone, film, weights, frames)
        return
    names = [name for name in CONTENDERS if _takes_part(name, weights, only)]
    with tempfile.TemporaryDirectory(prefix="relecture-bench-") as scratch:
        for film, truth in _films(Path(scratch), films or [], minutes):
            found: dict[str, list[Spent]] = {name: [] for name in names}
            for turn in range(runs):
                for name in names if turn == 0 else [one for one in names if one != ONCE]:
                    found[name].append(_child(name, film, weights, frames))
            _tell(teller, film.name, table(found, rate(film), truth), runs)
            if workers is not None:
                parts = list(files_of(film, Path(scratch)).values())
                taken = partial(_side_by_side, parts)
                _tell_scaling(teller, film.name, scaling(taken, workers, runs))


def _takes_part(name: str, weights: Path | None, only: list[str] | None) -> bool:
    able = (name not in SCRIPTS or weights is not None) and (name != "ffmpeg" or bool(ffmpeg()))
    return able and (not only or name in only)


def _films(
    scratch: Path, films: list[Path], minutes: float
) -> list[tuple[Path, tuple[Happened, ...] | None]]:
    """The films given, of which no truth is known; without any, a quiet and a busy one."""
    if films:
        return [(film, None) for film in films]
    made: list[tuple[Path, tuple[Happened, ...] | None]] = []
    for name, busy in (("quiet", False), ("busy", True)):
        path = scratch / f"{name}.mp4"
        made.append((path, happened(render(path, SEED, minutes * 60, busy), PLACES)))
    return made


def _child(name: str, film: Path, weights: Path | None, frames: int) -> Spent:
    command = [sys.executable, "-m", "app", "bench", "index", str(film), "--alone", name]
    command += ["--frames", str(frames), *(["--weights", str(weights)] if weights else [])]
    return spent_of(_said(command, 0))


def _side_by_side(films: list[Path], workers: int) -> float:
    """Seconds that so many processes of ours take for these films."""
    command = [sys.executable, "-m", "app", "bench", "index", *map(str, films)]
    return spent_of(_said([*command, "--alone", TOGETHER], workers)).wall_s


def _said(command: list[str], workers: int) -> dict[str, Any]:
    """What a program of ours printed that looks with so many processes, 0 for by itself.

    One thread each, like everybody here: two that wait for each other cost the processor of both.
    """
    done = subprocess.run(  # noqa: S603  # our own program, by its own interpreter
        command,
        env={**os.environ, "RELECTURE_WORKERS": str(workers), "RELECTURE_THREADS": "1"},
        capture_output=True,
        text=True,
        check=True,
        timeout=LONGEST,
    )
    said: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return said


def _run_alone(
    context: typer.Context, name: str, film: Path, weights: Path | None, frames: int
) -> None:
    """Run it in this very process, and print what it cost for the one that started it."""
    with tempfile.TemporaryDirectory(prefix="relecture-bench-") as scratch:
        if name in OURS:
            spent = _ours(context, Path(scratch), Level(name), film)
        else:
            spent = run_other(name, film, weights, frames, Path(scratch) / "ultralytics")
    typer.echo(json.dumps(spent.fields()))


def _ours(context: typer.Context, scratch: Path, level: Level, film: Path) -> Spent:
    """Look at the film through the desk like anyone else, then ask what happened at the places."""
    desks = door(context).throwaway(scratch / "home")
    films = {WARM: beginning(film, scratch / "warm.mkv"), FILM: film}
    with private_case(desks, scratch / "case", films) as case:
        total = len(case.picture_times(FILM))

        def look(camera: str) -> int:
            desks.indexing.index(
                case.who, case.where, level, (camera,), MOTIVE, lambda *told: None, lambda: False
            )
            return total

        look(WARM)  # the network is converted and compiled
        spent = measured(lambda: look(FILM))
        return Spent(spent.frames, spent.cpu_s, spent.wall_s, spent.peak_mib, _told(case))


def _run_together(context: typer.Context, films: list[Path]) -> None:
    """Look at all these films at once, and print what it cost."""
    with tempfile.TemporaryDirectory(prefix="relecture-bench-") as scratch:
        desks = door(context).throwaway(Path(scratch) / "home")
        named = {f"{FILM}{number}": film for number, film in enumerate(films)}
        named[WARM] = beginning(films[0], Path(scratch) / "warm.mkv")
        with private_case(desks, Path(scratch) / "case", named) as case:

            def look(*cameras: str) -> int:
                desks.indexing.index(
                    case.who, case.where, Level.STANDARD, cameras, MOTIVE, _nothing, lambda: False
                )
                return sum(len(case.picture_times(camera)) for camera in cameras)

            look(WARM)
            spent = measured(lambda: look(*sorted(named.keys() - {WARM})))
    typer.echo(json.dumps(spent.fields()))


def _nothing(done: int, total: int, what: str) -> None:
    """Progress is nobody's business here."""


def _tell_scaling(teller: Teller, film: str, found: Scaling) -> None:
    teller.say(
        "bench.index.scaling",
        film=film,
        workers=found.workers,
        alone=f"{found.alone_s:.1f}",
        together=f"{found.together_s:.1f}",
        ratio=f"{found.ratio:.2f}",
    )
    teller.give(
        "figure",
        {
            "measure": f"{film} › standard › {found.workers} workers › wall_s",
            "value": round(found.together_s, 3),
            "unit": "s",
            "baseline": round(found.alone_s, 3),
            "ratio": round(found.together_s / found.alone_s, 4),
            "n": found.rounds,
        },
    )


def _told(case: PrivateCase) -> tuple[Happened, ...]:
    """What the index tells of the ten places, whatever the class."""
    told: list[Happened] = []
    for number, place in enumerate(PLACES):
        crossing = isinstance(place, DrawnLine)
        query = Query("line_crossing" if crossing else "zone_entry", (FILM,), place=place)
        for batch in case.desks.queries.ask(case.who, case.where, query, MOTIVE):
            for hit in batch.hits:
                at = hit.event.start.corrected
                word = hit.event.direction if crossing else "enter"
                told.append(Happened(number, word, (at or START) - START))
    return tuple(told)


def _tell(teller: Teller, film: str, lines: tuple[Line, ...], runs: int) -> None:
    teller.say("bench.index.film", film=film, runs=runs)
    teller.table("bench.index.columns", [_row(line, lines) for line in lines])
    for line in lines:
        teller.give("figure", _figure(film, line, lines))


def _row(line: Line, lines: tuple[Line, ...]) -> list[str]:
    ratios = [_ratio(line, lines, base) for base in SCRIPTS]
    return [
        line.contender,
        f"{line.cpu_ms:.2f}",
        f"{line.wall_ms:.2f}",
        f"{line.realtime:.1f}",
        str(line.peak_mib),
        *(f"{ratio:.1f}" if ratio else "–" for ratio in ratios),
        *(_share(recall) for recall in (line.recall_full, line.recall_truth)),
    ]


def _ratio(line: Line, lines: tuple[Line, ...], base: str) -> float | None:
    """How many times less processor than that script."""
    other = next((one for one in lines if one.contender == base), None)
    return other.cpu_ms / line.cpu_ms if other and line.cpu_ms else None


def _share(recall: float | None) -> str:
    return "–" if recall is None else f"{recall:.3f}"


def _figure(film: str, line: Line, lines: tuple[Line, ...]) -> dict[str, object]:
    base = next((one for one in lines if one.contender == SCRIPTS[0]), None)
    return {
        "measure": f"{film} › {line.contender} › index_cpu_ms",
        "value": round(line.cpu_ms, 3),
        "unit": "ms",
        "baseline": round(base.cpu_ms, 3) if base else None,
        "ratio": round(line.cpu_ms / base.cpu_ms, 4) if base else None,
        "n": line.rounds,
        "wall_ms": round(line.wall_ms, 3),
        "realtime": round(line.realtime, 2),
        "peak_mib": line.peak_mib,
        "recall_full": line.recall_full,
        "recall_truth": line.recall_truth,
    }
