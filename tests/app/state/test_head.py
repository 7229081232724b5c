from hypothesis import given
from hypothesis import strategies as st

from app.state.head import Head
from app.state.strip import EMPTY, Strip
from tests.app.state.stage import SECOND, film, part
from tests.app.state.test_strip import END, strips
from tests.desk.scene import START
from vsa_core.domain.moment import Span


def two_files() -> Strip:
    """Pictures 0 to 2, a pause of some five seconds, pictures 3 and 4."""
    first, second = film("a", [0, 40, 80]), film("b", [0, 40], START + 5 * SECOND)
    return Strip((part(first, [0, 40, 80]), part(second, [0, 40])), END)


@given(strips(), st.data())
def test_one_step_on_and_one_back_is_no_step_at_all(strip: Strip, data: st.DataObject) -> None:
    head = Head(strip)
    index = data.draw(st.integers(0, len(strip) - 1))
    assert head.seek(int(strip.at[index]))
    way = data.draw(st.sampled_from((1, -1)))
    if head.step(way) == 0:
        assert head.index == index + way
        assert head.step(-way) == 0
    assert (head.index, head.hole) == (index, None)


@given(strips(), st.lists(st.integers(-9, 9), max_size=9))
def test_many_steps_are_their_sum_as_long_as_no_end_is_met(strip: Strip, steps: list[int]) -> None:
    head = Head(strip)
    head.seek(int(strip.at[0]))
    place = 0
    for count in steps:
        aim = place + count
        beyond = head.step(count)
        if 0 <= aim < len(strip):
            place = aim
            assert beyond == 0
        else:
            assert beyond == (aim if aim < 0 else aim - len(strip) + 1)
        assert head.index == place


@given(strips(), st.integers(START - SECOND, START + 60 * SECOND))
def test_seeking_stands_on_the_picture_on_show_or_in_the_hole(strip: Strip, at: int) -> None:
    head = Head(strip)
    assert head.seek(at)
    assert head.hole == strip.hole(at)
    if head.hole is None:
        assert head.window is not None
        assert head.window.start <= at < head.window.end
    else:
        assert head.window is None


def test_out_of_a_hole_one_step_goes_to_either_side_of_it() -> None:
    head = Head(two_files())
    head.seek(START + SECOND)
    assert head.hole is not None
    assert head.step(1) == 0
    assert head.index == 3
    head.seek(START + SECOND)
    assert head.step(-1) == 0
    assert head.index == 2


def test_snapping_leaves_a_hole_by_the_side_asked_for() -> None:
    head = Head(two_files())
    assert head.seek(START + SECOND, 1)
    assert (head.index, head.hole) == (3, None)
    assert head.seek(START + SECOND, -1)
    assert (head.index, head.hole) == (2, None)
    assert not head.seek(START + 60 * SECOND, 1)
    assert not head.seek(START - SECOND, -1)


def test_what_nobody_looked_at_closely_is_stood_on_and_not_shown() -> None:
    held = part(film("a", [0, 40]), [0, 40], looked=[Span(0, 1)])
    head = Head(Strip((held,), END))
    head.seek(START)
    assert head.shows
    head.step(1)
    assert not head.shows


def test_both_ends_can_be_gone_to() -> None:
    head = Head(two_files())
    assert not head.shows
    assert head.to_end(1)
    assert head.index == 4
    assert head.to_end(-1)
    assert head.index == 0
    assert not Head(EMPTY).to_end(1)
