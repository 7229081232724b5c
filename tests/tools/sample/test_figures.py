"""Figures: legs that move, mirror images, and pastes that stay in the picture."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools.sample.figures import PHASES, Figure, paste, vehicle, walker
from tools.sample.silhouettes import drawn_bus, drawn_people

WALKER, BUS = walker(drawn_people()[0]), vehicle(drawn_bus())


def test_legs_open_and_close() -> None:
    widths = [int(np.ptp(np.flatnonzero(alpha[-20] > 0.3))) for alpha in WALKER.alphas]
    assert len(widths) == PHASES
    assert max(widths) > 1.5 * min(widths)


def test_a_mirrored_figure_is_its_image() -> None:
    assert np.array_equal(WALKER.mirrored.pictures[3], WALKER.pictures[3][:, ::-1])
    assert np.array_equal(WALKER.mirrored.mirrored.alphas[3], WALKER.alphas[3])


@pytest.mark.parametrize("figure", [WALKER, BUS], ids=["walker", "bus"])
def test_a_paste_stands_on_its_foot(figure: Figure) -> None:
    picture = np.full((200, 300, 3), 255, np.uint8)
    paste(picture, figure, 0.0, (150.0, 160.0), 100)
    rows, columns = np.nonzero((picture < 250).any(2))
    assert abs(rows.min() - 60) <= 4
    assert 155 <= rows.max() <= 176  # its shadow reaches a little below
    assert abs((columns.min() + columns.max()) / 2 - 150) < 8


@given(st.floats(-400, 700), st.floats(-300, 600), st.floats(2, 250), st.floats(0, 20))
def test_a_paste_anywhere_never_fails(x: float, y: float, tall: float, phase: float) -> None:
    picture = np.full((90, 160, 3), 128, np.uint8)
    for figure in (WALKER, BUS):
        paste(picture, figure, phase, (x, y), tall)
    if not (-300 < x < 460 and -20 < y < 500):
        assert (picture == 128).all()
