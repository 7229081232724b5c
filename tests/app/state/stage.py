"""Reels to play in tests: a real street, looked at closely, and a desk that plays from memory."""

import tempfile
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from fractions import Fraction
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import numpy as np
from pytestqt.qtbot import QtBot

from app.sample import Sample
from app.state.session import Session
from app.tasks import Tasks
from tests.desk.scene import HOUR, SECRET, START, Office, basis, indexed, office
from vsa_core.desk.desks import Desks
from vsa_core.desk.playing import Part, Reel, Shot
from vsa_core.desk.tickets import InCase, SignedIn
from vsa_core.domain.case import Case, Person, Role
from vsa_core.domain.event import Stamp
from vsa_core.domain.footage import Footage, FootageState, Gap, Stream
from vsa_core.domain.moment import ClockClaim, Span, Window
from vsa_core.domain.ports import Cancel, Progress
from vsa_core.domain.receipt import Receipt
from vsa_core.domain.track import Tracks
from vsa_core.errors import Fault, WrongUsage

TICK = Fraction(1, 1000)
SECOND = 1_000_000


def no_sample(progress: Progress, cancel: Cancel) -> Sample:
    """Nobody asks for the sample here."""
    raise AssertionError("nobody asked for it")


PATIENCE = 30_000
"""Milliseconds that a desk may take on a machine that is busy with other tests."""


@cache
def _street() -> tuple[tempfile.TemporaryDirectory[str], Office]:
    folder = tempfile.TemporaryDirectory(prefix="relecture-street-")
    at = indexed(office(Path(folder.name)))
    at.desks.people.sign_out(at.who)
    return folder, at


def street() -> Office:
    """The film of tests.desk.scene, indexed, nobody signed in; made once a process, and shared."""
    return _street()[1]


@contextmanager
def seated(qtbot: QtBot, tasks: Tasks, at: Office) -> Iterator[Session]:
    """A session of the analyst in that office's case, who signs out at the end."""
    session = Session(at.desks, tasks, no_sample)
    with qtbot.waitSignal(session.signed_in, timeout=PATIENCE):
        session.sign_in("alice", SECRET)
    with qtbot.waitSignal(session.entered, timeout=PATIENCE):
        session.enter(at.where.folder)
    yield session
    session.sign_out()
    qtbot.waitUntil(lambda: not tasks.busy, timeout=PATIENCE)


def film(
    name: str,
    pts: Sequence[int],
    start: int = START,
    *,
    end: int | None = None,
    gaps: Sequence[Gap] = (),
    camera: str = "rue",
) -> Footage:
    """Footage whose first picture is at corrected time `start`; pts are milliseconds."""
    span = Span(pts[0], pts[-1] + 40 if end is None else end)
    stream = Stream("h264", 64, 36, 0, TICK, span, len(pts), len(pts), 1, False, None, False)
    claim = ClockClaim(start - 60 * SECOND, 60 * SECOND, 2 * SECOND, "alice")
    return Footage(
        digest=name,
        name=f"{name}.mp4",
        path=f"/nowhere/{name}.mp4",
        size=1,
        camera=camera,
        exhibit="S1",
        clock=claim,
        state=FootageState.READABLE,
        reason="",
        stream=stream,
        gaps=tuple(gaps),
    )


def part(footage: Footage, pts: Sequence[int], looked: Sequence[Span] | None = None) -> Part:
    """These pictures of a file, looked at closely throughout unless said otherwise."""
    assert footage.stream is not None
    whole = (Span(pts[0], pts[-1] + 1),) if len(pts) else ()
    return Part(
        footage=footage,
        pts=np.array(pts, np.int64),
        at=np.array([footage.corrected(p) for p in pts], np.int64),
        looked=whole if looked is None else tuple(looked),
    )


def tracks(*paths: Sequence[tuple[int, int, int]], numbers: Sequence[int] = ()) -> Tracks:
    """Persons by their points: corrected time, x and y of the foot, in boxes of 2000 x 6000."""
    points = np.array([p for path in paths for p in path], np.int64).reshape(-1, 3)
    n = len(paths)
    return Tracks(
        parts=(),
        number=np.array(numbers or range(1, n + 1), np.uint32),
        kind=np.ones(n, np.uint8),
        score=np.full(n, 200, np.uint8),
        colours=np.zeros((n, 8), np.uint8),
        starts=np.cumsum([0, *map(len, paths)], dtype=np.int64),
        t=points[:, 0],
        pts=points[:, 0],
        part=np.zeros(len(points), np.uint16),
        x=points[:, 1].astype(np.float64),
        y=points[:, 2].astype(np.float64),
        w=np.full(len(points), 2000.0),
        h=np.full(len(points), 6000.0),
    )


NOBODY = tracks()


class MemoryDesk:
    """A desk whose reels are made of the files it is given; it writes down what it is asked.

    `gate`, when cleared, holds every picture back; `faults` answer for some
    pts instead of a picture. With `beside`, that picture alone can be had at
    once, until another is `ready`; `warmth`, when cleared, holds that up.
    """

    def __init__(self, *files: tuple[Footage, Sequence[int]], crowd: Tracks = NOBODY) -> None:
        self.files = files
        self.crowd = crowd
        self.matched: frozenset[int] = frozenset()
        self.looked: Sequence[Span] | None = None
        self.refusal: Fault | None = None
        self.faults: dict[int, Fault] = {}
        self.gate = threading.Event()
        self.gate.set()
        self.beside: int | None = None
        self.ready: set[int] = set()
        self.warmth = threading.Event()
        self.warmth.set()
        self.warmed: list[tuple[int, int]] = []
        self.refused_ahead: Fault | None = None
        self.opened: list[Window] = []
        self.closed: list[int] = []
        self.asked: list[tuple[str, int, int]] = []
        self.lifted: list[tuple[int, Window, str]] = []

    def open(self, who: SignedIn, where: InCase, camera: str, window: Window, motive: str) -> Reel:
        if self.refusal is not None:
            raise self.refusal
        self.opened.append(window)
        parts = tuple(self._part(f, pts, window) for f, pts in self.files if f.camera == camera)
        held = tuple(one for one in parts if len(one.pts))
        if not held:
            raise WrongUsage("CAS-071", camera=camera)
        receipt = Receipt(len(self.opened), "", "")
        number = len(self.opened)
        return Reel(number, camera, window, held, self.crowd, self.matched, receipt)

    def shot(
        self, who: SignedIn, where: InCase, reel: Reel, footage: str, pts: int, width: int = 0
    ) -> Shot:
        self.asked.append((footage, pts, width))
        self.gate.wait()
        if pts in self.faults:
            raise self.faults[pts]
        file = next(f for f, _ in self.files if f.digest == footage)
        picture = np.full((36, width or 64, 3), pts % 251, np.uint8)
        lifted = tuple(track for track, _, _ in self.lifted)
        at = Stamp(footage, pts, TICK, file.corrected(pts))
        shown = file.corrected(pts) - 60 * SECOND
        return Shot(picture, at, shown, len(self.crowd) - len(lifted), lifted, bool(lifted))

    def glimpse(
        self,
        who: SignedIn,
        where: InCase,
        reel: Reel,
        footage: str,
        pts: int,
        width: int = 0,
        within: int | None = None,
    ) -> Shot | None:
        if self.beside is None or pts in self.ready:
            return self.shot(who, where, reel, footage, pts, width)
        if within is not None and abs(pts - self.beside) * 1000 >= within:
            return None
        return replace(self.shot(who, where, reel, footage, self.beside, width), exact=False)

    def warm(
        self,
        who: SignedIn,
        where: InCase,
        reel: Reel,
        footage: str,
        pts: int,
        width: int = 0,
        *,
        way: int = 0,
        cancel: Cancel = lambda: False,
    ) -> None:
        self.warmed.append((pts, way))
        if self.refused_ahead is not None:
            raise self.refused_ahead
        while not self.warmth.wait(0.01):
            if cancel():
                return
        self.ready.add(pts)

    def examine(
        self, who: SignedIn, where: InCase, reel: Reel, track: int, window: Window, motive: str
    ) -> Receipt:
        if self.refusal is not None:
            raise self.refusal
        self.lifted.append((track, window, motive))
        return reel.receipt

    def close(self, who: SignedIn, where: InCase, reel: Reel) -> None:
        self.closed.append(reel.number)

    def _part(self, footage: Footage, pts: Sequence[int], window: Window) -> Part:
        inside = [p for p in pts if window.start <= footage.corrected(p) < window.end]
        return part(footage, inside, self.looked)


def seated_at(tasks: Tasks, desk: MemoryDesk) -> Session:
    """A session whose reels come from memory."""
    person = Person("alice", Role.ANALYST, "Alice A.", "H-1", "", "")
    law = basis(cameras=("rue", "cour"), window=Window(START - HOUR, START + HOUR))
    case = SimpleNamespace(number="2024/17", basis=law)
    people = SimpleNamespace(sign_out=lambda who, reason: None)
    cases = SimpleNamespace(leave=lambda who, where: None)
    desks: Any = SimpleNamespace(playing=desk, people=people, cases=cases)
    session = Session(cast(Desks, desks), tasks, no_sample)
    inside = InCase(1, cast(Case, case), "/nowhere")
    session.take(Sample(desks, SignedIn(1, person), inside, cast(Any, None)))
    return session
