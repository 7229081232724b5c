"""The class of a trail, by vote of its sightings; and which classes may be one object."""

import numpy as np
from numpy.typing import NDArray

from vsa_core.domain.naming import FAIR_SHARE, pooled
from vsa_core.domain.objects import CLASSES, UNNAMED, VEHICLES

NO_GROUP = 0

VEHICLE = 1


def group_of(kind: int) -> int:
    """NO_GROUP for unnamed, one number for all vehicles, another for each other class.

    Detectors call one vehicle a car now and a truck then, never a person.
    """
    if kind == UNNAMED:
        return NO_GROUP
    return VEHICLE if CLASSES[kind] in VEHICLES else 1 + kind


GROUPS = np.array([group_of(kind) for kind in range(len(CLASSES))], np.int64)
"""The group of each class number."""


def voted(kinds: NDArray[np.uint8], scores: NDArray[np.float32]) -> int:
    """The name with the largest sum of scores; the lowest number on a tie.

    *Unnamed* is the class only when no name has FAIR_SHARE of the sightings,
    and a coarse name only when none of its finer ones has. Shapes (m,), m >= 1.
    """
    sums = np.bincount(kinds, scores.astype(np.float64), minlength=len(CLASSES))
    counts = np.bincount(kinds, minlength=len(CLASSES))
    (votes,), (seen,) = pooled(sums[None].astype(np.float64), counts[None].astype(np.float64))
    named = (seen / len(kinds) >= FAIR_SHARE) & (np.arange(len(CLASSES)) != UNNAMED)
    return int(np.argmax(np.where(named, votes, -1.0))) if named.any() else UNNAMED
