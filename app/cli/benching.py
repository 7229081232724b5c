"""relecture bench: how fast, beside a baseline, in one run."""

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import Annotated

import typer

from app.cli.entering import door
from app.cli.options import WORDS, AsJson
from app.cli.telling import Teller
from app.libraries import screens
from vsa_core.bench.detect import Timed, Timing, timed

bench = typer.Typer(help=WORDS.say("cli.bench.help"), no_args_is_help=True)

LONGEST = 60
"""Seconds for which a window may take to open before it counts as never."""


@bench.command("window", help=WORDS.say("cli.bench.window.help"))
def window(
    context: typer.Context,
    runs: Annotated[int, typer.Option(min=1, help=WORDS.say("cli.bench.runs"))] = 5,
    as_json: AsJson = False,
) -> None:
    teller = door(context).teller(as_json)
    environment = dict(os.environ)
    if not screens(os.environ):
        environment["QT_QPA_PLATFORM"] = "offscreen"
        teller.say("bench.offscreen")
    with tempfile.TemporaryDirectory() as home:
        environment["RELECTURE_HOME"] = home
        # One run each first, unmeasured: the disk's cache is warm for both.
        _one(environment), _one(environment, "--bare")
        ours = [_one(environment) for _ in range(runs)]
        baseline = [_one(environment, "--bare") for _ in range(runs)]
    for measure in ("wall_ms", "cpu_ms"):
        _tell(teller, measure, ours, baseline)
    torch = sum(bool(run["torch"]) for run in ours)
    teller.say("bench.torch", count=torch, runs=runs)
    teller.give("figure", {"measure": "window_torch_imports", "value": torch, "unit": "runs"})


def _one(environment: dict[str, str], *words: str) -> dict[str, int]:
    since = str(time.monotonic_ns())
    command = [sys.executable, "-m", "app.usable", since, *words]
    done = subprocess.run(  # noqa: S603  # our own program, by its own interpreter
        command, env=environment, capture_output=True, text=True, check=True, timeout=LONGEST
    )
    figures: dict[str, int] = json.loads(done.stdout)
    return figures


def _tell(
    teller: Teller, measure: str, ours: list[dict[str, int]], baseline: list[dict[str, int]]
) -> None:
    value, base = (round(median(run[measure] for run in runs)) for runs in (ours, baseline))
    ratio = round(value / base, 2)
    name = WORDS.say(f"cli.bench.{measure}")
    teller.say("bench.line", name=name, value=value, baseline=base, ratio=ratio, n=len(ours))
    teller.give(
        "figure",
        {
            "measure": f"window_usable_{measure}",
            "value": value,
            "unit": "ms",
            "baseline": base,
            "ratio": ratio,
            "n": len(ours),
        },
    )


@bench.command("detect", help=WORDS.say("cli.bench.detect.help"))
def detect(
    context: typer.Context,
    films: Annotated[list[Path], typer.Argument(help=WORDS.say("cli.bench.films"))],
    baseline: Annotated[Path | None, typer.Option(help=WORDS.say("cli.bench.baseline"))] = None,
    rounds: Annotated[int, typer.Option(min=1, help=WORDS.say("cli.bench.runs"))] = 5,
    as_json: AsJson = False,
) -> None:
    teller = door(context).teller(as_json)
    rivals = door(context).rivals(baseline)
    for film in films:
        _tell_timed(teller, timed(rivals, film, rounds))


def _tell_timed(teller: Teller, found: Timed) -> None:
    teller.say("bench.film", film=found.film, frames=found.frames, rounds=found.rounds)
    for one in found.timings:
        cpu, wall = f"{one.cpu_ms:.1f}", f"{one.wall_ms:.1f}"
        teller.say("bench.detector", detector=one.detector, cpu=cpu, wall=wall)
    ours, *others = found.timings
    for other in others:
        _give_timed(teller, found, ours, other)
    if not others:
        _give_timed(teller, found, ours, None)


def _give_timed(teller: Teller, found: Timed, ours: Timing, other: Timing | None) -> None:
    """The installation's detector beside one other; alone when there is none."""
    beside = f"{ours.detector} / {other.detector}" if other else ours.detector
    if other and other.cpu_ms:
        ratio = f"{ours.cpu_ms / other.cpu_ms:.2f}"
        teller.say("bench.ratio", detector=ours.detector, other=other.detector, ratio=ratio)
    for measure in ("cpu_ms", "wall_ms"):
        value = getattr(ours, measure)
        base = getattr(other, measure) if other else None
        teller.give(
            "figure",
            {
                "measure": f"{found.film} › {beside} › detect_{measure}",
                "value": round(value, 3),
                "unit": "ms",
                "baseline": None if base is None else round(base, 3),
                "ratio": round(value / base, 3) if base else None,
                "n": found.rounds,
            },
        )
