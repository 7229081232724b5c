from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.state.strip import EMPTY, Hole, Strip
from tests.app.state.stage import SECOND, film, part
from tests.desk.scene import START
from vsa_core.domain.footage import Gap
from vsa_core.domain.moment import MICROSECONDS, Span, Window

END = START + 600 * MICROSECONDS


@st.composite
def strips(draw: st.DrawFn) -> Strip:
    """One to three files of uneven pictures, with pauses between the files."""
    start, parts = START, []
    for number in range(draw(st.integers(1, 3))):
        steps = draw(st.lists(st.integers(1, 3000), min_size=1, max_size=12))
        pts = [int(p) for p in np.cumsum([draw(st.integers(-500, 500)), *steps])]
        footage = film(f"f{number}", pts, start)
        parts.append(part(footage, pts))
        assert footage.stream is not None
        start = footage.corrected(footage.stream.span.end) + draw(st.integers(1, 5000)) * 1000
    return Strip(tuple(parts), END)


@given(strips())
def test_each_picture_is_on_show_from_its_own_time_until_it_is_not(strip: Strip) -> None:
    for index in range(len(strip)):
        for at in (int(strip.at[index]), int(strip.until[index]) - 1):
            assert strip.on_show(at) == index
            assert strip.hole(at) is None
        after = strip.hole(int(strip.until[index]))
        assert after is None or after.before == index


@given(strips())
def test_every_picture_keeps_its_file_and_its_address(strip: Strip) -> None:
    index = 0
    for held in strip.parts:
        for pts, at in zip(held.pts, held.at, strict=True):
            assert strip.part(index).footage.digest == held.footage.digest
            assert (strip.pts[index], strip.at[index]) == (pts, at)
            assert strip.find(held.footage.digest, int(pts)) == index
            index += 1
    assert index == len(strip)


def test_between_two_files_there_is_a_hole_as_long_as_the_pause() -> None:
    first = film("a", [0, 40, 80])
    second = film("b", [0, 40], START + 5 * SECOND)
    strip = Strip((part(first, [0, 40, 80]), part(second, [0, 40])), END)
    assert strip.hole(START + SECOND) == Hole(2, Window(START + 120_000, START + 5 * SECOND), "")
    assert strip.hole(START - 1) == Hole(-1, None, "")
    assert strip.hole(START + 6 * SECOND) == Hole(4, None, "")


def test_a_jump_of_time_within_a_file_is_a_hole_with_its_code() -> None:
    pts = [0, 40, 8000, 8040]
    footage = film("a", pts, gaps=[Gap(Span(80, 8000), "SRC-023")])
    strip = Strip((part(footage, pts),), END)
    hole = strip.hole(START + SECOND)
    assert hole == Hole(1, Window(START + 80_000, START + 8 * SECOND), "SRC-023")
    assert strip.until.tolist()[0] == START + 40_000


def test_a_slow_camera_has_no_holes() -> None:
    pts = [0, 9000, 20_000]
    strip = Strip((part(film("a", pts), pts),), END)
    assert strip.hole(START + 8 * SECOND) is None
    assert strip.on_show(START + 8 * SECOND) == 0


def test_where_two_files_overlap_the_later_is_on_show_while_it_lasts() -> None:
    long, short = film("a", [0, 5000, 10_000]), film("b", [0, 40], START + 6 * SECOND)
    strip = Strip((part(long, [0, 5000, 10_000]), part(short, [0, 40])), END)
    assert strip.on_show(START + 6 * SECOND + 50_000) == 4
    assert strip.on_show(START + 7 * SECOND) == 1
    assert strip.hole(START + 7 * SECOND) is None


def test_only_what_was_looked_at_closely_may_be_shown() -> None:
    pts = [0, 40, 80, 120]
    held = part(film("a", pts), pts, looked=[Span(0, 41), Span(120, 200)])
    assert Strip((held,), END).looked.tolist() == [True, True, False, True]


def test_the_reels_end_cuts_the_last_picture_short() -> None:
    pts = [0, 40]
    strip = Strip((part(film("a", pts, end=90_000), pts),), START + 50_000)
    assert strip.until.tolist() == [START + 40_000, START + 50_000]


@pytest.mark.parametrize("strip", [EMPTY, Strip((part(film("a", [0]), []),), END)])
def test_a_strip_may_be_empty(strip: Strip) -> None:
    assert len(strip) == 0
    assert strip.on_show(START) == -1
    assert strip.hole(START) == Hole(-1, None, "")


def test_times_are_those_of_the_footage() -> None:
    footage = film("a", [-7, 33])
    assert footage.stream is not None
    assert footage.stream.time_base == Fraction(1, 1000)
    assert Strip((part(footage, [-7, 33]),), END).at.tolist() == [START, START + 40_000]
