"""Nearness: pairs by a sweep and groups by their pairs, as loops would find them."""

from itertools import combinations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from vsa_core.events.instants import Samples
from vsa_core.events.nearness import groups, nears

SPOTS = st.lists(
    st.tuples(
        st.integers(0, 3),
        st.integers(0, 20).map(lambda v: v * 701.0),
        st.integers(0, 20).map(lambda v: v * 701.0),
        st.sampled_from([0.0, 1000.0, 5000.0]),
    ),
    max_size=14,
).map(sorted)


def seen(spots: list[tuple[int, float, float, float]]) -> Samples:
    table = np.array(spots, np.float64).reshape(-1, 4)
    path = np.arange(len(spots))
    return Samples(table[:, 0].astype(np.int64), path, table[:, 1], table[:, 2], table[:, 3])


@given(SPOTS, st.sampled_from([0, 500, 1500]), st.sampled_from([1.0, 16 / 9]))
def test_a_sweep_finds_what_all_pairs_hold(
    spots: list[tuple[int, float, float, float]], distance: int, shape: float
) -> None:
    found = nears(seen(spots), distance, shape)
    told = {(min(a, b), max(a, b)) for a, b in zip(found.one, found.other, strict=True)}
    assert len(told) == len(found.one)
    wanted = set()
    for (i, a), (j, b) in combinations(enumerate(spots), 2):
        away = np.hypot(a[1] * shape - b[1] * shape, a[2] - b[2])
        if a[0] == b[0] and away / max(a[3], b[3], 1.0) * 1000 <= distance:
            wanted.add((i, j))
    assert told == wanted
    assert (found.apart <= distance).all()


@given(st.integers(1, 12), st.data())
def test_groups_are_what_hangs_together(count: int, data: st.DataObject) -> None:
    number = st.integers(0, count - 1)
    pairs = data.draw(st.lists(st.tuples(number, number), max_size=15))
    group = groups(
        count, np.array([a for a, _ in pairs], int), np.array([b for _, b in pairs], int)
    )
    wanted = list(range(count))
    for _ in range(count):
        for a, b in pairs:
            wanted[a] = wanted[b] = min(wanted[a], wanted[b])
    assert group.tolist() == wanted


def test_a_long_row_is_one_group() -> None:
    one = np.arange(9999)[::-1]
    assert set(groups(10_000, one, one + 1).tolist()) == {0}


def test_nobody_is_near_nobody() -> None:
    assert len(nears(seen([]), 1000, 1.0).one) == 0
    assert len(nears(seen([(0, 1.0, 1.0, 1.0)]), 1000, 1.0).one) == 0
