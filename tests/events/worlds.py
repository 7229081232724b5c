"""Synthetic tracks: written out point by point, or drawn by Hypothesis."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

import numpy as np
from hypothesis import strategies as st

from vsa_core.domain.geometry import (
    FLOW_SIDE,
    NO_FLOW,
    UNITS,
    Flow,
    Line,
    Path,
    Place,
    Point,
    Zone,
)
from vsa_core.domain.moment import Span
from vsa_core.domain.objects import class_number
from vsa_core.domain.query import Query, Setting
from vsa_core.domain.track import Part, Tracks

NOON = 1_700_000_000_000_000
TICK = Fraction(1, 1000)
FIRST, SECOND = "a" * 64, "b" * 64
LENGTH = 3_600_000

Step = tuple[int, float, float]


@dataclass(frozen=True, slots=True)
class Walk:
    """One track: (milliseconds, x, y of the foot) per point, and one box size for all."""

    steps: Sequence[Step]
    kind: str = "person"
    size: tuple[float, float] = (2000.0, 6000.0)
    score: int = 255


def tracks(*walks: Walk, length: int = LENGTH) -> Tracks:
    """The walks as tracks of one file that lasts `length` milliseconds."""
    counts = [len(walk.steps) for walk in walks]
    steps = np.array([step for walk in walks for step in walk.steps], np.float64).reshape(-1, 3)
    sizes = np.repeat(np.array([w.size for w in walks], np.float64).reshape(-1, 2), counts, axis=0)
    pts = steps[:, 0].astype(np.int64)
    return Tracks(
        parts=(Part(FIRST, TICK, Span(0, length)),),
        number=np.arange(1, len(walks) + 1, dtype=np.uint32),
        kind=np.array([class_number(walk.kind) for walk in walks], np.uint8),
        score=np.array([walk.score for walk in walks], np.uint8),
        colours=np.zeros((len(walks), 8), np.uint8),
        starts=np.concatenate([[0], np.cumsum(counts)]).astype(np.int64),
        t=NOON + pts * 1000,
        pts=pts,
        part=np.zeros(len(pts), np.uint16),
        x=steps[:, 1],
        y=steps[:, 2],
        w=sizes[:, 0],
        h=sizes[:, 1],
    )


def later(world: Tracks, microseconds: int) -> Tracks:
    """The same world at another time of day."""
    return replace(world, t=world.t + microseconds)


def cut(world: Tracks, at: int) -> Tracks:
    """The same world from two files, cut at millisecond `at`."""
    first, second = world.pts < at, world.pts >= at
    end = world.parts[0].span.end
    parts = (Part(FIRST, TICK, Span(0, at)), Part(SECOND, TICK, Span(0, end - at)))
    return replace(
        world,
        parts=parts,
        part=second.astype(np.uint16),
        pts=np.where(first, world.pts, world.pts - at),
    )


def only(world: Tracks, rows: Sequence[int]) -> Tracks:
    """Some tracks of a world."""
    points = [np.arange(world.points_of(r).start, world.points_of(r).stop) for r in rows]
    chosen = np.concatenate([np.zeros(0, np.int64), *points])
    columns = {
        name: getattr(world, name)[chosen] for name in ("t", "pts", "part", "x", "y", "w", "h")
    }
    rest = {
        name: getattr(world, name)[list(rows)] for name in ("number", "kind", "score", "colours")
    }
    starts = np.concatenate([[0], np.cumsum([len(p) for p in points])]).astype(np.int64)
    return replace(world, starts=starts, **columns, **rest)


def reversed_film(world: Tracks) -> Tracks:
    """The same tracks played backwards, about NOON."""
    turn = np.concatenate(
        [
            np.zeros(0, np.int64),
            *[np.arange(len(world.t))[world.points_of(row)][::-1] for row in range(len(world))],
        ]
    )
    back = {name: getattr(world, name)[turn] for name in ("pts", "part", "x", "y", "w", "h")}
    return replace(world, t=2 * NOON - world.t[turn], **back)


def mirrored(world: Tracks) -> Tracks:
    """The world in a mirror: left is right."""
    return replace(world, x=UNITS - world.x)


def mirrored_place(place: Place) -> Place:
    """The place in the same mirror."""
    match place:
        case Line(a, b):
            return Line(_flipped(a), _flipped(b))
        case Zone(corners):
            return Zone(tuple(map(_flipped, corners)))
        case Path(points):
            return Path(tuple(map(_flipped, points)))
        case Flow(cells):
            rows = [cells[at : at + FLOW_SIDE] for at in range(0, len(cells), FLOW_SIDE)]
            return Flow(tuple(_turned(turn) for row in rows for turn in row[::-1]))


def _turned(turn: int) -> int:
    return turn if turn == NO_FLOW else (128 - turn) % 256


def _flipped(point: Point) -> Point:
    return Point(UNITS - point.x, point.y)


def ask(kind: str, place: Place | None, direction: str = "", **settings: int) -> Query:
    """A question about a place, with some settings."""
    given = tuple(Setting(name, value, value, value) for name, value in settings.items())
    return Query(kind, place=place, direction=direction, settings=given)


# Off the grid of the places, so that no point lies exactly on a border.
_ACROSS = st.integers(0, 20).map(lambda i: i * 3000 + 2000.375)
_DOWN = st.integers(0, 20).map(lambda i: i * 3000 + 2000.125)
_PAUSE = st.sampled_from([40, 200, 1000, 5000])


@st.composite
def walks(draw: st.DrawFn) -> Walk:
    """A walk that jumps about the whole picture."""
    steps: list[Step] = []
    clock = draw(st.integers(0, 3000))
    for _ in range(draw(st.integers(1, 12))):
        steps.append((clock, draw(_ACROSS), draw(_DOWN)))
        clock += draw(_PAUSE)
    kind = draw(st.sampled_from(["person", "car", "unnamed"]))
    size = draw(st.sampled_from([(500.0, 800.0), (4000.0, 9000.0)]))
    return Walk(steps, kind, size, draw(st.integers(0, 255)))


WORLDS = st.lists(walks(), min_size=1, max_size=4).map(
    lambda drawn: tracks(*drawn, length=max(walk.steps[-1][0] for walk in drawn) + 100)
)
LINES = st.sampled_from(
    [
        Line(Point(5000, 30_000), Point(60_000, 30_000)),
        Line(Point(30_000, 60_000), Point(30_000, 10_000)),
        Line(Point(10_000, 10_000), Point(50_000, 50_000)),
        Line(Point(32_000, 40_000), Point(33_000, 20_000)),
    ]
)
ZONES = st.sampled_from(
    [
        Zone((Point(0, 0), Point(UNITS, 0), Point(UNITS, UNITS), Point(0, UNITS))),
        Zone(
            (
                Point(20_000, 20_000),
                Point(45_000, 20_000),
                Point(45_000, 45_000),
                Point(20_000, 45_000),
            )
        ),
        Zone(
            (
                Point(30_000, 10_000),
                Point(50_000, 30_000),
                Point(30_000, 50_000),
                Point(10_000, 30_000),
            )
        ),
        Zone(
            (
                Point(10_000, 30_000),
                Point(60_000, 30_000),
                Point(60_000, 31_000),
                Point(10_000, 31_000),
            )
        ),
    ]
)
ARROWS = st.sampled_from(
    [
        Line(Point(5000, 30_000), Point(60_000, 30_000)),
        Line(Point(30_000, 60_000), Point(30_000, 10_000)),
        Line(Point(10_000, 10_000), Point(40_000, 21_000)),
    ]
)
FLOWS = st.lists(st.integers(-1, 255), min_size=64, max_size=64).map(lambda c: Flow(tuple(c)))
PATHS = st.sampled_from(
    [
        Path((Point(5000, 20_000), Point(60_000, 23_000))),
        Path((Point(8000, 60_000), Point(20_000, 10_000), Point(50_000, 30_000))),
        Path((Point(40_000, 11_000), Point(20_000, 12_000), Point(40_000, 14_000))),
    ]
)
