"""Crossing: a change of side for good, through the drawn line."""

from tests.events.company_worlds import ask_many
from tests.events.worlds import NOON, Walk, tracks
from vsa_core.domain.geometry import Line, Point
from vsa_core.events.crossing import crossings, sides_held
from vsa_core.events.line_side import standing

ACROSS = Line(Point(10_000, 30_000), Point(50_000, 30_000))


def instants(*steps: tuple[int, float, float], **settings: int) -> list[int]:
    query = ask_many("count", ACROSS, **settings)
    stand = standing(tracks(Walk(steps)), query, ACROSS)
    _, flips = crossings(stand, sides_held(stand, query))
    return [(int(at) - NOON) // 1000 for at in stand.flips.at[flips]]


def test_a_walk_through_the_line_and_back_is_two_crossings() -> None:
    there = [(0, 30_000.0, 20_000.0), (1000, 30_000.0, 40_000.0), (3000, 30_000.0, 20_000.0)]
    assert instants(*there) == [500, 2000]


def test_a_moment_on_the_other_side_is_none() -> None:
    moment = [(0, 3e4, 28_000.0), (40, 3e4, 33_000.0), (80, 3e4, 28_000.0)]
    assert instants(*moment) == []
    assert len(instants(*moment, settle=0)) == 2


def test_round_the_end_of_the_line_is_none() -> None:
    assert instants((0, 55_000, 20_000), (1000, 55_000, 40_000)) == []
