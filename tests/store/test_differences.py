"""Points as differences, and back."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from tests.store.samples import segment
from vsa_core.domain.track import POINT
from vsa_core.pipeline.packing import GRAIN
from vsa_core.store.columns import pack
from vsa_core.store.differences import differenced, summed


@given(
    st.lists(st.lists(st.tuples(*[st.integers(0, 65_535)] * 4), min_size=1, max_size=9), max_size=6)
)
def test_every_value_comes_back(tracks: list[list[tuple[int, int, int, int]]]) -> None:
    rows = [(7, *box) for track in tracks for box in track]
    points = np.array(rows, POINT)
    lengths = np.array([len(track) for track in tracks], np.int64)
    offsets = np.cumsum(lengths) - lengths
    assert (summed(differenced(points, offsets), offsets) == points).all()


def test_small_moves_are_small_numbers_whatever_their_sign() -> None:
    points = np.array([(0, 500, 9, 9, 9), (5, 492, 17, 9, 10), (0, 3, 3, 3, 3)], POINT)
    rows = differenced(points, np.array([0, 2]))
    assert rows[0] == points[0]
    assert rows[2] == points[2]
    assert list(rows[1]) == [5, 1, 2, 0, 1 << 13]


def test_what_goes_on_as_it_went_leaves_nothing() -> None:
    points = np.zeros(9, POINT)
    points["x"], points["y"] = 8000 + 400 * np.arange(9), 8000 - 80 * np.arange(9)
    rows = differenced(points, np.array([0]))
    assert rows["x"].tolist() == [8000, 100, *[0] * 7]
    assert rows["y"].tolist() == [8000, 19, *[0] * 7]


def test_they_cost_less_than_the_points_themselves() -> None:
    made = segment(1, tracks=200)
    points = made.points.copy()
    for name in ("x", "y", "w", "h"):
        points[name] = points[name] // GRAIN * GRAIN
    rows = differenced(points, made.table["offset"].astype(np.int64))
    assert len(pack(rows)) < 0.9 * len(pack(points))


def test_nothing_is_changed_in_place() -> None:
    made = segment(1)
    before = made.points.tobytes()
    differenced(made.points, made.table["offset"].astype(np.int64))
    assert made.points.tobytes() == before
