"""Found boxes against labelled ones of one class in one picture, greedily, as COCO counts."""

import numpy as np
from numpy.typing import NDArray

from vsa_core.validation.labels import Labels
from vsa_core.validation.overlap import insides, overlaps

ENOUGH = 0.5
"""Overlap from which a box is found."""

NONE = -1

Floats = NDArray[np.float64]


def fits(found: Floats, labels: Labels) -> Floats:
    """(n, m) how well n found boxes (left, top, width, height) fit m labelled ones, 0 to 1.

    Intersection over union; for a crowd, the share of the found box inside it.
    """
    return np.where(
        labels.crowd[None, :], insides(found, labels.boxes), overlaps(found, labels.boxes)
    )


def matched(fit: Floats, ignored: NDArray[np.bool_], crowd: NDArray[np.bool_]) -> NDArray[np.int64]:
    """(n,) which labelled box each found one answers, NONE for none; n rows, the surest first.

    Each takes the labelled box that it fits best, of those that count and are
    still free, and only without one an ignored box; a crowd stays free
    (Lin et al., ECCV 2014, as pycocotools does it).
    """
    answers = np.full(len(fit), NONE, np.int64)
    free = np.ones(fit.shape[1], np.bool_)
    for row, good in enumerate(fit >= ENOUGH):
        for wanted in (~ignored, ignored):
            possible = np.flatnonzero(good & free & wanted)
            if len(possible):
                best = possible[fit[row, possible].argmax()]
                answers[row], free[best] = best, crowd[best]
                break
    return answers
