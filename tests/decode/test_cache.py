"""The cache keeps what fits, and lets go of the least lately used."""

from typing import cast

from vsa_core.decode.cache import PictureCache
from vsa_core.decode.frame import PyavFrame


class _Weighs:
    def __init__(self, weight: int) -> None:
        self.weight = weight


def frame(weight: int) -> PyavFrame:
    return cast(PyavFrame, _Weighs(weight))


def test_what_was_put_is_got() -> None:
    cache, picture = PictureCache(100), frame(10)
    cache.put(3, picture)
    assert cache.get(3) is picture
    assert cache.get(4) is None


def test_the_least_lately_used_leaves_first() -> None:
    cache = PictureCache(30)
    for position in range(3):
        cache.put(position, frame(10))
    cache.get(0)
    cache.put(3, frame(10))
    assert [cache.get(p) is not None for p in range(4)] == [True, False, True, True]


def test_a_picture_beyond_the_budget_is_still_kept_alone() -> None:
    cache = PictureCache(30)
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


def test_clear_lets_go_of_everything() -> None:
    cache = PictureCache(30)
    cache.put(0, frame(30))
    cache.clear()
    assert len(cache) == 0
    cache.put(1, frame(30))
    assert cache.get(1) is not None
