"""Footage laid out in time, for tests of the timeline and of the archive: nothing is on a disk."""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from types import SimpleNamespace
from typing import Any, cast

from app.sample import Sample
from app.state.session import Session
from app.tasks import Tasks
from tests.app.answers import hit
from tests.app.state.stage import no_sample
from tests.desk.scene import HOUR, START, basis
from vsa_core.desk.desks import Desks
from vsa_core.desk.footage import FootageSheet
from vsa_core.desk.tickets import InCase, SignedIn
from vsa_core.domain.case import Case, Person, Role
from vsa_core.domain.coverage import Level, Looked, Stretch
from vsa_core.domain.event import Hit
from vsa_core.domain.footage import Footage, FootageState, Gap, Stream
from vsa_core.domain.moment import ClockClaim, Span, Window
from vsa_core.domain.provenance import digest

SECOND = 1_000_000
TICK = Fraction(1, 1000)
WHOLE = Window(START, START + HOUR)


def footage(
    name: str,
    start: int | None = START,
    seconds: int = 600,
    *,
    camera: str = "rue",
    gaps: Sequence[tuple[int, int, str]] = (),
    state: FootageState = FootageState.READABLE,
    reason: str = "SRC-000",
    variable: bool = False,
    pictures: bool = True,
) -> Footage:
    """A file whose first picture is at corrected time `start`; None: nobody knows; gaps in s."""
    span = Span(5000, 5000 + seconds * 1000)
    stream = Stream(
        "h264", 64, 36, 0, TICK, span, seconds * 25, seconds * 25, seconds, variable, None, False
    )
    return Footage(
        digest=digest([camera, name]),
        name=name,
        path=f"/nowhere/{name}",
        size=seconds * 250_000,
        camera=camera,
        exhibit="S1",
        clock=None if start is None else ClockClaim(start - SECOND, SECOND, 2 * SECOND, "alice"),
        state=state,
        reason=reason,
        stream=stream if pictures else None,
        gaps=tuple(Gap(Span(5000 + a * 1000, 5000 + b * 1000), code) for a, b, code in gaps),
    )


def sheet(file: Footage, *parts: tuple[int, int, Looked, Level | None]) -> FootageSheet:
    """The file with stretches in seconds from its first picture."""
    return FootageSheet(
        file,
        tuple(
            Stretch(Span(5000 + a * 1000, 5000 + b * 1000), looked, level)
            for a, b, looked, level in parts
        ),
    )


def found(
    seconds: float, camera: str = "rue", *, lasting: int = 0, track: int = 1, timed: bool = True
) -> Hit:
    """A hit so many seconds after START, that lasts so many seconds."""
    at = round(seconds * 1000) if timed else None
    return hit(at, camera=camera, lasting=lasting * 1000, track=track)


def inside(
    tasks: Tasks, cameras: tuple[str, ...] = ("rue",), window: Window = WHOLE, **desks: Any
) -> Session:
    """A session in a case of these cameras and this window, on these desks."""
    given = SimpleNamespace(
        people=SimpleNamespace(sign_out=lambda who, reason: None),
        cases=SimpleNamespace(leave=lambda who, where: None),
        **desks,
    )
    session = Session(cast(Desks, given), tasks, no_sample)
    person = Person("alice", Role.ANALYST, "Alice A.", "H-1", "", "")
    terms = replace(basis(), cameras=cameras, window=window)
    case = Case("2024/17", terms, ("alice",), START + 100 * HOUR, START, "alice")
    entered = InCase(1, case, "/nowhere")
    session.take(Sample(session.desks, SignedIn(1, person), entered, cast(Any, None)))
    return session
