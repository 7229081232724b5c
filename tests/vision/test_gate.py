import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.vision.scenes import ground, shot, with_patch
from vsa_core.vision.gate import Gate

GROUND = ground()
NOISE = np.full_like(GROUND, 2)


def test_the_first_picture_passes_and_a_still_scene_does_not() -> None:
    gate = Gate()
    assert [gate.moved(shot(GROUND, k)) for k in range(20)] == [True] + [False] * 19


def test_a_far_person_opens_it() -> None:
    gate = Gate()
    gate.moved(shot(GROUND, 0))
    assert gate.moved(shot(with_patch(GROUND, (160, 60, 168, 80), 70), 1))


def test_what_creeps_is_seen_all_the_same() -> None:
    gate = Gate()
    opened = 0
    for step in range(200):
        left = 100 + step / 10
        place = with_patch(GROUND, (int(left), 60, int(left) + 20, 110), 40)
        opened += gate.moved(shot(place, step))
    assert opened >= 6


@settings(max_examples=20)
@given(st.floats(-40, 40))
def test_a_common_change_of_light_does_not_open_it(offset: float) -> None:
    gate = Gate()
    gate.moved(shot(GROUND, 0))
    assert not gate.moved(shot(GROUND, 1, offset=offset))


def test_it_looks_twice_as_closely_where_something_stands() -> None:
    standing = with_patch(GROUND, (150, 50, 170, 110), 40)
    stirring = standing.copy()
    stirring[60:80, 152:168] += 3
    plain, aware = Gate(), Gate(GROUND, NOISE)
    for gate in (plain, aware):
        gate.moved(shot(standing, 0))
    assert not plain.moved(shot(stirring, 1))
    assert aware.moved(shot(stirring, 1))


def test_a_picture_of_another_size_opens_it() -> None:
    gate = Gate(GROUND, NOISE)
    gate.moved(shot(GROUND, 0))
    assert gate.moved(np.zeros((200, 100), np.uint8))
    assert not gate.moved(np.zeros((200, 100), np.uint8))
