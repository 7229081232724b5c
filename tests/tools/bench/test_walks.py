"""Who walks in the films of the bench follows from the seed, and fills the time it should."""

import numpy as np
import pytest

from tools.bench.walks import CROWD, HEIGHT, QUIET_SHARE, WIDTH, Walk, tall_at, walks

TEN_MINUTES = 600.0


def present(cast: tuple[Walk, ...], seconds: float) -> np.ndarray:
    """(n,) how many walk at each tenth of a second."""
    at = np.arange(0, seconds, 0.1)
    return np.sum([(at >= one.begin) & (at < one.end) for one in cast], axis=0)


@pytest.mark.parametrize("busy", [False, True])
def test_a_seed_gives_one_play(busy: bool) -> None:
    assert walks(3, 60, busy) == walks(3, 60, busy) != walks(4, 60, busy)


def test_in_a_quiet_film_one_walker_at_a_time_fills_a_fifth_of_the_seconds() -> None:
    crowd = present(walks(1, TEN_MINUTES, busy=False), TEN_MINUTES)
    assert crowd.max() == 1
    assert abs((crowd > 0).mean() - QUIET_SHARE) < 0.04


def test_in_a_busy_film_somebody_is_always_there() -> None:
    crowd = present(walks(1, TEN_MINUTES, busy=True), TEN_MINUTES)
    middle = crowd[100:-300]
    assert middle.min() >= 1
    assert abs(middle.mean() - CROWD) < 1


@pytest.mark.parametrize("busy", [False, True])
def test_walks_go_from_one_side_to_the_other_within_the_film(busy: bool) -> None:
    for one in walks(5, 120, busy):
        assert 0 <= one.begin < one.end <= 120
        xs = sorted((one.start[0], one.stop[0]))
        assert xs[0] < 0
        assert xs[1] > WIDTH
        assert one.foot(one.begin) == one.start
        assert one.foot(one.end) == pytest.approx(one.stop)
        assert all(0 < y < HEIGHT for y in (one.start[1], one.stop[1]))
        assert one.tall(one.begin) == tall_at(one.start[1]) > 40
