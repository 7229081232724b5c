"""The street: filled from edge to edge, textured, with bollards before the walkers."""

import numpy as np
from numpy.typing import NDArray

from tools.sample import street

Picture = NDArray[np.uint8]


def test_nothing_is_left_black_and_nothing_is_flat(empty_street: Picture) -> None:
    assert empty_street.shape == (360, 640, 3)
    assert (empty_street.max(2) == 0).mean() < 0.001
    assert empty_street[250:].std() > 5


def test_the_curtain_changes_only_the_bollards(empty_street: Picture) -> None:
    changed = (street.curtain(empty_street) != empty_street).any(2)
    assert 0.002 < changed.mean() < 0.02


def test_the_door_is_where_the_zone_is(empty_street: Picture) -> None:
    """The wood of the door, reddish, stands above the doorstep."""
    x, y = street.VIEW.pixel(sum(street.DOOR) / 2 - 0.15, street.FRONT, 1.0)
    blue, _, red = empty_street[round(y), round(x)]
    assert int(red) > int(blue) + 15
