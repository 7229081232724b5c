"""The cache keeps what fits, and lets go of what lies farthest from where one looks."""

from typing import Any

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from vsa_core.decode.cache import NEAR, PictureCache
from vsa_core.decode.kept import Kept, Scaled
from vsa_core.domain.moment import Moment

AT: Any = Moment


def frame(weight: int) -> Scaled:
    """A picture that holds so many bytes."""
    return Scaled(AT, False, np.zeros((1, weight), np.uint8), np.zeros((0, 1), np.uint8))


def weight(cache: PictureCache, position: int) -> int:
    """What a picture there weighs as it lies there."""
    return cache._kept[position].weight


def test_what_was_put_is_got() -> None:
    cache, picture = PictureCache(100), frame(10)
    cache.put(3, picture)
    assert cache.get(3) is picture
    assert cache.get(4) is None


def test_the_farthest_from_where_one_looks_leaves_first() -> None:
    cache = PictureCache(30)
    cache.focus(6)
    for position in (9, 5, 2):
        cache.put(position, frame(10))
    cache.put(6, frame(10))
    assert [cache.holds(p) for p in (2, 5, 6, 9)] == [False, True, True, True]


def halved(whole: Kept) -> Kept:
    """Half as heavy."""
    return frame(whole.weight // 2)


def test_what_was_decoded_in_passing_is_scaled_down_before_anything_near_leaves() -> None:
    cache = PictureCache(30)
    cache.fit(halved)
    for position in (0, 1, 2, 3):
        cache.put(position, frame(10))
    assert all(cache.holds(position) for position in range(4))
    assert [weight(cache, position) for position in range(4)] == [10, 10, 5, 5]


def test_what_lies_far_away_is_let_go_of_rather_than_scaled_down() -> None:
    cache = PictureCache(30)
    cache.fit(halved)
    cache.focus(NEAR + 1)
    for position in (0, NEAR, NEAR + 1, NEAR + 2):
        cache.put(position, frame(10))
    assert not cache.holds(0)
    assert [weight(cache, position) for position in (NEAR, NEAR + 1, NEAR + 2)] == [10, 10, 10]


def test_what_is_got_is_scaled_down_once() -> None:
    cache = PictureCache(30)
    cache.fit(halved)
    cache.put(3, frame(10))
    small = cache.get(3)
    assert small is not None
    assert small.weight == 5
    assert cache.get(3) is small
    cache.fit(halved)
    assert not cache.holds(3)


def test_a_picture_beyond_the_budget_is_still_kept_alone() -> None:
    cache = PictureCache(30)
    cache.focus(1)
    cache.put(0, frame(10))
    cache.put(1, frame(1000))
    assert cache.get(1) is not None
    assert len(cache) == 1


def test_putting_again_does_not_count_twice() -> None:
    cache = PictureCache(30)
    for _ in range(5):
        cache.put(0, frame(10))
    cache.put(1, frame(10))
    cache.put(2, frame(10))
    assert len(cache) == 3


def test_the_nearest_of_a_group_is_found_and_none_beside_it() -> None:
    cache = PictureCache(100)
    for position in (0, 4, 20):
        cache.put(position, frame(position + 1))
    assert cache.nearest(3, range(10)) is cache.get(4)
    assert cache.nearest(19, range(10)) is cache.get(4)
    assert cache.nearest(12, range(10, 20)) is None


def test_clear_lets_go_of_everything() -> None:
    cache = PictureCache(30)
    cache.put(0, frame(30))
    cache.clear()
    assert len(cache) == 0
    cache.put(1, frame(30))
    assert cache.get(1) is not None


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(1, 9)), max_size=60), st.integers(0, 40))
def test_the_budget_always_holds_and_where_one_looks_is_always_there(
    puts: list[tuple[int, int]], focus: int
) -> None:
    cache = PictureCache(20)
    cache.fit(halved)
    cache.focus(focus)
    there = False
    for position, heavy in puts:
        cache.put(position, frame(heavy))
        there |= position == focus
        held = [weight(cache, p) for p in range(41) if cache.holds(p)]
        assert sum(held) == cache._held <= 20
        assert cache.holds(focus) == there
