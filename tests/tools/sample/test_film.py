"""Films: true names, exact times, a burnt-in clock that agrees, the same bytes twice."""

import datetime
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest
from numpy.typing import NDArray

from tools.sample.archive import STREET, YARD
from tools.sample.film import Beat, Recorder, Reel, _Stamp, cut, steady, uneven, write
from tools.sample.scene import Scene


def decoded(path: Path) -> list[tuple[Fraction, NDArray[np.uint8]]]:
    with av.open(str(path)) as container:
        stream = container.streams.video[0]
        assert stream.time_base is not None
        return [
            (frame.pts * stream.time_base, frame.to_ndarray(format="bgr24"))
            for frame in container.decode(stream)
            if frame.pts is not None
        ]


def test_files_are_named_for_the_time_they_begin() -> None:
    assert STREET.name(0) == "rue_20240305_140000.mp4"
    assert STREET.name(60) == "rue_20240305_140100.mp4"
    assert YARD.stamp(36) == "05/03/2024  18:59:00"


def test_a_steady_rate_is_cut_every_minute() -> None:
    time_base, beats = steady(150, Fraction(25, 2))
    reels = list(cut(beats, time_base, 60))
    assert [(reel.second, len(reel.beats)) for reel in reels] == [(0, 750), (60, 750), (120, 375)]
    assert reels[1].beats[0] == Beat(750, 750)


def test_an_uneven_rate_drops_at_night_and_loses_pictures() -> None:
    time_base, beats = uneven(180, 96, np.random.default_rng(3))
    ticks = np.array([beat.ticks for beat in beats])
    steps = np.diff(ticks)
    assert time_base == Fraction(1, 1000)
    assert ticks[0] == 0
    assert ticks[-1] < 180_000
    by_day, by_night = steps[ticks[:-1] < 96_000], steps[ticks[:-1] >= 96_000]
    assert 70 < np.median(by_day) < 90
    assert 190 < np.median(by_night) < 210
    assert len(np.unique(by_day)) > 10
    assert (by_day > 120).any()


@pytest.mark.parametrize("recorder", [STREET, YARD], ids=["mp4", "mkv"])
def test_times_and_bytes_are_kept(
    tmp_path: Path, both: tuple[Scene, Scene], recorder: Recorder
) -> None:
    base, ticks = (Fraction(2, 25), (750, 751, 752, 753)) if recorder is STREET else (
        Fraction(1, 1000), (60_000, 60_080, 60_153, 60_353))  # fmt: skip
    reel = Reel(60, tuple(Beat(n, tick) for n, tick in enumerate(ticks)))
    place = both[recorder is YARD]
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        write(tmp_path / name, recorder, place, reel, base)
    one, two = (tmp_path / name / recorder.name(60) for name in ("a", "b"))
    assert one.read_bytes() == two.read_bytes()
    assert [at for at, _ in decoded(one)] == [(tick - ticks[0]) * base for tick in ticks]


def test_a_constant_file_is_as_long_as_its_pictures(
    tmp_path: Path, both: tuple[Scene, Scene]
) -> None:
    base, beats = steady(1, Fraction(25, 2))
    path = write(tmp_path, STREET, both[0], Reel(0, beats), base)
    with av.open(str(path)) as container:
        stream = container.streams.video[0]
        assert stream.duration is not None
        assert stream.duration * (stream.time_base or 0) == Fraction(24, 25)


def test_the_clock_is_burnt_in_white_on_black() -> None:
    stamp = _Stamp(STREET)
    grey = np.full((360, 640, 3), 128, np.uint8)
    one, same, next_one = (stamp.burn(grey.copy(), second) for second in (7, 7, 8))
    assert np.array_equal(one, same)
    assert not np.array_equal(one, next_one)
    clock = one[6:26, 8:220]
    assert (clock == 238).any()
    assert (clock == 12).any()
    assert (one[40:330] == 128).all()


def test_the_recorders_begin_when_their_files_say() -> None:
    assert STREET.shown == datetime.datetime(2024, 3, 5, 14)  # noqa: DTZ001
