"""One object seen under several names: what a coarse name was told for counts for a finer one."""

import numpy as np
from numpy.typing import NDArray

from vsa_core.domain.objects import FINER, class_number

FAIR_SHARE = 0.2
"""A name is not overruled by a vaguer one when it has at least this share of the sightings."""

Floats = NDArray[np.float64]

_FAMILIES = tuple(
    (class_number(coarse), sorted(map(class_number, finer))) for coarse, finer in FINER.items()
)


def pooled(votes: Floats, seen: Floats) -> tuple[Floats, Floats]:
    """Votes and sightings of n objects, (n, classes) each, with each family's under one name.

    Where a coarse name was seen, it and its finer names are one thing: all
    of them count for the finer name with the most votes among those with
    FAIR_SHARE of the object's sightings, or for the coarse one when none has
    so many. Families of which no coarse name was seen stay as they are.
    """
    if not seen[:, [coarse for coarse, _ in _FAMILIES]].any():
        return votes, seen
    votes, seen = votes.copy(), seen.copy()
    shares = seen / np.maximum(seen.sum(axis=1, keepdims=True), 1)
    for coarse, finer in _FAMILIES:
        rows = np.flatnonzero(seen[:, coarse] > 0)
        if not len(rows):
            continue
        family = np.array([coarse, *finer])
        own = np.where(shares[rows][:, finer] >= FAIR_SHARE, votes[rows][:, finer], -1.0)
        some = (own >= 0).any(axis=1)
        name = np.where(some, np.array(finer)[own.argmax(axis=1)], coarse)
        for table in (votes, seen):
            whole = table[rows][:, family].sum(axis=1)
            table[np.ix_(rows, family)] = 0
            table[rows, name] = whole
    return votes, seen
