"""The area under precision over recall."""

import numpy as np
from numpy.typing import NDArray

POINTS = np.linspace(0, 1, 101)
"""Recalls at which COCO reads the precision."""


def average_precision(
    scores: NDArray[np.float32], true: NDArray[np.bool_], truths: int
) -> float | None:
    """Mean over POINTS of the best precision at that recall or more; None without a truth.

    scores, true: (n,) of the found boxes that count, in any order; equal
    scores keep theirs. `truths`: labelled boxes that count.
    """
    if not truths:
        return None
    order = np.argsort(-scores, kind="stable")
    hits = np.cumsum(true[order])
    recall = hits / truths
    precision = hits / np.arange(1, len(order) + 1)
    best = np.maximum.accumulate(precision[::-1])[::-1]
    place = np.searchsorted(recall, POINTS, side="left")
    return float(np.append(best, 0.0)[place].mean())
