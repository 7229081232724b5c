"""Painting: the later layer lies on top, nothing is lost, nothing is told twice."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from vsa_core.search.layers import painted

EDGE = st.integers(-5, 25)
LAYER = st.tuples(EDGE, EDGE, st.sampled_from("abc"))


def test_the_later_layer_lies_on_top() -> None:
    layers = [(0, 6, "a"), (4, 8, "b"), (5, 7, "a")]
    assert list(painted(0, 10, ".", layers)) == [
        (0, 4, "a"),
        (4, 5, "b"),
        (5, 7, "a"),
        (7, 8, "b"),
        (8, 10, "."),
    ]


def test_nothing_to_paint() -> None:
    assert list(painted(3, 3, ".", [(0, 9, "a")])) == []
    assert list(painted(4, 3, ".", [])) == []
    assert list(painted(0, 1, None, [])) == [(0, 1, None)]


@given(EDGE, EDGE, st.lists(LAYER, max_size=8))
def test_each_instant_has_the_fate_of_its_last_layer(
    start: int, end: int, layers: list[tuple[int, int, str]]
) -> None:
    pieces = list(painted(start, end, ".", layers))
    told = {i: fate for a, b, fate in pieces for i in range(a, b)}
    expected = {
        i: next((fate for a, b, fate in reversed(layers) if a <= i < b), ".")
        for i in range(start, end)
    }
    assert told == expected
    assert sum(b - a for a, b, _ in pieces) == max(0, end - start)
    assert all(x[1] == y[0] and x[2] != y[2] for x, y in pairwise(pieces))
