"""Synthetic companies: tracks that move about one place, seen together or each in its own time."""

from dataclasses import replace
from typing import Any

import numpy as np
from hypothesis import strategies as st

from tests.events.worlds import NOON, Step, Walk, only, tracks
from vsa_core.domain.geometry import Place, Point, Zone
from vsa_core.domain.query import Query, Setting
from vsa_core.domain.track import Tracks

Standing = tuple[float, float]


def standing(
    *places: Standing, start: int = 0, end: int = 20_000, every: int = 200, kind: str = "person"
) -> Tracks:
    """People who stand still from `start` to `end` milliseconds, seen every so often."""
    return tracks(*(still(x, y, start, end, every, kind) for x, y in places))


def still(
    x: float, y: float, start: int = 0, end: int = 20_000, every: int = 200, kind: str = "person"
) -> Walk:
    """One who stands still, a box 6000 units tall."""
    return Walk([(t, x, y) for t in range(start, end + 1, every)], kind)


def ask_many(
    kind: str, place: Place | None = None, direction: str = "", /, **settings: int
) -> Query:
    """A question with some settings, with or without a place."""
    given = tuple(Setting(name, value, value, value) for name, value in settings.items())
    return Query(kind, place=place, direction=direction, settings=given)


def shuffled(world: Tracks, order: list[int]) -> Tracks:
    """The same tracks in another order of the table; each keeps its number."""
    return only(world, order)


def named(world: Tracks, rows: tuple[int, ...]) -> tuple[int, ...]:
    """The numbers of the tracks in these rows, sorted."""
    return tuple(sorted(int(world.number[row]) for row in rows))


_NEAR = st.integers(0, 8).map(lambda i: i * 3000 + 20_000.375)
_LOW = st.integers(0, 8).map(lambda i: i * 3000 + 20_000.125)


@st.composite
def _walk(draw: st.DrawFn) -> Walk:
    """A walk about the middle of the picture, at the pace of all or at its own."""
    pause = draw(st.sampled_from([[200], [200], [1000], [300, 700, 4000]]))
    clock = draw(st.sampled_from([0, 200, 400, 1000, 2100]))
    steps: list[Step] = []
    for _ in range(draw(st.integers(1, 14))):
        steps.append((clock, draw(_NEAR), draw(_LOW)))
        clock += draw(st.sampled_from(pause))
    size = draw(st.sampled_from([(2000.0, 6000.0), (3000.0, 9000.0)]))
    return Walk(steps, draw(st.sampled_from(["person", "car"])), size, draw(st.integers(0, 255)))


def _world(drawn: list[Walk]) -> Tracks:
    made = tracks(*drawn, length=max(walk.steps[-1][0] for walk in drawn) + 100)
    return replace(made, picture=(16, 9))


COMPANIES = st.lists(_walk(), min_size=2, max_size=6).map(_world)


def days_of(world: Tracks, others: Tracks) -> Tracks:
    """One world out of two, the numbers of the second going on from the first."""
    number = np.concatenate([world.number, others.number + np.uint32(len(world))])
    joined: dict[str, Any] = {
        name: np.concatenate([getattr(world, name), getattr(others, name)])
        for name in ("kind", "score", "colours", "t", "pts", "part", *"xywh")
    }
    starts = np.concatenate([world.starts, others.starts[1:] + len(world.t)])
    return replace(world, number=number, starts=starts, **joined)


HOUR = 3_600_000_000
MIDNIGHT = NOON // (24 * HOUR) * 24 * HOUR
"""Midnight UTC of the day of NOON."""

_LOW_EDGE, _HIGH_EDGE = 16_384, 49_151
CENTRE = Zone(
    (
        Point(_LOW_EDGE, _LOW_EDGE),
        Point(_HIGH_EDGE, _LOW_EDGE),
        Point(_HIGH_EDGE, _HIGH_EDGE),
        Point(_LOW_EDGE, _HIGH_EDGE),
    )
)
"""The middle half of the picture, across and down."""
