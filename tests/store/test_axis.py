"""Times of many points agree with Footage to the microsecond."""

from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.store.samples import footage, stream
from vsa_core.store.axis import corrected, microseconds

BASES = st.sampled_from(
    [
        Fraction(1, 90_000),
        Fraction(1, 25),
        Fraction(1001, 30_000),
        Fraction(1, 12_800),
        Fraction(1, 10**9),
        Fraction(7, 3),
    ]
)


@given(BASES, st.integers(-(2**40), 2**40), st.lists(st.integers(-(2**40), 2**40), max_size=20))
def test_the_same_as_one_by_one(base: Fraction, start: int, pts: list[int]) -> None:
    file = replace(footage(3), stream=stream(60, base, start))
    times = corrected(file, np.array(pts, np.int64))
    assert times.dtype == np.int64
    assert times.tolist() == [file.corrected(at) for at in pts]


def test_a_hostile_time_base_overflows_nothing() -> None:
    base = Fraction(2**31 - 1, 2**31 - 3)
    ticks = np.array([0, 1, -1, 2**20], np.int64)
    expected = [(int(tick) * base * 1_000_000).__floor__() for tick in ticks]
    assert microseconds(ticks, base).tolist() == expected


def test_footage_without_pictures_has_no_times() -> None:
    with pytest.raises(ValueError, match="no time axis"):
        corrected(replace(footage(3), stream=None), np.zeros(1, np.int64))
