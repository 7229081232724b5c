"""Output time: exact for one file, gaps kept between two, overlaps laid end to end."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from tests.export.world import BASE, CLOCK, footage, later
from vsa_core.export.timing import COMMON, Pace, time_base_of


def test_one_file_keeps_its_time_base() -> None:
    assert time_base_of((footage(base=Fraction(1001, 30_000)),)) == Fraction(1001, 30_000)


def test_two_files_share_the_common_one() -> None:
    assert time_base_of((footage(), footage("b"))) == COMMON


def test_a_base_too_fine_for_mp4_becomes_the_common_one() -> None:
    assert time_base_of((footage(base=Fraction(1, 10_000_000)),)) == COMMON


@given(
    st.integers(-(2**40), 2**40),
    st.lists(st.integers(0, 2**31), min_size=2, max_size=20),
    st.sampled_from([Fraction(1, 1000), Fraction(1001, 30_000), Fraction(1, 90_000)]),
)
def test_ticks_of_one_file_are_its_own(first: int, steps: list[int], base: Fraction) -> None:
    file = footage(base=base, start=first, end=first + 2**33)
    pace = Pace(base, file, first, Fraction(0))
    assert [pace.ticks(first + step) for step in steps] == steps


@given(st.integers(0, 2_000_000))
def test_the_gap_between_two_files_is_kept(pause: int) -> None:
    one = footage()
    two = footage("b.mkv", clock=later(CLOCK, 2_000_000 + pause))
    first = Pace(COMMON, one, 0, Fraction(0))
    second = first.next(2000, two, 0)
    assert second.start == Fraction(2_000_000 + pause, 1_000_000)
    assert second.ticks(0) == (2_000_000 + pause) * 9 // 100


def test_an_overlap_is_laid_after_the_end() -> None:
    two = footage("b.mkv", clock=later(CLOCK, 1_600_000))
    second = Pace(COMMON, footage(), 0, Fraction(0)).next(2000, two, 0)
    assert second.seconds(0) == 2
    assert second.seconds(500) == Fraction(5, 2)


def test_a_span_that_starts_inside_the_first_file_counts_from_there() -> None:
    two = footage("b.mkv", clock=later(CLOCK, 2_000_000))
    second = Pace(BASE, footage(), 1500, Fraction(0)).next(2000, two, 40)
    assert second.seconds(40) == Fraction(540, 1000)
