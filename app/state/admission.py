"""Several files admitted one after the other: what one of them lacks keeps no other out."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePath

from app.claims import Claims, Statement
from vsa_core.desk.footage import Admission
from vsa_core.domain.footage import Footage
from vsa_core.domain.ports import Cancel, Progress
from vsa_core.errors import Fault, Refused, Unreadable, WrongUsage


@dataclass(frozen=True, slots=True)
class Intake:
    """Files of one camera and one exhibit, and what a person states about their clocks."""

    paths: tuple[str, ...]
    camera: str
    exhibit: str
    clock: Statement


@dataclass(frozen=True, slots=True)
class Outcome:
    """What went in, what was refused (file name and why), and how many were not tried."""

    footage: tuple[Footage, ...]
    refused: tuple[tuple[str, Fault], ...]
    untried: int


def admit_each(
    admit: Callable[[Admission], Footage], intake: Intake, progress: Progress, cancel: Cancel
) -> Outcome:
    """Admit every file in its order; `cancel` stops before the next one.

    A file that is refused, unreadable or without the time its name should
    tell is left out, and told. Any other fault stops everything.
    """
    claims, total = Claims(intake.clock), len(intake.paths)
    admitted: list[Footage] = []
    refused: list[tuple[str, Fault]] = []
    for number, path in enumerate(intake.paths):
        if cancel():
            break
        name = PurePath(path).name
        progress(number, total, name)
        try:
            admission = Admission(path, intake.camera, intake.exhibit, claims.of(name))
            footage = admit(admission)
        except (Refused, Unreadable, WrongUsage) as fault:
            refused.append((name, fault))
            claims.after(name, None)
        else:
            admitted.append(footage)
            claims.after(name, footage)
    return Outcome(tuple(admitted), tuple(refused), total - len(admitted) - len(refused))
