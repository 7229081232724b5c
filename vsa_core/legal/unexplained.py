"""What moves and no box accounts for: moving regions, less the boxes of what is known there."""

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

BESIDE = 0.15
"""A box accounts for movement this share of its width to each side: arms, and its outline."""

BELOW = 0.2
"""And this share of its height below: feet, and their shadow."""

SLIVER = 1 / 80
"""A rest narrower than this share of the picture's width is inexactness, not somebody."""

Box = tuple[float, float, float, float]
Regions = NDArray[np.float32]


def unexplained(regions: Regions, boxes: Iterable[Box], size: tuple[int, int]) -> list[Box]:
    """What is left of the regions once the boxes are taken out of them; left, top, right, bottom.

    regions: (n, 4) from 0 to 1 of the picture; boxes and what is left: pixels
    of a picture of `size` (width, height). A box accounts for nothing above
    it: what moves there may be a head that it misses.
    """
    width, height = size
    whole: list[Box] = [
        (float(x0) * width, float(y0) * height, float(x1) * width, float(y1) * height)
        for x0, y0, x1, y1 in regions
    ]
    left = whole
    for box in boxes:
        taken = _reach(box)
        left = [rest for piece in left for rest in _without(piece, taken)]
    least = SLIVER * width
    return [one for one in left if one in whole or _narrowest(one) >= least]


def _narrowest(box: Box) -> float:
    return min(box[2] - box[0], box[3] - box[1])


def _reach(box: Box) -> Box:
    left, top, right, bottom = box
    aside = BESIDE * (right - left)
    return left - aside, top, right + aside, bottom + BELOW * (bottom - top)


def _without(whole: Box, taken: Box) -> Sequence[Box]:
    """The whole less what is taken: the bands above and below it, and the pieces beside it."""
    left, top, right, bottom = whole
    x0, y0 = max(left, taken[0]), max(top, taken[1])
    x1, y1 = min(right, taken[2]), min(bottom, taken[3])
    if not (x0 < x1 and y0 < y1):
        return (whole,)
    pieces = (
        (left, top, right, y0),
        (left, y0, x0, y1),
        (x1, y0, right, y1),
        (left, y1, right, bottom),
    )
    return [(a, b, c, d) for a, b, c, d in pieces if a < c and b < d]
