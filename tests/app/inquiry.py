"""A question on a small stand-in desk: two cameras, pictures to draw on, nothing written."""

from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any, cast

import numpy as np

from app.sample import Sample
from app.state.question import Question
from app.state.session import Session
from app.tasks import Tasks
from tests.desk.scene import HOUR, START, basis
from vsa_core.desk.desks import Desks
from vsa_core.desk.footage import FootageSheet
from vsa_core.desk.queries import KindSheet, Queries
from vsa_core.desk.tickets import InCase, SignedIn
from vsa_core.domain.case import Case, Person, Role
from vsa_core.domain.coverage import Level, Looked, Stretch
from vsa_core.domain.geometry import UNITS, Line, Point, Zone
from vsa_core.domain.moment import Span
from vsa_core.domain.ports import Picture
from vsa_core.errors import Fault

CAMERAS = ("rue", "parking")
WIDE, HIGH = 640, 360
LINE = Line(Point(UNITS // 4, UNITS // 2), Point(3 * UNITS // 4, UNITS // 2))
ZONE = Zone((Point(10_000, 10_000), Point(40_000, 10_000), Point(40_000, 40_000)))
KINDS = Queries(cast(Any, None), cast(Any, None)).kinds()
COUNT = KindSheet("count", 1, ("",), (), ())
"""A kind that wants no place, which the house has none of yet."""


@dataclass(slots=True)
class Backgrounds:
    """Stands in for the desk that gives backgrounds: what was asked, and what it refuses with."""

    fault: Fault | None = None
    asked: list[tuple[str, str]] = field(default_factory=list)

    def background(
        self, who: SignedIn, where: InCase, camera: str, motive: str, width: int = 0
    ) -> Picture:
        self.asked.append((camera, motive))
        if self.fault is not None:
            raise self.fault
        return np.full((HIGH, WIDE, 3), 60 + 100 * CAMERAS.index(camera), np.uint8)


@dataclass(slots=True)
class Inquiry:
    """A question, and what it stands on."""

    question: Question
    session: Session
    playing: Backgrounds


def inquiry(tasks: Tasks, cameras: tuple[str, ...] = CAMERAS) -> Inquiry:
    """An analyst in a case; its footage is not told yet."""
    playing = Backgrounds()
    desks = cast(
        Desks,
        SimpleNamespace(
            queries=SimpleNamespace(kinds=lambda: KINDS),
            playing=playing,
            people=SimpleNamespace(sign_out=lambda who, reason: None),
            cases=SimpleNamespace(leave=lambda who, where: None),
        ),
    )
    session = Session(desks, tasks, cast(Any, None))
    question = Question(session)
    enter(session, desks, cameras)
    return Inquiry(question, session, playing)


def enter(session: Session, desks: Desks, cameras: tuple[str, ...] = CAMERAS) -> None:
    """Sign the analyst in, in a case on these cameras."""
    person = Person("alice", Role.ANALYST, "Alice A.", "H-1", "", "")
    case = Case("2024/17", basis(cameras=cameras), ("alice",), START + 100 * HOUR, START, "alice")
    sample = Sample(desks, SignedIn(1, person), InCase(1, case, "case"), cast(Any, None))
    session.take(sample)


def sheet(camera: str, looked: Looked = Looked.LOOKED) -> FootageSheet:
    """One file of a camera, and what became of it."""
    footage = cast(Any, SimpleNamespace(camera=camera))
    return FootageSheet(footage, (Stretch(Span(0, 10), looked, Level.FULL),))
