"""Where a tracked head may be: on its box, at the usual height, and further along its way."""

import numpy as np
import pytest

from tests.legal.walkers import SECOND, crowd, tracks
from vsa_core.domain.geometry import UNITS
from vsa_core.domain.objects import PERSON, UNNAMED, class_number
from vsa_core.legal.masking import Shown
from vsa_core.legal.onshow import World, on_show
from vsa_core.legal.stature import Stature

SIZE = (640, 480)
FLAT = Stature(slope=0.0, base=12_000.0, top=0.0, bottom=float(UNITS))
NOBODY: frozenset[int] = frozenset()


def standing(height: float, width: float = 4_000.0, kind: int = PERSON) -> World:
    """Somebody who stands for two seconds with feet at 40,000."""
    trail = [(n / 5, 30_000.0, 40_000.0, width, height) for n in range(11)]
    return World(tracks(trail, kinds=[kind]), FLAT)


def only(world: World, seconds: float = 1.0, hold: int = 0) -> Shown:
    (shown,) = on_show(world, int(seconds * SECOND), hold, SIZE, NOBODY)
    return shown


def units(box: tuple[float, float, float, float]) -> tuple[float, ...]:
    across, down = SIZE[0] / UNITS, SIZE[1] / UNITS
    return box[0] / across, box[1] / down, box[2] / across, box[3] / down


def test_tracks_become_pixel_boxes() -> None:
    shown = only(standing(12_000))
    assert units(shown.box) == pytest.approx((28_000, 28_000, 32_000, 40_000))
    assert (shown.track, shown.kind, shown.revealed, shown.observed) == (1, PERSON, False, True)


def test_somebody_of_usual_height_has_one_head() -> None:
    for height in (10_500, 12_000, 14_500):
        assert only(standing(height)).also == ()


@pytest.mark.parametrize("height", [4_000, 9_000, 18_000])
def test_a_box_too_short_or_too_tall_has_a_head_at_the_usual_height_too(height: float) -> None:
    (box,) = only(standing(height)).also
    assert units(box) == pytest.approx((28_000, 28_000, 32_000, 40_000))


def test_legs_that_move_without_a_name_have_a_head_above() -> None:
    (box,) = only(standing(4_000, kind=UNNAMED)).also
    assert units(box) == pytest.approx((28_000, 28_000, 32_000, 40_000))
    assert only(standing(4_000, width=20_000, kind=UNNAMED)).also == ()
    assert only(standing(4_000, kind=class_number("car"))).also == ()


def test_where_the_height_of_people_is_not_known_a_box_is_believed() -> None:
    world = World(standing(4_000).tracks)
    assert only(world).also == ()


def test_a_mask_waits_where_its_track_ended_and_goes_on_with_it() -> None:
    trail = [(n / 5, 20_000.0 + 400 * n, 40_000.0, 4_000.0, 12_000.0) for n in range(11)]
    world = World(tracks(trail), FLAT)
    after = only(world, 2.8, hold=SECOND)
    assert units(after.box) == pytest.approx((22_000, 28_000, 26_000, 40_000))
    (moved,) = after.also
    assert units(moved)[0] == pytest.approx(22_000 + 0.8 * 2_000, abs=1)
    before = only(world, -0.5, hold=SECOND)
    assert units(before.also[0])[0] == pytest.approx(18_000 - 0.5 * 2_000, abs=1)
    assert on_show(world, int(3.1 * SECOND), SECOND, SIZE, NOBODY) == []


def test_one_point_alone_goes_nowhere() -> None:
    world = World(tracks([(1.0, 20_000.0, 40_000.0, 4_000.0, 12_000.0)]), FLAT)
    assert only(world, 1.5, hold=SECOND).also == ()


def test_only_who_is_named_is_revealed() -> None:
    world = World(tracks(*crowd(people=2)))
    shown = on_show(world, SECOND, 0, SIZE, frozenset({2}))
    assert [(one.track, one.revealed) for one in shown] == [(1, False), (2, True)]


def test_a_box_far_from_its_points_is_not_observed() -> None:
    gap = [(t, 30_000.0, 40_000.0, 4_000.0, 12_000.0) for t in (0.0, 4.0)]
    world = World(tracks(gap))
    assert [only(world, at).observed for at in np.array([0.4, 2.0, 3.6])] == [True, False, True]
