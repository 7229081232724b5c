"""The play: plausible paces, nobody in front of another, somebody on the line at a cut."""

from itertools import pairwise

import numpy as np
import pytest

from tools.sample import acts
from tools.sample.acts import Act, Patch

PLAYS = pytest.mark.parametrize("play", [acts.STREET, acts.YARD], ids=["rue", "parking"])


@PLAYS
def test_people_walk_and_buses_drive(play: tuple[Act, ...]) -> None:
    for act in play:
        times, x, y = np.array(act.knots).T
        pace = np.hypot(np.diff(x), np.diff(y)) / np.diff(times)
        assert pace.max() <= (7 if act.figure == "bus" else 2.0), act
        assert times[-1] <= acts.ROUND


@PLAYS
def test_movers_are_alone(play: tuple[Act, ...]) -> None:
    ordered = sorted(play, key=lambda act: act.knots[0][0])
    for one, other in pairwise(ordered):
        assert one.knots[-1][0] <= other.knots[0][0] + 3.4


def test_one_person_is_on_the_line_at_a_cut() -> None:
    green = acts.STREET[3]
    ((x, _),) = green.at(np.array([60.04]))
    assert abs(x - acts.STREET_LINE) < 0.01


def test_an_act_is_nowhere_before_and_after() -> None:
    act = Act("beige", ((1.0, 0.0, 0.0), (3.0, 4.0, 0.0)))
    spots = act.at(np.array([0.5, 2.0, 3.5]))
    assert np.isnan(spots[[0, 2]]).all()
    assert spots[1].tolist() == [2.0, 0.0]
    assert act.walked(2.0) == 2.0


def test_a_figure_faces_where_it_goes_and_keeps_facing_there() -> None:
    act = Act("x", ((0, 0.0, 0.0), (2, 4.0, 0.0), (4, 4.0, 0.0), (6, 0.0, 0.0)))
    assert [act.leftwards(at) for at in (1.0, 3.0, 5.0)] == [False, False, True]


def test_a_patch_holds_its_border() -> None:
    spots = np.array([[0.0, 0.0], [1.0, 1.0], [1.1, 0.5]])
    assert Patch(0, 1, 0, 1).holds(spots).tolist() == [True, True, False]
