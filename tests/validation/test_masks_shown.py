"""A picture of a bare head shows where it is, and not whose it is."""

import numpy as np

from vsa_core.validation.masks_shown import CONTEXT, GREY, HEAD, MASK, drawn, outline

PICTURE = np.random.default_rng(4).integers(150, 250, (120, 160, 3), np.uint8)


def test_the_head_itself_is_filled_whole() -> None:
    shown = drawn(PICTURE, [], (70, 50, 80, 60))
    assert shown.shape == (10 * CONTEXT, 10 * CONTEXT, 3)
    x, y = 75 - 10 * CONTEXT // 2, 55 - 10 * CONTEXT // 2
    head = shown[50 - y : 60 - y, 70 - x : 80 - x]
    assert (head[1:-1, 1:-1] == GREY).all()
    assert (head[0] == HEAD).all()
    assert (head[:, -1] == HEAD).all()


def test_masks_are_outlined_and_the_picture_is_not_touched() -> None:
    before = PICTURE.copy()
    shown = drawn(PICTURE, [(60, 40, 100, 70), (5, 5, 5, 9)], (70, 50, 80, 60))
    assert (before == PICTURE).all()
    x, y = 75 - 10 * CONTEXT // 2, 55 - 10 * CONTEXT // 2
    assert (shown[40 - y, 60 - x : 100 - x] == MASK).all()
    assert (shown[69 - y, 60 - x : 100 - x] == MASK).all()


def test_at_the_edge_of_the_picture_less_is_shown() -> None:
    shown = drawn(PICTURE, [], (0, 0, 10, 10))
    assert shown.shape == (5 + 5 * CONTEXT, 5 + 5 * CONTEXT, 3)


def test_an_area_without_inside_has_no_outline() -> None:
    picture = PICTURE.copy()
    outline(picture, (9, 9, 9, 20), HEAD)
    assert (picture == PICTURE).all()
