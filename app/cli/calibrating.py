"""relecture calibrate: a camera's ground plane from four places, seen and measured."""

from typing import Annotated

import typer

from app.cli.entering import door, entered
from app.cli.options import WORDS, AsJson, CaseFolder, Motive, Who
from app.cli.reading import number, points
from app.cli.telling import Teller
from vsa_core.desk.calibration import Fit
from vsa_core.domain.ground import Ground
from vsa_core.errors import WrongUsage


def _say(key: str) -> str:
    return WORDS.say(f"cli.calibrate.{key}")


def calibrate(
    context: typer.Context,
    who: Who,
    folder: CaseFolder,
    camera: Annotated[str, typer.Argument(help=_say("camera"), show_default=False)],
    seen: Annotated[str, typer.Option(help=_say("seen"))] = "",
    known: Annotated[str, typer.Option(help=_say("known"))] = "",
    motive: Motive = "M01",
    as_json: AsJson = False,
) -> None:
    teller = door(context).teller(as_json)
    with entered(context, who, folder) as at:
        if not seen and not known:
            kept = at.desks.calibration.of(at.who, at.where, camera)
            if kept is None:
                teller.say("calibrate.none", camera=camera)
                return
            _tell(teller, kept, at.desks.calibration.fit(kept))
            return
        size = at.desks.footage.geometry(at.who, at.where, (camera,)).size
        ground = ground_of(camera, seen, known, size)
        _tell(teller, ground, at.desks.calibration.keep(at.who, at.where, ground, motive))


def ground_of(camera: str, seen: str, known: str, size: tuple[int, int] | None) -> Ground:
    """Four places as typed: fractions of the picture or pixels, and metres on the ground.

    Raises WrongUsage (USE-032) unless both are four pairs of numbers, (USE-018)
    when the camera's pictures have no one size.
    """
    if size is None:
        raise WrongUsage("USE-018")
    try:
        a, b, c, d = points(seen, size)
        e, f, g, h = (_millimetres(pair) for pair in known.split())
    except ValueError:
        raise WrongUsage("USE-032", seen=seen, known=known) from None
    return Ground(camera, (a, b, c, d), (e, f, g, h), *size, author="")


def _millimetres(pair: str) -> tuple[int, int]:
    x, y = (round(number(one) * 1000) for one in pair.split(","))
    return x, y


def _tell(teller: Teller, ground: Ground, fit: Fit) -> None:
    beyond = WORDS.say("cli.calibrate.beyond")
    corners = [beyond if one is None else f"{one / 10:.1f}" for one in fit.corners]
    teller.say(
        "calibrate.fit",
        camera=ground.camera,
        corners=", ".join(corners),
        middle=beyond if fit.middle is None else f"{fit.middle / 10:.1f}",
        walk=beyond if fit.walk is None else f"{fit.walk * 3.6 / 1000:.2f}",
    )
    teller.give(
        "calibration",
        {
            "ground": ground.fields(),
            "corners_mm": list(fit.corners),
            "middle_mm": fit.middle,
            "walk_mm_s": fit.walk,
        },
    )
