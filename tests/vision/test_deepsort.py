"""DeepSORT as the house uses it: embeddings handed in, seconds instead of frames."""

from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.vision.walkers import (
    BASE,
    SIZE,
    Walker,
    every,
    lanes,
    retimed,
    same,
    scenes,
    sightings_of,
    walk,
)
from vsa_core.domain.objects import UNNAMED, class_number
from vsa_core.domain.track import Sightings, no_sightings
from vsa_core.vision.deepsort import DeepSortSettings, DeepSortTracker

PACES = st.lists(st.integers(20, 160), min_size=15, max_size=30)


def tracker(base: Fraction = BASE) -> DeepSortTracker:
    return DeepSortTracker(base, SIZE)


def dressed(count: int) -> list[Walker]:
    return [replace(walker, look=k) for k, walker in enumerate(lanes(count))]


@pytest.mark.parametrize("pace", [33, 40, 143, 200])
@pytest.mark.parametrize("looks", [True, False])
def test_each_walker_is_one_trail_from_its_first_sighting(pace: int, looks: bool) -> None:
    seen = every(pace, 6)
    trails = walk(tracker(), dressed(4), seen, looks)
    assert [trail.number for trail in trails] == [1, 2, 3, 4]
    assert all(trail.at.tolist() == seen for trail in trails)


@settings(max_examples=10)
@given(PACES, st.integers(-(2**40), 2**40), st.integers(1, 90_000))
def test_moving_the_clock_moves_the_trails_and_nothing_else(
    steps: list[int], shift: int, factor: int
) -> None:
    plain, moved = tracker(), tracker(BASE / factor)
    for pts, seen, looks in scenes(dressed(3), np.cumsum(steps).tolist()):
        numbers = plain.update(pts, seen, looks)
        assert np.array_equal(numbers, moved.update((pts + shift) * factor, seen, looks))
    expected = [retimed(trail, shift, factor) for trail in plain.finish()]
    assert same(expected, moved.finish())


def test_the_same_input_gives_the_same_bytes() -> None:
    seen = every(70, 5)
    assert same(walk(tracker(), dressed(4), seen, True), walk(tracker(), dressed(4), seen, True))


@pytest.mark.parametrize("pace", [40, 200])
def test_what_is_lost_is_remembered_for_seconds_not_frames(pace: int) -> None:
    short = Walker((200.0, 300.0), hidden=((2.0, 3.4),), look=1)
    long = Walker((200.0, 700.0), hidden=((2.0, 9.0),), look=2)
    trails = walk(tracker(), [short, long], every(pace, 12), looks=True)
    whole = len(every(pace, 12))
    assert whole - 1.4 * 1000 / pace in [len(trail.at) for trail in trails]
    assert len(trails) == 3


def test_a_box_without_area_does_not_shift_the_looks_of_the_others() -> None:
    follower = tracker()
    for pts in every(40, 2):
        seen = sightings_of(lanes(2), pts / 1000)
        flat = np.float32([[7, 7, 7, 30]])
        shown = Sightings(
            np.concatenate([flat, seen.boxes]),
            np.float32([0.99, 0.9, 0.9]),
            np.uint8([1, 1, 1]),
        )
        numbers = follower.update(pts, shown, np.eye(3, dtype=np.float32))
        assert numbers.tolist() == [-1, 1, 2]


def test_the_budget_bounds_what_is_kept_of_an_appearance() -> None:
    follower = DeepSortTracker(BASE, SIZE, DeepSortSettings(budget=5))
    for pts, seen, looks in scenes(dressed(2), every(40, 2)):
        follower.update(pts, seen, looks)
    kept = follower._library.tracker.metric.samples
    assert sorted(len(looks) for looks in kept.values()) == [5, 5]


def test_a_name_wins_over_unnamed_with_a_fair_share() -> None:
    follower = tracker()
    for k, (pts, seen, looks) in enumerate(scenes(dressed(1), every(40, 2))):
        kind = class_number("car") if k % 4 == 0 else UNNAMED
        follower.update(pts, Sightings(seen.boxes, seen.scores, np.uint8([kind])), looks)
    assert [trail.kind for trail in follower.finish()] == [class_number("car")]


def test_looks_come_always_or_never() -> None:
    follower = tracker()
    frames = list(scenes(dressed(2), [0, 40]))
    follower.update(0, frames[0][1], frames[0][2])
    with pytest.raises(ValueError, match="appearance"):
        follower.update(40, frames[1][1], None)


def test_time_must_go_forward() -> None:
    follower = tracker()
    follower.update(10, no_sightings(), None)
    with pytest.raises(ValueError, match="order of time"):
        follower.update(10, no_sightings(), None)


def test_nothing_seen_is_no_trail() -> None:
    follower = tracker()
    for pts in every(40, 1):
        assert follower.update(pts, no_sightings(), None).shape == (0,)
    assert follower.finish() == []
    assert follower.name == "deepsort 1.3.2/1"
