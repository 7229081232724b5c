"""Steadied: short excursions leave no trace, steady motion stays as it is."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vsa_core.events.anchor import Floats
from vsa_core.events.spells import Spells, on_one_clock
from vsa_core.events.steadied import steadied


def even(*counts: int) -> Spells:
    """Spells with a point every 10 microseconds."""
    starts = np.concatenate([[0], np.cumsum(counts)]).astype(np.int64)
    return on_one_clock(np.arange(starts[-1]) * 10, starts, 100)


def level(*values: float) -> Floats:
    return np.array(values, np.float64)


LEVELS = st.lists(st.integers(0, 50), min_size=1, max_size=20).map(
    lambda values: np.array(values, np.float64)
)


@pytest.mark.parametrize("height", [9.0, -9.0])
def test_a_short_excursion_leaves_no_trace(height: float) -> None:
    values = level(0, 0, 0, height, height, 0, 0, 0)
    assert steadied(values, even(8), 20).tolist() == [0.0] * 8
    assert steadied(values, even(8), 10).tolist() == values.tolist()


def test_a_move_stays_where_it_is() -> None:
    for values in (level(0, 0, 0, 9, 9, 9), level(9, 9, 9, 0, 0, 0)):
        assert steadied(values, even(6), 20).tolist() == values.tolist()


def test_what_lasts_until_an_end_stays() -> None:
    values = level(9, 0, 0, 0, 0, 9)
    assert steadied(values, even(6), 30).tolist() == values.tolist()


@given(
    st.lists(st.tuples(st.integers(0, 40), st.integers(0, 9)), min_size=1, max_size=20),
    st.integers(0, 100),
    st.sampled_from([-1, 1]),
)
def test_a_motion_one_way_stays_as_it_is_however_points_lie(
    steps: list[tuple[int, int]], settle: int, way: int
) -> None:
    clock, values = np.cumsum(np.array(steps, np.int64), axis=0).T
    spells = on_one_clock(clock, np.array([0, len(steps)], np.int64), 100)
    moved = (way * values).astype(np.float64)
    assert steadied(moved, spells, settle).tolist() == moved.tolist()


@given(LEVELS, st.integers(0, 100))
def test_up_and_down_are_alike_and_so_are_before_and_after(values: Floats, settle: int) -> None:
    plain = steadied(values, even(len(values)), settle)
    assert steadied(-values, even(len(values)), settle).tolist() == (-plain).tolist()
    turned = steadied(values[::-1], even(len(values)), settle)
    assert turned[::-1].tolist() == plain.tolist()


@given(LEVELS, LEVELS, st.integers(0, 100))
def test_spells_do_not_touch_each_other(a: Floats, b: Floats, settle: int) -> None:
    both = steadied(np.concatenate([a, b]), even(len(a), len(b)), settle)
    apart = [steadied(one, even(len(one)), settle) for one in (a, b)]
    assert both.tolist() == np.concatenate(apart).tolist()


@given(LEVELS, st.integers(0, 100))
def test_nothing_goes_beyond_what_was_seen(values: Floats, settle: int) -> None:
    plain = steadied(values, even(len(values)), settle)
    assert values.min() <= plain.min()
    assert plain.max() <= values.max()
