"""Where paths stand to a line: pruning, sizes across it, and where steps meet it."""

import numpy as np
import pytest
from hypothesis import given

from tests.events.worlds import LINES, WORLDS, Walk, ask, tracks
from vsa_core.domain.geometry import Line, Point, Zone, side
from vsa_core.domain.query import Query
from vsa_core.domain.track import Tracks
from vsa_core.errors import WrongUsage
from vsa_core.events.anchor import anchored
from vsa_core.events.line_side import across, line_of, standing

ACROSS = Line(Point(10_000, 30_000), Point(50_000, 30_000))


@given(WORLDS, LINES)
def test_pruning_keeps_every_track_seen_on_both_sides(world: Tracks, line: Line) -> None:
    stand = standing(world, ask("line_crossing", line, anchor=1), line)
    field = side(line, world.x, world.y)
    for row in range(len(world)):
        mine = field[world.points_of(row)]
        if mine.min() < 0 < mine.max():
            assert row in stand.paths.row


def test_only_asked_classes_stand() -> None:
    steps = [(0, 20_000.0, 10_000.0), (1000, 20_000.0, 60_000.0)]
    world = tracks(Walk(steps, "car"), Walk(steps, "person"))
    query = Query("line_crossing", classes=("person",), place=ACROSS)
    assert standing(world, query, ACROSS).paths.row.tolist() == [1]


def test_the_size_across_the_line_is_the_box_seen_along_it() -> None:
    paths = anchored(tracks(Walk([(0, 0.0, 0.0)], size=(300.0, 400.0))), np.array([0]), np.zeros(1))
    sizes = [
        float(across(Line(Point(0, 0), end), paths)[0])
        for end in (Point(100, 0), Point(0, 100), Point(300, 400))
    ]
    assert sizes == [400.0, 300.0, 300 * 0.8 + 400 * 0.6]


def test_a_flip_knows_its_place_on_the_line() -> None:
    world = tracks(Walk([(0, 20_000, 29_000), (1000, 20_000, 32_000), (2000, 60_000, 28_000)]))
    stand = standing(world, ask("line_crossing", ACROSS), ACROSS)
    assert stand.flips.share.tolist() == [1 / 3, 0.5]
    assert stand.place.tolist() == [0.25, 0.75]
    assert stand.through.tolist() == [True, True]
    assert stand.clear.tolist() == pytest.approx([1 / 6, 1 / 3, 1 / 3])


def test_the_line_of_a_question_without_one() -> None:
    assert line_of(ask("line_crossing", ACROSS), "line_crossing") is ACROSS
    zone = Zone((Point(0, 0), Point(9, 0), Point(9, 9)))
    for place in (None, zone):
        with pytest.raises(WrongUsage) as refusal:
            line_of(Query("line_crossing", place=place), "line_crossing")
        assert refusal.value.values == {"kind": "line_crossing", "place": "line"}
