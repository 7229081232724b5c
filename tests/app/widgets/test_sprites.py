import itertools

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from app.state.marks import Verdict
from app.theme import LIGHT, THEMES, Scheme
from app.widgets.patterns import pixel
from app.widgets.sprites import alarm_sign, verdict_sign


@pytest.mark.parametrize("scheme", list(Scheme))
@pytest.mark.parametrize("side", [9, 13, 27])
def test_every_verdict_has_a_shape_of_its_own(qtbot: QtBot, scheme: Scheme, side: int) -> None:
    theme = THEMES[scheme]
    paper = pixel(theme.colour("panel"))
    shapes = [verdict_sign(theme, verdict, side) != paper for verdict in Verdict]
    for one, other in itertools.combinations(shapes, 2):
        assert one.shape == (side, side)
        assert np.count_nonzero(one != other) >= side


def test_the_signs_stand_in_the_middle(qtbot: QtBot) -> None:
    drawn = verdict_sign(LIGHT, Verdict.OPEN, 13) != pixel(LIGHT.colour("panel"))
    assert drawn[:, 6].all()
    assert np.array_equal(drawn, drawn[:, ::-1])


def test_a_warning_is_a_triangle_in_the_colour_of_warnings(qtbot: QtBot) -> None:
    drawn = alarm_sign(LIGHT, 13)
    inked = (drawn == pixel(LIGHT.colour("warning"))).sum(axis=1)
    assert inked[-2] > inked[1]
