from dataclasses import dataclass, field
from fractions import Fraction

import numpy as np

from vsa_core.domain.moment import Moment
from vsa_core.domain.ports import Frame, Picture
from vsa_core.pipeline.once import Once


@dataclass
class Asked:
    """A frame that writes down what it is asked for."""

    at: Moment = field(default_factory=lambda: Moment(3, Fraction(1, 25)))
    key: bool = True
    sizes: list[tuple[int, int]] = field(default_factory=list)

    def bgr(self, width: int = 0, height: int = 0) -> Picture:
        self.sizes.append((width, height))
        return np.zeros((height or 36, width or 64, 3), np.uint8)

    def luma(self, width: int) -> Picture:
        return np.zeros((9, width), np.uint8)


def test_each_size_is_made_once_and_its_own_is_not_kept() -> None:
    asked = Asked()
    frame: Frame = Once(asked)
    assert frame.bgr(32, 18) is frame.bgr(32, 18)
    assert frame.bgr(16, 9).shape == (9, 16, 3)
    assert frame.bgr().shape == frame.bgr().shape == (36, 64, 3)
    assert asked.sizes == [(32, 18), (16, 9), (0, 0), (0, 0)]


def test_it_is_the_frame_that_it_stands_for() -> None:
    asked = Asked()
    frame = Once(asked)
    assert (frame.at, frame.key, frame.luma(16).shape) == (asked.at, True, (9, 16))
