"""A question on a small stand-in desk: two cameras, pictures to draw on, nothing written."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any, cast

import numpy as np

from app.sample import Sample
from app.state.question import Question
from app.state.session import Session
from app.tasks import Tasks
from app.words import I18N
from tests.desk.scene import HOUR, START, basis
from vsa_core.desk.calibration import Calibration, Fit
from vsa_core.desk.counting import CameraCount, Count
from vsa_core.desk.desks import Desks
from vsa_core.desk.flows import LearntFlow
from vsa_core.desk.footage import FootageSheet
from vsa_core.desk.phrases import phrases_in
from vsa_core.desk.queries import KindSheet, Queries
from vsa_core.desk.tickets import InCase, SignedIn
from vsa_core.domain.case import Case, Person, Role
from vsa_core.domain.coverage import Coverage, Level, Looked, Stretch
from vsa_core.domain.geometry import NO_FLOW, UNITS, Flow, Line, Path, Place, Point, Zone
from vsa_core.domain.ground import Ground
from vsa_core.domain.moment import Span, Window
from vsa_core.domain.ports import Picture
from vsa_core.domain.query import Query
from vsa_core.domain.saved_query import Saved
from vsa_core.errors import Fault

CAMERAS = ("rue", "parking")
WIDE, HIGH = 640, 360
LINE = Line(Point(UNITS // 4, UNITS // 2), Point(3 * UNITS // 4, UNITS // 2))
ZONE = Zone((Point(10_000, 10_000), Point(40_000, 10_000), Point(40_000, 40_000)))
KINDS = Queries(cast(Any, None), cast(Any, None)).kinds()
PLACES: Mapping[str, Place | None] = {
    "": None,
    "line": LINE,
    "zone": ZONE,
    "path": Path((Point(1000, 1000), Point(30_000, 20_000), Point(60_000, 20_000))),
    "flow": Flow((64,) * 64),
}
"""One place of each sort."""

DOWN = Flow((64, *(NO_FLOW,) * 63))
"""Downwards in the first cell, and nowhere else."""

JOINS = Queries(cast(Any, None), cast(Any, None)).combining()
COUNT = KindSheet("count", 1, ("",), (), ())
"""A kind that wants no place, which the house has none of yet."""


def named(kind: str) -> KindSheet:
    """The sheet of that kind."""
    return next(sheet for sheet in KINDS if sheet.kind == kind)


@dataclass(slots=True)
class Counts:
    """Stands in for the desk of questions: what there is to ask, and a count of two cameras."""

    fault: Fault | None = None
    counted: list[tuple[Query, str]] = field(default_factory=list)

    def kinds(self) -> tuple[KindSheet, ...]:
        return KINDS

    def combining(self) -> tuple[KindSheet, ...]:
        return JOINS

    def count(self, who: SignedIn, where: InCase, query: Query, motive: str) -> Count:
        self.counted.append((query, motive))
        if self.fault is not None:
            raise self.fault
        cameras = (CameraCount("rue", 5), CameraCount("parking", 2))
        return Count(query, 7, cameras, Coverage(()), (), 1)

    def flow(
        self, who: SignedIn, where: InCase, camera: str, window: Window | None, motive: str
    ) -> LearntFlow:
        if self.fault is not None:
            raise self.fault
        return LearntFlow(camera, DOWN, (9,) * 64, (1000,) * 64)


@dataclass(slots=True)
class Shelf:
    """Stands in for the desk of kept questions."""

    kept: dict[str, Query] = field(default_factory=dict)
    fault: Fault | None = None

    def listed(self, who: SignedIn, where: InCase) -> tuple[Saved, ...]:
        return tuple(Saved(name, self.kept[name], "alice", START) for name in sorted(self.kept))

    def keep(self, who: SignedIn, where: InCase, name: str, query: Query) -> Saved:
        if self.fault is not None:
            raise self.fault
        self.kept[name] = query
        return Saved(name, query, "alice", START)

    def rename(self, who: SignedIn, where: InCase, name: str, new: str) -> Saved:
        self.kept[new] = self.kept.pop(name)
        return Saved(new, self.kept[new], "alice", START)

    def drop(self, who: SignedIn, where: InCase, name: str) -> None:
        del self.kept[name]


@dataclass(slots=True)
class Surveyor:
    """Stands in for the desk of calibrations; the error of a fit is the real one."""

    known: dict[str, Ground] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    fault: Fault | None = None

    def of(self, who: SignedIn, where: InCase, camera: str) -> Ground | None:
        self.asked.append(camera)
        if self.fault is not None:
            raise self.fault
        return self.known.get(camera)

    def fit(self, ground: Ground) -> Fit:
        return Calibration(cast(Any, None), cast(Any, None)).fit(ground)

    def keep(self, who: SignedIn, where: InCase, ground: Ground, motive: str) -> Fit:
        self.known[ground.camera] = ground
        return self.fit(ground)


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
    counts: Counts
    shelf: Shelf
    surveyor: Surveyor


def inquiry(tasks: Tasks, cameras: tuple[str, ...] = CAMERAS) -> Inquiry:
    """An analyst in a case; its footage is not told yet."""
    playing, counts, shelf, surveyor = Backgrounds(), Counts(), Shelf(), Surveyor()
    desks = cast(
        Desks,
        SimpleNamespace(
            queries=counts,
            saved=shelf,
            calibration=surveyor,
            phrases=phrases_in(I18N),
            playing=playing,
            people=SimpleNamespace(sign_out=lambda who, reason: None),
            cases=SimpleNamespace(leave=lambda who, where: None),
        ),
    )
    session = Session(desks, tasks, cast(Any, None))
    question = Question(session)
    enter(session, desks, cameras)
    return Inquiry(question, session, playing, counts, shelf, surveyor)


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
