"""relecture bench trackers: every tracker on the same sightings of labelled sequences."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Annotated

import numpy as np
import typer
from numpy.typing import NDArray

from app.cli.entering import door
from app.cli.options import WORDS, AsJson
from app.cli.telling import Teller
from vsa_core.bench.trackers import Course, Run, Stable, run
from vsa_core.bench.trackers_shown import people
from vsa_core.domain.assessment import TrackFigures
from vsa_core.domain.ports import Trail
from vsa_core.errors import Refused
from vsa_core.validation.agreement import check_length
from vsa_core.validation.labelled_folder import LabelledSequence, read_folder
from vsa_core.validation.tracks import figures, rows_of_trails

SHARES = ("hota", "deta", "assa", "idf1", "mota")


def trackers(
    context: typer.Context,
    folder: Annotated[Path, typer.Argument(help=WORDS.say("cli.bench.trackers.folder"))],
    as_json: AsJson = False,
) -> None:
    teller = door(context).teller(as_json)
    sequences = read_folder(folder).sequences
    if not sequences:
        raise Refused("VAL-061", folder=str(folder))
    stable = door(context).stable()
    teller.say("bench.trackers.legend")
    for one in sequences:
        for source in _run(teller, stable, course_of(one)):
            _tell(teller, source)


def _run(teller: Teller, stable: Stable, course: Course) -> list[list[Run]]:
    with teller.progress() as bar:
        task = bar.add_task(course.name, total=course.length)
        runs = run(stable, course, lambda done: bar.update(task, completed=done))
        bar.update(task, completed=course.length)
    return runs


def course_of(one: LabelledSequence) -> Course:
    """A labelled sequence as the bench wants it; nothing published is None, not nobody found."""
    told, found = one.sequence, one.sequence.detections
    corners = np.concatenate([found.boxes[:, :2], found.boxes[:, :2] + found.boxes[:, 2:]], axis=1)
    seen = people(found.frame, corners, found.score, told.length)

    def judge(trails: Sequence[Trail], instants: NDArray[np.int64], fill: int) -> TrackFigures:
        return figures(told.truth, rows_of_trails(trails, instants, fill), told.length)

    return Course(
        name=one.clip,
        rate=told.rate,
        length=told.length,
        size=told.size,
        film=one.path,
        public=seen if len(found) else None,
        judge=judge,
        agree=partial(check_length, one.clip, told.length),
    )


def _tell(teller: Teller, runs: Sequence[Run]) -> None:
    """All who ran on one source of sightings, the last of them being the baseline."""
    first, baseline = runs[0], runs[-1]
    source = WORDS.say(f"cli.bench.trackers.{first.source}")
    teller.say("bench.trackers.course", name=first.course, source=source, frames=first.frames)
    teller.table("bench.trackers.columns", [_row(one) for one in runs])
    for one in runs:
        for measure, unit, value, base in _figures(one, baseline):
            _give(teller, one, measure, unit, value, None if one is baseline else base)


def _row(one: Run) -> list[str]:
    shares = [f"{getattr(one.filled, share):.3f}" for share in SHARES]
    spent = [f"{one.tracker_ms:.2f}", f"{one.looks_ms:.2f}" if one.looks else "–"]
    return [one.name, *shares, str(one.filled.id_switches), f"{one.bare.hota:.3f}", *spent]


def _figures(one: Run, baseline: Run) -> list[tuple[str, str, float, float]]:
    """Name, unit, value and the baseline's value of everything that was measured."""
    told = []
    for name in ("filled", "bare"):
        ours, theirs = getattr(one, name), getattr(baseline, name)
        for share in SHARES:
            told.append((f"{name} › {share}", "1", getattr(ours, share), getattr(theirs, share)))
        told.append((f"{name} › id_switches", "switches", ours.id_switches, theirs.id_switches))
    told.append(("tracker_cpu_ms", "ms", one.tracker_ms, baseline.tracker_ms))
    told.append(("looks_cpu_ms", "ms", one.looks_ms, baseline.looks_ms))
    return told


def _give(
    teller: Teller, one: Run, measure: str, unit: str, value: float, base: float | None
) -> None:
    fields: dict[str, object] = {
        "measure": f"{one.course} › {one.source} › {one.name} › {measure}",
        "value": round(value, 4),
        "unit": unit,
        "baseline": None if base is None else round(base, 4),
        "ratio": round(value / base, 3) if base is not None and base > 0 else None,
        "n": one.frames,
    }
    teller.give("figure", fields)
