from fractions import Fraction

import numpy as np

from vsa_core.domain.moment import Span
from vsa_core.domain.replay import box_of, present
from vsa_core.domain.track import Part, Tracks

SECOND = 1_000_000


def walker() -> Tracks:
    """One track from x = 1000 to x = 3000 between seconds 1 and 3, three points."""
    n = 3
    return Tracks(
        parts=(Part("f", Fraction(1, 1000), Span(0, 5000)),),
        number=np.array([0], np.uint32),
        kind=np.array([1], np.uint8),
        score=np.array([200], np.uint8),
        colours=np.zeros((1, 8), np.uint8),
        starts=np.array([0, n], np.int64),
        t=np.array([1, 2, 3], np.int64) * SECOND,
        pts=np.array([1000, 2000, 3000], np.int64),
        part=np.zeros(n, np.uint16),
        x=np.array([1000.0, 2000.0, 3000.0]),
        y=np.full(n, 5000.0),
        w=np.full(n, 100.0),
        h=np.full(n, 400.0),
    )


def test_between_two_points_the_box_is_interpolated() -> None:
    shown = present(walker(), 1_500_000)
    assert shown.rows.tolist() == [0]
    assert shown.boxes[0].tolist() == [1450, 4600, 1550, 5000]


def test_before_and_after_it_is_held_and_then_gone() -> None:
    assert len(present(walker(), 500_000).rows) == 0
    held = present(walker(), 600_000, hold=SECOND // 2)
    assert held.boxes[0].tolist() == [950, 4600, 1050, 5000]
    assert len(present(walker(), 3_600_000, hold=SECOND // 2).rows) == 0


def test_observed_says_whether_a_point_is_near() -> None:
    assert present(walker(), 2_400_000).observed.tolist() == [True]
    sparse = walker()
    sparse.t[:] = np.array([0, 10, 20]) * SECOND
    assert present(sparse, 5 * SECOND).observed.tolist() == [False]


def test_box_of_one_point() -> None:
    assert box_of(walker(), 1) == (1950, 4600, 2050, 5000)
