"""A little of everything first."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vsa_core.domain.coverage import Level
from vsa_core.pipeline.priority import PATIENCE, SPEED, key_pictures_first, turns, weight
from vsa_core.pipeline.slices import SLICE_SECONDS

QUEUES = st.lists(st.lists(st.integers(), max_size=6), max_size=6)


@given(QUEUES)
def test_everything_comes_once_and_each_queue_in_its_order(queues: list[list[int]]) -> None:
    named = [[(n, place, item) for place, item in enumerate(q)] for n, q in enumerate(queues)]
    out = list(turns(map(iter, named)))
    assert sorted(out) == sorted(item for queue in named for item in queue)
    for number, queue in enumerate(named):
        assert [item for item in out if item[0] == number] == queue


@given(QUEUES)
def test_nobody_comes_a_second_time_before_everybody_came_once(queues: list[list[int]]) -> None:
    named = [[(n, place) for place, _ in enumerate(q)] for n, q in enumerate(queues)]
    places = [place for _, place in turns(map(iter, named))]
    assert places == sorted(places)


def test_a_queue_is_asked_when_its_turn_has_come() -> None:
    asked: list[str] = []

    def queue(name: str) -> Iterator[str]:
        for _ in range(2):
            asked.append(name)
            yield name

    out = turns(queue(name) for name in "ab")
    next(out)
    assert asked == ["a"]
    next(out)
    assert asked == ["a", "b"]


@pytest.mark.parametrize("level", [Level.STANDARD, Level.FULL])
@pytest.mark.parametrize("workers", [0, 1, 8])
def test_key_pictures_come_first_where_the_rest_takes_long(level: Level, workers: int) -> None:
    long = 1000 * PATIENCE[level] * SPEED[level] * max(1, workers)
    assert not key_pictures_first(level, long, workers)
    assert key_pictures_first(level, long + 1, workers)


@pytest.mark.parametrize("level", [Level.STANDARD, Level.FULL])
def test_answers_come_within_a_minute_or_key_pictures_do(level: Level) -> None:
    """At levels whose first slice takes longer, a minute of work is long enough."""
    slice_takes = SLICE_SECONDS / SPEED[level]
    assert slice_takes <= 60 or PATIENCE[level] <= 60


def test_a_scan_needs_no_other_before_it() -> None:
    assert not key_pictures_first(Level.SCAN, 10**12, 1)


def test_the_first_pass_weighs_what_it_costs() -> None:
    assert weight(False, Level.FULL) == (1, 1)
    counts, of = weight(True, Level.FULL)
    assert counts * SPEED[Level.SCAN] == of * SPEED[Level.FULL]
