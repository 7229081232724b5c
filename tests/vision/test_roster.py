"""The tracks alive: numbers never come again, groups and looks follow what was seen."""

import numpy as np
import pytest
from numpy.typing import NDArray

from vsa_core.vision.association import Crowd
from vsa_core.vision.kalman import Motion
from vsa_core.vision.roster import Roster

LOOKS = np.eye(4, dtype=np.float32)


def members(count: int, group: int = 0, looks: NDArray[np.float32] | None = None) -> Crowd:
    places = np.array([[100.0 * k + 50, 50, 20, 40] for k in range(count)]).reshape(-1, 4)
    return Crowd(places, np.full(count, group, np.int64), looks)


def roster() -> Roster:
    return Roster(Motion(), keep=0.8)


def test_numbers_count_up_and_never_come_again() -> None:
    alive = roster()
    assert alive.add(members(3), 0.0).tolist() == [0, 1, 2]
    alive.forget(np.array([True, False, False]))
    assert alive.add(members(2), 1.0).tolist() == [1, 2]
    assert alive.number.tolist() == [1, 4, 5]


def test_a_name_is_learnt_and_not_lost_to_an_unnamed_sighting() -> None:
    alive = roster()
    rows = alive.add(members(1), 0.0)
    for group, expected in ((0, 0), (5, 5), (0, 5), (2, 2)):
        alive.take(rows, members(1, group), 1.0)
        assert alive.crowd.groups.tolist() == [expected]
    assert alive.hits.tolist() == [5]
    assert alive.last.tolist() == [1.0]


def test_a_look_drifts_towards_what_is_seen_and_stays_a_unit() -> None:
    alive = roster()
    rows = alive.add(members(1, looks=LOOKS[:1]), 0.0)
    for _ in range(30):
        alive.take(rows, members(1, looks=LOOKS[1:2]), 1.0)
    look = alive.crowd.looks
    assert look is not None
    assert look[0, 1] > 0.99
    assert np.linalg.norm(look) == pytest.approx(1)


def test_looks_come_always_or_never() -> None:
    for first, second in ((LOOKS[:1], None), (None, LOOKS[:1])):
        alive = roster()
        alive.add(members(1, looks=first), 0.0)
        with pytest.raises(ValueError, match="appearance"):
            alive.add(members(1, looks=second), 1.0)


def test_looks_are_forgotten_with_their_tracks() -> None:
    alive = roster()
    alive.add(members(3, looks=LOOKS[:3]), 0.0)
    alive.forget(np.array([False, True, False]))
    look = alive.crowd.looks
    assert look is not None
    assert look.tolist() == LOOKS[1:2].tolist()
    alive.forget(np.array([False]))
    assert alive.crowd.looks is None
    assert len(alive) == len(alive.boxes) == 0
