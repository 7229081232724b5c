"""Broken pieces are joined when motion, size and looks agree, and only then."""

from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest
from numpy.typing import NDArray

from vsa_core.domain.objects import PERSON, class_number
from vsa_core.vision.pieces import Piece, SliceClock
from vsa_core.vision.stitch import Stitching, stitched

HOW = Stitching()
LOOKS = np.eye(3, dtype=np.float32)


def clock(seconds: float = 60.0) -> SliceClock:
    ticking = SliceClock(Fraction(1, 1000))
    ticking.tick(0)
    ticking.tick(int(seconds * 1000))
    return ticking


def piece(
    number: int,
    start: float,
    end: float,
    x: float = 0.0,
    speed: float = 60.0,
    side: float = 60.0,
    kind: int = PERSON,
) -> Piece:
    """A box that walks along x = `x` + `speed` * time, seen ten times a second."""
    seconds = np.arange(round(start * 10), round(end * 10)) / 10
    middle = 200 + x + speed * seconds
    still = np.full(len(seconds), 300.0)
    boxes = np.stack([middle - side / 2, still - side, middle + side / 2, still + side], axis=1)
    return Piece(
        number,
        np.round(seconds * 1000).astype(np.int64),
        boxes.astype(np.float32),
        np.full(len(seconds), 0.8, np.float32),
        np.full(len(seconds), kind, np.uint8),
    )


def dressed(bare: Piece, look: NDArray[np.float32]) -> Piece:
    return replace(bare, head=look, tail=look)


def numbers(*pieces: Piece, how: Stitching = HOW) -> list[int]:
    return [joined.number for joined in stitched(pieces, clock(), how)]


def test_one_object_broken_in_three_is_whole_again() -> None:
    broken = [piece(7, 0, 3), piece(2, 4, 6), piece(9, 6.5, 8)]
    (whole,) = stitched(broken, clock(), HOW)
    assert whole.number == 2
    assert whole.at.tolist() == np.concatenate([p.at for p in broken]).tolist()
    assert (np.diff(whole.at) > 0).all()


@pytest.mark.parametrize(
    "later",
    [
        piece(2, 5.5, 8),  # too long a gap
        piece(2, 2.5, 8),  # both seen at once
        piece(2, 4, 8, x=-200),  # not where it was going
        piece(2, 4, 8, side=160),  # another size
        piece(2, 4, 8, speed=-60, x=480),  # coming from the other side
        piece(2, 4, 8, kind=class_number("car")),
    ],
)
def test_what_does_not_agree_stays_apart(later: Piece) -> None:
    assert numbers(piece(1, 0, 3), later) == [1, 2]


def test_a_car_now_and_a_truck_then_are_one() -> None:
    first = piece(1, 0, 3, kind=class_number("car"))
    assert numbers(first, piece(2, 4, 8, kind=class_number("truck"))) == [1]
    assert numbers(first, piece(2, 4, 8, kind=class_number("unnamed"))) == [1]


def test_looks_may_forbid_what_motion_allows() -> None:
    first, second = piece(1, 0, 3), piece(2, 3.5, 8)
    assert numbers(dressed(first, LOOKS[0]), dressed(second, LOOKS[0])) == [1]
    assert numbers(dressed(first, LOOKS[0]), dressed(second, LOOKS[1])) == [1, 2]


def test_the_better_of_two_followers_is_taken() -> None:
    first, near, nearer = piece(1, 0, 3), piece(2, 3.5, 8, x=12), piece(3, 3.5, 8, x=1)
    joined = {p.number: len(p) for p in stitched([first, near, nearer], clock(), HOW)}
    assert joined == {1: 30 + 45, 2: 45}


def test_no_gap_allowed_joins_nothing() -> None:
    assert numbers(piece(1, 0, 3), piece(2, 3.1, 8), how=Stitching(gap=0)) == [1, 2]


def test_the_order_of_the_pieces_does_not_matter() -> None:
    pieces = [piece(k, 3 * k, 3 * k + 2, x=5.0 * k) for k in range(6)]
    forth = stitched(pieces, clock(), HOW)
    back = stitched(pieces[::-1], clock(), HOW)
    assert [p.number for p in forth] == [p.number for p in back]
    assert [p.at.tobytes() for p in forth] == [p.at.tobytes() for p in back]


def test_single_sightings_and_nothing() -> None:
    assert stitched([], clock(), HOW) == []
    assert numbers(piece(1, 0, 0.1, speed=0), piece(2, 0.3, 0.4, speed=0)) == [1]
