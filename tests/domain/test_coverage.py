from hypothesis import given
from hypothesis import strategies as st

from vsa_core.domain.coverage import Coverage, Covered, Level, Looked, joined


def covered(start: int, end: int, looked: Looked = Looked.LOOKED, camera: str = "rue") -> Covered:
    return Covered(camera, "f", start, end, looked, Level.FULL)


def test_nothing_asked_is_not_complete() -> None:
    assert not Coverage(()).complete


def test_a_gap_makes_an_answer_incomplete_and_is_counted() -> None:
    coverage = joined([covered(0, 60), covered(60, 90, Looked.UNDECODABLE)])
    assert not coverage.complete
    assert coverage.microseconds(Looked.UNDECODABLE) == 30
    assert coverage.asked == 90


@given(st.lists(st.integers(1, 50), min_size=1, max_size=10))
def test_joining_touching_stretches_loses_no_time(lengths: list[int]) -> None:
    stretches, at = [], 0
    for length in lengths:
        stretches.append(covered(at, at + length))
        at += length
    assert joined(reversed(stretches)).stretches == (covered(0, at),)


def test_other_fates_and_cameras_do_not_merge() -> None:
    parts = [covered(0, 5), covered(5, 9, Looked.SKIPPED), covered(9, 12, camera="parking")]
    assert len(joined(parts).stretches) == 3


def test_fields_name_everything() -> None:
    fields = covered(1, 2).fields()
    assert fields["looked"] == "looked"
    assert fields["level"] == "full"
