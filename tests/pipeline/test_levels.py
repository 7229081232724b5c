import itertools
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vsa_core.domain.coverage import Level, Looked
from vsa_core.domain.footage import Gap
from vsa_core.domain.moment import Span
from vsa_core.pipeline.levels import Pace, stretches

MS = Fraction(1, 1000)


@pytest.mark.parametrize(("rate", "taken"), [(5, 50), (25, 50), (30, 50), (7, 35), (2, 20)])
def test_standard_looks_at_five_frames_a_second_at_most(rate: int, taken: int) -> None:
    pace = Pace(Level.STANDARD, Fraction(1, rate))
    got = sum(pace.takes(pts) for pts in range(10 * rate))
    assert got <= 51
    assert got >= taken


def test_a_pause_does_not_make_the_pace_hurry_after_it() -> None:
    pace = Pace(Level.STANDARD, MS)
    times = [0, 200, 60_000, 60_040, 60_080, 60_200]
    assert [pace.takes(t) for t in times] == [True, True, True, False, False, True]


def test_full_looks_at_every_frame() -> None:
    pace = Pace(Level.FULL, MS)
    assert all(pace.takes(pts) for pts in range(0, 1000, 10))


def test_scan_says_what_it_skipped_between_key_frames() -> None:
    fates = stretches(Level.SCAN, Span(0, 10_000), MS, [0, 5_000], [])
    assert [(s.span.start, s.span.end, s.looked) for s in fates] == [
        (0, 1_000, Looked.LOOKED),
        (1_000, 5_000, Looked.SKIPPED),
        (5_000, 6_000, Looked.LOOKED),
        (6_000, 10_000, Looked.SKIPPED),
    ]


def test_a_slice_without_one_picture_is_undecodable_never_looked_at() -> None:
    (only,) = stretches(Level.FULL, Span(0, 10), MS, [], [])
    assert only.looked is Looked.UNDECODABLE


def test_what_is_calm_is_told_apart_from_what_was_looked_at() -> None:
    gap = Gap(Span(30, 35), "SRC-021")
    calm = [Span(11, 20), Span(31, 40)]
    fates = stretches(Level.STANDARD, Span(0, 50), MS, [0, 10], [gap], calm)
    assert [(s.span.start, s.span.end, s.looked) for s in fates] == [
        (0, 11, Looked.LOOKED),
        (11, 20, Looked.CALM),
        (20, 30, Looked.LOOKED),
        (30, 35, Looked.UNDECODABLE),
        (35, 40, Looked.CALM),
        (40, 50, Looked.LOOKED),
    ]


@given(
    st.lists(st.tuples(st.integers(0, 90), st.integers(1, 20)), max_size=5), st.sampled_from(Level)
)
def test_stretches_partition_the_slice_and_gaps_are_never_looked_at(
    holes: list[tuple[int, int]], level: Level
) -> None:
    gaps = [Gap(Span(a, a + n), "SRC-021") for a, n in holes]
    fates = stretches(level, Span(0, 100), Fraction(1, 10), [0, 50], gaps)
    assert fates[0].span.start == 0
    assert fates[-1].span.end == 100
    for one, two in itertools.pairwise(fates):
        assert one.span.end == two.span.start
        assert one.looked is not two.looked
    for fate in fates:
        if fate.looked is not Looked.UNDECODABLE:
            assert not any(fate.span.overlaps(gap.span) for gap in gaps)
