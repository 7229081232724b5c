"""Ours shows masked pictures through the desk: each is the very one in the end."""

from collections.abc import Iterator

import pytest

from tests.desk.conftest import left
from tests.desk.records import last
from tests.desk.scene import Office, indexed, office
from tests.desk.test_playing import opened
from vsa_core.bench.seeking_ours import DeskViewer


@pytest.fixture
def at(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    made = indexed(office(tmp_path_factory.mktemp("office")))
    yield made
    left(made)


def test_jumps_and_steps_come_to_the_very_picture_and_are_counted(at: Office) -> None:
    reel = opened(at)
    viewer = DeskViewer(at.desks.playing, at.who, at.where, reel)
    assert not viewer.first(45)
    viewer.exact(45)
    assert viewer.first(45)
    assert viewer.walk(46, 1)
    assert viewer.walk(44, -1)
    viewer.close()
    at.desks.playing.close(at.who, at.where, reel)
    pts = reel.parts[0].pts
    (told,) = last(at.home)["about"]["files"]
    assert (told["pictures"], told["last"]) == (4, int(pts[46]))
