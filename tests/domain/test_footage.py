from dataclasses import replace
from fractions import Fraction

import pytest

from vsa_core.domain.footage import Footage, FootageState, Stream, recordings
from vsa_core.domain.moment import ClockClaim, Span

SECOND = 1_000_000


def footage(name: str, start_s: float, seconds: int, camera: str = "rue") -> Footage:
    stream = Stream(
        codec="h264",
        width=640,
        height=360,
        rotation=0,
        time_base=Fraction(1, 1000),
        span=Span(1400, 1400 + seconds * 1000),
        packets=1,
        pictures=1,
        keys=1,
        variable=False,
        rate=None,
        rebuilt=False,
    )
    clock = ClockClaim(int(start_s * SECOND), 0, 0, "x")
    return Footage(
        digest=name,
        name=name,
        path=f"{name}.mp4",
        size=1,
        camera=camera,
        exhibit="S1",
        clock=clock,
        state=FootageState.READABLE,
        reason="",
        stream=stream,
        gaps=(),
    )


def test_corrected_time_counts_from_the_first_picture_not_from_zero() -> None:
    assert footage("a", 100, 60).corrected(1400) == 100 * SECOND
    assert footage("a", 100, 60).corrected(2400) == 101 * SECOND


def test_footage_without_pictures_has_no_time() -> None:
    with pytest.raises(ValueError, match="no time axis"):
        replace(footage("a", 0, 1), stream=None).corrected(0)


def test_files_at_most_two_seconds_apart_join() -> None:
    files = (footage("b", 161.9, 60), footage("a", 100, 60), footage("c", 224.0, 60))
    joined = recordings(files)
    assert [tuple(f.digest for f in r.files) for r in joined] == [("a", "b"), ("c",)]
    assert joined[0].name == "a"


def test_other_cameras_and_overlaps_and_unclaimed_clocks_stand_alone() -> None:
    files = (
        footage("a", 100, 60),
        footage("b", 160, 60, camera="parking"),
        footage("c", 130, 60),
        replace(footage("d", 160, 60), clock=None),
    )
    assert all(len(r.files) == 1 for r in recordings(files))


def test_a_change_of_picture_size_starts_a_new_recording() -> None:
    second = footage("b", 160, 60)
    assert second.stream is not None
    wider = replace(second, stream=replace(second.stream, width=1280))
    assert len(recordings((footage("a", 100, 60), wider))) == 2


def test_files_without_pictures_are_in_no_recording() -> None:
    assert recordings((replace(footage("a", 0, 1), stream=None),)) == ()
