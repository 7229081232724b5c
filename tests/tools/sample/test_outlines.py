"""Outlines lie inside the known picture, and around the boxes that detectors give there."""

import numpy as np
import pytest

from tools.sample.outlines import BEIGE, BUS, DARK, NAVY, PEOPLE, Outline

WIDTH, HEIGHT = 810, 1080
BOXES = {
    BUS: (3, 229, 796, 729),
    NAVY: (670, 394, 810, 879),
    BEIGE: (47, 400, 240, 904),
    DARK: (223, 408, 345, 860),
}


@pytest.mark.parametrize("outline", list(BOXES), ids=lambda outline: outline.name)
def test_an_outline_fits_its_box(outline: Outline) -> None:
    x, y = np.array(outline.corners).T
    assert x.min() >= 0
    assert x.max() < WIDTH
    assert y.max() < HEIGHT
    left, top, right, bottom = BOXES[outline]
    assert (
        abs(np.array([x.min() - left, y.min() - top, x.max() - right, y.max() - bottom])).max() < 20
    )


@pytest.mark.parametrize("outline", PEOPLE, ids=lambda outline: outline.name)
def test_every_head_is_covered(outline: Outline) -> None:
    """The corners of the top eighth of a person lie within the head to be smeared."""
    assert outline.head is not None
    left, top, right, bottom = outline.head
    x, y = np.array(outline.corners).T
    high = y < y.min() + (y.max() - y.min()) / 8
    assert ((x[high] >= left) & (x[high] <= right + 1)).all()
    assert ((y[high] >= top) & (y[high] <= bottom)).all()
