"""Views of made-up cameras: the same each time, with people and depth in all of them."""

import numpy as np

from tools.archive.scene import PERSON, scene_of, weekday


def test_the_same_numbers_give_the_same_view() -> None:
    one, two = scene_of(1, 7), scene_of(1, 7)
    assert (one.horizon, one.near, len(one.lanes)) == (two.horizon, two.near, len(two.lanes))
    assert all(
        (a.x == b.x).all() and a.share == b.share for a, b in zip(one.lanes, two.lanes, strict=True)
    )
    assert scene_of(2, 7).near != one.near


def test_every_camera_sees_people_who_are_small_far_away() -> None:
    for camera in range(40):
        scene = scene_of(1, camera)
        assert any(lane.kind == PERSON for lane in scene.lanes)
        far, near = scene.height(np.array([scene.horizon + 6000, 65_000.0]))
        assert far < near


def test_nights_are_quiet_and_so_are_weekends() -> None:
    hours = scene_of(1, 3).hours
    assert hours[3] < hours[12] / 10
    assert abs(hours.sum() - 1) < 1e-9
    assert weekday(6) < weekday(0)
