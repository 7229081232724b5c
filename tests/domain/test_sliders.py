"""A receipt covers the declared ranges of a question, and nothing else of it."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vsa_core.domain.geometry import Line, Point
from vsa_core.domain.query import Query, Setting
from vsa_core.domain.sliders import covers, nodes, with_value

LINE = Line(Point(0, 0), Point(10, 10))
CROSSING = Query("line_crossing", place=LINE, settings=(Setting("margin", 5, 0, 10),))
SEEN = Query("seen", settings=(Setting("minimum", 3, 1, 9),))
NOTHING = Query("not", parts=(SEEN,))
WHOLE = Query("all", parts=(CROSSING, NOTHING), settings=(Setting("within", 7, 1, 20),))


def test_nodes_come_each_before_its_own_parts() -> None:
    assert nodes(WHOLE) == (WHOLE, CROSSING, NOTHING, SEEN)
    assert nodes(SEEN) == (SEEN,)


@pytest.mark.parametrize(("node", "name"), [(0, "within"), (1, "margin"), (3, "minimum")])
def test_one_value_of_one_node_changes(node: int, name: str) -> None:
    tuned = with_value(WHOLE, node, name, 8)
    assert nodes(tuned)[node].setting(name) == 8
    changed = [a.settings != b.settings for a, b in zip(nodes(WHOLE), nodes(tuned), strict=True)]
    assert changed == [place == node for place in range(4)]
    assert covers(WHOLE, tuned)


def test_a_value_outside_the_range_makes_no_question() -> None:
    with pytest.raises(ValueError, match="outside"):
        with_value(WHOLE, 1, "margin", 11)


def test_what_is_not_there_cannot_be_changed() -> None:
    with pytest.raises(KeyError):
        with_value(WHOLE, 1, "minimum", 3)
    for node in (4, 99):
        with pytest.raises(IndexError):
            with_value(WHOLE, node, "minimum", 3)


@given(st.integers(1, 20), st.integers(0, 10), st.integers(1, 9))
def test_every_value_within_the_ranges_is_covered(within: int, margin: int, least: int) -> None:
    tuned = with_value(WHOLE, 0, "within", within)
    tuned = with_value(with_value(tuned, 1, "margin", margin), 3, "minimum", least)
    assert covers(WHOLE, tuned)
    assert covers(tuned, WHOLE)


@pytest.mark.parametrize(
    "other",
    [
        replace(CROSSING, cameras=("autre",)),
        replace(CROSSING, classes=("person",)),
        replace(CROSSING, direction="to_left"),
        replace(CROSSING, place=Line(Point(0, 0), Point(10, 11))),
        replace(CROSSING, settings=(Setting("margin", 5, 0, 11),)),
        replace(CROSSING, settings=()),
        Query("all", parts=(CROSSING,)),
    ],
)
def test_another_question_or_a_wider_range_is_not_covered(other: Query) -> None:
    assert not covers(CROSSING, other)
    assert not covers(Query("all", parts=(CROSSING, SEEN)), Query("all", parts=(other, SEEN)))
