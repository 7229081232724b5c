"""The point that stands for the object, by class and by setting, and the blocks it is read in."""

from dataclasses import replace

import numpy as np
import pytest

from tests.events import worlds
from tests.events.worlds import Walk, tracks
from vsa_core.domain.objects import CLASSES
from vsa_core.domain.query import Query, Setting
from vsa_core.events import anchor
from vsa_core.events.anchor import AT_FOOT, anchored, blocks, lift


def _ask(how: int) -> Query:
    return Query("dwell", settings=(Setting("anchor", how, 0, 2),))


@pytest.mark.parametrize("name", CLASSES)
def test_upright_things_stand_on_their_foot_and_the_rest_on_its_centre(name: str) -> None:
    world = tracks(Walk([(0, 100.0, 900.0)], name, (40.0, 200.0)))
    expected = 900.0 if name in AT_FOOT else 800.0
    for how, y in ((0, expected), (1, 900.0), (2, 800.0)):
        paths = anchored(world, np.array([0]), lift(world, _ask(how)))
        assert (paths.x.tolist(), paths.y.tolist()) == ([100.0], [y])


def test_every_class_has_decided() -> None:
    assert set(CLASSES) >= AT_FOOT
    assert set(CLASSES) - AT_FOOT == {"unnamed", "car", "bus", "truck", "vehicle"}
    assert "two-wheeler" in AT_FOOT


def test_a_class_number_from_elsewhere_is_no_accident() -> None:
    world = replace(tracks(Walk([(0, 1.0, 1.0)])), kind=np.array([250], np.uint8))
    assert lift(world, _ask(0)).tolist() == [0.0]


def test_chosen_tracks_keep_their_points() -> None:
    steps = [[(0, 1.0, 2.0)], [(0, 3.0, 4.0), (1, 5.0, 6.0)], [(0, 7.0, 8.0), (1, 9.0, 10.0)]]
    world = tracks(*(Walk(s, size=(0, 0)) for s in steps))
    paths = anchored(world, np.array([0, 2]), lift(world, _ask(1)))
    assert paths.row.tolist() == [0, 2]
    assert paths.starts.tolist() == [0, 1, 3]
    assert paths.point.tolist() == [0, 3, 4]
    assert paths.path.tolist() == [0, 1, 1]
    assert paths.x.tolist() == [1.0, 7.0, 9.0]
    assert paths.t.tolist() == [worlds.NOON, worlds.NOON, worlds.NOON + 1000]


@pytest.mark.parametrize("size", [1, 2, 3, 5, 100])
def test_blocks_hold_every_track_once(monkeypatch: pytest.MonkeyPatch, size: int) -> None:
    monkeypatch.setattr(anchor, "BLOCK", size)
    lengths = [2, 0, 1, 3, 0, 2]
    world = tracks(*(Walk([(i, float(i), 50.0) for i in range(n)], "car") for n in lengths))
    lifts = lift(world, _ask(0))
    rows, x = [], []
    for block in blocks(world, lifts):
        assert len(block.rows) == 1 or len(block.x) <= size
        ends = np.append(block.starts[1:], len(block.x))
        rows += block.rows.tolist()
        x += [block.x[a:b].tolist() for a, b in zip(block.starts, ends, strict=True)]
        assert (block.y == 50.0 - 3000.0).all()
    assert rows == [0, 2, 3, 5]
    assert x == [[0.0, 1.0], [0.0], [0.0, 1.0, 2.0], [0.0, 1.0]]


def test_a_world_without_tracks_has_no_block() -> None:
    assert list(blocks(tracks(), np.zeros(0))) == []
