"""relecture validate: how right is this installation, on labelled films?"""

import tempfile
from fractions import Fraction
from pathlib import Path
from typing import Annotated

import typer

from app.cli.entering import door
from app.cli.options import WORDS, AsJson
from app.cli.telling import Teller
from app.times import seconds
from vsa_core.domain.coverage import Level
from vsa_core.domain.moment import MICROSECONDS
from vsa_core.domain.provenance import Canonical
from vsa_core.validation.events import Rate
from vsa_core.validation.room import Answered, Report, Tracked
from vsa_core.validation.room import validate as measure
from vsa_core.validation.tracks import TrackFigures


def validate(
    context: typer.Context,
    folder: Annotated[Path, typer.Argument(help=WORDS.say("cli.validate.folder"))],
    level: Annotated[Level, typer.Option(help=WORDS.say("cli.validate.level"))] = Level.FULL,
    as_json: AsJson = False,
) -> None:
    teller = door(context).teller(as_json)
    with tempfile.TemporaryDirectory(prefix="relecture-") as scratch, teller.progress() as bar:
        task = bar.add_task(WORDS.say("cli.index.starting"), total=None)

        def progress(done: int, total: int, what: str) -> None:
            bar.update(task, completed=done, total=total, description=what)

        desks = door(context).throwaway(Path(scratch) / "home")
        follow = door(context).follow
        report = measure(desks, folder, Path(scratch) / "case", level, follow, progress)
    _tell(teller, report)


def _tell(teller: Teller, report: Report) -> None:
    if report.indexed is not None:
        teller.say(
            "validate.detector",
            detector=report.indexed.detector,
            tracker=report.indexed.tracker,
            level=teller.words.name("cli.levels", report.indexed.level.value),
        )
    for answered in report.answered:
        _tell_answered(teller, answered)
    for tracked in report.tracked:
        _tell_tracked(teller, tracked)


def _tell_answered(teller: Teller, answered: Answered) -> None:
    score = answered.score
    low, high = score.recall.interval
    teller.say("validate.clip", name=answered.clip)
    teller.say(
        "validate.events",
        question=answered.question,
        found=len(score.matches),
        true=score.seen,
        missed=len(score.missed),
        false=len(score.false_alarms),
        minutes=f"{score.minutes:.1f}",
        precision=_share(score.precision),
        recall=_share(score.recall),
        low=f"{low:.2f}",
        high=f"{high:.2f}",
        error=f"{score.mean_error / MICROSECONDS:.2f}" if score.mean_error is not None else "–",
    )
    for missed in score.missed:
        teller.say("validate.missed", at=_s(missed.at), direction=missed.direction)
    for alarm in score.false_alarms:
        teller.say("validate.false", at=_s(alarm.at), direction=" ".join(sorted(alarm.directions)))
    name = f"{answered.clip} › {answered.question}"
    figures: dict[str, tuple[object, str, int]] = {
        "recall": (score.recall.value, "1", score.recall.of),
        "precision": (score.precision.value, "1", score.precision.of),
        "mean_time_error": (score.mean_error, "us", len(score.matches)),
        "missed": (len(score.missed), "events", score.seen),
        "false_alarms": (len(score.false_alarms), "events", score.found),
        "minutes_looked_at": (score.minutes, "min", 1),
    }
    for measure_name, (value, unit, n) in figures.items():
        _give(teller, f"{name} › {measure_name}", value, unit, n)
    misses: list[Canonical] = [_s(event.at) for event in score.missed]
    alarms: list[Canonical] = [_s(alarm.at) for alarm in score.false_alarms]
    teller.give("misses", {"question": name, "missed": misses, "false_alarms": alarms})


def _tell_tracked(teller: Teller, tracked: Tracked) -> None:
    f: TrackFigures = tracked.figures
    teller.say("validate.clip", name=tracked.clip)
    teller.say(
        "validate.tracks",
        source=WORDS.say(f"cli.validate.{tracked.source}"),
        hota=f"{f.hota:.3f}",
        idf1=f"{f.idf1:.3f}",
        mota=f"{f.mota:.3f}",
        switches=f.id_switches,
        frames=tracked.frames,
    )
    shares = {"hota": f.hota, "deta": f.deta, "assa": f.assa, "idf1": f.idf1, "mota": f.mota}
    for measure_name, value in shares.items():
        name = f"{tracked.clip} › {tracked.source} › {measure_name}"
        _give(teller, name, value, "1", tracked.frames)
    name = f"{tracked.clip} › {tracked.source} › id_switches"
    _give(teller, name, f.id_switches, "switches", tracked.frames)


def _give(teller: Teller, measure_name: str, value: object, unit: str, n: int) -> None:
    fields = {"measure": measure_name, "value": value, "unit": unit, "n": n}
    teller.give("figure", {**fields, "baseline": None, "ratio": None})


def _share(rate: Rate) -> str:
    return f"{rate.value:.2f}" if rate.value is not None else "–"


def _s(microseconds: int) -> str:
    return f"{seconds(Fraction(microseconds, MICROSECONDS))} s"
