"""Sightings sorted by number, and the slice's clock."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vsa_core.domain.track import Sightings
from vsa_core.vision.pieces import LOOKS, Diary, SliceClock

FRAMES = st.lists(st.lists(st.integers(-1, 6), max_size=5, unique=True), max_size=20)


def shown(numbers: list[int], pts: int) -> Sightings:
    marks = np.array([[number, pts, number + 1, pts + 1] for number in numbers], np.float32)
    return Sightings(
        marks.reshape(-1, 4),
        np.full(len(numbers), 0.5, np.float32),
        np.array([max(number, 0) for number in numbers], np.uint8),
    )


@settings(max_examples=50)
@given(FRAMES)
def test_every_numbered_sighting_comes_back_once_in_its_piece(frames: list[list[int]]) -> None:
    diary = Diary()
    for pts, numbers in enumerate(frames):
        diary.note(pts, np.array(numbers, np.int64), shown(numbers, pts), None)
    expected = {
        number: [pts for pts, numbers in enumerate(frames) if number in numbers]
        for number in sorted({n for numbers in frames for n in numbers} - {-1})
    }
    pieces = diary.pieces()
    assert {piece.number: piece.at.tolist() for piece in pieces} == expected
    assert [piece.number for piece in pieces] == list(expected)
    for piece in pieces:
        assert (piece.boxes[:, 0] == piece.number).all()
        assert piece.boxes[:, 1].tolist() == piece.at.tolist()
        assert (piece.kinds == piece.number).all()


def test_only_the_looks_of_the_ends_are_kept() -> None:
    diary = Diary()
    total = 5 * LOOKS
    for pts in range(total):
        turn = pts / total
        look = np.float32([[np.cos(turn), np.sin(turn)]])
        diary.note(pts, np.array([4]), shown([4], pts), look)
    (piece,) = diary.pieces()
    assert piece.head is not None
    assert piece.tail is not None
    assert np.arctan2(*piece.head[::-1]) == pytest.approx((LOOKS - 1) / 2 / total, abs=1e-3)
    assert np.arctan2(*piece.tail[::-1]) == pytest.approx(1 - (LOOKS + 1) / 2 / total, abs=1e-3)
    assert np.linalg.norm(piece.tail) == pytest.approx(1)


def test_looks_are_copied_not_borrowed() -> None:
    diary = Diary()
    looks = np.float32([[1, 0]])
    diary.note(0, np.array([1]), shown([1], 0), looks)
    looks[:] = [[0, 1]]
    (piece,) = diary.pieces()
    assert piece.head is not None
    assert piece.head.tolist() == [1, 0]


@given(st.lists(st.integers(1, 10**6), min_size=1, max_size=20), st.integers(1, 10**6))
def test_the_scale_of_the_time_base_changes_no_bit(steps: list[int], factor: int) -> None:
    base = Fraction(1001, 30_000)
    plain, scaled = SliceClock(base), SliceClock(base / factor)
    instants = np.cumsum(steps).tolist()
    for pts in instants:
        assert plain.tick(pts) == scaled.tick(pts * factor)
    at = np.array(instants, np.int64)
    assert plain.seconds(at).tobytes() == scaled.seconds(at * factor).tobytes()
    assert plain.now == scaled.now == plain.seconds(at[-1:])[0]
    assert plain.interval == scaled.interval


@pytest.mark.parametrize("pts", [7, 6, 2**62])
def test_time_goes_forward_and_not_beyond_counting(pts: int) -> None:
    clock = SliceClock(Fraction(1, 25))
    assert clock.tick(7) == 0
    with pytest.raises(ValueError, match="order of time"):
        clock.tick(pts)
