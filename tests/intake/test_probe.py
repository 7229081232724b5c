"""The judgement is a pure function of what the walk told."""

from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vsa_core.domain.footage import FootageState, Gap, PacketIndex
from vsa_core.domain.moment import Span
from vsa_core.domain.ports import Walked
from vsa_core.intake.probe import Judged, judge

BASE = Fraction(1, 1000)
NEVER = int(np.iinfo(np.int64).min)


def index(pts: list[int], duration: int = 40) -> PacketIndex:
    times = np.array(pts, np.int64)
    n = len(pts)
    key = np.arange(n) % 10 == 0
    sizes = np.full(n, 100, np.int64)
    return PacketIndex(times, times, sizes, key, np.arange(n) * 100, sizes * 0 + duration)


def walked(pts: list[int], duration: int = 40) -> Walked:
    return Walked(
        container="mov",
        codec="h264",
        width=640,
        height=360,
        rotation=0,
        time_base=BASE,
        rate=Fraction(25),
        timed=True,
        encrypted=False,
        trial=4,
        faults=(),
        packets=index(pts, duration),
    )


EVEN = list(range(0, 4000, 40))


def test_a_sound_file() -> None:
    judged = judge(walked(EVEN))
    assert (judged.state, judged.reason, judged.gaps) == (FootageState.READABLE, "SRC-000", ())
    stream = judged.stream
    assert stream is not None
    assert (stream.span, stream.packets, stream.pictures, stream.keys) == (
        Span(0, 4000),
        100,
        100,
        10,
    )
    assert not stream.variable
    assert not stream.rebuilt


@pytest.mark.parametrize(
    ("change", "state", "reason"),
    [
        ({"trial": 0}, FootageState.NO_PICTURE, "SRC-017"),
        ({"trial": 0, "encrypted": True}, FootageState.ENCRYPTED, "SRC-015"),
        ({"encrypted": True}, FootageState.DAMAGED, "SRC-015"),
        ({"packets": index([])}, FootageState.NO_PICTURE, "SRC-017"),
        ({"packets": index([]), "faults": ("SRC-028",)}, FootageState.NO_PICTURE, "SRC-028"),
        ({"packets": index([NEVER, NEVER])}, FootageState.NO_PICTURE, "SRC-017"),
        ({"width": 8193}, FootageState.UNREADABLE, "SRC-018"),
        ({"width": 8192, "height": 4321}, FootageState.UNREADABLE, "SRC-018"),
        ({"timed": False}, FootageState.RECONSTRUCTED, "SRC-007"),
        ({"faults": ("SRC-024",)}, FootageState.RECONSTRUCTED, "SRC-024"),
        ({"faults": ("SRC-029", "SRC-028")}, FootageState.DAMAGED, "SRC-028"),
        ({"faults": ("SRC-021",)}, FootageState.DAMAGED, "SRC-021"),
        ({"faults": ("SRC-031",)}, FootageState.READABLE, "SRC-031"),
        ({"faults": ("SRC-030", "SRC-029")}, FootageState.DAMAGED, "SRC-029"),
    ],
)
def test_state_and_reason(change: dict[str, object], state: FootageState, reason: str) -> None:
    judged = judge(replace(walked(EVEN), **change))  # type: ignore[arg-type]  # by field name
    assert (judged.state, judged.reason) == (state, reason)
    pictures = state in (
        FootageState.READABLE,
        FootageState.DAMAGED,
        FootageState.RECONSTRUCTED,
    )
    assert (judged.stream is not None) is pictures


def test_pictures_standing_up_are_measured_upright() -> None:
    stream = judge(replace(walked(EVEN), rotation=270)).stream
    assert stream is not None
    assert (stream.width, stream.height, stream.rotation) == (360, 640, 270)
    tall = judge(replace(walked(EVEN), width=4320, height=8192))
    assert tall.state is FootageState.READABLE


def test_rebuilt_times_say_so() -> None:
    for change in ({"timed": False}, {"faults": ("SRC-024",)}):
        stream = judge(replace(walked(EVEN), **change)).stream
        assert stream is not None
        assert stream.rebuilt


def test_a_pause_is_a_gap_from_when_a_picture_was_due() -> None:
    judged = judge(walked([0, 40, 80, 5080, 5120]))
    assert judged.gaps == (Gap(Span(120, 5080), "SRC-023"),)
    assert (judged.state, judged.reason) == (FootageState.DAMAGED, "SRC-023")


@pytest.mark.parametrize(("step", "gaps"), [(1000, 0), (1001, 1)])
def test_one_second_is_not_yet_a_pause(step: int, gaps: int) -> None:
    assert len(judge(walked([0, 40, 80, 80 + step])).gaps) == gaps


def test_slow_footage_pauses_after_five_steps() -> None:
    slow = list(range(0, 50_000, 1000))
    assert judge(walked([*slow, slow[-1] + 5000])).gaps == ()
    assert len(judge(walked([*slow, slow[-1] + 5001])).gaps) == 1


def test_a_picture_left_out_now_and_then_is_said() -> None:
    judged = judge(walked([t for t in EVEN if t != 2000]))
    assert (judged.state, judged.reason, judged.gaps) == (FootageState.READABLE, "SRC-033", ())


def test_rounding_to_milliseconds_is_not_a_variable_rate() -> None:
    ntsc = judge(walked([round(k * 1001 / 30) for k in range(90)])).stream
    assert ntsc is not None
    assert not ntsc.variable


def test_a_truly_variable_rate_is_told() -> None:
    times = np.cumsum(np.random.default_rng(3).integers(10, 190, 100)).tolist()
    stream = judge(walked(times)).stream
    assert stream is not None
    assert stream.variable


@pytest.mark.parametrize(("duration", "end"), [(40, 4000), (900, 4860), (0, 4000), (9999, 4000)])
def test_the_last_picture_lasts_as_told_if_that_is_sane(duration: int, end: int) -> None:
    stream = judge(walked(EVEN, duration)).stream
    assert stream is not None
    assert stream.span.end == end


def test_a_single_picture_lasts_what_the_rate_claims() -> None:
    stream = judge(walked([7], duration=0)).stream
    assert stream is not None
    assert stream.span == Span(7, 47)


@given(st.lists(st.integers(-(2**40), 2**40), min_size=1, max_size=40, unique=True))
def test_any_times_are_judged_and_gaps_lie_between_pictures(pts: list[int]) -> None:
    judged: Judged = judge(walked(pts))
    assert judged.stream is not None
    span = judged.stream.span
    assert span.start == min(pts)
    assert span.end > max(pts)
    for gap in judged.gaps:
        assert span.start < gap.span.start < gap.span.end <= max(pts)
        assert not any(gap.span.start <= t < gap.span.end for t in pts)
