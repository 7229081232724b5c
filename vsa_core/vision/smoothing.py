"""Boxes smoothed over a fraction of a second, past and future: the detector's tremor removed.

A local line is fitted around every point with Gaussian weights in time
(Cleveland, JASA 1979, with a fixed width), so a steady motion is kept as it
is, at any and at a varying rate.
"""

import numpy as np
from numpy.typing import NDArray

_REACH = 3.0
_MOST_NEIGHBOURS = 200

Floats = NDArray[np.float64]


def smoothed(
    boxes: NDArray[np.float32], seconds: Floats, owner: NDArray[np.int64], width: float
) -> NDArray[np.float32]:
    """Boxes (m, 4) smoothed with deviation `width` seconds within each owner; (m, 4) float32.

    seconds: (m,) increasing within an owner; owner: (m,) trail of each row,
    equal rows adjacent. width 0 gives the boxes back.
    """
    if width <= 0 or not len(boxes):
        return boxes
    values = boxes.astype(np.float64)
    sums = _Sums(np.ones(len(boxes)), np.zeros(len(boxes)), np.zeros(len(boxes)))
    plain, slanted = values.copy(), np.zeros_like(values)
    for offset in range(1, min(_MOST_NEIGHBOURS, len(boxes) - 1) + 1):
        early, late = np.arange(len(boxes) - offset), np.arange(offset, len(boxes))
        apart = seconds[late] - seconds[early]
        near = (owner[early] == owner[late]) & (apart <= _REACH * width)
        if not near.any():
            break
        early, late, apart = early[near], late[near], apart[near]
        weight = np.exp(-0.5 * (apart / width) ** 2)
        for here, there, sign in ((early, late, 1.0), (late, early, -1.0)):
            sums.add(here, weight, sign * apart)
            plain[here] += weight[:, None] * values[there]
            slanted[here] += (weight * sign * apart)[:, None] * values[there]
    return sums.fitted(plain, slanted, values, width).astype(np.float32)


class _Sums:
    """Weighted sums of 1, t and t squared around every point."""

    def __init__(self, ones: Floats, first: Floats, second: Floats) -> None:
        self.ones, self.first, self.second = ones, first, second

    def add(self, rows: NDArray[np.intp], weight: Floats, apart: Floats) -> None:
        self.ones[rows] += weight
        self.first[rows] += weight * apart
        self.second[rows] += weight * apart**2

    def fitted(self, plain: Floats, slanted: Floats, values: Floats, width: float) -> Floats:
        """The value at t = 0 of the line through the weighted neighbours."""
        fixed = self.ones * self.second - self.first**2
        sure = fixed > 1e-9 * (self.ones * width) ** 2
        line = self.second[:, None] * plain - self.first[:, None] * slanted
        result: Floats = np.where(sure[:, None], line / np.where(sure, fixed, 1.0)[:, None], values)
        return result
