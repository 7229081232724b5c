"""A case in which everything that a person may name or type is hostile."""

import os
from dataclasses import replace
from pathlib import Path

from tests import films
from tests.desk import scene
from tests.desk.scene import (
    CHEAP,
    HOUR,
    MOTIVE,
    SECRET,
    START,
    FixedClock,
    Office,
    basis,
    enrolled,
    film,
)
from tests.robustness.hostile_text import NAMES, TEXTS
from vsa_core import engine
from vsa_core.desk.cases import NewCase
from vsa_core.desk.footage import Admission
from vsa_core.desk.people import NewPerson
from vsa_core.domain.case import Role
from vsa_core.domain.coverage import Level
from vsa_core.domain.footage import Footage
from vsa_core.domain.moment import ClockClaim
from vsa_core.domain.query import Query

NUMBER = " ".join((TEXTS["formula"], TEXTS["override"], TEXTS["line"], TEXTS["control"]))
"""The case's own number."""

WATCHED = TEXTS["rich"] + TEXTS["markup"] + TEXTS["override"]
"""The camera in front of which somebody walks."""

SECOND = 1_000_000
AUTHOR = TEXTS["picture"] + TEXTS["escape"]


def hostile_office(folder: Path) -> Office:
    """One file of each hostile name, in front of a camera of a hostile name; not looked at yet."""
    desks, who = enrolled(folder / "home")
    dpo = NewPerson("dan", Role.DPO, TEXTS["picture"] + TEXTS["override"], TEXTS["escape"])
    desks.people.add(dpo, SECRET)
    ground = basis(
        requisition=TEXTS["line"],
        magistrate=TEXTS["override"],
        offence=TEXTS["picture"],
        cameras=(WATCHED, *TEXTS.values()),
    )
    new = NewCase(NUMBER, ground, (), START + 100 * HOUR)
    where = desks.cases.open(who, str(folder / "case"), new, MOTIVE)
    at = Office(desks, who, where, None, folder / "home")  # type: ignore[arg-type]  # comes below
    walker = film(folder / "walker.mp4")
    at.footage = admit(at, walker.rename(folder / TEXTS["placeholder"]), WATCHED, 0)
    cameras = (list(TEXTS.values()) * 2)[: len(NAMES)]
    for number, (raw, camera) in enumerate(zip(NAMES.values(), cameras, strict=True), start=1):
        made = films.write(folder / "made.mp4", films.even(10), first=10 * number).path
        admit(at, made.rename(folder / os.fsdecode(raw)), camera, 15 * number)
    return at


def admit(at: Office, path: Path, camera: str, after: int) -> Footage:
    """Admit one file whose exhibit is named as its camera, so many seconds after START."""
    claim = ClockClaim(START + after * SECOND, 0, 0, AUTHOR)
    admission = Admission(str(path), camera, camera, claim)
    return at.desks.footage.admit(at.who, at.where, admission, MOTIVE)


def looked_at(at: Office) -> Office:
    """The same, the walker looked at."""
    at.desks.indexing.index(
        at.who, at.where, Level.STANDARD, (WATCHED,), MOTIVE, lambda *told: None, lambda: False
    )
    return at


def entered(folder: Path) -> Office:
    """The analyst of the case in `folder`, back inside it."""
    desks = engine.desks(scene.settings(folder / "home"), CHEAP, FixedClock())
    who = desks.people.sign_in("alice", SECRET)
    where = desks.cases.enter(who, str(folder / "case"))
    (walked,) = (s.footage for s in desks.footage.listed(who, where) if s.footage.camera == WATCHED)
    return Office(desks, who, where, walked, folder / "home")


def crossing() -> Query:
    """Who crosses the middle in front of that camera."""
    return replace(scene.crossing(), cameras=(WATCHED,))
