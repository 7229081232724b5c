"""The two-stage tracker: one trail per object at any rate, the same trails for the same input."""

from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from tests.vision.walkers import (
    BASE,
    SIZE,
    Walker,
    every,
    lanes,
    retimed,
    same,
    scenes,
    walk,
)
from vsa_core.domain.objects import UNNAMED, class_number
from vsa_core.domain.track import Sightings, no_sightings
from vsa_core.vision.twostage import TwoStageTracker

PACES = st.lists(st.integers(20, 260), min_size=20, max_size=60)


def tracker(base: Fraction = BASE) -> TwoStageTracker:
    return TwoStageTracker(base, SIZE)


def instants(steps: list[int]) -> list[int]:
    return np.cumsum(steps).tolist()


@pytest.mark.parametrize("pace", [33, 40, 143, 200, 400])
def test_each_walker_is_one_trail_from_its_first_sighting(pace: int) -> None:
    seen = every(pace, 12)
    trails = walk(tracker(), lanes(5), seen)
    assert [trail.number for trail in trails] == [1, 2, 3, 4, 5]
    assert all(trail.at.tolist() == seen for trail in trails)


@settings(max_examples=25)
@given(PACES)
def test_each_walker_is_one_trail_at_a_varying_rate(steps: list[int]) -> None:
    seen = instants(steps)
    trails = walk(tracker(), lanes(4), seen)
    assert [trail.at.tolist() for trail in trails] == [seen] * 4


@settings(max_examples=25)
@given(PACES)
def test_the_same_input_gives_the_same_bytes(steps: list[int]) -> None:
    seen = instants(steps)
    walkers = [replace(w, look=k) for k, w in enumerate(lanes(4))]
    assert same(walk(tracker(), walkers, seen, True), walk(tracker(), walkers, seen, True))


@settings(max_examples=25)
@given(PACES, st.integers(-(2**40), 2**40), st.integers(1, 90_000))
def test_moving_the_clock_moves_the_trails_and_nothing_else(
    steps: list[int], shift: int, factor: int
) -> None:
    walkers = lanes(3)
    plain, moved = tracker(), tracker(BASE / factor)
    for pts, seen, _ in scenes(walkers, instants(steps)):
        numbers = plain.update(pts, seen, None)
        assert np.array_equal(numbers, moved.update((pts + shift) * factor, seen, None))
    expected = [retimed(trail, shift, factor) for trail in plain.finish()]
    assert same(expected, moved.finish())


def test_a_trail_holds_the_sightings_that_bore_its_number() -> None:
    follower = tracker()
    given_out: dict[int, list[int]] = {}
    for pts, seen, _ in scenes(lanes(5), every(40, 3)):
        numbers = follower.update(pts, seen, None).tolist()
        for number in numbers:
            given_out.setdefault(number, []).append(pts)
    assert {t.number: t.at.tolist() for t in follower.finish()} == given_out


def test_what_leaps_farther_than_its_length_between_frames_is_one_trail() -> None:
    car = Walker((50.0, 500.0), (700.0, 0.0), (120.0, 90.0), class_number("car"))
    (trail,) = walk(tracker(), [car], every(200, 2.4))
    assert len(trail.at) == 12


def test_a_short_occlusion_is_bridged_and_a_long_one_is_not() -> None:
    short = Walker((200.0, 300.0), hidden=((2.0, 3.5),))
    long = Walker((200.0, 700.0), hidden=((2.0, 9.0),))
    trails = walk(tracker(), [short, long], every(100, 12))
    assert sorted(len(trail.at) for trail in trails) == [20, 30, 105]


def test_weak_sightings_continue_a_track_and_never_open_one() -> None:
    sure = Walker((200.0, 300.0))
    weak = replace(sure, score=0.2)
    follower = tracker()
    for pts, seen, _ in scenes([weak], every(40, 1)):
        assert follower.update(pts, seen, None).tolist() == [-1]
    for k, pts in enumerate(range(1000, 3000, 40)):
        ((_, seen, _),) = scenes([weak if k % 4 == 3 else sure], [pts])
        assert follower.update(pts, seen, None).tolist() == [1]


def test_a_flicker_is_no_trail_but_a_lone_sighting_between_key_frames_is_one() -> None:
    def flicker(pace: int) -> list[int]:
        start = 10 * pace / 1000
        ghost = Walker((900.0, 900.0), hidden=((0.0, start), (start + 0.001, 1e9)))
        trails = walk(tracker(), [*lanes(2), ghost], every(pace, 30 * pace / 1000))
        return [len(trail.at) for trail in trails]

    assert flicker(40) == [30, 30]
    assert 1 in flicker(4000)


def test_a_trail_takes_the_name_it_was_given_most_surely() -> None:
    walker = Walker((200.0, 300.0), kind=class_number("car"))
    follower = tracker()
    for k, (pts, seen, _) in enumerate(scenes([walker], every(40, 2))):
        kind = (class_number("truck"), UNNAMED, class_number("car"))[k % 3]
        score = 0.5 if k % 3 == 0 else 0.9
        shown = Sightings(seen.boxes, np.float32([score]), np.uint8([kind]))
        follower.update(pts, shown, None)
    (trail,) = follower.finish()
    assert trail.kind == class_number("car")


def test_two_that_cross_keep_their_numbers_by_their_looks() -> None:
    right = Walker((300.0, 500.0), (150.0, 0.0), look=1)
    left = Walker((900.0, 510.0), (-150.0, 0.0), look=2, hidden=((1.7, 2.3),))
    trails = walk(tracker(), [right, left], every(143, 4), looks=True)
    assert len(trails) == 2
    assert [bool(np.diff(trail.boxes[:, 0]).mean() > 0) for trail in trails] == [True, False]


def test_a_person_never_turns_into_the_car_beside_it() -> None:
    person = Walker((400.0, 500.0), (0.0, 0.0), hidden=((2.0, 3.0),))
    car = Walker((440.0, 500.0), (0.0, 0.0), (60.0, 110.0), class_number("car"))
    trails = walk(tracker(), [person, replace(car, hidden=((0.0, 2.0),))], every(100, 4))
    assert [trail.kind for trail in trails] == [class_number("person"), class_number("car")]


def test_time_must_go_forward() -> None:
    follower = tracker()
    follower.update(10, no_sightings(), None)
    for pts in (10, 9):
        with pytest.raises(ValueError, match="order of time"):
            follower.update(pts, no_sightings(), None)


def test_looks_come_always_or_never() -> None:
    follower = tracker()
    frames = list(scenes(lanes(2), [0, 40]))
    follower.update(0, frames[0][1], frames[0][2])
    with pytest.raises(ValueError, match="appearance"):
        follower.update(40, Sightings(frames[1][1].boxes + 500, *_rest(frames[1][1])), None)


def _rest(seen: Sightings) -> tuple[NDArray[np.float32], NDArray[np.uint8]]:
    return seen.scores, seen.kinds


def test_nothing_seen_is_no_trail() -> None:
    follower = tracker()
    assert follower.finish() == []
    for pts in every(40, 1):
        assert follower.update(pts, no_sightings(), None).shape == (0,)
    assert follower.finish() == []


def test_odd_boxes_do_no_harm() -> None:
    boxes = np.float32([[5, 5, 5, 5], [9, 9, 3, 3], [-50, -50, 4000, 4000]])
    follower = tracker()
    for pts in every(40, 1):
        shown = Sightings(boxes, np.full(3, 0.9, np.float32), np.full(3, 1, np.uint8))
        follower.update(pts, shown, None)
    assert all(np.isfinite(trail.boxes).all() for trail in follower.finish())


def test_it_says_its_name_and_version() -> None:
    assert tracker().name == "twostage 1"
