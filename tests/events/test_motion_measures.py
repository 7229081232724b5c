"""What ranges measure: by hand, and against a plain reckoning."""

import statistics
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given

from tests.events.cameras import Camera
from tests.events.worlds import WORLDS, Walk, cut, later, tracks
from vsa_core.domain.geometry import UNITS
from vsa_core.domain.query import Query
from vsa_core.domain.track import Tracks
from vsa_core.errors import Bug
from vsa_core.events.anchor import anchored
from vsa_core.events.motion_measures import STRIDE, measured, medians, steps

QUERY = Query("zone_entry")
RELATIVE = ("size", "speed", "duration", "score")


def _measured(what: str, world: Tracks, query: Query = QUERY) -> list[int]:
    return measured(what, world, np.arange(len(world)), query).tolist()


def _person(steps: list[tuple[int, float, float]]) -> Tracks:
    return tracks(Walk(steps, size=(2000.0, 6553.5), score=204))


def test_size_duration_and_score_are_what_they_say() -> None:
    world = _person([(0, 1000.0, 20_000.0), (2500, 1000.0, 20_000.0)])
    assert [_measured(what, world) for what in ("size", "duration", "score")] == [
        [100],
        [2500],
        [800],
    ]


def test_a_speed_is_in_own_heights_a_second() -> None:
    down = [(i * 100, 30_000.0, 10_000.0 + i * 655.4) for i in range(20)]
    assert _measured("speed", _person(down)) == [1000]


def test_a_speed_across_counts_the_shape_of_the_picture() -> None:
    across = _person([(i * 100, 10_000.0 + i * 655.36, 30_000.0) for i in range(20)])
    assert _measured("speed", across) == [1000]
    assert _measured("speed", replace(across, picture=(1600, 800))) == [2000]


def test_a_box_that_shakes_does_not_run() -> None:
    shaking = _person([(i * 40, 30_000.0 + (i % 2) * 60, 20_000.0) for i in range(100)])
    (speed,) = _measured("speed", shaking)
    assert speed < 25
    assert STRIDE == 500_000


def test_a_lone_point_stands_still() -> None:
    lone = _person([(0, 1.0, 1.0)])
    assert (_measured("speed", lone), _measured("duration", lone)) == ([0], [0])


def test_metres_are_those_of_the_camera_of_the_question() -> None:
    camera = Camera(tilt=4.0)
    steps = []
    for i in range(11):
        x, y = camera.seen(-2000 + 140 * i, 12_000)
        steps.append((i * 100, x, y))
    head = camera.seen(0, 12_000, 1800)[1]
    world = replace(tracks(Walk(steps, size=(900.0, steps[0][2] - head))), picture=(1920, 1080))
    query = replace(QUERY, grounds=(camera.ground(),))
    assert _measured("metric_speed", world, query)[0] == pytest.approx(1400, abs=2)
    assert _measured("metres", world, query)[0] == pytest.approx(1800, rel=0.03)


def test_metres_beyond_the_horizon_are_none() -> None:
    camera = Camera(tilt=5.0)
    sky = tracks(Walk([(0, 30_000.0, 900.0), (900, 31_000.0, 900.0)], size=(100.0, 300.0)))
    query = replace(QUERY, grounds=(camera.ground(),))
    assert _measured("metres", sky, query) == _measured("metric_speed", sky, query) == [-1]


@pytest.mark.parametrize("cameras", [(), ("north", "south")])
def test_metres_without_the_one_ground_of_the_camera_are_our_mistake(
    cameras: tuple[str, ...],
) -> None:
    grounds = tuple(Camera().ground(name) for name in cameras)
    with pytest.raises(Bug, match="EVT-058"):
        _measured("metres", _person([(0, 1.0, 1.0)]), replace(QUERY, grounds=grounds))


def _plainly(world: Tracks, row: int) -> dict[str, int]:
    """The definitions of `filters.RANGES`, point by point."""
    points = range(world.points_of(row).start, world.points_of(row).stop)
    lift = 0.0 if world.kind[row] == 1 else 0.5
    speeds = []
    for i in points:
        after = [j for j in points if j > i and world.t[j] - world.t[i] >= STRIDE]
        if not after and i > points[0]:
            continue
        j = after[0] if after else points[-1]
        dx, dy = world.x[j] - world.x[i], world.y[j] - world.y[i]
        dy -= lift * (world.h[j] - world.h[i])
        seconds = float(world.t[j] - world.t[i]) / 1e6
        moved = float(np.hypot(dx, dy)) / float((world.h[i] + world.h[j]) / 2)
        speeds.append(moved / seconds if seconds else 0.0)
    return {
        "size": int(statistics.median(float(world.h[i]) for i in points) * 1000 / UNITS),
        "speed": int(statistics.median(speeds) * 1000 + 1e-9),
        "duration": int(world.t[points[-1]] - world.t[points[0]]) // 1000,
        "score": int(world.score[row]) * 1000 // 255,
    }


@given(WORLDS)
def test_measures_are_what_their_definitions_say(world: Tracks) -> None:
    for what in RELATIVE:
        for row, found in enumerate(_measured(what, world)):
            assert found == pytest.approx(_plainly(world, row)[what], abs=1)


@given(WORLDS)
def test_time_of_day_and_cuts_of_the_film_change_no_measure(world: Tracks) -> None:
    for what in RELATIVE:
        found = _measured(what, world)
        assert _measured(what, later(world, 86_400_000_001)) == found
        assert _measured(what, cut(world, int(np.median(world.pts)))) == found


@given(WORLDS)
def test_steps_stay_in_their_path_and_are_long_enough(world: Tracks) -> None:
    paths = anchored(world, np.arange(len(world)), np.zeros(len(world)))
    before, after = steps(paths)
    assert (paths.path[before] == paths.path[after]).all()
    short = paths.t[after] - paths.t[before] < STRIDE
    assert np.isin(before[short], paths.starts[:-1]).all()
    assert set(paths.path[before].tolist()) == set(range(len(world)))


def test_medians_leave_out_what_is_not_known() -> None:
    values = np.array([3.0, 1.0, np.nan, 9.0, np.nan, 5.0, 6.0])
    found = medians(values, np.array([0, 3, 4, 5, 7]))
    assert found[[0, 1, 3]].tolist() == [2.0, 9.0, 5.5]
    assert np.isnan(found[2])
