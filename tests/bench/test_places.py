"""Each telling of an event stands for one event, and only for one of its place, word and time."""

from hypothesis import given
from hypothesis import strategies as st

from vsa_core.bench.places import PLACES, TOLERANCE, Happened, found_again
from vsa_core.domain.geometry import Line, Zone

events = st.lists(
    st.builds(
        Happened,
        st.integers(0, 2),
        st.sampled_from(["enter", "to_left"]),
        st.integers(0, 10 * TOLERANCE),
    )
)


def test_there_are_five_lines_and_five_zones() -> None:
    assert [type(place) for place in PLACES] == [Line] * 5 + [Zone] * 5


def test_what_is_told_late_or_elsewhere_is_not_told() -> None:
    truth = [Happened(0, "enter", 10 * TOLERANCE)]
    assert found_again(truth, [Happened(0, "enter", 11 * TOLERANCE)]) == 1
    assert found_again(truth, [Happened(0, "enter", 11 * TOLERANCE + 1)]) == 0
    assert found_again(truth, [Happened(1, "enter", 10 * TOLERANCE)]) == 0
    assert found_again(truth, [Happened(0, "leave", 10 * TOLERANCE)]) == 0


def test_one_telling_does_not_stand_for_two_events() -> None:
    twice = [Happened(0, "enter", 0), Happened(0, "enter", 1000)]
    assert found_again(twice, twice[:1]) == 1
    assert found_again(twice[:1], twice) == 1


@given(events)
def test_what_is_told_again_is_found_whole(truth: list[Happened]) -> None:
    assert found_again(truth, truth) == len(truth)


@given(events, events)
def test_no_more_is_found_than_there_is(truth: list[Happened], told: list[Happened]) -> None:
    assert found_again(truth, told) <= min(len(truth), len(told))
    assert found_again(truth, told) == found_again(told, truth)
