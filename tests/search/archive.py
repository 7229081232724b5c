"""A small archive for the tests of search: footage, stretches, grants, a shelf of tracks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction

from tests.events.worlds import NOON, TICK, Walk, only, tracks
from vsa_core.domain.case import Act, Grant, Role
from vsa_core.domain.coverage import Coverage, Level, Looked, Stretch
from vsa_core.domain.footage import (
    Footage,
    FootageState,
    Gap,
    Recording,
    Stream,
    recordings,
)
from vsa_core.domain.held import Held
from vsa_core.domain.moment import ClockClaim, Span, Window
from vsa_core.domain.ports import Wanted
from vsa_core.domain.provenance import Pedigree
from vsa_core.domain.query import Query
from vsa_core.domain.track import Part, Tracks
from vsa_core.errors import Fault
from vsa_core.search import asked
from vsa_core.search.asked import together
from vsa_core.search.plan import Plan, Scope, plan, scope_of

MINUTE = 60_000_000
"""Microseconds."""


def name_of(letter: str) -> str:
    """A digest that starts with a letter of its own."""
    return (letter * 64)[:64]


def footage(
    letter: str,
    camera: str = "north",
    at: int | None = 0,
    length: int = 10 * MINUTE,
    gaps: tuple[tuple[int, int], ...] = (),
    pictures: bool = True,
    time_base: Fraction = TICK,
    first: int = 0,
) -> Footage:
    """A file whose first picture shows NOON + `at` microseconds (None: no clock claim).

    `length` and `gaps` are in microseconds from the first picture; `first` is its pts.
    """

    def ticks(microseconds: int) -> int:
        return first + int(Fraction(microseconds, 1_000_000) / time_base)

    stream = Stream(
        "h264", 768, 576, 0, time_base, Span(first, ticks(length)), 1, 1, 1, False, None, False
    )
    return Footage(
        digest=name_of(letter),
        name=f"{letter}.mp4",
        path=f"{letter}.mp4",
        size=1,
        camera=camera,
        exhibit="1",
        clock=None if at is None else ClockClaim(NOON + at - 7, 7, 0, "alice"),
        state=FootageState.READABLE if pictures else FootageState.NO_PICTURE,
        reason="",
        stream=stream if pictures else None,
        gaps=tuple(Gap(Span(ticks(a), ticks(b)), "SRC-001") for a, b in gaps),
    )


def looked(file: Footage, level: Level = Level.STANDARD) -> list[Stretch]:
    """The whole file looked at."""
    assert file.stream is not None
    return [Stretch(file.stream.span, Looked.LOOKED, level)]


def grant(*cameras: str, window: Window | None = None, act: Act = Act.QUERY) -> Grant:
    """Leave to ask about these cameras."""
    return Grant("alice", Role.ANALYST, act, "2024/1", cameras, window)


def planned(
    query: Query,
    leave: Grant,
    files: Sequence[Footage],
    stretches: Mapping[str, Sequence[Stretch]],
    pedigrees: Mapping[str, Pedigree],
) -> Plan:
    """The plan of a question over a case that holds these files."""

    def scope(camera: str) -> Scope:
        return scope_of(query, leave, camera, held(camera, files, stretches, pedigrees))

    return plan(query, leave, scope)


def foreseen(
    query: Query, leave: Grant, files: Sequence[Footage], stretches: Mapping[str, Sequence[Stretch]]
) -> Coverage:
    """The coverage of all cameras of a question before it runs."""
    return together(
        asked.foreseen(query, leave, camera, held(camera, files, stretches, {}))
        for camera in sorted(asked.cameras_asked(query, leave))
    )


def held(
    camera: str,
    files: Sequence[Footage],
    stretches: Mapping[str, Sequence[Stretch]],
    pedigrees: Mapping[str, Pedigree],
) -> Held:
    """What a case that has these files holds of one camera."""
    mine = tuple(one for one in files if one.camera == camera)
    return Held(mine, recordings(mine), stretches, pedigrees)


def window(start: int, end: int) -> Window:
    """From `start` to `end` microseconds after NOON."""
    return Window(NOON + start, NOON + end)


def pedigree(letter: str, detector: str = "d") -> Pedigree:
    """The run that looked at one file."""
    return Pedigree((name_of(letter),), (f"segment-{letter}",), detector, "t", "s", "p")


def of_file(world: Tracks, file: Footage) -> Tracks:
    """A world of `tests.events.worlds` as the tracks of one file, `part` and pts set right."""
    assert file.stream is not None
    span, base = file.stream.span, file.stream.time_base
    elapsed = world.t - NOON
    pts = [span.start + (Fraction(int(us), 1_000_000) / base).__floor__() for us in elapsed]
    shift = file.corrected(span.start) - NOON
    column = world.pts.copy()
    column[:] = pts
    return replace(world, parts=(Part(file.digest, base, span),), pts=column, t=world.t + shift)


@dataclass(slots=True)
class Shelf:
    """A shelf that holds tracks by recording, remembers what was wanted, and may fail."""

    held: dict[str, Tracks | Fault]
    asked: list[tuple[str, Wanted]] = field(default_factory=list)

    def tracks(self, recording: Recording, wanted: Wanted) -> Tracks:
        """The tracks of the recording, of wanted classes only."""
        self.asked.append((recording.name, wanted))
        held = self.held.get(recording.name, tracks())
        if isinstance(held, Fault):
            raise held
        rows = [r for r in range(len(held)) if not wanted.kinds or held.kind[r] in wanted.kinds]
        return only(held, rows)


def crossing(at: int, kind: str = "person") -> Walk:
    """A walk that crosses the middle of the picture downwards, `at` milliseconds in."""
    return Walk([(at - 500, 30_000.0, 20_000.0), (at + 500, 30_000.0, 40_000.0)], kind)
