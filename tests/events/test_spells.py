"""Spells: one clock for all, windows of time, and extremes over windows."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from vsa_core.events.anchor import Ints
from vsa_core.events.spells import highest, lowest, on_one_clock, parted

TIMES = st.lists(
    st.lists(st.integers(0, 50), min_size=1, max_size=8).map(sorted), min_size=1, max_size=4
)


def columns(times: list[list[int]]) -> tuple[Ints, Ints]:
    starts = np.concatenate([[0], np.cumsum([len(one) for one in times])])
    return np.array([t for one in times for t in one], np.int64), starts.astype(np.int64)


@given(TIMES, st.integers(1, 60))
def test_windows_are_those_of_a_search_by_hand(times: list[list[int]], span: int) -> None:
    t, starts = columns(times)
    first, last = on_one_clock(t, starts, span).windows(span)
    wanted = set()
    for begin, end in zip(starts[:-1].tolist(), starts[1:].tolist(), strict=True):
        for i in range(begin, end):
            ahead = [j for j in range(i, end) if t[j] - t[i] >= span]
            behind = [j for j in range(begin, i + 1) if t[i] - t[j] >= span]
            wanted |= {(i, ahead[0])} if ahead else set()
            wanted |= {(behind[-1], i)} if behind else set()
    assert set(zip(first.tolist(), last.tolist(), strict=True)) == wanted


@given(TIMES, st.integers(0, 60))
def test_neighbours_in_time_stay_within_the_stretch(times: list[list[int]], span: int) -> None:
    t, starts = columns(times)
    spells = on_one_clock(t, starts, span)
    back, ahead = spells.back(span), spells.ahead(span)
    for i, spell in enumerate(spells.owner.tolist()):
        own = range(int(starts[spell]), int(starts[spell + 1]))
        near = [j for j in own if abs(int(t[j]) - int(t[i])) <= span]
        assert (back[i], ahead[i]) == (near[0], near[-1])


@given(st.lists(st.floats(-9, 9), min_size=1, max_size=40), st.data())
def test_extremes_are_those_of_the_slice(values: list[float], data: st.DataObject) -> None:
    column = np.array(values)
    pairs = st.tuples(*[st.integers(0, len(values) - 1)] * 2).map(sorted)
    asked = np.array(data.draw(st.lists(pairs, min_size=1, max_size=9)), np.int64)
    first, last = asked[:, 0], asked[:, 1]
    slices = [column[a : b + 1] for a, b in asked.tolist()]
    assert lowest(column, first, last).tolist() == [one.min() for one in slices]
    assert highest(column, first, last).tolist() == [one.max() for one in slices]


def test_a_gap_parts_a_stretch() -> None:
    t = np.array([0, 10, 21, 5, 15], np.int64)
    assert parted(t, np.array([0, 3, 5]), 10).tolist() == [0, 2, 3, 5]


def test_nothing_has_no_windows() -> None:
    none = np.zeros(0, np.int64)
    spells = on_one_clock(none, np.zeros(1, np.int64), 5)
    assert [len(one) for one in spells.windows(5)] == [0, 0]
    assert len(lowest(np.zeros(0), none, none)) == 0
