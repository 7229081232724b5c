"""relecture bench search: six questions over a made-up archive, ours beside other engines."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated, Any

import typer

from app.cli.entering import door
from app.cli.options import WORDS, AsJson
from app.cli.telling import Teller
from vsa_core.bench.search import Figure, Held, asked, disagreements, forget, held, spent
from vsa_core.errors import Bug, Unreadable, WrongUsage

if TYPE_CHECKING:  # the rivals are extras: imported where they run
    from vsa_core.bench.search_ours import Ours
    from vsa_core.bench.search_questions import Question
    from vsa_core.bench.search_rivals import Rival

OURS = "relecture"
ENGINES = (OURS, "duckdb", "sqlite", "pandas")
CASE, KEY = "case", "case.key"
FIRST = "7 first batch, all cameras"
"""Asked at the desk and recorded, of which engines that count know nothing."""

PARTS = ("catalogue.db", "ledgers", "segments")
_MIB = 2**20

Folder = Annotated[Path, typer.Argument(help=WORDS.say("cli.bench.search.folder"))]
Chosen = Annotated[list[str] | None, typer.Option("--engine", help=WORDS.say("cli.bench.engine"))]
Rounds = Annotated[int, typer.Option(min=0, help=WORDS.say("cli.bench.runs"))]


def search(
    context: typer.Context,
    folder: Folder,
    engine: Chosen = None,
    rounds: Rounds = 5,
    alone: Annotated[str, typer.Option(hidden=True)] = "",
    as_json: AsJson = False,
) -> None:
    if alone:
        _alone(context, folder, alone, rounds)
        return
    teller = door(context).teller(as_json)
    told = [line for name in engine or ENGINES for line in _engine(folder, name, rounds)]
    figures = [Figure(**line["figure"]) for line in told if "figure" in line]
    points = next((line["points"] for line in told if "points" in line), 0)
    _tell(teller, figures, [Held(**line["held"]) for line in told if "held" in line], points)
    wrong = disagreements(figures)
    for name, counts in wrong.items():
        teller.say("bench.search.differs", question=name, counts=str(dict(counts)))
    if wrong:
        raise Bug("ASK-007", count=len(wrong))


def _engine(folder: Path, name: str, rounds: int) -> list[dict[str, Any]]:
    """What one engine says, asked in a process of its own."""
    command = [sys.executable, "-m", "app", "bench", "search", str(folder), "--alone", name]
    if name != OURS and not _rival(name, folder).path.exists():
        subprocess.run([*command, "--rounds", "0"], check=True)  # noqa: S603  # our own program
    done = subprocess.run(  # noqa: S603  # the same
        [*command, "--rounds", str(rounds)], check=True, capture_output=True, text=True
    )
    return [json.loads(line) for line in done.stdout.splitlines()]


def _alone(context: typer.Context, folder: Path, name: str, rounds: int) -> None:
    """One engine in this process, every line of it JSON; it is filled where `rounds` is 0."""

    def opened() -> "Ours":
        from vsa_core.bench.search_ours import Ours

        key = bytes.fromhex((folder / KEY).read_text(encoding="ascii"))
        return Ours(door(context).archive(folder / CASE, key))

    if name == OURS:
        told = _ours(opened, folder, rounds)
    elif rounds == 0:
        _fill(_rival(name, folder), opened)
        return
    else:
        told = _theirs(_rival(name, folder), opened, name, rounds)
    for line in told:
        print(json.dumps(line), flush=True)


def _fill(rival: "Rival", opened: Callable[[], "Ours"]) -> None:
    from vsa_core.bench.search_points import flat

    ours = opened()
    rival.fill(flat(ours.shelf, ours.cameras))
    ours.close()


def _ours(opened: Callable[[], "Ours"], folder: Path, rounds: int) -> Iterator[dict[str, object]]:
    """Every question: opened anew each time, its files dropped from the system's cache."""
    paths = [folder / CASE / part for part in PARTS]
    box = [opened()]
    yield {"points": box[0].points}
    every = _questions(box[0])
    for question in every:
        box.pop().close()  # and nothing of it stays in memory
        forget(paths)

        def ask(question: "Question" = question) -> int:
            if not box:
                box.append(opened())
            return box[0].count(question)

        figure = asked(OURS, question.name, ask, rounds)
        unsealing = spent(partial(box[0].unsealed, box[0].sealed(question.camera)))
        yield {"figure": asdict(replace(figure, unsealing_ms=unsealing))}
    box.pop().close()
    yield {"figure": asdict(_first(opened, folder, every, rounds))}
    yield {"held": asdict(held(OURS, paths))}


def _first(
    opened: Callable[[], "Ours"], folder: Path, every: "Sequence[Question]", rounds: int
) -> Figure:
    """The first batch of the line, its records included; the case is entered before the clock."""
    line = next(one for one in every if one.sort == "line")
    with TemporaryDirectory(dir=folder) as home:  # on the disk on which the archive lies
        over = opened()
        desk = over.desk(Path(home))
        forget(folder / CASE / part for part in PARTS)
        figure = asked(OURS, FIRST, partial(desk.first, line.query), rounds)
        desk.close()
        over.close()
    return figure


def _theirs(
    rival: "Rival", opened: Callable[[], "Ours"], name: str, rounds: int
) -> Iterator[dict[str, object]]:
    ours = opened()
    questions, cameras = _questions(ours), ours.cameras
    ours.close()
    for question in questions:
        forget([rival.path])
        ready: list[bool] = []
        camera = cameras.index(question.camera) if question.camera else None

        def count(
            question: "Question" = question,
            camera: int | None = camera,
            ready: list[bool] = ready,
        ) -> int:
            if not ready:
                rival.open()
                ready.append(True)
            return rival.count(question, camera)

        yield {"figure": asdict(asked(name, question.name, count, rounds))}
    yield {"held": asdict(held(name, [rival.path]))}


def _questions(ours: "Ours") -> "tuple[Question, ...]":
    from vsa_core.bench.search_questions import questions

    return questions(ours.cameras[len(ours.cameras) // 2], ours.window)


def _rival(name: str, folder: Path) -> "Rival":
    """The engine of that name. Raises WrongUsage (ASK-008), Unreadable (ASK-009: not installed)."""
    try:
        if name == "duckdb":
            from vsa_core.bench.search_duckdb import DuckDb

            return DuckDb(folder)
        if name == "sqlite":
            from vsa_core.bench.search_sqlite import Sqlite

            return Sqlite(folder)
        if name == "pandas":
            from vsa_core.bench.search_pandas import Pandas

            return Pandas(folder)
    except ImportError as error:
        raise Unreadable("ASK-009", name=name) from error
    raise WrongUsage("ASK-008", name=name, known=", ".join(ENGINES))


def _tell(teller: Teller, figures: Sequence[Figure], takes: Sequence[Held], points: int) -> None:
    rows = [
        [
            *(one.question, one.engine, str(one.count)),
            *(f"{ms:.1f}" for ms in (one.cpu_ms, one.wall_ms, one.cold_cpu_ms, one.cold_wall_ms)),
            *(f"{one.read / _MIB:.1f}", f"{one.unsealing_ms:.1f}" if one.unsealing_ms else "–"),
        ]
        for one in sorted(figures, key=lambda one: one.question)
    ]
    teller.say("bench.search.legend", points=points, rounds=figures[0].rounds)
    teller.table("bench.search.columns", rows)
    for one in takes:
        each = f"{one.disk / max(points, 1):.2f}"
        memory = f"{one.memory / _MIB:.0f}"
        teller.say("bench.search.held", name=one.engine, bytes=each, memory=memory)
    _give(teller, figures, takes, points)


def _give(teller: Teller, figures: Sequence[Figure], takes: Sequence[Held], points: int) -> None:
    """Every measure of ours beside the same of each engine."""
    ours = {one.question: one for one in figures if one.engine == OURS}
    for one in figures:
        mine = ours.get(one.question)
        for measure in ("cpu_ms", "wall_ms", "cold_cpu_ms", "cold_wall_ms", "unsealing_ms", "read"):
            if mine and (one.engine != OURS or len({f.engine for f in figures}) == 1):
                value, base = getattr(mine, measure), getattr(one, measure)
                name = f"search › {one.question} › {OURS} / {one.engine} › {measure}"
                unit = "bytes" if measure == "read" else "ms"
                teller.give("figure", _fields(name, value, unit, base, one.rounds))
    for taken in takes:
        name = f"search › {taken.engine}"
        each = taken.disk / max(points, 1)
        teller.give("figure", _fields(f"{name} › bytes_per_point", each, "bytes", None, 1))
        teller.give("figure", _fields(f"{name} › memory", taken.memory, "bytes", None, 1))


def _fields(
    measure: str, value: float, unit: str, base: float | None, rounds: int
) -> dict[str, object]:
    return {
        "measure": measure,
        "value": round(value, 3),
        "unit": unit,
        "baseline": None if base is None else round(base, 3),
        "ratio": round(value / base, 4) if base else None,
        "n": rounds,
    }
