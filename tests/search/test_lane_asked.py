"""Which tracks a lane may count by itself, which are judged one by one, and which not at all."""

from dataclasses import replace

import numpy as np

from tests.search.archive import grant
from tests.store.samples import segment
from tests.store.test_lane_making import hall_of_world
from tests.store.worlds import RECORDING, Piece
from vsa_core.domain.moment import Window
from vsa_core.domain.query import Query
from vsa_core.search.lane_asked import asked
from vsa_core.store.hall import Hall, hall_of

CAMERA = RECORDING.camera
START = RECORDING.files[0].corrected(0)
LEAVE = grant(CAMERA)
SECOND = 1_000_000


def _hall() -> Hall:
    """Four tracks of four seconds (twenty looks), one every ten seconds; the third is a car."""
    pieces = [
        Piece(n, 0, 4 if n == 2 else 1, 200, n * 10 * 90_000, segment(n, 1, 20).points)
        for n in range(4)
    ]
    hall = hall_of_world(pieces)
    assert hall is not None
    return hall


def _window(first: int, last: int) -> Window:
    return Window(START + first * SECOND, START + last * SECOND)


def test_everything_is_plain_where_nothing_is_narrowed() -> None:
    found = asked(_hall(), Query("seen"), LEAVE)
    assert found.plain.tolist() == [True] * 4
    assert not found.singly.any()
    assert not found.loose.any()


def test_other_classes_and_cameras_are_left_out() -> None:
    hall = _hall()
    assert asked(hall, Query("seen", classes=("car",)), LEAVE).plain.tolist() == [0, 0, 1, 0]
    assert not asked(hall, Query("seen", cameras=("south",)), LEAVE).plain.any()
    assert not asked(hall, Query("seen"), grant("south")).plain.any()


def test_who_sticks_out_of_the_basis_is_judged_singly_and_who_is_outside_never() -> None:
    found = asked(_hall(), Query("seen"), grant(CAMERA, window=_window(2, 22)))
    assert found.singly.tolist() == [True, False, True, False]
    assert found.plain.tolist() == [False, True, False, False]


def test_who_sticks_out_of_the_window_is_plain_and_loose() -> None:
    found = asked(_hall(), replace(Query("seen"), window=_window(2, 12)), LEAVE)
    assert found.loose.tolist() == [True, True, False, False]
    assert found.plain.tolist() == [True, True, False, False]


def test_a_recording_without_a_clock_cannot_be_held_against_a_window() -> None:
    hall = _hall()
    undated = hall_of([replace(hall.lanes[0], dated=np.zeros(1, np.bool_))])
    assert asked(undated, Query("seen"), LEAVE).plain.all()
    assert not asked(undated, Query("seen", window=_window(0, 60)), LEAVE).plain.any()
