"""relecture bench masks: how many labelled heads are left bare, in exports and on the screen."""

import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from app.cli.entering import door
from app.cli.options import WORDS, AsJson
from app.cli.telling import Teller
from vsa_core.domain.coverage import Level
from vsa_core.domain.ports import Progress
from vsa_core.errors import Refused
from vsa_core.validation.labelled_folder import LabelledSequence, read_folder
from vsa_core.validation.masks import Masked, masks_of
from vsa_core.validation.masks_shown import worst
from vsa_core.validation.private_case import MOTIVE, private_case
from vsa_core.validation.report_files import ensure_free
from vsa_core.validation.tracking import check_film

LEVELS = (Level.STANDARD, Level.FULL)
"""What was only scanned is neither shown nor exported."""

WORST = 12
"""Pictures of each film, level and way out, at most."""


def masks(
    context: typer.Context,
    folder: Annotated[Path, typer.Argument(help=WORDS.say("cli.bench.masks.folder"))],
    pictures: Annotated[
        Path | None, typer.Option(help=WORDS.say("cli.bench.masks.pictures"), show_default=False)
    ] = None,
    as_json: AsJson = False,
) -> None:
    teller = door(context).teller(as_json)
    if pictures is not None:
        ensure_free(pictures)
    filmed = [one for one in read_folder(folder).sequences if one.path is not None]
    if not filmed:
        raise Refused("VAL-062", folder=str(folder))
    teller.say("bench.masks.legend")
    for one in filmed:
        for level in LEVELS:
            for found in _measured(context, teller, one, level, pictures):
                _tell(teller, found)


def _measured(
    context: typer.Context,
    teller: Teller,
    one: LabelledSequence,
    level: Level,
    pictures: Path | None,
) -> tuple[Masked, ...]:
    """One film on one level, looked at in an installation that is thrown away."""
    assert one.path is not None
    with tempfile.TemporaryDirectory(prefix="relecture-") as scratch, teller.progress() as bar:
        task = bar.add_task(WORDS.say("cli.index.starting"), total=None)

        def progress(done: int, total: int, what: str) -> None:
            bar.update(task, completed=done, total=total, description=what)

        told: Progress = progress
        desks = door(context).throwaway(Path(scratch) / "home")
        with private_case(desks, Path(scratch) / "case", {one.camera: one.path}) as case:
            check_film(case, one)
            desks.indexing.index(case.who, case.where, level, (), MOTIVE, told, lambda: False)
            found = masks_of(case, one, level, told, lambda: False)
            for way in found if pictures is not None else ():
                _write(pictures, way, worst(case, one, way.bare[:WORST]))
    return found


def _write(folder: Path | None, found: Masked, pictures: Sequence[bytes]) -> None:
    assert folder is not None
    for number, (bare, data) in enumerate(zip(found.bare, pictures, strict=False), 1):
        name = f"{found.clip}-{found.level.value}-{found.way}-{number:02d}-{bare.frame:06d}.png"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)


def _tell(teller: Teller, found: Masked) -> None:
    teller.say(
        "bench.masks.line",
        name=found.clip,
        level=found.level.value,
        way=WORDS.say(f"cli.bench.masks.{found.way}"),
        bare=len(found.bare),
        heads=found.heads,
        share=f"{100 * found.share:.2f}",
        filled=f"{100 * found.filled:.1f}",
    )
    measure = f"{found.clip} › {found.level.value} › {found.way} › "
    figures = (("bare_heads", found.share, found.heads), ("filled", found.filled, found.heads))
    for name, value, n in figures:
        fields: dict[str, object] = {"measure": measure + name, "value": round(value, 5)}
        nothing = {"unit": "1", "baseline": None, "ratio": None, "n": n}
        teller.give("figure", {**fields, **nothing})
