import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools.training.pack import Labelled
from tools.training.views import Source, View, joined, viewed

SIDE = 96


def source(width: int, height: int, box: tuple[int, int, int, int]) -> Source:
    """A grey picture with one white box; a doubtful place lies on its left half."""
    pixels = np.full((height, width, 3), 40, np.uint8)
    left, top, right, bottom = box
    pixels[top:bottom, left:right] = 255
    half = [left, top, (left + right) / 2, bottom]
    return Source(pixels, places([list(box)], [1]), places([half], [2]))


def places(boxes: list[list[float]], names: list[int]) -> Labelled:
    return Labelled(np.array(boxes, np.float32).reshape(-1, 4), np.array(names, np.int64))


@given(st.integers(0, 10_000), st.sampled_from([1, 4]))
def test_a_box_follows_its_pixels(seed: int, count: int) -> None:
    sources = [source(200, 150, (60, 40, 110, 120))] * count
    view = viewed(sources, SIDE, np.random.default_rng(seed))
    assert view.pixels.shape == (SIDE, SIDE, 3)
    for left, top, right, bottom in view.truth.boxes:
        inside = view.pixels[round(top) + 2 : round(bottom) - 2, round(left) + 2 : round(right) - 2]
        assert inside.min(initial=255) > 240
    covered = np.zeros((SIDE, SIDE), np.bool_)
    for left, top, right, bottom in joined([view.truth, view.ignored]).boxes:
        covered[int(top) // 1 : int(bottom) + 2, int(left) : int(right) + 2] = True
        covered[max(0, int(top) - 1) : int(bottom) + 2, max(0, int(left) - 1) : int(right) + 2] = (
            True
        )
    assert not (view.pixels[..., 0] > 200)[~covered].any()


@given(st.integers(0, 10_000), st.sampled_from([1, 4]))
def test_boxes_lie_in_the_view_and_are_not_splinters(seed: int, count: int) -> None:
    sources = [source(320, 180, (5, 20, 60, 170))] * count
    view = viewed(sources, SIDE, np.random.default_rng(seed))
    for part in (view.truth, view.ignored):
        assert (part.boxes >= 0).all()
        assert (part.boxes <= SIDE).all()
        assert (part.boxes[:, 2:] > part.boxes[:, :2]).all()
    assert ((view.truth.boxes[:, 2:] - view.truth.boxes[:, :2]) >= (4, 8)).all()
    assert set(view.truth.names.tolist()) <= {1}
    assert set(view.ignored.names.tolist()) <= {1, 2}


@given(st.integers(0, 1000))
def test_to_mirror_twice_changes_nothing(seed: int) -> None:
    choice = np.random.default_rng(seed)
    low = choice.uniform(0, 40, (3, 2))
    boxes = np.concatenate([low, low + 10], 1).astype(np.float32)
    view = View(
        choice.integers(0, 255, (SIDE, SIDE, 3)).astype(np.uint8),
        Labelled(boxes, np.arange(3)),
        Labelled(boxes[:1], np.arange(1)),
    )
    twice = view.mirrored().mirrored()
    assert (twice.pixels == view.pixels).all()
    assert twice.truth.boxes == pytest.approx(boxes, abs=1e-4)
    assert not np.allclose(view.mirrored().truth.boxes, boxes)


def test_the_same_seed_gives_the_same_view() -> None:
    one, two, other = (
        viewed([source(200, 150, (60, 40, 110, 120))] * 4, SIDE, np.random.default_rng(seed))
        for seed in (7, 7, 8)
    )
    assert (one.pixels == two.pixels).all()
    assert (one.truth.boxes == two.truth.boxes).all()
    assert (one.pixels != other.pixels).any()


def test_a_picture_smaller_than_its_view_lies_in_grey() -> None:
    tiny = Source(np.full((20, 640, 3), 255, np.uint8), places([], []), places([], []))
    view = viewed([tiny], SIDE, np.random.default_rng(1))
    assert (view.pixels == 114).all(axis=2).any()
    assert (view.pixels == 255).any()
    assert len(view.truth.boxes) == 0
