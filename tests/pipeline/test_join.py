"""Tracks across a cut: joined when boxes and motion meet, and whatever the order of the rows."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from vsa_core.domain.moment import MICROSECONDS
from vsa_core.domain.objects import PERSON, UNNAMED, class_number
from vsa_core.domain.track import TRACK
from vsa_core.pipeline.join import Slice, link

EPOCH = 1_700_000_000 * MICROSECONDS
STEP = MICROSECONDS // 5
FRAMES = 100

Columns = NDArray[np.float64]


def points(
    start: float, end: float, x: float = 0.0, y: float = 30_000.0, speed: float = 1_500.0
) -> tuple[NDArray[np.int64], Columns]:
    """Times and (m, 4) x, y, w, h of a box that walks along x, five times a second."""
    t = np.arange(round(start * 5), round(end * 5)) * STEP
    walked = 5_000 + x + speed * t / MICROSECONDS
    still = np.ones(len(t))
    return t + EPOCH, np.stack([walked, y * still, 1_200 * still, 3_000 * still], axis=1)


def made(
    rows: list[tuple[NDArray[np.int64], Columns]],
    start: float,
    end: float,
    kinds: list[int] | None = None,
) -> Slice:
    table = np.zeros(len(rows), TRACK)
    table["number"] = np.arange(len(rows)) + 1
    table["count"] = [len(t) for t, _ in rows]
    table["kind"] = kinds or PERSON
    t = np.concatenate([np.zeros(0, np.int64), *(t for t, _ in rows)])
    boxes = np.concatenate([np.zeros((0, 4)), *(b for _, b in rows)])
    span = EPOCH + round(start * MICROSECONDS), EPOCH + round(end * MICROSECONDS)
    return Slice(table, t, *boxes.T, *span)


def cut(rows: list[tuple[NDArray[np.int64], Columns]], at: int) -> tuple[list[Slice], list[int]]:
    """A world cut before frame `at`: its two slices, and which row each piece came from."""
    instant = EPOCH + at * STEP
    slices, origins = [], []
    for early in (True, False):
        pieces = [(t[(t < instant) == early], b[(t < instant) == early]) for t, b in rows]
        here = [row for row, (t, _) in enumerate(pieces) if len(t)]
        ends = (0.0, at / 5) if early else (at / 5, FRAMES / 5)
        slices.append(made([pieces[row] for row in here], *ends))
        origins += here
    return slices, origins


WALKERS = st.lists(
    st.tuples(
        st.integers(0, FRAMES - 3),
        st.integers(3, FRAMES),
        st.floats(-2_500, 2_500),
        st.floats(0, 40_000),
    ),
    min_size=1,
    max_size=8,
)


@settings(max_examples=60)
@given(WALKERS, st.integers(1, FRAMES - 1), st.integers(0, 2**32 - 1))
def test_cutting_a_world_and_joining_it_gives_the_same_tracks(
    walkers: list[tuple[int, int, float, float]], at: int, seed: int
) -> None:
    tremor = np.random.default_rng(seed)
    rows = []
    for lane, (first, length, speed, x) in enumerate(walkers):
        end = min(first + length, FRAMES)
        t, boxes = points(first / 5, end / 5, x, 6_000.0 + 6_500 * lane, speed)
        rows.append((t, boxes + tremor.normal(0, 60, boxes.shape)))
    slices, origins = cut(rows, at)
    numbers = np.concatenate(link(slices))
    pairs = {(row, int(number)) for row, number in zip(origins, numbers, strict=True)}
    assert len(pairs) == len(set(origins)) == len({number for _, number in pairs})


@settings(max_examples=40)
@given(WALKERS, st.integers(0, 2**32 - 1))
def test_the_order_of_the_rows_does_not_matter(
    walkers: list[tuple[int, int, float, float]], seed: int
) -> None:
    rows = [points(f / 5, min(f + n, FRAMES) / 5, x, speed=v) for f, n, v, x in walkers]
    later = [(t + FRAMES * STEP, b) for t, b in rows]
    order = np.random.default_rng(seed).permutation(len(rows)).tolist()
    plain = link([made(rows, 0, 20), made(later, 20, 40)])
    turned = link([_shuffled(rows, 0, 20, order), _shuffled(later, 20, 40, order)])
    assert _partition(plain) == _partition([t[np.argsort(order)] for t in turned])


def _shuffled(
    rows: list[tuple[NDArray[np.int64], Columns]], start: float, end: float, order: list[int]
) -> Slice:
    mixed = made([rows[row] for row in order], start, end)
    mixed.table["number"] = np.array(order) + 1
    return mixed


def _partition(numbers: list[NDArray[np.uint32]]) -> list[list[bool]]:
    """Which rows are one track, whatever it is called."""
    flat = np.concatenate(numbers)
    together: list[list[bool]] = (flat[:, None] == flat[None, :]).tolist()
    return together


def test_nothing_to_join_changes_nothing() -> None:
    assert link([]) == []
    assert [n.tolist() for n in link([made([], 0, 20)])] == [[]]
    rows = [points(6, 9), points(2, 4), points(2, 5, 9_000)]
    assert [n.tolist() for n in link([made(rows, 0, 20)])] == [[2, 0, 1]]
    assert link([made(rows, 0, 20)])[0].dtype == np.uint32


def test_tracks_far_from_the_cut_are_not_joined() -> None:
    before = made([points(0, 18.5, speed=0)], 0, 20)
    after = made([points(21.5, 30, speed=0)], 20, 40)
    assert [n.tolist() for n in link([before, after])] == [[0], [1]]


def test_a_track_goes_through_a_whole_slice_and_on() -> None:
    t, boxes = points(0, 60, speed=200)
    slices = [
        made([(t[a:b], boxes[a:b])], a / 5, b / 5) for a, b in ((0, 100), (100, 200), (200, 300))
    ]
    assert [n.tolist() for n in link(slices)] == [[0], [0], [0]]


@pytest.mark.parametrize(
    ("change", "joined"),
    [
        ({}, True),
        ({"x": 15_000.0}, False),  # not where it was going
        ({"y": 45_000.0}, False),
        ({"speed": -1_500.0, "x": 2 * 1_500.0 * 20}, True),  # turned round in the cut
        ({"speed": 0.0, "x": 1_500.0 * 20}, True),  # stopped in the cut
    ],
)
def test_motion_decides(change: dict[str, float], joined: bool) -> None:
    before = made([points(10, 20)], 0, 20)
    after = made([points(20, 30, **change)], 20, 40)
    assert [n.tolist() for n in link([before, after])] == [[0], [0 if joined else 1]]


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ("person", "person", True),
        ("person", "unnamed", True),
        ("unnamed", "car", True),
        ("car", "truck", True),
        ("car", "vehicle", True),
        ("two-wheeler", "bicycle", True),
        ("two-wheeler", "vehicle", True),
        ("two-wheeler", "person", False),
        ("person", "car", False),
        ("bag", "animal", False),
    ],
)
def test_classes_decide(first: str, second: str, joined: bool) -> None:
    before = made([points(10, 20)], 0, 20, [class_number(first)])
    after = made([points(20, 30)], 20, 40, [class_number(second)])
    assert [n.tolist() for n in link([before, after])] == [[0], [0 if joined else 1]]


def test_another_size_is_another_thing() -> None:
    t, boxes = points(20, 30)
    after = made([(t, boxes * [1, 1, 2.5, 2.5])], 20, 40)
    assert [n.tolist() for n in link([made([points(10, 20)], 0, 20), after])] == [[0], [1]]


@pytest.mark.parametrize(("pause", "joined"), [(1.5, True), (2.5, False)])
def test_files_two_seconds_apart_are_one_recording_and_no_more(pause: float, joined: bool) -> None:
    t, boxes = points(20, 30, speed=0)
    shift = round(pause * MICROSECONDS)
    after = made([(t + shift, boxes)], 20 + pause, 40)
    assert [n.tolist() for n in link([made([points(10, 20, speed=0)], 0, 20), after])] == [
        [0],
        [0 if joined else 1],
    ]


def test_clocks_that_overlap_by_less_than_half_a_second_join_all_the_same() -> None:
    t, boxes = points(20, 30)
    after = made([(t - 300_000, boxes)], 19.7, 40)
    assert [n.tolist() for n in link([made([points(10, 20)], 0, 20), after])] == [[0], [0]]


def test_of_two_candidates_the_nearer_goes_on() -> None:
    before = made([points(10, 20)], 0, 20)
    after = made([points(20, 30, 700), points(20, 30, 100)], 20, 40)
    assert [n.tolist() for n in link([before, after])] == [[0], [1, 0]]


def test_a_good_meeting_is_not_given_up_for_two_poor_ones() -> None:
    gap = 1_000.0
    before = made([points(10, 20, 0, speed=0), points(10, 20, gap, speed=0)], 0, 20)
    after = made([points(20, 30, gap, speed=0), points(20, 30, 2 * gap, speed=0)], 20, 40)
    assert [n.tolist() for n in link([before, after])] == [[0, 1], [1, 2]]


def test_motion_tells_apart_two_that_meet_in_the_cut() -> None:
    right, left = points(10, 20), points(10, 20, 60_000, speed=-1_500)
    onward, back = points(20, 30), points(20, 30, 60_000, speed=-1_500)
    assert [
        n.tolist() for n in link([made([right, left], 0, 20), made([back, onward], 20, 40)])
    ] == [
        [0, 1],
        [1, 0],
    ]


def test_moving_the_clock_changes_no_link() -> None:
    slices, _ = cut([points(0, 20, lane * 900.0, 9_000.0 * lane + 9_000) for lane in range(5)], 47)
    moved = [
        replace(s, t=s.t + 12_345_678, start=s.start + 12_345_678, end=s.end + 12_345_678)
        for s in slices
    ]
    assert [n.tolist() for n in link(slices)] == [n.tolist() for n in link(moved)]


def test_boxes_without_area_do_no_harm() -> None:
    t, boxes = points(10, 20)
    flat = (t, boxes * [1, 1, 0, 0])
    after = made([(t + 50 * STEP, boxes * [1, 1, 0, 0])], 20, 40, [UNNAMED])
    numbers = np.concatenate(link([made([flat], 0, 20), after]))
    assert numbers[0] == 0
