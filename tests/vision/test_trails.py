"""What is noise, what is a trail, and what a trail holds."""

from fractions import Fraction

import numpy as np
import pytest

from vsa_core.domain.objects import PERSON, UNNAMED
from vsa_core.vision.pieces import Piece, SliceClock
from vsa_core.vision.trails import Finish, Noise, finished

BARE = Finish(smoothing=0.0)


def clock(pace: int, frames: int = 100) -> SliceClock:
    ticking = SliceClock(Fraction(1, 1000))
    for frame in range(frames):
        ticking.tick(frame * pace)
    return ticking


def piece(
    frames: range, pace: int, step: float = 0.0, score: float = 0.9, number: int = 1
) -> Piece:
    count = len(frames)
    left = 100 + step * np.arange(count)
    boxes = np.stack([left, left * 0 + 100, left + 40, left * 0 + 200], axis=1)
    return Piece(
        number,
        np.array(frames, np.int64) * pace,
        boxes.astype(np.float32),
        np.full(count, score, np.float32),
        np.full(count, PERSON, np.uint8),
    )


def kept(found: Piece, pace: int) -> bool:
    return len(finished([found], clock(pace), BARE)) == 1


@pytest.mark.parametrize(
    ("pace", "enough"), [(33, 16), (143, 4), (200, 3), (400, 2), (500, 2), (600, 1), (4000, 1)]
)
def test_a_thing_at_rest_needs_half_a_second_or_what_the_sampling_gives(
    pace: int, enough: int
) -> None:
    assert kept(piece(range(20, 20 + enough), pace), pace)
    assert enough == 1 or not kept(piece(range(20, 20 + enough - 1), pace), pace)


def test_what_moves_by_a_third_of_its_size_needs_three_points_only() -> None:
    assert kept(piece(range(20, 23), 33, step=12.0), 33)
    assert not kept(piece(range(20, 23), 33, step=2.0), 33)
    assert not kept(piece(range(20, 22), 33, step=60.0), 33)


def test_nothing_unsure_is_a_trail() -> None:
    assert not kept(piece(range(20, 80), 40, score=0.2), 40)


@pytest.mark.parametrize("frame", [0, 99])
def test_one_point_at_the_cut_may_go_on_beyond_it(frame: int) -> None:
    assert kept(piece(range(frame, frame + 1), 40), 40)
    assert not kept(piece(range(frame, frame + 1), 40, score=0.1), 40)


def test_lone_sightings_link_nothing_unless_frames_are_rare() -> None:
    def trails(pace: int) -> list[int]:
        lone = [piece(range(k, k + 1), pace, number=k) for k in (20, 22, 24, 26)]
        return [len(trail.at) for trail in finished(lone, clock(pace), BARE)]

    assert trails(100) == []
    assert trails(1000) == [4]


def test_points_scores_and_numbers_come_out_as_they_went_in() -> None:
    one, other = piece(range(10, 60), 40, number=3), piece(range(5, 40), 40, number=8)
    trails = finished([other, one], clock(40), BARE)
    assert [trail.number for trail in trails] == [3, 8]
    assert trails[0].at.tobytes() == one.at.tobytes()
    assert trails[0].boxes.tobytes() == one.boxes.tobytes()
    assert trails[0].scores.tobytes() == one.scores.tobytes()
    assert trails[0].kind == PERSON != UNNAMED


def test_smoothing_keeps_every_point_and_its_time() -> None:
    shaken = piece(range(10, 60), 40)
    tremor = np.random.default_rng(5).normal(0, 3, shaken.boxes.shape).astype(np.float32)
    shaken.boxes[:] += tremor
    (trail,) = finished([shaken], clock(40), Finish())
    assert trail.at.tobytes() == shaken.at.tobytes()
    assert trail.boxes.shape == shaken.boxes.shape
    assert np.diff(trail.boxes, axis=0).std() < 0.3 * np.diff(shaken.boxes, axis=0).std()


def test_no_pieces_no_trails() -> None:
    assert finished([], SliceClock(Fraction(1, 25)), Finish()) == []


def test_without_an_interval_all_points_are_asked_for() -> None:
    assert Noise().fewest(0.0) == Noise().points
